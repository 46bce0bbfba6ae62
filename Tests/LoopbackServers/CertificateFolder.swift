/// Certificates of an authority of a test's own, made by OpenSSL.
public final class CertificateFolder: Sendable {
  public let folder: ScratchFolder

  /// The authority's certificate.
  public var authority: String { folder.file("ca.pem") }

  /// Whether OpenSSL's program is installed.
  public static var isInstalled: Bool { Daemon.path(of: "openssl") != nil }

  /// A folder with an authority; nil where OpenSSL fails.
  public init?() {
    guard let folder = ScratchFolder() else { return nil }
    self.folder = folder
    let configuration = """
      [ca]
      default_ca = own
      [own]
      new_certs_dir = \(folder.path)
      database = \(folder.write("", "index.txt"))
      serial = \(folder.write("01\n", "serial"))
      certificate = \(folder.file("ca.pem"))
      private_key = \(folder.file("ca.key"))
      default_md = sha256
      policy = anything
      copy_extensions = copy
      unique_subject = no
      [anything]
      commonName = supplied
      """
    folder.write(configuration, "ca.conf")
    let isMade = openssl([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
      folder.file("ca.key"), "-out", authority, "-subj", "/CN=Contoso Test Authority", "-days", "2",
    ])
    guard isMade else { return nil }
  }

  /// Makes a key and a certificate, `NAME.key` and `NAME.pem`; false where OpenSSL fails.
  ///
  /// - Parameter dates: From when to when, as `YYYYMMDDHHMMSSZ`; two days from now unless given.
  public func issue(_ name: String, subjectAlternativeName: String, dates: (from: String, until: String)? = nil) -> Bool
  {
    let request = openssl([
      "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
      folder.file("\(name).key"), "-out", folder.file("\(name).csr"), "-subj", "/CN=\(name)", "-addext",
      "subjectAltName=\(subjectAlternativeName)",
    ])
    let validity = dates.map { ["-startdate", $0.from, "-enddate", $0.until] } ?? ["-days", "2"]
    return request
      && openssl(
        ["ca", "-batch", "-notext", "-config", folder.file("ca.conf"), "-in", folder.file("\(name).csr"), "-out"]
          + [folder.file("\(name).pem")] + validity)
  }

  private func openssl(_ words: [String]) -> Bool {
    Daemon.run(["openssl"] + words, log: folder.file("output")) == 0
  }
}
