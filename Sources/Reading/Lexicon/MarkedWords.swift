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
  /// "19 dlr a share".
  let share: [Int32]
  let shares: [Int32]
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
    share = numbers("share")
    shares = numbers("shares", "stock")
    asMuch = numbers("as", "autant", "davantage")
    conditions = numbers("subject", "réserve", "soumise", "soumis", "subordonnée", "subordonné", "conditional")
    generic = numbers("company", "group", "firm", "concern", "groupe", "entreprise", "société", "firme")
  }
}
