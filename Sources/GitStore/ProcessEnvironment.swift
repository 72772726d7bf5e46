import Glibc

/// The value of a variable that this process was started with.
func inherited(_ variable: String) -> String? {
  unsafe getenv(variable).map { unsafe String(cString: $0) }
}
