/// What one reader of elements keeps from one to the next: values that snapshots repeat.
///
/// It changes no answer, and it isn't shared between threads: each has its own, and with it its own values, so that no
/// two of them count references to one.
package struct DecodingMemory {
  var rules = SecurityRuleReader()

  package init() {}
}
