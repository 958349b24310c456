/// What a lexicon can say of a word or phrase; the raw value is its name in the heading of a section.
enum Trait: String, CaseIterable {
  // Closed classes.
  case determiner, indefinite, possessive, preposition, locative, of, to, by, that, relative, question, and, but
  case subordinator, `if`, be, have, modal, negation, ne, adverb
  // Pronouns: for a person, a thing, several, the speakers, "one".
  case he, it, they, we, one
  // Forms of verbs; a base form that may also be an infinitive has both traits.
  case finite, participle, gerund, infinitive, conditional
  // Time.
  case time, weekday, month
  // How sure.
  case reported, uncertain, hypothetical
  // Nouns that stand for somebody, and words around names.
  case company, product, agency, newspaper, broadcaster, government, regulator, fund
  case title, spokesperson, anonymous, speaker, outsider, utterance, designator, industry, honorific, nationality,
    forename, masthead, family
  // The page.
  case credit, reference, signoff, byline, abbreviation
  // The deal: what is done, and the nouns for it.
  case buy, sell, bid, stake, partner, merge, own, refuse, deal
  // Those around a deal, and what is done with an offer.
  case suitor, holder, advise, hire, receive, part, copula
  /// Verbs that name whom they speak to before what they say ("told the board it"); and words that name an origin.
  case addressing, citing
  /// Prepositions that name a source where they open a sentence ("Pour Acme, …").
  case opening

  /// The trait's place among the cases: an enum without payloads is stored as just that.
  @inline(__always) fileprivate var place: UInt8 { unsafeBitCast(self, to: UInt8.self) }

  static func | (a: Trait, b: Trait) -> Traits { Traits(a).union(Traits(b)) }
}

/// A set of traits, a bit each; there are more than 64.
struct Traits: OptionSet, Hashable, Sendable {
  let rawValue: UInt128

  init(rawValue: UInt128) { self.rawValue = rawValue }

  @inline(__always) init(_ trait: Trait) { rawValue = 1 << UInt128(trait.place) }

  @inline(__always) func has(_ trait: Trait) -> Bool { rawValue & (1 << UInt128(trait.place)) != 0 }
  @inline(__always) func hasAny(_ traits: Traits) -> Bool { rawValue & traits.rawValue != 0 }

  @inline(__always) static func | (a: Traits, b: Trait) -> Traits { a.union(Traits(b)) }
}
