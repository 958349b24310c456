import Stories

/// What is told of somebody that may be what is bought, a number each, from which a learned choice takes the target.
///
/// The raw value is its name in `Data/model/target.txt`.
enum TargetFeature: String, CaseIterable {
  // What the events of the deal say: it changes hands, it is offered for, it bids, sells, is a partner, holds, advises.
  case changesHands = "changes-hands"
  case changesHandsOften = "changes-hands-often"
  case wooed, bids, sells, partner, holds, advises
  /// That it opens the letter that speaks of it, or is called "our company".
  case ours

  // How often it is named, that and as a share of all, and how often as who acts.
  case named
  case share, acts
  /// Its place among all in the order of the text, and whether a headline or the first sentence names it.
  case order, headline, opening
  /// Whether a headline names it first of all.
  case headlined

  // What it is.
  case company, fund, unknown, product, person, medium
  case body

  // Whether it is a part of a business without a name, one whose owner is told, and one that the headline speaks of in other words;
  // and whether it owns such a part that is sold or bought.
  case unit
  case ownedUnit = "owned-unit"
  case headlinedUnit = "headlined-unit"
  case hasUnit = "has-unit"

  // Of its mentions the shares that stand behind "of", "by", "to", a preposition of place, before a verb, before "'s".
  case of, by, to, located, subject, possessive
  /// Whether its shares are told of: "Belcor shares".
  case shares

  /// The feature's place among the cases: an enum without payloads is stored as just that.
  @inline(__always) var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// How many features there are.
  @inline(__always) static var count: Int { TargetFeature.shares.place + 1 }
}

/// Somebody who may be what is bought, as the choice sees it.
package struct TargetCandidate: Sendable {
  package let name: Wording
  /// By the places of the features.
  package let features: [Float]
  /// The names of the features of its mentions and how much of each it has.
  package let surroundings: [(name: String, amount: Float)]

  /// The paths below `Data` of the weights that are learned: those that all languages share, and of one language's words.
  package static var weightsPath: String { TargetWeights.path }
  package static func wordsPath(_ language: Language) -> String { TargetWeights.wordsPath(language) }
  /// All these paths.
  package static var weightsPaths: [String] { [weightsPath] + Language.allCases.map(wordsPath) }

  /// The names of the features, by their places.
  package static var featureNames: [String] { TargetFeature.allCases.map(\.rawValue) }
}
