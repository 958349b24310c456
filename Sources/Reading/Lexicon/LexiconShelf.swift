import Stories
import Synchronization

/// The lexicons, each loaded when it is first needed: the first story waits for no word that it has not, and none for those
/// of another language.
final class LexiconShelf: Sendable {
  private struct Loaded {
    var names: NameList?
    var guess: LanguageGuess?
    var english: Lexicon?
    var french: Lexicon?
    /// Whether a story was read, so that it pays to load all words.
    var isUsed = false
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
      let names: NameList
      if let known = loaded.names { names = known } else { names = try nameList() }
      loaded.names = names
      guard loaded.isUsed else {
        loaded.isUsed = true
        return try Lexicon(language, names: names, for: StoryWords(text), file: file)
      }
      let lexicon = try Lexicon(language, names: names, file: file)
      if language == .french { loaded.french = lexicon } else { loaded.english = lexicon }
      return lexicon
    }
  }

  private func nameList() throws(LexiconError) -> NameList {
    let path = "lexicon/names.txt"
    guard let bytes = file(path) else { throw LexiconError(file: path, line: nil, problem: "the file is missing") }
    return try NameList(file: path, bytes: bytes)
  }
}
