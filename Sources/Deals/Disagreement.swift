import Stories

/// Two claims about one deal that cannot both hold, and why they were set against each other.
///
/// A wrong contradiction costs trust: what is not plainly one is left out. Later events are history, and so is a source
/// that changes its mind.
public struct Disagreement: Hashable, Sendable {
  /// The claim that comes first.
  public var first: ClaimPlace
  /// The one that speaks against it.
  public var second: ClaimPlace
  /// The day of the later of their stories; `nil` if that has none.
  public var date: String?
  /// Why they cannot both hold.
  public var reason: Reason

  /// What sets two claims against each other.
  public enum Reason: Hashable, Sendable {
    /// They give different amounts for the same thing at the same time.
    case figures(Claim.Term.Kind)
    /// They give different majorities of one company.
    case majorities
    /// They put the deal at stages that exclude each other, at the same time.
    case stages(Stage, Stage)
    /// The second denies what the first says.
    case denial
    /// The second calls untrue what the first says.
    case judgedFalse
    /// They say opposite things of the same.
    case opposites(String, String)
  }
}

/// Looks for disagreement among the claims of a deal.
struct DisagreementFinder {
  let deal: Deal
  let library: Library
  let contrasts: [Language: Contrasts]
  let least: Double
  private(set) var found: [Disagreement] = []
  /// The words that have opposites, and those, in their order.
  private let opposites: [Language: [(word: String, others: [String])]]
  /// The amounts of one kind of claims that give several: with and without debt, before and after.
  private let alternatives: [(kind: Claim.Term.Kind, amounts: [Double])]
  private var seen: Set<String> = []
  /// Who the second claims come from, and how much they say.
  private var origins: [ClaimPlace: String] = [:]
  private var stems: [ClaimPlace: Int] = [:]
  /// The second claims that only point at what they deny: "both", "such accusations".
  private var bare: Set<ClaimPlace> = []

  /// A claim with what is compared.
  private struct Statement {
    var place: ClaimPlace
    var story: Int
    var day: Int32
    var date: String?
    /// Who it comes from; `nil` for the story in its own voice.
    var origin: String?
    var certainty: Claim.Certainty
    var stage: Stage?
    /// Whether it is about a step that the deal takes, of which figures are figures of the deal.
    var isStep: Bool {
      switch stage {
      case .rumoured, .inTalks, .offered, .rejected, .agreed, .completed: true
      case .underReview, .approved, .blocked, .withdrawn, nil: false
      }
    }
    /// The places in the deal's register of those it is about.
    var parties: Set<Int>
    var figures: Figures
    var language: Language
    var words: [String]
    /// The same in one, with a space around each.
    var text: String
    /// The words in it that have opposites, in their order.
    var opposing: [String]
    var stems: Set<String>
    var cue: [String]
    /// Whose words it speaks of: "Smith's claims", "les propos de Smith".
    var names: Set<String>
  }

  /// Statements of different stories are of the same time within so many days.
  private static let sameTime: Int32 = 2
  /// So many statements before are compared.
  private static let reach = 60
  /// What is denied or called untrue was said so few attributed claims before.
  private static let answer = 8
  /// Opposite words set short claims against each other; long ones have room for both.
  private static let short = 18
  /// So few words only point at what is denied.
  private static let few = 3
  /// A denial answers one of so few attributed claims before it.
  private static let reply = 3

  init(_ deal: Deal, _ library: Library, _ contrasts: [Language: Contrasts], least: Double) {
    self.deal = deal
    self.library = library
    self.contrasts = contrasts
    self.least = least
    opposites = contrasts.mapValues { language in
      language.opposites.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }
    alternatives = deal.stories.flatMap { library.story($0)?.claims ?? [] }.flatMap { claim in
      [Claim.Term.Kind.pricePerShare, .price].compactMap { kind in
        let amounts = claim.terms.filter { $0.kind == kind }.map(\.amount)
        return amounts.count > 1 ? (kind, amounts) : nil
      }
    }
  }

