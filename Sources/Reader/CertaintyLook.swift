import Display
import Stories

extension Claim.Certainty {
  /// What stands in the margin for it: its mark, or a space for what is plainly asserted.
  var margin: String { mark.map { String($0) } ?? " " }

  /// The hue of the mark.
  var ink: Style.Ink {
    switch self {
    case .asserted: .plain
    case .denied: .denied
    case .reported: .reported
    case .uncertain: .uncertain
    case .hypothetical: .hypothetical
    case .asked: .asked
    }
  }

  /// How the words are set: what nobody vouches for is slanted.
  var attributes: Style.Attributes {
    switch self {
    case .asserted, .denied: []
    case .reported, .uncertain, .hypothetical, .asked: .italic
    }
  }
}
