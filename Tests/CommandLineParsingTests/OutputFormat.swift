import CommandLineParsing

enum OutputFormat: String, CaseIterable, ArgumentValue {
  case table
  case json
  case csv
  case tsv
  case yaml
  case none
}
