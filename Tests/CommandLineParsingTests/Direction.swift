import CommandLineParsing

enum Direction: String, CaseIterable, ArgumentValue {
  case inbound
  case outbound
}
