import Display
import Stories

/// What tables say of the claims of one story: each value as one line without control characters.
///
/// Names and terms are spelled as in all exports, in English whatever the interface speaks.
struct ClaimCells {
  let story: Story
  let points: CodePoints

  init(_ story: Story) {
    self.story = story
    points = CodePoints(story.text)
  }

  /// What the claim at `index` is called.
  func id(_ index: Int) -> String { "c\(index + 1)" }

  /// The words of `span`.
  func words(_ span: Span) -> String { harmless(story.text.line(span)) }

  /// Who a claim comes from, the nearest first.
  func chain(_ claim: Claim) -> String { claim.chain.map { name(story.sources[$0].name) }.joined(separator: " <- ") }

  /// Who a claim is about.
  func parties(_ claim: Claim) -> String { claim.parties.map { name(story.parties[$0].name) }.joined(separator: "; ") }

  /// The figures of a claim: "price 2200000000 GBP; stake 20 %".
  func terms(_ claim: Claim) -> String {
    claim.terms.map { "\($0.kind.rawValue) \(plain($0.amount)) \($0.unit)" }.joined(separator: "; ")
  }

  /// A name; what separates names in a list is not part of one.
  func name(_ name: Wording) -> String {
    harmless(name.english.oneLine.replacing(";", with: ",").replacing("<-", with: "-"))
  }

  /// What the reader has noted on a claim or party, on one line.
  func note(_ remark: Remark?) -> String { harmless((remark?.note ?? "").oneLine) }

  /// What it is tagged as.
  func tags(_ remark: Remark?) -> String { (remark?.tags ?? []).map { name(Wording($0)) }.joined(separator: "; ") }

  /// The confidence, to hundredths.
  func confidence(_ claim: Claim) -> String { plain((claim.confidence * 100).rounded() / 100) }
}

/// A finite number as plainly as it can be written.
func plain(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : number.description
}

extension Story {
  /// The places of the claims that have at least the confidence `least`.
  public func claims(from least: Double) -> [Int] { claims.indices.filter { claims[$0].confidence >= least } }
}
