/// What the parser finds wrong, before the text is copied into an `AddressParseError`.
@usableFromInline struct AddressFault: Error {
  @usableFromInline let reason: AddressParseError.Reason
  @usableFromInline let offset: Int

  init(_ reason: AddressParseError.Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
