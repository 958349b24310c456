import Stories

/// Reads stories out of bytes, with the lexicons that it was made with.
public struct StoryReader: Sendable {
  private let guess: LanguageGuess
  private let english: Lexicon
  private let french: Lexicon

  /// Makes a reader with the lexicons that `file` returns: the bytes of a path below `Data`, `nil` if there is none.
  ///
  /// Throws `LexiconError` for a lexicon that is missing or malformed.
  public init(file: (String) -> [UInt8]?) throws(LexiconError) {
    let path = "lexicon/names.txt"
    guard let bytes = file(path) else { throw LexiconError(file: path, line: nil, problem: "the file is missing") }
    let names = try NameList(file: path, bytes: bytes)
    guess = try LanguageGuess(file: file)
    english = try Lexicon(.english, names: names, file: file)
    french = try Lexicon(.french, names: names, file: file)
  }

  /// The story in `bytes`, a file's whole content.
  ///
  /// Throws `ReadingError` if it holds no text.
  public func read(_ bytes: [UInt8], name: String) throws(ReadingError) -> Story {
    let text = try Decoding.text(bytes)
    return text.bytes.withUnsafeBufferPointer { read($0, text, name) }
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>, _ text: StoryText, _ name: String) -> Story {
    let lexicon = guess.language(of: bytes) == .french ? french : english
    var layout = PageLayout(lexicon, bytes)
    let page = layout.read()
    let prose = Prose(page, lexicon, bytes)
    var names = NameFinder(lexicon, bytes, page, prose.sentences)
    names.find()
    var cast = Cast(entities: names.entities, denotations: names.denotations)
    Affiliations(prose: prose).mark(&cast)
    var periphrases = Periphrases(page, prose.sentences, cast)
    cast = periphrases.resolve()
    var finder = AttributionFinder(prose)
    var attributions = finder.find()
    Relays(prose: prose).add(to: &attributions)
    var roles = Roles(prose, cast)
    let deal = roles.decide()
    let statements = OwnVoice(prose: prose, cast: cast).statements(attributions)
    var builder = StoryBuilder(lexicon, text, page, prose, cast, deal)
    return builder.build(name: name, attributions, statements)
  }
}
