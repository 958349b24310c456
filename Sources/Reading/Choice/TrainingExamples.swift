import Stories

/// An attribution as an annotator marked it, in byte spans.
package struct AnnotatedAttribution: Sendable {
  package var content: [Span]
  package var cue: [Span]

  package init(content: [Span], cue: [Span]) {
    self.content = content
    self.cue = cue
  }
}

/// A cue as the trainer sees it: the features of "none" and of each candidate, and how likely each ought to be.
package struct TrainingGroup: Sendable {
  /// The features of each row, "none" first.
  package var rows: [[UInt64]]
  /// What each row ought to get, all together 1.
  package var target: [Float]
  /// The features of the cue for the gate; empty in a language that has none.
  package var gate: [UInt64]
}

/// How often a word heads a cue, by its form, for the counts that the English cue lexicon is made of.
package struct CueUse: Sendable {
  /// The word in lower case, and its stem.
  package var word: String
  package var stem: String
  /// Whether it heads the cue of an attribution, and where the content lies then.
  package var frame: Frame?
  /// Tokens of content to its right.
  package var contentRight: Int

  package enum Frame: Sendable {
    case left, quotation, that, infinitive, preposition, near, clause
  }
}

/// Makes training examples of annotated text, with the same stages that read a story.
package struct TrainingExamples: Sendable {
  private let shelf: LexiconShelf
  /// The names of the features that were seen.
  package private(set) var wordNames: [UInt64: String] = [:]
  private let isLexical: Bool

  /// `file` returns the bytes of a path below `Data`; with `isLexical` features of words are made too.
  package init(isLexical: Bool, file: @escaping @Sendable (String) -> [UInt8]?) {
    // What was learned before has no say.
    shelf = LexiconShelf {
      $0 == Model.namedPath ? [] : $0.hasSuffix("-words.txt") || $0.hasSuffix("-gate.txt") ? nil : file($0)
    }
    self.isLexical = isLexical
  }

  /// The name of the feature with the key `key`.
  package func name(of key: UInt64) -> String { wordNames[key] ?? FeatureName.name(of: key) }

  private struct Row: FeatureSink {
    var keys: [UInt64] = []
    var names: [UInt64: String] = [:]
    mutating func add(_ key: UInt64) { keys.append(key) }
    mutating func add(words key: UInt64, name: @autoclosure () -> String) {
      keys.append(key)
      if names[key] == nil { names[key] = name() }
    }
  }

  /// Calls `body` with the prose of a text, in its language.
  private func withProse<Result>(
    _ bytes: [UInt8], _ body: (ClassedProse, UnsafeBufferPointer<UInt8>) -> Result
  ) throws -> Result {
    let text = try Decoding.text(bytes)
    let pack = try text.bytes.withUnsafeBufferPointer { (bytes) throws(LexiconError) in try shelf.pack(for: bytes) }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var layout = PageLayout(pack.lexicon, bytes)
      let prose = Prose(layout.read(), pack.lexicon, bytes)
      let classed = ClassedProse(prose, bytes)
      // The prose frees its lists when it goes.
      return withExtendedLifetime(classed) { body(classed, bytes) }
    }
  }

  /// The groups of the cues of a text; spans are of its decoded bytes.
  package mutating func groups(_ bytes: [UInt8], _ annotated: [AnnotatedAttribution]) throws -> [TrainingGroup] {
    let isLexical = isLexical
    var names: [UInt64: String] = [:]
    let groups = try withProse(bytes) { text, bytes -> [TrainingGroup] in
      let tokens = TokenPlaces(text)
      let contents = annotated.map { tokens.words(of: $0.content) }
      let cues = annotated.map { tokens.tokens(of: $0.cue) }
      let features = Features(text, bytes, isLexical: isLexical && text.prose.language == .english)
      let sites = CueSites(text, bytes)
      let rules = RuleProposals(text.prose)
      var candidates = Candidates(text)
      var groups: [TrainingGroup] = []
      let spoken = UnchosenAttributions.find(text, bytes).map(UnchosenAttributions.tokens)
      for index in text.prose.sentences.indices {
        for i in text.prose.sentences[index].tokens where !spoken.contains(where: { $0.contains(i) }) {
          guard let site = sites.site(at: i, in: index).map(sites.withPhrases) else { continue }
          let proposal = Choice.proposal(site, rules)
          candidates.propose(site, proposal: proposal)
          guard !candidates.all.isEmpty else { continue }
          var rows: [[UInt64]] = []
          var row = Row()
          features.none(site, rule: proposal?.rule ?? .none, into: &row)
          rows.append(row.keys)
          names.merge(row.names) { old, _ in old }
          let right = annotated.indices.filter { cues[$0].contains { site.token <= $0 && $0 < site.end } }
          var likeness: [Float] = []
          for candidate in candidates.all {
            var row = Row()
            features.candidate(candidate, of: site, into: &row)
            rows.append(row.keys)
            names.merge(row.names) { old, _ in old }
            let words = tokens.words(of: candidate)
            likeness.append(right.map { TokenPlaces.likeness(words, contents[$0]) }.max() ?? 0)
          }
          var gate = Row()
          if text.prose.language == .english { features.gate(site, into: &gate) }
          names.merge(gate.names) { old, _ in old }
          groups.append(
            TrainingGroup(rows: rows, target: TrainingExamples.target(likeness), gate: gate.keys))
        }
      }
      return groups
    }
    wordNames.merge(names) { old, _ in old }
    return groups
  }

  /// How well candidates cover the attributions of a text: how many attributions there are, how many of them have a cue
  /// that is looked at, how many of them a candidate like the content, and how many the content itself.
  package func coverage(_ bytes: [UInt8], _ annotated: [AnnotatedAttribution]) throws -> SIMD4<Int> {
    try withProse(bytes) { text, bytes in
      let tokens = TokenPlaces(text)
      let sites = CueSites(text, bytes)
      let rules = RuleProposals(text.prose)
      var candidates = Candidates(text)
      var likest = [Float](filledWith: -1, count: annotated.count)
      let cues = annotated.map { tokens.tokens(of: $0.cue) }
      let contents = annotated.map { tokens.words(of: $0.content) }
      for index in text.prose.sentences.indices {
        for i in text.prose.sentences[index].tokens {
          guard let site = sites.site(at: i, in: index).map(sites.withPhrases) else { continue }
          let right = annotated.indices.filter { cues[$0].contains { site.token <= $0 && $0 < site.end } }
          guard !right.isEmpty else { continue }
          candidates.propose(site, proposal: Choice.proposal(site, rules))
          for k in right {
            likest[k] = max(likest[k], 0)
            for candidate in candidates.all {
              likest[k] = max(likest[k], TokenPlaces.likeness(tokens.words(of: candidate), contents[k]))
            }
          }
        }
      }
      return SIMD4(annotated.count, likest.count { $0 >= 0 }, likest.count { $0 >= 0.5 }, likest.count { $0 == 1 })
    }
  }

  /// All for "none" if no candidate is like a content; else the likest ones share it.
  private static func target(_ likeness: [Float]) -> [Float] {
    let best = likeness.max() ?? 0
    guard best >= 0.5 else { return [1] + likeness.map { _ in 0 } }
    let count = Float(likeness.count { $0 == best })
    return [0] + likeness.map { $0 == best ? 1 / count : 0 }
  }

  /// How the words of an English text are used, as cues and otherwise, outside full quotations or as a cue.
  package func uses(_ bytes: [UInt8], _ annotated: [AnnotatedAttribution]) throws -> [CueUse] {
    try withProse(bytes) { text, bytes in
      let tokens = TokenPlaces(text)
      let prose = text.prose
      var headed: [Int: (AnnotatedAttribution, [Int])] = [:]
      for attribution in annotated {
        let cue = tokens.tokens(of: attribution.cue)
        guard let head = cue.first(where: { TrainingExamples.canHead($0, text) }) else { continue }
        headed[head] = (attribution, cue)
      }
      var uses: [CueUse] = []
      for i in prose.tokens.indices where prose.tokens[i].isWord && TrainingExamples.canHead(i, text) {
        let head = headed[i]
        guard head != nil || prose.fullQuotation(at: i) == nil else { continue }
        let word = WordFeature(word: i, prose).string(bytes)
        let stem = WordFeature(stem: i, prose, bytes).string(bytes)
        var use = CueUse(word: word, stem: stem, frame: nil, contentRight: 0)
        if let (attribution, cue) = head {
          let content = tokens.tokens(of: attribution.content)
          (use.frame, use.contentRight) = TrainingExamples.frame(content, cue, i, text)
        }
        uses.append(use)
      }
      return uses
    }
  }

  private static func canHead(_ i: Int, _ text: ClassedProse) -> Bool {
    let token = text.prose.tokens[i]
    guard token.isWord, token.wordClass == nil || token.wordClass == .word, token.end - token.start > 1 else {
      return false
    }
    switch text.classes[i] {
    case .adv, .num: return false
    default: return true
    }
  }

  private static func frame(_ content: [Int], _ cue: [Int], _ head: Int, _ text: ClassedProse) -> (CueUse.Frame?, Int) {
    guard let first = content.first else { return (nil, 0) }
    let end = (cue.last ?? head) + 1
    guard first > head else { return (.left, 0) }
    let right = content.count
    if let quotation = text.prose.fullQuotation(at: first), first <= quotation.open + 1 { return (.quotation, right) }
    if text.classes[first] == .that || first > 0 && text.classes[first - 1] == .that { return (.that, right) }
    if text.classes[first] == .to || first > 0 && text.classes[first - 1] == .to { return (.infinitive, right) }
    let before = first > 0 ? text.classes[first - 1] : .stop
    if first - 1 >= head, first - 1 <= end,
      before == .abt || before == .of || before == .as || before == .prep
    {
      return (.preposition, right)
    }
    return (content.count <= 5 ? .near : .clause, right)
  }
}

