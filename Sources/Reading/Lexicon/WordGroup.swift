/// Words that one rule, or a few, look for in their place: not what a word is, as a trait says, but what it does there.
///
/// The raw value is the group's name in the heading of a section; `groups.txt` of each language has the words. A group that a
/// language does not list is empty there.
enum WordGroup: String, CaseIterable {
  // Between a word of the trade and whom or what it is about.
  /// "a bidder for Belcor": the plainest, behind all that is wanted.
  case `for`
  /// An offer, or a race, and what it is for.
  case offerFor = "offer-for"
  /// A verb of bidding and what it is for.
  case bidFor = "bid-for"
  /// A deal, or a fight, and what it is over.
  case dealOver = "deal-over"
  /// Talks and what they are about.
  case talksAbout = "talks-about"
  /// An interest and what it is in.
  case interestIn = "interest-in"
  /// A stake and what it is one of.
  case stakeIn = "stake-in"
  /// A merger and those who merge; and the one of them that goes before who stays.
  case mergedWith = "merged-with", into
  /// Those with whom somebody talks, or is set side by side.
  case with
  /// A purchase and who sells.
  case boughtFrom = "bought-from"
  /// An offer and who makes it; at the end of a phrase, "interest from", others too.
  case from, interestFrom = "interest-from"
  /// A fight and those who fight.
  case between
  /// A list of bidders and who is on it.
  case among
  /// Who is preferred and who is not.
  case over
  /// A share and through whom it is held.
  case through
  /// What somebody is seen as.
  case `as`

  // What is said of an offer or a deal.
  /// Pronouns that open a subordinate clause about an owner: "whose".
  case whose
  /// Verbs by which an offer comes from somebody.
  case comingFrom = "coming-from"
  /// A part of what was told of several: "A third was put in by Acme".
  case oneOfSeveral = "one-of-several"
  /// "Quant à Acme, il renonce": before whom the sentence is about.
  case asFor = "as-for"
  /// Before another, or the last, of several: "another name".
  case another
  /// "those shops": what was told of before.
  case these
  /// "a competing bid": there is another.
  case competing
  /// "gives Acme control of Belcor": what, and by which verbs.
  case command, giving
  /// What an offer does with what it is for: "values Belcor at".
  case valuing
  /// Those who run a company, or work there: "its management".
  case managers
  /// Verbs by which a seller keeps a part: "will keep a 10 percent stake".
  case keeping
  /// Before the name that what is sold goes by: "known as Belcor".
  case goingBy = "going-by"
  /// Before shares of which none is left out: "all of the shares".
  case allOf = "all-of"
  /// Another of the trade: "its rival Acme".
  case peer
  /// Verbs whose object is asked whether it sells: "sounded out Acme about".
  case approaching
  /// "plus que celle d'Acme": another of what was told of before.
  case thatOf = "that-of"
  /// "is", "has": verbs whose subject is one, not a list.
  case singular
  /// "offers as much as": a price follows.
  case asMuch = "as-much"
  /// "subject to approval".
  case conditional
  /// "close to selling".
  case close
  /// "at the last minute".
  case lastMoment = "last-moment"

  // Shares.
  /// "19 dlr a share": what a price is for.
  case share
  /// What a company is divided into, as what is offered for; and what is traded: "Shares in Belcor rose".
  case shares, traded
  /// Behind "its": what a company buys of itself.
  case ownStock = "own-stock"
  /// Behind a verb of buying: "buy back".
  case back
  /// "Class B common stock".
  case shareClass = "share-class"
  /// Behind a number: "52 pct".
  case percent
  /// By which a stake grows, and by which it shrinks.
  case raising, cutting

  // Verbs of the trade that other words make so.
  /// Shares are handed over.
  case tendering
  /// By which a sale begins: "launched the sale of Belcor".
  case launching
  /// Who finds a buyer sells.
  case finding
  /// With a business as its object a purchase; and those that are one only with "from".
  case winning, getting
  /// With "down" or "off" no: "turned Acme down", "fends off a bid".
  case turning, down, fending, off
  /// A part of a company that leaves its owner for another.
  case leaving
  /// "has become owner".
  case becoming
  /// What is made so for a purpose: "newly formed Acme Inc".
  case formed
  /// What asks who wants it: "Who else wants it?".
  case wishing
  /// "Il s'agit d'Acme".
  case beingAbout = "being-about"
  /// "itself": who sells is sold; in French with the verb behind it.
  case itself, sellingOneself = "selling-oneself"

