internal import Auditing
internal import AzureFacts
internal import CommandLineParsing
internal import Diagnosis
internal import Findings
internal import JSONDocument

/// Suppressions in a file: `{"suppressions": [{"code", "resource", "reason", "expires"}]}`, or the list alone.
enum SuppressionFile {
  static func read(_ path: String) throws(CommandError) -> [Suppression] {
    let json = try JSONInputFile.read(path)
    guard let list = json["suppressions"]?.elements ?? json.elements else {
      throw CommandError(
        message: "\(path) holds no list of suppressions",
        remedy: "Write {\"suppressions\": [{\"code\": \"AZR101\", \"resource\": \"*/routes/hole\", \"reason\": \"...\","
          + " \"expires\": \"2027-06-30\"}]}.")
    }
    var read: [Suppression] = []
    for (number, entry) in list.enumerated() {
      read.append(try suppression(entry, "\(path): suppression \(number + 1)"))
    }
    return read
  }

  private static func suppression(_ entry: JSONValue, _ place: String) throws(CommandError) -> Suppression {
    guard let reason = entry["reason"]?.text, !reason.isEmpty else {
      throw CommandError(message: "\(place) gives no reason", remedy: "Say in \"reason\" why the finding is accepted.")
    }
    guard let resource = entry["resource"]?.text, !resource.isEmpty else {
      throw CommandError(
        message: "\(place) names no resource", remedy: "Give its ID in \"resource\"; * stands for any text.")
    }
    var code: CheckCode?
    guard let written = entry["code"]?.text else {
      throw CommandError(message: "\(place) names no code", remedy: "Give it in \"code\"; * stands for any.")
    }
    if written != "*" {
      do throws(ArgumentValueError) {
        code = try CheckCode(argument: written)
      } catch {
        throw CommandError(message: "\(place) has code '\(written)': \(error.reason)")
      }
    }
    var expires: Day?
    if let text = entry["expires"]?.text {
      guard let day = Day(text) else {
        throw CommandError(message: "\(place) expires on '\(text)'", remedy: "Write the day as 2027-06-30.")
      }
      expires = day
    }
    return Suppression(code, resource: resource, reason: reason, expires: expires)
  }
}