/// The tokens of a story by their place in the text.
private struct TokenPlaces {
  let text: ClassedProse

  init(_ text: ClassedProse) { self.text = text }

  /// The tokens that overlap any of `spans`, in order.
  func tokens(of spans: [Span]) -> [Int] {
    let tokens = text.prose.tokens
    var found: [Int] = []
    for span in spans {
      // The first token that ends behind the span's start.
      var low = 0
      var high = tokens.count
      while low < high {
        let middle = (low + high) / 2
        if Int(tokens[middle].end) <= span.start { low = middle + 1 } else { high = middle }
      }
      while low < tokens.count, Int(tokens[low].start) < span.end {
        found.append(low)
        low += 1
      }
    }
    return found.sorted()
  }

  /// The words and numbers among the tokens of `spans`, without "that" before them.
  func words(of spans: [Span]) -> Set<Int> { words(tokens(of: spans)) }

  func words(of candidate: Candidate) -> Set<Int> {
    words(Array(candidate.first) + (candidate.second.map { Array($0) } ?? []))
  }

  private func words(_ tokens: [Int]) -> Set<Int> {
    let words = tokens.filter { !text.prose.tokens[$0].isPunctuation }
    return Set(words.first.map { text.classes[$0] == .that } ?? false ? Array(words.dropFirst()) : words)
  }

  static func likeness(_ a: Set<Int>, _ b: Set<Int>) -> Float {
    let shared = a.intersection(b).count
    let all = a.count + b.count - shared
    return all == 0 ? 0 : Float(shared) / Float(all)
  }
}
