import Stories

/// A query that says nothing sensible.
public struct QueryError: Error, Hashable, Sendable {
  /// What is wrong, without a stop.
  public var wording: Wording
  /// Where it stands, in bytes of the query's UTF-8.
  public var place: Span
}

extension Query {
  /// Reads a query.
  ///
  /// One that is not `finished` is still being typed: what is missing at its end is no error.
  public init(_ text: String, finished: Bool = true) throws(QueryError) {
    var parser = QueryParser(text, isFinished: finished)
    self = try parser.read()
  }
}

/// Reads `party:oracle certainty:reported date:2020-09.. "code source" word -word`.
private struct QueryParser {
  private let text: String
  private let bytes: [UInt8]
  private let isFinished: Bool
  private var place = 0
  private var query = Query()

  init(_ text: String, isFinished: Bool) {
    self.text = text
    bytes = Array(text.utf8)
    self.isFinished = isFinished
  }

  mutating func read() throws(QueryError) -> Query {
    var scoped = false
    while true {
      skipBlanks()
      if place == bytes.count { break }
      let start = place
      let isExcluded = eat(UInt8(ascii: "-"))
      if let (field, key) = try key() {
        if field == .scope {
          if isExcluded { throw error("“-” cannot stand before “\(key)”", "« - » ne va pas devant « \(key) »", start) }
          try scope()
          scoped = true
        } else {
          let values = try values(of: key)
          if values.isEmpty { continue }
          query.terms.append(Query.Term(condition: try condition(field, values), isExcluded: isExcluded))
        }
        continue
      }
      guard let word = try word(before: { _ in false }) else { continue }
      // Marks without a letter say nothing: "AT & T".
      guard let pattern = Pattern(word.text, isOpen: word.isOpen) else { continue }
      query.terms.append(Query.Term(condition: .words(pattern), isExcluded: isExcluded))
    }
    if isFinished, query.terms.isEmpty {
      if scoped { throw error("there is nothing to look for", "il n’y a rien à chercher", 0) }
      throw error("the query is empty", "la recherche est vide", 0)
    }
    return query
  }

  // MARK: Reading

  private struct Word {
    var text: String
    var place: Span
    /// Whether the last word may go on: it was not closed by a quotation mark.
    var isOpen: Bool
  }

  /// The scalar at `place`, folded, with its bytes.
  private func step(_ place: Int) -> Folding.Step { bytes.withUnsafeBufferPointer { Folding.step($0, place) } }

  private mutating func skipBlanks() {
    while place < bytes.count {
      let step = step(place)
      guard step.first == Folding.space || step.first == 0 else { return }
      place += step.bytes
    }
  }

