/// Finds what could stand in place of the last word of a command line.
struct CompletionResolver {
  let root: CommandOutline
  let context: @Sendable () async throws -> any Sendable

  /// The candidates for the last of `words`, those after the program's name; a leading `--` is dropped.
  func reply(to words: [String]) async -> CompletionReply {
    var rest = (words.first == "--" ? words.dropFirst() : words[...])
    let prefix = rest.popLast() ?? ""
    if rest.first == "help" { return commands(under: rest.dropFirst(), prefix: prefix) }
    var outline = root
    while outline.isGroup {
      guard let word = rest.popFirst() else { return commandWord(of: outline, prefix: prefix) }
      guard let child = outline.children.first(where: { $0.name == word }) else { return CompletionReply() }
      outline = child
    }
    return await commandInput(of: outline.inputs, words: rest, prefix: prefix)
  }

  private func commands(under path: ArraySlice<String>, prefix: String) -> CompletionReply {
    let listed = root.descendant(path)?.listedChildren ?? []
    return matching(prefix, listed.map { CompletionCandidate($0.name, $0.summary) })
  }

  private func commandWord(of outline: CommandOutline, prefix: String) -> CompletionReply {
    guard prefix.hasPrefix("-") else { return commands(under: outline.path.dropFirst(), prefix: prefix) }
    let version = outline.path.count == 1 ? [CompletionCandidate("--version", "Show the version.")] : []
    return matching(prefix, [Self.help] + version)
  }

  private func commandInput(of inputs: [Input], words: ArraySlice<String>, prefix: String) async -> CompletionReply {
    let scanner = CommandLineScanner(words, inputs: inputs)
    let request = self.request(prefix: prefix, inputs: inputs, tokens: scanner.tokens)
    if case .missingValue(let index, nil)? = scanner.tokens.last, !scanner.optionsEnded {
      return await values(of: inputs[index], request: request, lead: "")
    }
    if !scanner.optionsEnded, prefix.hasPrefix("--"), let equals = prefix.firstIndex(of: "=") {
      let name = prefix[..<equals].dropFirst(2)
      guard let input = inputs.first(where: { $0.kind == .option && $0.name == name }) else { return CompletionReply() }
      let value = String(prefix[prefix.index(after: equals)...])
      return await values(
        of: input, request: self.request(prefix: value, inputs: inputs, tokens: scanner.tokens), lead: "--\(name)=")
    }
    if !scanner.optionsEnded, prefix.hasPrefix("-") {
      return options(inputs, tokens: scanner.tokens, prefix: prefix)
    }
    let places = inputs.filter { $0.kind == .argument }
    let place = request.arguments.count
    let argument = place < places.count ? places[place] : places.last.flatMap { $0.isRepeatable ? $0 : nil }
    guard let argument else { return CompletionReply() }
    return await values(of: argument, request: request, lead: "")
  }

  private func request(prefix: String, inputs: [Input], tokens: [CommandLineScanner.Token]) -> CompletionRequest {
    var arguments: [String] = []
    var options: [String: [String]] = [:]
    for token in tokens {
      switch token {
      case .argument(let word): arguments.append(word)
      case .value(let index, let text): options[inputs[index].name, default: []].append(text)
      default: break
      }
    }
    return CompletionRequest(prefix: prefix, arguments: arguments, options: options)
  }

  /// The options that may still be given.
  private func options(_ inputs: [Input], tokens: [CommandLineScanner.Token], prefix: String) -> CompletionReply {
    let given = tokens.compactMap { token -> Int? in
      switch token {
      case .value(let index, _), .flag(let index), .unexpectedValue(let index, _), .missingValue(let index, _): index
      case .argument, .help, .unknown: nil
      }
    }
    let free = inputs.indices.filter {
      inputs[$0].kind != .argument && (inputs[$0].isRepeatable || !given.contains($0))
    }
    return matching(prefix, free.map { CompletionCandidate(inputs[$0].title, inputs[$0].help) } + [Self.help])
  }

  private func values(of input: Input, request: CompletionRequest, lead: String) async -> CompletionReply {
    switch input.completion {
    case .automatic: matching(request.prefix, input.allowed.map { CompletionCandidate($0) }, lead: lead)
    case .files: CompletionReply(paths: .files)
    case .folders: CompletionReply(paths: .folders)
    case .values(let candidates): matching(request.prefix, candidates, lead: lead)
    case .lookup(let candidates): matching(request.prefix, await lookUp(candidates, request), lead: lead)
    }
  }

  private func lookUp(
    _ candidates: @Sendable (any Sendable, CompletionRequest) async -> [CompletionCandidate],
    _ request: CompletionRequest
  ) async -> [CompletionCandidate] {
    guard let context = try? await context() else { return [] }
    return await candidates(context, request)
  }

  private func matching(_ prefix: String, _ candidates: [CompletionCandidate], lead: String = "") -> CompletionReply {
    let folded = prefix.lowercased()
    let matches = candidates.filter { $0.word.lowercased().hasPrefix(folded) }
    return CompletionReply(candidates: matches.map { CompletionCandidate(lead + $0.word, $0.note) })
  }

  private static let help = CompletionCandidate("--help", "Show help for the command.")
}
