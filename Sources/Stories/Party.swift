/// Whoever acts in the deal: a company, a government, a regulator, a fund, a person standing for one of them.
public struct Party: Sendable, Hashable {
  /// The stable name for files and other programs: lower-case letters, digits and hyphens ("us-government").
  public var id: String
  /// The name that is shown.
  public var name: Wording
  /// What kind of actor it is.
  public var kind: Kind
  /// Its part in the deal; `nil` if the text does not tell.
  public var role: Role?
  /// What of it the reader has put right.
  public var corrected: Corrected = []

  /// The parts of a party that a reader can put right.
  public struct Corrected: OptionSet, Sendable, Hashable {
    /// The parts as bits.
    public let rawValue: UInt8

    /// Makes a set of the parts that are bits of `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It was split from another one, or another one is a part of it.
    public static let party = Corrected(rawValue: 1)
    /// What it is called.
    public static let name = Corrected(rawValue: 2)
    /// Its part in the deal.
    public static let role = Corrected(rawValue: 4)
  }

  /// The kinds of party, as the export spells them.
  public enum Kind: String, Sendable, CaseIterable {
    case company, government, regulator, fund, person, other
  }

  /// A party's part in the deal, as the export spells it.
  public enum Role: String, Sendable, CaseIterable {
    case target, seller, bidder, partner, shareholder, adviser, regulator, government
  }

  /// Whether it has no name of its own, but is called by what it is, a part of a business most often: "tube division", "famille Roe".
  ///
  /// The same words may be said of somebody else's part; `id` tells whose it is.
  public var isDescribed: Bool {
    guard kind == .other, let first = name.english.unicodeScalars.first else { return false }
    return first.properties.isLowercase || (0x30...0x39).contains(first.value)
  }

  /// Makes a party.
  public init(id: String, name: Wording, kind: Kind, role: Role? = nil) {
    self.id = id
    self.name = name
    self.kind = kind
    self.role = role
  }
}
