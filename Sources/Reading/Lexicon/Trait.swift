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
  // Words that a paper's name ends in; what a website is; bodies that are no companies, who leads a company together, families.
  case masthead, website, body, board, family
  // Parts in a deal that stand for whoever has them; and verbs that say who is at the head of a company.
  case buyer, seller, target, heading
  // Titles of those who speak for themselves, and of lawyers, who speak for whoever pays them; papers that companies send out.
  case independent, lawyer, release
  /// Words that point back to somebody ("the latter"), and the possessives of a person.
  case latter, personal
  /// What regulators oversee, last words of funds' names, and prepositions that hold an article ("du").
  case oversight, finance, contracted, article
  // Words that say that something is untrue, rule something out, or suppose it; "nobody" where "ne" is near; "only".
  case untrue, exclusion, lacking, such, nobody, merely
  /// Words by which a text speaks to its readers of itself.
  case courtesy
  /// Words that say that somebody wants no name.
  case unnamed
  /// How an interview writes who asks and who answers, without names.
  case asker, answerer
  /// "former", before a title that somebody has no more.
  case former
  case title, spokesperson, anonymous, speaker, outsider, utterance, designator, industry, honorific, nationality,
    forename
  // The page.
  case credit, reference, signoff, byline, abbreviation
  // The deal: what is done, and the nouns for it.
  case buy, sell, bid, stake, partner, merge, own, refuse, deal
  // Those around a deal, and what is done with an offer.
  case suitor, holder, advise, hire, receive, part, copula
  /// Verbs that name whom they speak to before what they say ("told the board it"); and words that name an origin.
  case addressing, citing
  /// Small words within names, words that give examples ("including"), and those that add who does it too ("allied with").
  case particle, example, ally
  /// Nouns of works and shops that open names and take a complement: "Eaux de Roc".
  case establishment
  /// What makes a verb of buying of "take": "private" behind what is bought.
  case taking, outward
  /// Words that say that what the subject or object names is to be had ("up for sale"), and words for naming who bids.
  case ware, naming
  /// Verbs of what is only thought of: "consider", "prepare".
  case planning
  /// Verbs by which a seller takes one of the bidders ("pick"), by which what is for sale has suitors ("attract"), by which
  /// one bidder gets ahead of another ("outbid"), or prepositions that name that other ("face à"); and "new", "future",
  /// before what somebody is to be.
  case choosing, luring, rival, incoming
  /// What a bidder hands in besides an offer: a file, a project.
  case dossier
  /// Verbs by which somebody names a price: "ask".
  case asking
  /// What is brought before a court against a deal: a suit, an appeal.
  case challenge
  /// What is paid for something else than a company: a fine, a dividend.
  case fine
  /// What is said of a business that bids, or did, besides its bid: "eliminated", "keen", "in the wings"; with a preposition at the
  /// end, of the one behind it: "centred on".
  case vying
  /// What is said of a business that sells, besides the sale: "the proceeds", "getting out of".
  case parting
  /// Prepositions that name a source where they open a sentence ("Pour Acme, …").
  case opening

  /// The trait's place among the cases: an enum without payloads is stored as just that.
  @inline(__always) fileprivate var place: UInt8 { unsafeBitCast(self, to: UInt8.self) }

  @inline(__always) static func | (a: Trait, b: Trait) -> Traits {
    Traits(rawValue: Traits(a).rawValue | Traits(b).rawValue)
  }
}

/// A set of traits, a bit each; there are more than 64.
///
/// Sets that rules name are computed where they stand, so that they are constants of the program; stored ones would ask at
/// every look whether they have been made yet.
struct Traits: OptionSet, Hashable, Sendable {
  let rawValue: UInt128

  @inline(__always) init(rawValue: UInt128) { self.rawValue = rawValue }

  @inline(__always) init(_ trait: Trait) { rawValue = 1 << UInt128(trait.place) }

  @inline(__always) func has(_ trait: Trait) -> Bool { rawValue & (1 << UInt128(trait.place)) != 0 }
  @inline(__always) func hasAny(_ traits: Traits) -> Bool { rawValue & traits.rawValue != 0 }
  /// Calls `body` with the place of each trait.
  @inline(__always) func forEachPlace(_ body: (Int) -> Void) {
    var rest = rawValue
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }
  @inline(__always) func isDisjoint(with traits: Traits) -> Bool { rawValue & traits.rawValue == 0 }

  @inline(__always) static func | (a: Traits, b: Trait) -> Traits {
    Traits(rawValue: a.rawValue | Traits(b).rawValue)
  }
}
