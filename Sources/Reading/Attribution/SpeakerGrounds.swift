import Stories

extension Speakers {
  /// What tells that `speaker` is the one whom the words in `range` mean; without words he goes on to speak.
  func ground(_ speaker: Speaker, _ range: Range<Int>?) -> Reasons.Speaker {
    guard let range else { return .silence }
    guard case .entity(let entity) = speaker else { return .unnamed }
    let names = denotations(in: range).filter { $0.form == .name }
    if names.contains(where: { $0.entity == entity }) {
      return cast.entities[entity].kind == .person ? .person : .name
    }
    if names.contains(where: { principal($0.entity) == entity }) { return .officer }
    if pronoun(range) != nil { return .pronoun }
    let kind = cast.entities[entity].kind
    return kind == .government || kind == .regulator || kind.isMedium ? .office : .noun
  }
}