  mutating func find() {
    var before: [Statement] = []
    var told: Set<String> = []
    for index in deal.stories {
      guard let story = library.story(index) else { continue }
      let statements = statements(of: story, at: index)
      let day = Day.number(story.layout.date)
      before.removeAll { !Day.isNear($0.day, day, within: Self.sameTime) }
      if before.count > Self.reach { before.removeFirst(before.count - Self.reach) }
      for (number, second) in statements.enumerated() {
        answers(second, statements[..<number])
        for first in statements[max(0, number - Self.reach)..<number] { compare(first, second) }
        for first in before { compare(first, second) }
      }
      // Copies of a wire say nothing new.
      before += statements.filter { told.insert(($0.origin ?? "") + ":" + $0.words.joined(separator: " ")).inserted }
    }
  }

  // MARK: What is compared

  private func statements(of story: Story, at index: Int) -> [Statement] {
    let language = contrasts[story.language] ?? Contrasts()
    let day = Day.number(story.layout.date)
    let places = deal.places(in: story)
    let keys = story.sources.map { SourceTree.key($0, story, deal) }
    return story.claims.enumerated().compactMap { number, claim in
      guard claim.confidence >= max(least, Claim.doubt), claim.certainty != .asked, claim.certainty != .hypothetical,
        deal.concerns(claim, of: story, places)
      else { return nil }
      let words = Contrasts.words(Contrasts.folded(story.text.string(claim.span)))
      let named = Set(
        claim.parties.flatMap { NameKey.make(story.parties[$0].name.english).split(separator: " ").map(String.init) })
      let stems = words.filter { $0.utf8.count > 4 && !language.common.contains($0) && !named.contains($0) }
      let names = story.mentions.filter { mention in
        mention.form == .name && claim.span.contains(mention.span) && isOwner(mention.span, story.text.bytes)
      }.compactMap { mention -> String? in
        switch mention.referent {
        case .source(let source): keys[source]
        case .party(let party): places[party].map { "party \($0)" }
        case .target: nil
        }
      }
      let text = " \(words.joined(separator: " ")) "
      let opposing = (opposites[story.language] ?? []).map(\.word).filter { text.contains(" \($0) ") }
      return Statement(
        place: ClaimPlace(story: index, claim: number), story: index, day: day,
        date: day == Day.none ? nil : story.layout.date, origin: claim.chain.last.map { keys[$0] },
        certainty: claim.certainty, stage: claim.stage, parties: Set(claim.parties.compactMap { places[$0] }),
        figures: Figures(claim), language: story.language, words: words, text: text, opposing: opposing,
        stems: Set(stems.map(Contrasts.stem)),
        cue: claim.cue.map { Contrasts.words(Contrasts.folded(story.text.string($0))) } ?? [], names: Set(names))
    }
  }

  /// Whether a name stands as whose something is: behind it "'s", before it "de ".
  private func isOwner(_ name: Span, _ bytes: [UInt8]) -> Bool {
    let behind = bytes[name.end..<min(bytes.count, name.end + 4)]
    if behind.starts(with: "'s".utf8) || behind.starts(with: "’s".utf8) { return true }
    let before = bytes[max(0, name.start - 3)..<name.start]
    return before.elementsEqual("de ".utf8)
  }

  // MARK: Answers: what denies or calls untrue something that was said just before

  private mutating func answers(_ second: Statement, _ before: ArraySlice<Statement>) {
    guard let origin = second.origin else { return }
    let language = contrasts[second.language] ?? Contrasts()
    if declines(second, language) { return }
    // What is called false must be something said: a report, a claim.
    let isFalse =
      second.words.contains(where: language.said.contains)
      && (second.words.contains(where: language.falsity.contains) || Self.holds(second.words, language.falsity))
    let denies = second.cue.contains(where: language.denying.contains) || Self.holds(second.cue, language.denying)
    guard isFalse || denies else { return }
    let attributed = before.filter { $0.origin != nil && !declines($0, language) }.suffix(Self.answer)
    let reason: Disagreement.Reason = denies ? .denial : .judgedFalse
    let others = attributed.suffix(isFalse ? Self.answer : Self.reply).filter { $0.origin != origin }
    // By whom it names, by what the two have in common, or by standing right before with nothing of its own to say.
    if let named = others.last(where: { $0.origin.map(second.names.contains) == true }) {
      return note(named, second, reason)
    }
    let likeliest = others.max { Self.common($0, second) < Self.common($1, second) }
    if let likeliest, Self.common(likeliest, second) > 1 || isFalse && Self.common(likeliest, second) > 0 {
      return note(likeliest, second, reason)
    }
    // "such accusations", "the report", "both"; "called the report misleading"
    let points =
      second.words.count <= Self.few || isFalse && second.words.prefix(4).contains(where: language.falsity.contains)
    if points, let last = attributed.last, last.origin != origin { note(last, second, reason) }
  }

