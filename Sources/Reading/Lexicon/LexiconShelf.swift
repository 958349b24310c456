import Stories
import Synchronization

/// The lexicons, each loaded when it is first needed: a story in one language does not wait for the words of the others.
final class LexiconShelf: Sendable {
  private struct Loaded {
    var guess: LanguageGuess?
    var english: Lexicon?
    var french: Lexicon?
  }

  private let file: @Sendable (String) -> [UInt8]?
  private let loaded = Mutex(Loaded())

  init(file: @escaping @Sendable (String) -> [UInt8]?) { self.file = file }

  /// The lexicon of the language of `text`; throws `LexiconError` if one is missing or malformed.
  func lexicon(for text: UnsafeBufferPointer<UInt8>) throws(LexiconError) -> Lexicon {
    try loaded.withLock { (loaded: inout sending Loaded) throws(LexiconError) in
      let guess: LanguageGuess
      if let known = loaded.guess { guess = known } else { guess = try LanguageGuess(file: file) }
      loaded.guess = guess
      let language = guess.language(of: text)
      if let lexicon = language == .french ? loaded.french : loaded.english { return lexicon }
      let lexicon = try load(language)
      if language == .french { loaded.french = lexicon } else { loaded.english = lexicon }
      return lexicon
    }
  }

  /// The compiled lexicon if there is one, else that of the texts.
  private func load(_ language: Language) throws(LexiconError) -> Lexicon {
    if let image = file(LexiconImage.path(language)), let lexicon = LexiconImage.lexicon(language, in: image) {
      return lexicon
    }
    return try LexiconShelf.compile(language, file: file)
  }

  /// The lexicon of `language` from its texts.
  static func compile(_ language: Language, file: (String) -> [UInt8]?) throws(LexiconError) -> Lexicon {
    let path = "lexicon/names.txt"
    guard let bytes = file(path) else { throw LexiconError(file: path, line: nil, problem: "the file is missing") }
    return try Lexicon(language, names: try NameList(file: path, bytes: bytes), file: file)
  }
}
