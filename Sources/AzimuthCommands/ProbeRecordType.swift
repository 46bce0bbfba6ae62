internal import CommandLineParsing
internal import DNSMessages

/// The types of records that can be asked for.
enum ProbeRecordType: String, CaseIterable, ArgumentValue {
  case a = "A"
  case aaaa = "AAAA"
  case cname = "CNAME"

  static var argumentPlaceholder: String { "TYPE" }

  var type: DNSRecordType {
    switch self {
    case .a: .a
    case .aaaa: .aaaa
    case .cname: .cname
    }
  }
}
