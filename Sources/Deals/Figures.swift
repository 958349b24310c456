import Stories

/// The figures of a claim by kind: what it says was paid, offered or held.
struct Figures: Sendable {
  private var amounts: [Claim.Term.Kind: [(amount: Double, unit: String)]] = [:]

  init(_ claim: Claim) {
    for term in claim.terms { amounts[term.kind, default: []].append((term.amount, term.unit)) }
  }

  /// Whether it has none.
  var isEmpty: Bool { amounts.isEmpty }

  /// Takes over the figures of kinds that it does not have yet.
  mutating func add(_ other: Figures) { amounts.merge(other.amounts) { mine, _ in mine } }

  /// Whether both can be figures of one thing: of no kind that both have all amounts differ.
  func canBe(_ other: Figures) -> Bool { common(other) { !$0 } == nil }

  /// Whether a figure of one is the other's.
  func isSame(as other: Figures) -> Bool { common(other) { $0 } != nil }

  /// The first kind that both have, of which it holds or not that some amount is in both.
  private func common(_ other: Figures, _ wanted: (Bool) -> Bool) -> Claim.Term.Kind? {
    Claim.Term.Kind.allCases.first { kind in
      guard let mine = amounts[kind], let others = other.amounts[kind] else { return false }
      return wanted(mine.contains { a in others.contains { b in Self.isSame(a, b) } })
    }
  }

  /// Whether two amounts are the same but for rounding: "16 billion" and "16.2 billion".
  static func isSame(_ a: (amount: Double, unit: String), _ b: (amount: Double, unit: String)) -> Bool {
    a.unit == b.unit && abs(a.amount - b.amount) <= 0.02 * max(abs(a.amount), abs(b.amount))
  }

  /// The one amount of a kind; `nil` if there are none or several, as in a range.
  func single(_ kind: Claim.Term.Kind) -> (amount: Double, unit: String)? {
    guard let all = amounts[kind], all.count == 1 else { return nil }
    return all[0]
  }
}
