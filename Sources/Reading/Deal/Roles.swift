import Stories

/// Tells the part that each entity has in the deal, by adding up what the verbs and nouns of the trade say of it.
struct Roles {
  let prose: Prose
  let cast: Cast
  private var scores: [[Double]]

  private static let all = Party.Role.allCases
  /// What is evidence enough for a target.
  private static let enough = 1.5
  /// How far arguments stand from their verb or noun, in tokens.
  private static let reach = 14

  init(_ prose: Prose, _ cast: Cast) {
    self.prose = prose
    self.cast = cast
    scores = Array(repeating: Array(repeating: 0, count: Roles.all.count), count: cast.entities.count)
  }

  /// The entity that is being bought, and each entity's role.
  mutating func decide() -> (target: Int?, roles: [Party.Role?]) {
    var leads = true
    for sentence in prose.sentences {
      // Headline and first sentence say in few words what the story is about.
      let isHeadline = prose.blocks[sentence.block].kind == .headline
      let weight = isHeadline || leads ? 2.0 : 1.0
      if !isHeadline { leads = false }
      for i in sentence.tokens where !prose.tokens[i].insidePhrase { weigh(i, sentence, weight) }
    }
    let candidates = cast.entities.indices.filter {
      canBeTarget($0) && (score($0, .target) >= Roles.enough || isOffered($0))
    }
    let target = candidates.max { worth($0) < worth($1) }
    let roles = cast.entities.indices.map { role($0, target: target) }
    return (target, roles)
  }

  private func score(_ entity: Int, _ role: Party.Role) -> Double { scores[entity][Roles.index(role)] }

  private static func index(_ role: Party.Role) -> Int { all.firstIndex(of: role)! }

  private mutating func add(_ role: Party.Role, _ entity: Int?, _ weight: Double) {
    guard let entity else { return }
    scores[cast.entities[entity].speaksFor ?? entity][Roles.index(role)] += weight
  }

  private func canBeTarget(_ entity: Int) -> Bool {
    let kind = cast.entities[entity].kind
    return kind.isBusiness || kind == .product
  }

  /// A product that a deal story comes back to is what the deal is about.
  private func isOffered(_ entity: Int) -> Bool {
    cast.entities[entity].kind == .product && cast.entities[entity].count >= 3
  }

  /// Evidence for a target, less what speaks for its being one of the others.
  private func worth(_ entity: Int) -> Double {
    let product = cast.entities[entity].kind == .product ? 1.0 : 0
    return score(entity, .target) + product - 0.7
      * (score(entity, .bidder) + score(entity, .seller) + score(entity, .partner))
  }

  private func role(_ entity: Int, target: Int?) -> Party.Role? {
    if entity == target { return .target }
    switch cast.entities[entity].kind {
    case .government: return .government
    case .regulator: return .regulator
    case .company, .fund, .unknown, .product: break
    default: return nil
    }
    let best = [Party.Role.seller, .bidder, .partner, .shareholder, .target].max {
      score(entity, $0) < score(entity, $1)
    }
    guard let best, score(entity, best) > 0 else { return nil }
    return best
  }

  // MARK: Evidence

  private mutating func weigh(_ i: Int, _ sentence: Sentence, _ weight: Double) {
    let token = prose.tokens[i]
    let traits = token.traits
    guard traits.hasAny(.buy | .sell | .bid | .merge | .stake | .partner | .own | .refuse) else { return }
    let isVerb = traits.hasAny(.finite | .infinitive | .participle | .gerund) && !traits.has(.deal) && !isNoun(i)
    let end = i + Int(token.phraseLength)
    if traits.has(.buy) { isVerb ? buyVerb(i, end, sentence, weight) : buyNoun(i, end, sentence, weight) }
    if traits.has(.sell) { isVerb ? sellVerb(i, end, sentence, weight) : sellNoun(i, end, sentence, weight) }
    if traits.has(.bid) { bid(i, end, sentence, weight, isVerb: isVerb) }
    if traits.has(.merge) { merge(i, end, sentence, weight) }
    if traits.has(.stake) { stake(i, end, sentence, weight) }
    if traits.has(.partner) { partner(i, sentence, weight) }
    if traits.has(.own) { own(i, end, sentence, weight, isVerb: isVerb) }
    if traits.has(.refuse) { refuse(i, end, sentence, weight) }
  }

