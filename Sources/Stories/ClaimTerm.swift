extension Claim {
  /// A figure of the deal that a claim holds: "$5.2 billion", "45 dollars par action", "12.5 pct".
  public struct Term: Sendable, Hashable {
    /// What it is the figure of.
    public var kind: Kind
    /// The amount in the currency's own unit ("840 pence" is 8.4 GBP), or in percent.
    public var amount: Double
    /// The currency's ISO 4217 code, or "%".
    public var unit: String
    /// The words: figure and unit, without "a share".
    public var span: Span

    /// The kinds of term, as the export spells them.
    public enum Kind: String, Sendable, CaseIterable {
      case price
      case pricePerShare = "price per share"
      case stake, premium
      /// What is paid if the deal falls through.
      case breakFee = "break fee"
    }

    /// Makes a term.
    public init(kind: Kind, amount: Double, unit: String, span: Span) {
      self.kind = kind
      self.amount = amount
      self.unit = unit
      self.span = span
    }
  }
}
