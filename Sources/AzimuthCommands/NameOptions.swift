internal import CommandLineParsing
internal import Estate
internal import NameResolution

/// The options that say what no snapshot holds of names.
struct NameOptions: SharedOptions {
  static let title = "Name options"

  @Option(
    "DNS servers of your own, hosts files and public names, described in a file (see docs/dns.md); repeatable",
    placeholder: "FILE", completion: .files)
  var dns: [String]

  /// What the files say together; of servers with one address the first counts.
  ///
  /// - Throws: `CommandError` with file and place of what can't be read.
  func names(_ estate: Estate) throws(CommandError) -> DeclaredNames {
    var all = DeclaredNames()
    for file in dns {
      let document = try JSONInputFile.read(file)
      do throws(DeclaredNamesError) {
        all.merge(try DeclaredNames(document, estate))
      } catch {
        throw CommandError(
          message: "\(file): \(error)", remedy: "The format: docs/dns.md; {\"servers\": [...], \"onPremises\": {...}}")
      }
    }
    return all
  }
}
