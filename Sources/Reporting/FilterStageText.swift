internal import Filtering
internal import TerminalText

/// One filter's word in words.
enum FilterStageText {
  /// The group's name; for a security admin configuration, its network manager's too.
  static func name(_ stage: FilterStage) -> String { DisplayName.of(stage.group) }

  /// What kind of filter it is.
  static func kind(_ stage: FilterStage) -> String {
    stage.kind == .securityAdmin ? "security admin configuration" : "network security group"
  }

  static func result(_ stage: FilterStage) -> (text: String, style: Style) {
    switch stage.outcome {
    case .allowed: ("allows", .success)
    case .alwaysAllowed: ("always allows", .success)
    case .denied: ("denies", .error)
    case .passed: ("no rule covers it", .dim)
    case .unknown: ("unknown", .warning)
    }
  }
}
