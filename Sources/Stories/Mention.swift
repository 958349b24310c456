/// A place in the text that denotes the target, a party or a source.
public struct Mention: Sendable, Hashable {
  /// The words.
  public var span: Span
  /// Who they denote.
  public var referent: Referent
  /// How they denote it.
  public var form: Form

  /// Who a mention denotes.
  public enum Referent: Sendable, Hashable {
    /// An index in `Story.targets`.
    case target(Int)
    /// An index in `Story.parties`; a party that is a source too is denoted as a party.
    case party(Int)
    /// An index in `Story.sources`.
    case source(Int)
  }

  /// How the words denote it.
  public enum Form: String, Sendable {
    case name, periphrase, pronoun
  }

  /// Makes a mention.
  public init(span: Span, referent: Referent, form: Form) {
    self.span = span
    self.referent = referent
    self.form = form
  }
}
