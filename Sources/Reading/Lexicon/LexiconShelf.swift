import Stories
import Synchronization

/// The lexicons of all languages, each loaded when the first story in its language comes: a story in one language
/// does not wait for the words of the others.
final class LexiconShelf: Sendable {
  private let names: NameList
  private let file: @Sendable (String) -> [UInt8]?
  private let english = Mutex<Lexicon?>(nil)
  private let french = Mutex<Lexicon?>(nil)

  init(names: NameList, file: @escaping @Sendable (String) -> [UInt8]?) {
    self.names = names
    self.file = file
  }

  /// The lexicon of `language`; throws `LexiconError` if it is missing or malformed.
  func lexicon(_ language: Language) throws(LexiconError) -> Lexicon {
    switch language {
    case .english:
      try english.withLock { (loaded: inout sending Lexicon?) throws(LexiconError) in try load(language, &loaded) }
    case .french:
      try french.withLock { (loaded: inout sending Lexicon?) throws(LexiconError) in try load(language, &loaded) }
    }
  }

  private func load(_ language: Language, _ loaded: inout Lexicon?) throws(LexiconError) -> Lexicon {
    if let loaded { return loaded }
    let lexicon = try Lexicon(language, names: names, file: file)
    loaded = lexicon
    return lexicon
  }
}