  private mutating func buyVerb(_ i: Int, _ end: Int, _ sentence: Sentence, _ weight: Double) {
    if isPassive(i, sentence) {
      add(.target, subject(i, sentence), 2 * weight)
      add(.bidder, argument(end, sentence, behind: .by), 2 * weight)
    } else {
      add(.bidder, subject(i, sentence), 2 * weight)
      add(.target, object(end, sentence), 2 * weight)
    }
    add(.seller, argument(end, sentence, word: "from"), 1.5 * weight)
  }

  private mutating func buyNoun(_ i: Int, _ end: Int, _ sentence: Sentence, _ weight: Double) {
    add(.target, argument(end, sentence, behind: .of), 2 * weight)
    add(.bidder, argument(end, sentence, behind: .by) ?? possessor(i, sentence), 1.5 * weight)
  }

  private mutating func sellVerb(_ i: Int, _ end: Int, _ sentence: Sentence, _ weight: Double) {
    if isPassive(i, sentence) {
      add(.target, subject(i, sentence), 2 * weight)
    } else {
      add(.seller, subject(i, sentence), 2 * weight)
      add(.target, object(end, sentence), 1.5 * weight)
    }
    add(.bidder, argument(end, sentence, behind: .to), 1.5 * weight)
  }

  private mutating func sellNoun(_ i: Int, _ end: Int, _ sentence: Sentence, _ weight: Double) {
    add(.target, argument(end, sentence, behind: .of), 1.5 * weight)
    add(.bidder, argument(end, sentence, behind: .to), 1.5 * weight)
    add(.seller, possessor(i, sentence), 1.5 * weight)
  }

  private mutating func bid(_ i: Int, _ end: Int, _ sentence: Sentence, _ weight: Double, isVerb: Bool) {
    if isVerb {
      guard argument(end, sentence, word: "for") != nil else { return }
      add(.bidder, subject(i, sentence), weight)
      add(.target, argument(end, sentence, word: "for"), 1.5 * weight)
      return
    }
    let wanted = argument(end, sentence, word: "for") ?? argument(end, sentence, word: "sur")
    add(.target, wanted, 1.5 * weight)
    let owner = possessor(i, sentence) ?? argument(end, sentence, behind: .by) ?? argument(end, sentence, word: "from")
    if prose.tokens[i].has(.deal) {
      // "l'offre de Microsoft"; English "offer of 50 dlrs" names no bidder. "Acme made an offer for": the subject does.
      let named = owner ?? (prose.language == .french ? argument(end, sentence, behind: .of) : nil)
      add(.bidder, named ?? (wanted == nil ? nil : subject(i, sentence)), 1.5 * weight)
    } else {
      // "in the race", "sur les rangs": of the subject.
      add(.bidder, subject(i, sentence) ?? object(end, sentence), weight)
    }
  }

  private mutating func merge(_ i: Int, _ end: Int, _ sentence: Sentence, _ weight: Double) {
    let other =
      argument(end, sentence, word: "with") ?? argument(end, sentence, word: "avec")
      ?? argument(end, sentence, behind: .of)
    guard let other else { return }
    add(.target, other, weight)
    if let subject = subject(i, sentence), subject != other { add(.bidder, subject, weight) }
  }

  private mutating func stake(_ i: Int, _ end: Int, _ sentence: Sentence, _ weight: Double) {
    guard prose.tokens[i].has(.deal) else { return }
    let held = argument(end, sentence, word: "in") ?? argument(end, sentence, word: "dans")
    guard let held else { return }
    add(.target, held, weight)
    if let subject = subject(i, sentence), subject != held { add(.shareholder, subject, 0.7 * weight) }
  }

