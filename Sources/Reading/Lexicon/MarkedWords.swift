/// The numbers of single words that rules look for in every story, found once for a lexicon.
struct MarkedWords: Sendable {
  /// "could", whose negation is a plain no.
  let could: [Int32]
  let who: [Int32]
  let `for`: [Int32]
  /// "close to selling".
  let close: [Int32]
  /// "among", for a list of bidders.
  let among: [Int32]
  /// "with", for those with whom somebody talks.
  let with: [Int32]
  /// What stands between an offer and what it is made for, from the plainest to the loosest.
  let pro: [Int32]
  let proOrOver: [Int32]
  let proOrOn: [Int32]
  let offer: [Int32]
  /// The same for an interest.
  let interest: [Int32]
  /// What stands between talks and what they are about.
  let about: [Int32]
  /// Between a merger and those who merge.
  let into: [Int32]
  /// Between a stake and what it is one of.
  let within: [Int32]
  /// Between a purchase, or an offer, and whom it comes from.
  let from: [Int32]
  let fromWhom: [Int32]
  /// "itself": who sells is sold.
  let itself: [Int32]
  /// The possessives of who speaks and of who is spoken to.
  let ours: [Int32]
  /// Between a fund and who acts for it: "run by", "géré par".
  let managed: [Int32]
  /// By which a stake grows: "raised", "porté".
  let raise: [Int32]
  /// By which it shrinks.
  let cut: [Int32]
  /// "19 dlr a share".
  let share: [Int32]
  let shares: [Int32]
  /// What somebody who is asked does not do: "declined to comment", "n'a pas souhaité réagir".
  let comment: [Int32]
  /// "has no interest", "ne s'y intéresse pas".
  let interested: [Int32]
  /// Beside whose names stand those who advise, lend or judge: "counsel to Acme", "a loan from Acme".
  let service: [Int32]
  /// Between who is preferred and who is not.
  let over: [Int32]
  /// Words behind which a sentence tells what went before: "after being rebuffed".
  let after: [Int32]
  /// What is heard or read of a deal: "no comment on a report".
  let hearsay: [Int32]
  /// "as much as".
  let asMuch: [Int32]
  /// "subject to approval".
  let conditions: [Int32]
  /// Nouns that every company is described by; they tell none from others.
  let generic: [Int32]

  init(_ vocabulary: Vocabulary) {
    func numbers(_ words: String...) -> [Int32] {
      words.compactMap {
        var word = $0
        let number = word.withUTF8 { vocabulary.find($0, 0..<$0.count) }
        return number < 0 ? nil : Int32(number)
      }
    }
    could = numbers("could")
    who = numbers("who")
    `for` = numbers("for")
    close = numbers("close")
    among = numbers("among", "amongst", "parmi")
    with = numbers("with", "avec")
    pro = numbers("for", "pour")
    proOrOver = numbers("for", "over", "pour")
    proOrOn = numbers("for", "sur", "pour")
    offer = numbers("for", "on", "sur", "pour")
    interest = numbers("in", "for", "à", "au", "pour")
    about = numbers("over", "about", "for", "on", "sur", "pour", "autour")
    into = numbers("into", "with", "avec", "between", "entre")
    within = numbers("in", "dans", "au")
    from = numbers("from")
    fromWhom = numbers("from", "auprès")
    itself = numbers("itself", "themselves")
    ours = numbers("our", "my", "your", "notre", "nos", "mon", "ma", "mes", "votre", "vos")
    managed = numbers("run", "managed", "advised", "headed", "géré", "gérée", "dirigé", "dirigée", "conseillé")
    raise = numbers(
      "raise", "raised", "raises", "raising", "increase", "increased", "increases", "boost", "boosts", "boosted",
      "lift",
      "lifts", "lifted", "upped", "ups", "hiked", "hikes", "porté", "porte", "relevé", "accru", "augmenté", "renforcé")
    cut = numbers(
      "cut", "cuts", "reduce", "reduced", "reduces", "lower", "lowered", "lowers", "trim", "trimmed", "trims", "pared",
      "réduit", "abaissé", "ramené", "allégé")
    share = numbers("share")
    shares = numbers("shares", "stock")
    comment = numbers(
      "comment", "comments", "reached", "calls", "inquiries", "commenter", "commente", "commentaire", "commentaires",
      "réagir",
      "joignable", "joignables", "joint", "sollicitations")
    interested = numbers("interest", "interested", "intérêt", "intéressé", "intéressée", "intéresse", "intéressait")
    service = numbers(
      "adviser", "advisor", "advisers", "advisors", "counsel", "lawyers", "mandate", "loan", "loans", "lender",
      "lenders", "financing",
      "credit", "underwriters", "bonds", "broker", "brokers", "analyst", "analysts", "conseil", "conseils",
      "conseiller", "mandat",
      "emprunt", "crédit", "obligataire", "financement", "analyste", "analystes", "avocats", "courtier")
    over = numbers("over", "devant")
    after = numbers("after", "following", "despite", "having", "since", "après", "malgré", "depuis", "ayant")
    hearsay = numbers(
      "report", "reports", "rumor", "rumors", "rumour", "rumours", "speculation", "rumeur", "rumeurs", "spéculations")
    asMuch = numbers("as", "more", "less", "autant", "davantage", "plus", "moins")
    conditions = numbers("subject", "réserve", "soumise", "soumis", "subordonnée", "subordonné", "conditional")
    generic = numbers("company", "group", "firm", "concern", "groupe", "entreprise", "société", "firme")
  }
}
