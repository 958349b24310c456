/// One news text with everything that was read out of it.
public struct Story: Sendable {
  /// Where it came from: the path as given, or below the folder given.
  public var name: String
  /// Its text.
  public var text: StoryText
  /// The language that it is written in.
  public var language: Language
  /// The parts of the page.
  public var layout: Layout
  /// What is being bought, of several deals in the order in which the text brings them up; not among `parties` unless it
  /// acts by itself.
  public var targets: [Party]
  /// Who acts in the deal, in the order in which the text brings them up.
  public var parties: [Party]
  /// Who claims come from, in the order in which the text brings them up.
  public var sources: [Source]
  /// Where target, parties and sources are denoted, by place.
  public var mentions: [Mention]
  /// The claims, by place.
  public var claims: [Claim]
  /// Where the narrator leaves the deal; `nil` if nothing is said of it.
  public var stage: Stage?
  /// By what copies of it are found; `nil` if it is too short or was not sketched.
  public var sketch: Sketch?
  /// Where it was published, as a URL, if its file says so; whatever the file says.
  public var address: String?
  /// What the reader has noted on it, on its claims and parties.
  public var remarks: [Remark] = []
  /// Whether the reader has read it.
  public var isRead = false

  /// Makes a story; what is not given is not there.
  public init(
    name: String, text: StoryText, language: Language, layout: Layout, targets: [Party] = [], parties: [Party] = [],
    sources: [Source] = [], mentions: [Mention] = [], claims: [Claim] = [], stage: Stage? = nil
  ) {
    self.name = name
    self.text = text
    self.language = language
    self.layout = layout
    self.targets = targets
    self.parties = parties
    self.sources = sources
    self.mentions = mentions
    self.claims = claims
    self.stage = stage
  }

  /// What is being bought, in the first deal that the story tells of.
  public var target: Party? { targets.first }

  /// Where it was published on the web, fit for a browser: no file may have one open or run anything else.
  public var webAddress: String? {
    guard let address, address.hasPrefix("https://") || address.hasPrefix("http://"), address.utf8.count <= 2000,
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    return address
  }

  /// The headline as one line, or the first words of the text, or the name of the file.
  public var title: String {
    guard let span = layout.first(.headline) ?? layout.blocks.first?.span else { return name }
    return text.string(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether `party`, an index in `parties`, is a source of `claim`, at any place of its chain.
  public func makes(_ party: Int, _ claim: Claim) -> Bool { claim.chain.contains { sources[$0].party == party } }

  /// What the reader has noted on `subject`.
  public func remark(on subject: Remark.Subject) -> Remark? { remarks.first { $0.subject == subject } }

  /// Whether the reader has put anything in it right.
  public var isCorrected: Bool {
    claims.contains { !$0.corrected.isEmpty } || (parties + targets).contains { !$0.corrected.isEmpty }
  }
}
