/// The colours of pictures: readable on white, and told apart without seeing red and green.
enum GraphColour {
  static let text = "#1b1b1b"
  static let dim = "#555555"
  static let line = "#444444"
  static let back = "#1f5fae"
  static let error = "#b00020"
  static let warning = "#a15c00"
  static let network = "#eef4fb"
  static let networkLine = "#9db9d8"
  static let subnet = "#ffffff"
}
