import Stories

@testable import Reading

/// The stages of a reading up to who is in a story, for tests of the stages behind them.
struct ReadStages {
  let prose: Prose
  let cast: Cast
  let lexicon: Lexicon
  let text: String

  /// Hands the stages of `text` to `body`.
  static func with<Result>(
    _ text: String, _ language: Language = .english, _ body: (ReadStages) throws -> Result
  ) rethrows -> Result {
    let lexicon = language == .english ? english : french
    return try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var layout = PageLayout(lexicon, bytes)
      let page = layout.read()
      let prose = Prose(page, lexicon, bytes)
      let names = NameFinder(lexicon, prose)
      names.find()
      var cast = Cast(entities: names.entities, denotations: names.denotations)
      Affiliations(prose: prose).mark(&cast, byTopic: false)
      cast = Periphrases(prose, cast).resolve()
      Affiliations(prose: prose).mark(&cast)
      return try body(ReadStages(prose: prose, cast: cast, lexicon: lexicon, text: text))
    }
  }

  private static let english = lexiconOf(.english)
  private static let french = lexiconOf(.french)

  /// The tokens of the last place where `words` stand.
  func tokens(_ words: String) -> Range<Int> {
    let utf8 = Array(text.utf8)
    let wanted = Array(words.utf8)
    let start = (0...utf8.count - wanted.count).last { utf8[$0..<$0 + wanted.count].elementsEqual(wanted) }!
    let first = prose.tokens.firstIndex { Int($0.end) > start }!
    let last = prose.tokens.lastIndex { Int($0.start) < start + wanted.count }!
    return first..<last + 1
  }

  /// The name of an entity without its legal form.
  func name(_ entity: Int) -> String {
    let found = cast.entities[entity]
    if found.known >= 0 { return lexicon.names[found.known].name.english }
    let bytes = Array(text.utf8)[found.span.range]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whom the text names, but for places, in their order.
  var names: [String] {
    cast.entities.indices.filter { cast.entities[$0].count > 0 && cast.entities[$0].kind != .place }.map(name)
  }

  /// Who speaks in each of `sources`, which stand in this order: a name, or "anonymous".
  func speakers(_ sources: [String]) -> [String] {
    var speakers = Speakers(prose, cast)
    return sources.map { words in
      let range = tokens(words)
      let sentence = prose.sentences.last { $0.tokens.lowerBound <= range.lowerBound }!
      guard let speaker = speakers.speaker(range, in: sentence) else { return "nobody" }
      speakers.note(speaker, as: range)
      switch speaker {
      case .entity(let entity): return name(entity)
      case .anonymous: return "anonymous"
      case .described(let span, _): return String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
      }
    }
  }
}

private func lexiconOf(_ language: Language) -> Lexicon { lexicon(language) }