  /// Whether one of `phrases`, single words or several, stands among `words`.
  private static func names(_ words: [String], _ phrases: Set<String>) -> Bool {
    if words.contains(where: phrases.contains) { return true }
    let text = " \(words.joined(separator: " ")) "
    return phrases.contains { $0.contains(" ") && text.contains(" \($0) ") }
  }

  private static func holds(_ words: [String], _ phrases: Set<String>) -> Bool {
    let text = words.joined(separator: " ")
    return phrases.contains { $0.contains(" ") && text.contains($0) }
  }

  /// The stems and parties that two statements have in common.
  private static func common(_ a: Statement, _ b: Statement) -> Int {
    a.stems.intersection(b.stems).count + (a.parties.intersection(b.parties).count > 1 ? 1 : 0)
  }

  // MARK: Two statements

  private mutating func compare(_ first: Statement, _ second: Statement) {
    guard first.origin != second.origin else { return }
    if let reason = figures(first, second) ?? stages(first, second) ?? denial(first, second) ?? opposites(first, second)
    {
      note(first, second, reason)
    }
  }

  /// Different amounts for the same thing: one each, of the same unit, neither a part of the other.
  private func figures(_ first: Statement, _ second: Statement) -> Disagreement.Reason? {
    guard !first.figures.isEmpty, !second.figures.isEmpty, sure(first), sure(second), sameBidder(first, second) else {
      return nil
    }
    // The story itself gives many figures, and others give figures of many things: of the deal are those of a step that
    // it takes, and a bare figure that answers one.
    let near = first.story == second.story && abs(first.place.claim - second.place.claim) <= 2
    let answers = near && min(first.words.count, second.words.count) <= 4
    let ofTheDeal = first.origin != nil && second.origin != nil && first.isStep && second.isStep
    if ofTheDeal || answers {
      for kind in [Claim.Term.Kind.pricePerShare, .price] {
        guard let a = first.figures.single(kind), let b = second.figures.single(kind), a.unit == b.unit,
          !Figures.isSame(a, b)
        else { continue }
        // Much more or less is a figure of something else.
        if max(a.amount, b.amount) > 1.5 * min(a.amount, b.amount) || bothKnown(kind, a.amount, b.amount) { continue }
        // Who says how a figure is reckoned contradicts no other: a net one and a gross one can both hold.
        if isReckoned(first) || isReckoned(second) { continue }
        return .figures(kind)
      }
    }
    // Whoever says that somebody holds all of it contradicts whoever speaks of another majority.
    if let a = first.figures.single(.stake), let b = second.figures.single(.stake), min(a.amount, b.amount) > 50,
      max(a.amount, b.amount) > 99, !Figures.isSame(a, b), first.origin != nil, second.origin != nil
    {
      return .majorities
    }
    return nil
  }

  private func isReckoned(_ statement: Statement) -> Bool {
    contrasts[statement.language].map { Self.names(statement.words, $0.reckoning) } ?? false
  }

  private func sure(_ statement: Statement) -> Bool {
    statement.certainty == .asserted || statement.certainty == .reported
  }

  /// Whether two statements name no different bidders.
  private func sameBidder(_ first: Statement, _ second: Statement) -> Bool {
    let (a, b) = (first.parties.intersection(deal.bidderPlaces), second.parties.intersection(deal.bidderPlaces))
    return a.isEmpty || b.isEmpty || !a.isDisjoint(with: b)
  }

  /// Whether one claim of the deal gives both amounts: with and without debt, before and after.
  private func bothKnown(_ kind: Claim.Term.Kind, _ a: Double, _ b: Double) -> Bool {
    alternatives.contains { known in
      func has(_ amount: Double) -> Bool { known.amounts.contains { abs($0 - amount) <= 0.02 * amount } }
      return known.kind == kind && has(a) && has(b)
    }
  }