  /// "Oracle désigné partenaire", "chosen as technology partner".
  private mutating func partner(_ i: Int, _ sentence: Sentence, _ weight: Double) {
    guard !prose.tokens[i].traits.hasAny(.finite | .infinitive) else { return }
    add(.partner, subject(i, sentence), 2 * weight)
  }

  /// "ByteDance, owner of TikTok", "TikTok's parent ByteDance".
  private mutating func own(_ i: Int, _ end: Int, _ sentence: Sentence, _ weight: Double, isVerb: Bool) {
    if isVerb {
      guard prose.tokens[i].has(.finite), let owned = object(end, sentence), let owner = subject(i, sentence),
        owner != owned
      else { return }
      add(.shareholder, owner, 0.5 * weight)
      return
    }
    let owned = argument(end, sentence, behind: .of) ?? possessor(i, sentence)
    let beside = neighbour(i, end, sentence, except: owned)
    guard let owner = beside else { return }
    add(.seller, owner, 1.5 * weight)
    add(.target, owned, 0.5 * weight)
  }

  /// Who refuses to sell is a seller, whose offer is refused a bidder.
  private mutating func refuse(_ i: Int, _ end: Int, _ sentence: Sentence, _ weight: Double) {
    let range = end..<min(end + 6, sentence.tokens.upperBound)
    guard range.contains(where: { prose.tokens[$0].traits.hasAny(.bid | .sell) }) else { return }
    let isPassive = isPassive(i, sentence)
    if !isPassive { add(.seller, subject(i, sentence), weight) }
  }

  // MARK: Arguments

  /// Whether a word that may be a verb is a noun here: "the buy", "l'achat".
  private func isNoun(_ i: Int) -> Bool {
    guard i > 0, prose.tokens[i].traits.hasAny(.finite | .infinitive) else { return false }
    let before = prose.tokens[i - 1]
    return before.traits.hasAny(.determiner | .possessive | .indefinite)
      && before.traits.isDisjoint(with: .he | .adverb)
  }

  private func isPassive(_ i: Int, _ sentence: Sentence) -> Bool {
    guard prose.tokens[i].has(.participle) else { return false }
    var j = i - 1
    var be = false
    while j >= sentence.tokens.lowerBound, i - j <= 4 {
      if prose.tokens[j].has(.be) { be = true }
      if prose.tokens[j].has(.have), !be { return false }
      if prose.tokens[j].isPunctuation { break }
      j -= 1
    }
    let end = i + Int(prose.tokens[i].phraseLength)
    return be || end < sentence.tokens.upperBound && prose.tokens[end].has(.by)
  }

  /// The first business of the sentence before token `i` that no preposition governs.
  private func subject(_ i: Int, _ sentence: Sentence) -> Int? {
    var low = sentence.tokens.lowerBound
    // The clause of the verb: behind the last semicolon or colon.
    for j in stride(from: i - 1, through: low, by: -1)
    where prose.tokens[j].kind == .semicolon || prose.tokens[j].kind == .colon {
      low = j + 1
      break
    }
    for denotation in cast.denotations(in: low..<i) where denotation.tokens.upperBound <= i && acts(denotation.entity) {
      if let before = word(before: denotation.tokens.lowerBound, low),
        before.traits.hasAny(.preposition | .of | .by) || before.traits.hasAny(.to | .locative)
      {
        continue
      }
      return canonical(denotation.entity)
    }
    return nil
  }

  /// The first thing behind a verb that can be bought or sold.
  private func object(_ start: Int, _ sentence: Sentence) -> Int? {
    let high = min(sentence.tokens.upperBound, start + Roles.reach)
    for denotation in cast.denotations(in: start..<max(start, high)) where acts(denotation.entity) {
      let between = start..<denotation.tokens.lowerBound
      if between.contains(where: {
        prose.isFinite($0) || prose.tokens[$0].kind == .semicolon || prose.tokens[$0].has(.to)
          || prose.tokens[$0].has(.by)
      }) {
        return nil
      }
      return canonical(denotation.entity)
    }
    return nil
  }

