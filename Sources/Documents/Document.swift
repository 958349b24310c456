/// One news text as it came out of a file, before anything is read out of it.
public struct Document: Sendable, Equatable {
  /// The text as valid UTF-8: the headline if the file has one, an empty line, and the paragraphs with an empty line between
  /// each and the next, without markup, white space only as single spaces within a line.
  public var text: [UInt8]
  /// What the file itself says of the text.
  public var facts: Facts
  /// Which part of the file it is: a message's number, a feed item's, a path within an archive, a filing's exhibit; `nil` if
  /// the file is one document.
  public var part: String?

  /// What a file says of its text in fields of its own, so that it need not be guessed from the words.
  public struct Facts: Sendable, Equatable {
    /// The headline, as the first paragraph of the text has it too.
    public var headline: String?
    /// The medium that published it, or the company that released it.
    public var outlet: String?
    /// Who wrote it.
    public var author: String?
    /// The day of publication as "YYYY-MM-DD".
    public var date: String?
    /// Where it was published: an absolute URL.
    public var address: String?
    /// The language as a BCP 47 tag, such as "fr" or "en-US".
    public var language: String?

    /// Makes facts; what is not given is not said.
    public init(
      headline: String? = nil, outlet: String? = nil, author: String? = nil, date: String? = nil,
      address: String? = nil,
      language: String? = nil
    ) {
      self.headline = headline
      self.outlet = outlet
      self.author = author
      self.date = date
      self.address = address
      self.language = language
    }
  }

  /// Makes a document.
  public init(text: [UInt8], facts: Facts = Facts(), part: String? = nil) {
    self.text = text
    self.facts = facts
    self.part = part
  }

  /// Makes a document of a headline, if there is one, and paragraphs.
  public init(headline: String?, paragraphs: [String], facts: Facts = Facts(), part: String? = nil) {
    var facts = facts
    let words = headline.map(InlineText.line) ?? ""
    facts.headline = words.isEmpty ? nil : words
    self.init(
      text: Array(((words.isEmpty ? [] : [words]) + paragraphs).joined(separator: "\n\n").utf8), facts: facts,
      part: part)
  }
}
