/// Who a claim comes from: a party's own statement, a news agency, a newspaper, a person, "people familiar".
public struct Source: Sendable, Hashable {
  /// The stable name for files and other programs; a party's own id if the source is a party.
  public var id: String
  /// The name that is shown.
  public var name: Wording
  /// What kind of source it is.
  public var kind: Kind
  /// The index in `Story.parties` of the party that speaks, if it is one.
  public var party: Int?

  /// The kinds of source, as the export spells them.
  public enum Kind: String, Sendable, CaseIterable {
    case party
    case newsAgency = "news agency"
    case newspaper, broadcaster, website, official, analyst, person
    /// An unnamed source, such as "people familiar with the matter".
    case anonymous
  }

  /// Makes a source.
  public init(id: String, name: Wording, kind: Kind, party: Int? = nil) {
    self.id = id
    self.name = name
    self.kind = kind
    self.party = party
  }
}