  /// The entity behind the next word with `trait`: "of Beta", "par Oracle".
  private func argument(_ start: Int, _ sentence: Sentence, behind trait: Trait) -> Int? {
    argument(start, sentence) { prose.tokens[$0].has(trait) }
  }

  private func argument(_ start: Int, _ sentence: Sentence, word: String) -> Int? {
    guard let number = prose.word(word) else { return nil }
    return argument(start, sentence) { prose.tokens[$0].word == number }
  }

  private func argument(_ start: Int, _ sentence: Sentence, _ governs: (Int) -> Bool) -> Int? {
    let high = min(sentence.tokens.upperBound, start + Roles.reach)
    guard start < high else { return nil }
    var isOpen = false
    var since = 0
    for i in start..<high {
      let token = prose.tokens[i]
      if token.kind == .semicolon || token.kind == .colon
        || token.has(.that) && token.traits.isDisjoint(with: Traits(.determiner))
      {
        return nil
      }
      if governs(i), i + 1 < high {
        isOpen = true
        since = i
      } else if isOpen, i > since + 1, token.traits.hasAny(.preposition | .by) || token.has(.locative) {
        isOpen = false
      }
      if isOpen, let denotation = cast.denotations(in: i + 1..<i + 2).first, acts(denotation.entity) {
        return canonical(denotation.entity)
      }
      if prose.isFinite(i), i > start { return nil }
    }
    return nil
  }

  /// The entity before "'s" and up to three words: "Acme's hostile offer".
  private func possessor(_ i: Int, _ sentence: Sentence) -> Int? {
    guard prose.language == .english else { return nil }
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound, i - 4), by: -1) {
      let token = prose.tokens[j]
      if token.isPunctuation || prose.isFinite(j) && !isPossessive(j) { return nil }
      if isPossessive(j) {
        return cast.latest(before: j) { $0.tokens.upperBound == j && acts($0.entity) }.map { canonical($0.entity) }
      }
    }
    return nil
  }

  private func isPossessive(_ i: Int) -> Bool {
    prose.tokens[i].isWord && !prose.tokens[i].shape.contains(.spaced) && prose.tokens[i].has(.be)
      && prose.tokens[i].end - prose.tokens[i].start <= 4
  }

  /// The entity right beside a noun: before it and its comma, or behind it.
  private func neighbour(_ i: Int, _ end: Int, _ sentence: Sentence, except other: Int?) -> Int? {
    let before = cast.latest(before: i) {
      $0.tokens.upperBound >= i - 4 && acts($0.entity) && canonical($0.entity) != other
        && $0.tokens.lowerBound >= sentence.tokens.lowerBound
    }
    if let before { return canonical(before.entity) }
    return cast.denotations(in: end..<min(end + 6, sentence.tokens.upperBound).clamped(end)).first {
      acts($0.entity) && canonical($0.entity) != other
    }.map { canonical($0.entity) }
  }

  private func word(before i: Int, _ low: Int) -> Token? {
    var j = i - 1
    while j >= low,
      prose.tokens[j].has(.determiner) && !prose.tokens[j].traits.hasAny(.preposition | .of)
        || prose.tokens[j].has(.company)
    { j -= 1 }
    return j >= low ? prose.tokens[j] : nil
  }

  private func canonical(_ entity: Int) -> Int { cast.entities[entity].speaksFor ?? entity }

  private func acts(_ entity: Int) -> Bool {
    let kind = cast.entities[canonical(entity)].kind
    return kind.isBusiness || kind == .product
  }
}

extension Int {
  fileprivate func clamped(_ low: Int) -> Int { Swift.max(self, low) }
}
