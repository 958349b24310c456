/// How a cell looks, in names: what they look like is the terminal's and the theme's business.
public struct Style: Hashable, Sendable {
  /// The colour of the characters.
  public var ink: Ink
  /// The colour behind them.
  public var ground: Ground
  /// What does not need colour.
  public var attributes: Attributes

  /// The names of the colours that characters have.
  public enum Ink: Hashable, Sendable {
    /// The terminal's own.
    case plain
    /// Less important than plain: keys' descriptions, labels.
    case muted
    /// What the eye should find first: names of keys, the current item.
    case accent
    /// Borders of panes without and with the focus.
    case border, focusedBorder
    /// Something went wrong.
    case alert
    /// One of the hues of parties, which repeat.
    case hue(UInt8)
    /// A certainty's own hue, in the order of `Claim.Certainty`: denied, reported, uncertain, hypothetical, asked.
    case denied, reported, uncertain, hypothetical, asked

    /// The hue of the party at the place `number` of a list.
    ///
    /// A cell holds its style, and there are thousands of cells: the place is kept in eight bits.
    public static func party(_ number: Int) -> Ink { .hue(UInt8(truncatingIfNeeded: number)) }
  }

  /// The names of the colours behind characters.
  public enum Ground: Hashable, Sendable {
    /// The terminal's own.
    case plain
    /// The current claim's, lifted off the page.
    case lifted
    /// The selected line of a list that has the focus.
    case selected
    /// The status line's.
    case bar
    /// A place that a search found, and the one that it stands on.
    case match, currentMatch
  }

  /// What does not need colour.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// A bit for each attribute.
    public let rawValue: UInt8
    /// Makes a set of bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier letters.
    public static let bold = Attributes(rawValue: 1)
    /// A line below.
    public static let underline = Attributes(rawValue: 2)
    /// Ink and ground exchanged.
    public static let reverse = Attributes(rawValue: 4)
    /// Fainter letters.
    public static let dim = Attributes(rawValue: 8)
    /// Slanted letters.
    public static let italic = Attributes(rawValue: 16)
  }

  /// Makes a style; what is not given is the terminal's own.
  public init(_ ink: Ink = .plain, on ground: Ground = .plain, _ attributes: Attributes = []) {
    self.ink = ink
    self.ground = ground
    self.attributes = attributes
  }

  /// The terminal's own look.
  public static let plain = Style()
}
