/// A language that stories are written in and that the interface speaks.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case french = "fr"
}

/// A word or name as each language of the interface says it.
public struct Wording: Hashable, Sendable {
  /// The English form.
  public var english: String
  /// The French form.
  public var french: String

  /// Makes a wording with one form a language.
  public init(english: String, french: String) {
    self.english = english
    self.french = french
  }

  /// Makes a wording that is the same in every language, as most names are.
  public init(_ same: String) { self.init(english: same, french: same) }

  /// The form in `language`.
  public subscript(language: Language) -> String { language == .french ? french : english }
}
