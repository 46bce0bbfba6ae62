/// Text as Windows PowerShell's `>` writes it: UTF-16 with a byte-order mark.
enum UTF16Text {
  static func isUTF16(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff])
  }

  /// The text in UTF-8 without its mark; broken surrogates become U+FFFD.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let isLittle = bytes[0] == 0xff
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? first | second << 8 : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// How far into the UTF-16 text, mark included, a part of its conversion reaches.
  static func offset(after converted: UnsafeRawBufferPointer) -> Int {
    2 + 2 * String(decoding: converted, as: UTF8.self).utf16.count
  }
}