  // Who acts.
  /// Last words of the names of those who employ analysts: "Tidemark Securities".
  case house
  /// What an outlet does with a paper that is another's: "seen by the Ledger".
  case seeing
  /// What something is done by: "according to plan", which attributes nothing.
  case standard
  /// "se".
  case reflexive
  /// Of whom was told, not who told it: "l'intéressé".
  case concerned
  /// Before a number that belongs to a name: "Local 88".
  case numbered
  /// Verbs of who speaks for somebody by trade, behind "who": "who acts for Acme".
  case representing
  /// Pronouns that only people have, or that ask for somebody.
  case who
  /// "it".
  case it
  /// "Who else?".
  case other
  /// "On one side".
  case side
  /// Whoever it may be: "if anyone acquires".
  case anybody
  /// The possessives of who speaks; and of who is spoken to as well.
  case our, ourOrYour = "our-or-your"
  /// Who looks for buyers: "approached by the bank".
  case goBetween = "go-between"
  /// Courts and who acts for them.
  case court
  /// Those whom a buyer takes over with a company.
  case workers
  /// A buyer who is asked for help.
  case whiteKnight = "white-knight"
  /// Those who act together.
  case joining
  /// Between a fund and who acts for it: "run by".
  case managing
  /// Those who advise, lend or judge: "counsel to Acme".
  case service
  /// Nouns that every company is described by; they tell none from others.
  case generic
  /// In the names of companies that are founded to buy or hold others.
  case acquisition, holding
  /// Between what a company is called and what it was called.
  case formerly
  /// "Acme, already owner of"; "Belcor now belongs to Acme".
  case already, now
  /// What somebody else does too: "as did Acme".
  case likewise
  /// A pronoun before the verb that points back: "qui le détient".
  case pointingBack = "pointing-back"

  // What is said and heard.
  /// What somebody who is asked does not do: "declined to comment".
  case comment
  /// What is heard or read of a deal.
  case hearsay
  /// What a narrator did who corrects himself: "we wrote".
  case wrote
  /// "has no interest".
  case interested

  // When.
  /// Auxiliaries of what had been before: "had rejected".
  case had
  /// Behind what is told as background: "after being rebuffed".
  case after
  /// Of another time: "when it bought Acme".
  case when
  /// "six years ago".
  case years, ago

  // Parts of businesses.
  /// Nouns for what a business may part with, "plant", "division"; those of them that may also mean all of it, or anything: "business".
  case unit, plainUnit = "plain-unit"
  /// What is said of a part besides what it is: "its loss-making tube division".
  case epithet

  // Grammar.
  /// A modal verb whose negation is a plain no: "could not".
  case could
  /// Forms of "be" in the past; and "being".
  case was, being
  /// Determiners that need a noun.
  case bareDeterminer = "bare-determiner"
  /// "the", within names.
  case the
  /// Between a name and a legal form that belongs to it: "Roe and Co".
  case andCo = "and-co"
  /// "au capital".
  case capital
  /// Words with a capital before a name that are none of it: "le groupe de BTP Acme", "the REIT Acme".
  case label
  /// Words in capitals at the head of a page that say that it is new: "EXCLUSIF Acme vend".
  case kicker
  /// Small words of other languages within names: "Corticeira do Sado".
  case linking
  /// Those who have a surname in common: "the brothers Ivo and Udo Roe".
  case kin
  /// What those have who are named in the plural: "the Teachers' Plan"; and those whose plural has no "s": "Women's College".
  case community, people
  /// Pronouns between a subject and its verb: "Acme en prendra".
  case clitic
  /// French nouns that open a name that goes on in small letters: "la Société des eaux".
  case opener
  /// What a country owns as: "the Dutch state".
  case state
  /// The noun for a government, and the adjective of the country whose government is meant where nothing is said.
  case government, homeNation = "home-nation"
  /// Nouns for what acts under the name of its place: "the state of Goias".
  case publicBody = "public-body"
  /// Who is unnamed, and was told of before if an article stands before it: "the people said".
  case unnamedSource = "unnamed-source"
  /// What one does to calls, if at all: "did not respond to calls"; and verbs that attribute but for "put it up for sale".
  case replying, putting
  /// What is said without saying by whom: "it is thought that".
  case impersonal
  /// Whose words are reported: "was quoted by the Ledger as saying".
  case quoted
  /// The first person, outside quotation marks who writes: "I think".
  case narrator
  /// A part of the shares: "a quarter of Acme".
  case fraction
  /// Behind which stands who hears it, never who says it: "told the Ledger".
  case telling
  /// Who holds a public office or speaks for workers: "the mayor" is no company's man.
  case office
  /// Who built a business and is no bidder's man where it is bid for.
  case founding
  /// Verbs that only tell how or when the infinitive behind them is done: "vient d'annoncer".
  case aspect
  /// Behind the hyphen of an adjective that is made of a name: "Acme-led"; and those that say that it owns what follows.
  case led, owned
  /// The past of verbs that attribute, where no "ed" tells it.
  case irregularPast = "irregular-past"

  /// The group's place among the cases: an enum without payloads is stored as just that.
  @inline(__always) var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// How many groups there are.
  @inline(__always) static var count: Int { WordGroup.irregularPast.place + 1 }

  /// How many numbers of 64 bits a set of groups takes.
  @inline(__always) static var setSize: Int { (count + 63) / 64 }
}
