/// What an article is made of, in the order of the page.
public struct Layout: Sendable, Hashable {
  /// One part of the page: every byte of the text that is not white space belongs to exactly one.
  public struct Block: Sendable, Hashable {
    /// What the part is.
    public var kind: Kind
    /// The bytes from the first to the last character that is not white space; may hold line ends.
    public var span: Span

    /// Makes a block.
    public init(kind: Kind, span: Span) {
      self.kind = kind
      self.span = span
    }
  }

  /// The kinds of block.
  public enum Kind: String, Sendable, CaseIterable {
    /// The short line above the headline.
    case kicker
    case headline
    /// The paragraph between headline and body that sums the story up (chapô).
    case lede
    /// A photo credit or byline.
    case credit
    /// A line that says when (and where) the story was filed.
    case dateline
    case paragraph
    /// A catalogue number of the publisher, such as a web code, with its label.
    case reference
    /// A wire's end mark, such as "REUTER" or "ENDS".
    case signoff
  }

  /// The blocks, by their place.
  public var blocks: [Block]
  /// The publisher's catalogue number, without its label.
  public var reference: Span?
  /// Each credit once, however often it is printed, without brackets and label.
  public var credits: [Span]
  /// The day of the dateline or heading, as "YYYY-MM-DD"; `nil` if the story says none.
  public var date: String?
  /// The news medium that published the story, as byline, dateline or end mark tell; `nil` if none does.
  public var outlet: Wording?

  /// Makes a layout.
  public init(
    blocks: [Block] = [], reference: Span? = nil, credits: [Span] = [], date: String? = nil, outlet: Wording? = nil
  ) {
    self.blocks = blocks
    self.reference = reference
    self.credits = credits
    self.date = date
    self.outlet = outlet
  }

  /// The span of the first block of `kind`.
  public func first(_ kind: Kind) -> Span? { blocks.first { $0.kind == kind }?.span }
}
