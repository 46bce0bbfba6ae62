internal import AzureResources
internal import IPAddressing
internal import Findings
internal import ProbeRecords

/// The proxy, and the public URLs behind it.
extension MigrateVerifier {
  /// Private names must not go through the proxy, unless it resolves them to the private addresses and has a way there.
  func bypassChecks(_ names: [MigrateName]) -> [Check] {
    guard let proxy = question.proxy else { return [] }
    let bypass = question.bypass ?? ProxyBypass("")
    var checks = names.map { name -> Check in
      if let entry = bypass.entry(for: name.name) {
        return Check(.migrateProxyNotBypassed, .pass, "\(name.name) goes past the proxy (\(entry))")
      }
      let through = question.probes.connections.last { $0.host == name.name && $0.port == 443 && $0.proxy != nil }
      if through?.isOpen == true {
        return Check(
          .migrateProxyNotBypassed, .warning,
          "\(name.name) goes through the proxy \(proxy), which reaches it; which address it uses can't be seen")
      }
      return Check(
        .migrateProxyNotBypassed, .fail,
        "\(name.name) would go through the proxy \(proxy), which has to resolve and reach it privately", nil,
        remedy: Remedy("add the name to the proxy's bypass list, such as \(Self.suggestion(name))"))
    }
    let wide = MigratePublicURL.all(in: question.cloud).filter { url in
      url.pattern.contains(".blob.") && bypass.entry(for: "any\(url.pattern.dropFirst())") != nil
    }
    checks += wide.map { url in
      Check(
        .migrateProxyNotBypassed, .warning,
        "the bypass list covers \(url.pattern): public downloads from there go past the proxy as well, and need a way out"
          + " of their own", nil, remedy: Remedy("list the project's own storage account instead"))
    }
    return checks
  }

  private static func suggestion(_ name: MigrateName) -> String {
    guard let kind = name.kind else { return name.name }
    return kind.usesAlias ? name.name : "*.\(kind.zone)"
  }

  /// Public URLs that the appliance needs; judged only where they were probed.
  func publicChecks(_ urls: [MigratePublicURL]) -> [Check] {
    guard !question.probes.connections.isEmpty else {
      return urls.filter(\.isRequired).isEmpty
        ? []
        : [
          Check(
            .migratePublicURL, .skipped,
            "\(urls.count { $0.isRequired }) required public URLs were not probed: run with --probe on the appliance")
        ]
    }
    return urls.compactMap(publicCheck)
  }

  func publicCheck(_ url: MigratePublicURL) -> Check? {
    let own = question.probes.connections.filter { connection in
      connection.port == 443 && (connection.host == url.probe || url.covers(connection.host))
        && (connection.address.map { !$0.isPrivate } ?? true || connection.proxy != nil || connection.host == url.probe)
        && !names.contains { $0.name == connection.host }
    }
    guard let newest = own.last else {
      guard url.isRequired else { return nil }
      return Check(.migratePublicURL, .skipped, "\(url.pattern) was not probed (\(url.purpose))")
    }
    let via = newest.proxy.map { " through \($0)" } ?? " directly"
    guard newest.isOpen else {
      return Check(
        .migratePublicURL, url.isRequired ? .fail : .warning,
        "\(url.pattern) can't be reached\(via): \(newest.host): \(newest.error ?? newest.outcome) (\(url.purpose))",
        nil,
        detail: [.init("host", newest.host), .init("outcome", newest.outcome)],
        remedy: Remedy("let the appliance out to \(url.pattern), port 443, in the firewall or the proxy"))
    }
    let isPrivate = newest.proxy == nil && newest.address?.isPrivate == true
    return Check(
      .migratePublicURL, isPrivate ? .warning : .pass,
      "\(url.pattern) opens\(via) (\(newest.host))"
        + (isPrivate ? ", at a private address: it has a private endpoint of its own in this view of DNS" : ""))
  }
}
