import GitStore

extension SignatureFormat {
  /// What people call it.
  var title: String {
    switch self {
    case .openpgp: "OpenPGP"
    case .ssh: "SSH"
    case .x509: "X.509"
    }
  }
}