  private mutating func eat(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// The field that is named here, if a run of letters before a colon is; the place is then behind the colon.
  private mutating func key() throws(QueryError) -> (QueryField, String)? {
    var end = place
    while end < bytes.count, bytes[end] != UInt8(ascii: ":") {
      let byte = bytes[end]
      guard byte >= 0x80 || byte | 0x20 &- 0x61 < 26 else { return nil }
      let step = step(end)
      if step.first == 0x22 || step.first == Folding.space { return nil }
      end += step.bytes
    }
    guard end < bytes.count, end > place else { return nil }
    let name = string(place..<end)
    guard let field = QueryField(name) else {
      let fields = QueryField.allCases
      throw error(
        "there is no field “\(name)”; there are \(list(fields.map(\.name.english))) (words with a colon go in quotes)",
        "il n’y a pas de champ « \(name) » ; il y a \(list(fields.map(\.name.french))) (entre guillemets, le deux-points est un signe)",
        place..<end)
    }
    place = end + 1
    return (field, name)
  }

  /// The word or the quoted words at the place; `nil` if nothing stands there.
  private mutating func word(before isEnd: (UInt8) -> Bool) throws(QueryError) -> Word? {
    guard place < bytes.count else { return nil }
    let start = place
    let first = step(place)
    let mark: UInt32 = 0x22
    if first.first == mark {
      place += first.bytes
      let inner = place
      // What is copied between straight marks may hold others: the next straight one closes, if there is one.
      let straight = UInt8(ascii: "\"")
      let isStraight = bytes[start] == straight && bytes[inner...].contains(straight)
      while place < bytes.count {
        let step = step(place)
        if step.first == mark, !isStraight || bytes[place] == straight {
          let word = Word(text: string(inner..<place), place: Span(start, place + step.bytes), isOpen: false)
          place += step.bytes
          return word
        }
        place += step.bytes
      }
      if isFinished { throw error("this quotation is not closed", "ces guillemets ne sont pas fermés", start..<place) }
      return Word(text: string(inner..<place), place: Span(start, place), isOpen: true)
    }
    while place < bytes.count, !isEnd(bytes[place]) {
      let step = step(place)
      if step.first == mark || step.first == Folding.space { break }
      place += step.bytes
    }
    return start == place ? nil : Word(text: string(start..<place), place: Span(start, place), isOpen: true)
  }

  /// The values behind a field's colon.
  private mutating func values(of key: String) throws(QueryError) -> [Word] {
    let start = place
    var values: [Word] = []
    repeat {
      if let word = try word(before: { $0 == UInt8(ascii: ",") }) { values.append(word) }
    } while eat(UInt8(ascii: ","))
    if values.isEmpty, isFinished || place < bytes.count {
      throw error("“\(key):” needs a value right behind it", "« \(key): » veut une valeur juste après", start)
    }
    return values
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: Meaning

  private mutating func scope() throws(QueryError) {
    let start = place
    let values = try values(of: "in")
    if values.isEmpty { return }
    let names: [(Query.Scope, Wording)] = [
      (.claims, Wording(english: "claims", french: "affirmations")), (.text, Wording(english: "text", french: "texte")),
    ]
    let chosen = try choose(values, among: names.map { ($0.0, [$0.1.english, $0.1.french], $0.1) })
    guard chosen.count == 1, let scope = chosen.first else {
      throw error("words are looked for in claims or in text", "on cherche dans affirmations ou dans texte", start)
    }
    query.scope = scope
  }

  private func condition(_ field: QueryField, _ values: [Word]) throws(QueryError) -> Query.Condition {
    switch field {
    case .party: return .party(try patterns(values))
    case .about: return .about(try patterns(values))
    case .source: return .source(try patterns(values))
    case .deal: return .deal(try patterns(values))
    case .outlet: return .outlet(try patterns(values))
    case .certainty:
      let all = Claim.Certainty.allCases
      return .certainty(try choose(values, among: all.map { ($0, [$0.rawValue, $0.wording.french], $0.wording) }))
    case .stage:
      let all = Stage.allCases
      return .stage(try choose(values, among: all.map { ($0, [$0.rawValue, $0.wording.french], $0.wording) }))
    case .manner:
      let all = Claim.Manner.allCases
      return .manner(try choose(values, among: all.map { ($0, [$0.rawValue, $0.wording.french], $0.wording) }))
    case .date:
      var ranges: [ClosedRange<Int32>] = []
      for value in values { ranges.append(try dates(value)) }
      return .date(ranges)
    case .note: return .note(try patterns(values))
    case .tag: return .tag(try patterns(values))
    case .state: return .state(try states(values))
    case .scope: preconditionFailure("the scope is no condition")
    }
  }

  /// What `is:` asks for; what can be said of stories and what of claims does not go into one list.
  private func states(_ values: [Word]) throws(QueryError) -> Set<QueryState> {
    var chosen: Set<QueryState> = []
    for value in values {
      guard let pattern = Pattern(value.text, isOpen: value.isOpen), let state = QueryState(pattern) else {
        throw isNone(value, of: QueryState.allCases.map(\.wording))
      }
      if let other = chosen.first, other.isOfStory != state.isOfStory {
        let (story, claim) = state.isOfStory ? (state, other) : (other, state)
        let terms = Language.allCases.map { language in
          [story, claim].map { "\(QueryField.state.name[language]):\($0.wording[language])" }.joined(separator: " ")
        }
        throw error(
          "“\(story.wording.english)” is said of a story, “\(claim.wording.english)” of a claim; write \(terms[0])",
          "« \(story.wording.french) » se dit d’un article, « \(claim.wording.french) » d’une affirmation ; écrivez \(terms[1])",
          value.place.range)
      }
      chosen.insert(state)
    }
    return chosen
  }

  private func patterns(_ values: [Word]) throws(QueryError) -> [Pattern] {
    var patterns: [Pattern] = []
    for value in values {
      guard let pattern = Pattern(value.text, isOpen: value.isOpen) else {
        throw error("a name has letters", "un nom a des lettres", value.place.range)
      }
      patterns.append(pattern)
    }
    return patterns
  }

  /// The choices whose names begin, or hold a word that begins, with one of the values.
  private func choose<Choice: Hashable>(
    _ values: [Word], among choices: [(choice: Choice, names: [String], wording: Wording)]
  ) throws(QueryError) -> Set<Choice> {
    var chosen: Set<Choice> = []
    for value in values {
      let pattern = Pattern(value.text, isOpen: value.isOpen)
      let fitting = choices.filter { choice in choice.names.contains { pattern?.occurs(in: $0) == true } }
      if fitting.isEmpty { throw isNone(value, of: choices.map(\.wording)) }
      for fit in fitting { chosen.insert(fit.choice) }
    }
    return chosen
  }

  /// Whether the calendar has the day `number`, as 20200914.
  private static func isDay(_ number: Int32) -> Bool {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    let days: Int32 = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return 1...12 ~= month && 1...days ~= day
  }

  /// A day, month or year, or two of them with ".." between, one of which may be missing.
  private func dates(_ value: Word) throws(QueryError) -> ClosedRange<Int32> {
    let wrong = error(
      "“\(value.text)” is no date; write 2020, 2020-09, 2020-09-14 or 2020-09..2021",
      "« \(value.text) » n’est pas une date ; écrivez 2020, 2020-09, 2020-09-14 ou 2020-09..2021", value.place.range)
    let text = Array(value.text.utf8)
    var parts = [text[...]]
    if let dots = text.indices.dropLast().first(where: { text[$0] == 0x2E && text[$0 + 1] == 0x2E }) {
      parts = [text[..<dots], text[(dots + 2)...]]
      if parts[0].isEmpty, parts[1].isEmpty, isFinished { throw wrong }
    }
    func bound(_ part: ArraySlice<UInt8>, filledWith digit: UInt8) -> Int32? {
      // The form of a whole date, which any beginning of it must have.
      let form = Array("0000-00-00".utf8)
      guard part.count <= form.count else { return nil }
      // No month is 9 or 13: it is 09, or a slip.
      for (start, most) in [(5, 12), (8, 31)] where part.count > start {
        let digits = part.dropFirst(start).prefix(2)
        guard let value = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        if digits.count == 1 ? value > most / 10 : !(1...most).contains(value) { return nil }
      }
      var number: Int32 = 0
      for (index, sign) in form.enumerated() {
        let given = index < part.count ? part[part.startIndex + index] : sign == 0x2D ? sign : digit
        if sign == 0x2D {
          if given != sign { return nil }
        } else {
          guard given &- 0x30 < 10 else { return nil }
          number = number * 10 + Int32(given - 0x30)
        }
      }
      return part.count < form.count || Self.isDay(number) ? number : nil
    }
    guard let low = bound(parts[0], filledWith: 0x30), let high = bound(parts[parts.count - 1], filledWith: 0x39)
    else { throw wrong }
    if low > high {
      throw error("this ends before it begins", "cette période finit avant de commencer", value.place.range)
    }
    // A story without a date is of no day at all.
    return max(1, low)...max(1, high)
  }

  // MARK: What can be wrong

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private func isNone(_ value: Word, of names: [Wording]) -> QueryError {
    error(
      "“\(value.text)” is none of \(list(names.map(\.english)))",
      "« \(value.text) » n’est pas parmi \(list(names.map(\.french)))", value.place.range)
  }

  private func error(_ english: String, _ french: String, _ range: Range<Int>) -> QueryError {
    QueryError(wording: Wording(english: english, french: french), place: Span(range.lowerBound, range.upperBound))
  }

  private func error(_ english: String, _ french: String, _ place: Int) -> QueryError {
    error(english, french, place..<place)
  }
}
