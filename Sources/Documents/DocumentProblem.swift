/// Why a document, or a part of one, cannot be opened.
public enum DocumentProblem: Error, Equatable, Sendable {
  /// It is broken or cut short, so that nothing can be made of it.
  case damaged(DocumentKind)
  /// It is whole, but has no text to read.
  case noText(DocumentKind)
  /// It is nested so deeply that only an attack is.
  case tooDeep(DocumentKind)
  /// It unfolds into more than `limit` bytes.
  case tooLarge(DocumentKind, limit: Int)
  /// It has more parts than are opened; how many were.
  case tooManyParts(DocumentKind, limit: Int)
  /// It is encrypted.
  case locked(DocumentKind)
  /// It needs a program that is not there, which comes with the package of that name.
  case needs(program: String, package: String)
  /// Its bytes could not be had; the system's error number.
  case system(Int32)
}
