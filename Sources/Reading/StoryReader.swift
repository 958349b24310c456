import Stories

/// Reads stories out of bytes, with the lexicons that it was made with.
public struct StoryReader: Sendable {
  private let guess: LanguageGuess
  private let shelf: LexiconShelf

  /// Makes a reader with the lexicons that `file` returns: the bytes of a path below `Data`, `nil` if there is none.
  ///
  /// The lexicons of a language are loaded with the first story in it. Throws `LexiconError` for a lexicon of all
  /// languages that is missing or malformed.
  public init(file: @escaping @Sendable (String) -> [UInt8]?) throws(LexiconError) {
    let path = "lexicon/names.txt"
    guard let bytes = file(path) else { throw LexiconError(file: path, line: nil, problem: "the file is missing") }
    let names = try NameList(file: path, bytes: bytes)
    guess = try LanguageGuess(file: file)
    shelf = LexiconShelf(names: names, file: file)
  }

  /// The story in `bytes`, a file's whole content.
  ///
  /// Throws `ReadingError` if it holds no text, or if the lexicons of its language cannot be used.
  public func read(_ bytes: [UInt8], name: String) throws(ReadingError) -> Story {
    let text = try Decoding.text(bytes)
    let lexicon: Lexicon
    do throws(LexiconError) {
      lexicon = try shelf.lexicon(text.bytes.withUnsafeBufferPointer { guess.language(of: $0) })
    } catch {
      throw .lexicon(error)
    }
    return text.bytes.withUnsafeBufferPointer { read($0, text, name, lexicon) }
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>, _ text: StoryText, _ name: String, _ lexicon: Lexicon) -> Story
  {
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
