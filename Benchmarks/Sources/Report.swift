/// Prints one line of figures: `name: figure, figure`.
func report(_ name: String, _ measurement: Measurement, _ more: String...) {
  let times = "\(seconds(measurement.wall)) wall, \(seconds(measurement.processor)) processor"
  print(([name + ": " + times] + more).joined(separator: ", "))
}

/// A time in the unit that suits it.
func seconds(_ time: Double) -> String {
  if time < 0.001 { return "\(rounded(time * 1e6, 1)) µs" }
  return time < 1 ? "\(rounded(time * 1e3, 1)) ms" : "\(rounded(time, 2)) s"
}

/// A size in megabytes of 10^6 bytes.
func megabytes(_ bytes: Int) -> String { "\(rounded(Double(bytes) / 1e6, 1)) MB" }

/// A number with so many digits behind the point.
func rounded(_ number: Double, _ digits: Int) -> String {
  let scale = [1.0, 10, 100][digits]
  let value = (number * scale).rounded() / scale
  return digits == 0 ? "\(Int(value))" : "\(value)"
}
