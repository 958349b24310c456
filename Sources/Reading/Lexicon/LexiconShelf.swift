import Stories
import Synchronization

/// What the program knows of one language: its words, and how its stories attribute.
final class LanguagePack: Sendable {
  let lexicon: Lexicon
  let model: Model

  init(lexicon: Lexicon, model: Model) {
    self.lexicon = lexicon
    self.model = model
  }
}

/// The language packs, each loaded when it is first needed: a story in one language does not wait for the words of the
/// others.
final class LexiconShelf: Sendable {
  private struct Loaded {
    var guess: LanguageGuess?
    var english: LanguagePack?
    var french: LanguagePack?
  }

  private let file: @Sendable (String) -> [UInt8]?
  private let image: @Sendable (String) -> UnsafeRawBufferPointer?
  private let loaded = Mutex(Loaded())

  init(
    file: @escaping @Sendable (String) -> [UInt8]?,
    image: @escaping @Sendable (String) -> UnsafeRawBufferPointer? = { _ in nil }
  ) {
    self.file = file
    self.image = image
  }

  /// The pack of the language of `text`; throws `LexiconError` if a file is missing or malformed.
  func pack(for text: UnsafeBufferPointer<UInt8>) throws(LexiconError) -> LanguagePack {
    // Many threads read at the same time: none keeps the others from what is loaded for longer than it takes to fetch it.
    let guess = try loaded.withLock { (loaded: inout sending Loaded) throws(LexiconError) -> LanguageGuess in
      if let known = loaded.guess { return known }
      let made = try loadGuess()
      loaded.guess = made
      return made
    }
    let language = guess.language(of: text)
    return try loaded.withLock { (loaded: inout sending Loaded) throws(LexiconError) -> LanguagePack in
      if let pack = language == .french ? loaded.french : loaded.english { return pack }
      let pack = LanguagePack(lexicon: try load(language), model: try loadModel(language))
      if language == .french { loaded.french = pack } else { loaded.english = pack }
      return pack
    }
  }

  private func loadGuess() throws(LexiconError) -> LanguageGuess {
    if let image = image(LanguageGuess.imagePath), let guess = LanguageGuess(image: image) { return guess }
    return try LanguageGuess(file: file)
  }

  /// The compiled lexicon if there is one, else that of the texts.
  private func load(_ language: Language) throws(LexiconError) -> Lexicon {
    if let image = image(LexiconImage.path(language)), let lexicon = LexiconImage.lexicon(language, in: image) {
      return lexicon
    }
    return try LexiconShelf.compile(language, file: file)
  }

  /// The compiled model if there is one, else that of the texts.
  private func loadModel(_ language: Language) throws(LexiconError) -> Model {
    if let image = image(Model.imagePath(language)), let model = Model(image: image) { return model }
    return try Model(language, file: file)
  }

  /// The lexicon of `language` from its texts.
  static func compile(_ language: Language, file: (String) -> [UInt8]?) throws(LexiconError) -> Lexicon {
    let path = "lexicon/names.txt"
    guard let bytes = file(path) else { throw LexiconError(file: path, line: nil, problem: "the file is missing") }
    return try LexiconBuilder(language, names: try NameList(file: path, bytes: bytes), file: file).made
  }
}