  /// Stages that exclude each other, said of the same parties by different sources at the same time.
  private func stages(_ first: Statement, _ second: Statement) -> Disagreement.Reason? {
    guard let a = first.stage, let b = second.stage, first.origin != nil, second.origin != nil, sure(first),
      sure(second)
    else { return nil }
    let excluding: [(Stage, Stage)] = [(.agreed, .rejected), (.completed, .withdrawn), (.approved, .blocked)]
    guard excluding.contains(where: { $0 == (a, b) || $0 == (b, a) }) else { return nil }
    let shared = first.parties.intersection(second.parties)
    if a == .approved || a == .blocked {
      // Two offices may well decide differently.
      return shared.contains { deal.parties.parties[$0].kind.isOffice } ? .stages(a, b) : nil
    }
    let parties = shared.intersection(deal.principals)
    // One bidder may be turned down for another.
    let bidders = [first, second].map { $0.parties.intersection(deal.bidderPlaces) }
    return parties.count > 1 && bidders[0] == bidders[1] && !bidders[0].isEmpty ? .stages(a, b) : nil
  }

  /// A denial of what another says, by the words that both have in common.
  private func denial(_ first: Statement, _ second: Statement) -> Disagreement.Reason? {
    guard second.certainty == .denied, sure(first), first.origin != nil, second.origin != nil,
      let language = contrasts[second.language]
    else { return nil }
    if declines(first, language) || declines(second, language) { return nil }
    // A limit, "no more than three years", denies nothing by itself.
    if Self.names(second.words, language.bounds), !Self.names(second.cue, language.denying) { return nil }
    let stems = first.stems.intersection(second.stems).count
    let near = first.story == second.story && second.place.claim - first.place.claim <= Self.reply
    // "replied": what it answers needs less to be recognised by.
    if near, stems > 1, second.cue.contains(where: language.replying.contains) { return .denial }
    return stems > 2 && 4 * stems >= 3 * second.stems.count ? .denial : nil
  }

  /// Opposite words about the same.
  private func opposites(_ first: Statement, _ second: Statement) -> Disagreement.Reason? {
    guard !first.opposing.isEmpty, sure(first), sure(second), first.origin != nil, second.origin != nil,
      max(first.words.count, second.words.count) <= Self.short
    else { return nil }
    let (one, two) = (first.text, second.text)
    for (word, others) in opposites[first.language] ?? [] where first.opposing.contains(word) {
      guard let other = others.first(where: { two.contains(" \($0) ") }) else { continue }
      // The opposite words themselves must not be all that is common, nor stand in both.
      if two.contains(" \(word) ") || one.contains(" \(other) ") { continue }
      let own = Set((Contrasts.words(word) + Contrasts.words(other)).map(Contrasts.stem))
      let stems = first.stems.intersection(second.stems).subtracting(own)
      if !stems.isEmpty || !first.parties.isDisjoint(with: second.parties) { return .opposites(word, other) }
    }
    return nil
  }

  /// Whether it is what somebody will not do: "declined to comment".
  private func declines(_ statement: Statement, _ language: Contrasts) -> Bool {
    statement.words.prefix(4).contains(where: language.declining.contains)
  }

  private mutating func note(_ first: Statement, _ second: Statement, _ reason: Disagreement.Reason) {
    // Copies of a wire would disagree again and again.
    let words = [first, second].map { ($0.origin ?? "") + ":" + $0.words.joined(separator: " ") }
    guard seen.insert(words.joined(separator: "|")).inserted else { return }
    if found.contains(where: { $0.first == first.place && $0.second == second.place }) { return }
    // One who answers twice answers once: with the claim that says most. So does one whose bare denial, "contradicted
    // both", is put in words right behind, be it under another name.
    if let before = found.lastIndex(where: { $0.first == first.place && $0.second.story == second.story }) {
      let other = found[before].second
      let isPutInWords = bare.contains(other) && abs(other.claim - second.place.claim) == 1
      if origins[other] == second.origin || isPutInWords {
        if second.stems.count > stems[other] ?? 0 { found.remove(at: before) } else { return }
      }
    }
    if second.words.count <= Self.few { bare.insert(second.place) }
    origins[second.place] = second.origin
    stems[second.place] = second.stems.count
    found.append(
      Disagreement(first: first.place, second: second.place, date: second.date ?? first.date, reason: reason))
  }
}

extension Deal {
  /// Where its claims disagree, by day; of claims with at least the confidence `least`, and never of doubtful ones.
  public func disagreements(
    in library: Library, contrasts: [Language: Contrasts], from least: Double = 0
  ) -> [Disagreement] {
    var finder = DisagreementFinder(self, library, contrasts, least: least)
    finder.find()
    return finder.found
  }
}
