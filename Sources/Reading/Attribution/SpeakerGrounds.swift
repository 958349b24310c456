import Stories

extension Speakers {
  /// What tells that `speaker` is the one whom the words in `range` mean; without words he goes on to speak.
  func ground(_ speaker: Speaker, _ range: Range<Int>?) -> Reasons.Speaker {
    guard let range else { return .silence }
    guard case .entity(let entity) = speaker else { return .unnamed }
    let isNamed = cast.denotations(in: range).contains {
      $0.form == .name && ($0.entity == entity || principal($0.entity) == entity)
    }
    if isNamed { return .name }
    return pronoun(range) != nil ? .pronoun : .noun
  }
}
