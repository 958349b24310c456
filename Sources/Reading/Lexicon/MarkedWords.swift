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
    conditions = numbers("subject", "réserve", "soumise", "soumis", "subordonnée", "subordonné", "conditional")
    generic = numbers("company", "group", "firm", "concern", "groupe", "entreprise", "société", "firme")
  }
}
