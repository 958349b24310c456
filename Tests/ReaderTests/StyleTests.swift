import Display
import Stories
import Testing

@testable import Reader

/// What colour and attributes add to the pictures.
@Suite struct StyleTests {
  /// The styles of the cells that show `words`, where they stand first, one a cell.
  private func styles(_ words: String, _ state: ReaderState, layer: String = "article") -> [Style] {
    guard let canvas = state.draw().layers.first(where: { $0.name == layer })?.canvas else { return [] }
    for y in 0..<canvas.size.height {
      let row = Array(canvas.row(y))
      let wanted = Array(words)
      for x in 0...max(0, row.count - wanted.count) where x + wanted.count <= row.count {
        if zip(row[x...], wanted).allSatisfy({ $0.glyph == $1 }) { return row[x..<x + wanted.count].map(\.style) }
      }
    }
    Issue.record("\(words) is not shown")
    return []
  }

  private let tenth = typed(String(repeating: "J", count: 9))

  @Test func theCurrentClaimIsLifted() {
    let state = reader(120, 36, keys: tenth)
    #expect(styles("group does not intend", state).allSatisfy { $0.ground == .lifted })
    #expect(styles("plan to close", state).allSatisfy { $0.ground == .plain })
  }

  @Test func theBarBesideItHasTheLookOfItsWords() {
    let state = reader(120, 36, keys: tenth)
    // On a line whose words it is without a break, so that the terminal need not be told of another look.
    #expect(Set(styles("▐ group does not intend", state)) == [Style(on: .lifted)])
  }

  @Test func itsSourceAndCueAreUnderlined() {
    let state = reader(120, 36, keys: tenth)
    #expect(styles("the paper adds that", state).filter { !$0.attributes.contains(.underline) }.count == 1)
    #expect(styles("Citing the harbour", state).allSatisfy { !$0.attributes.contains(.underline) })
  }

  @Test func whatNobodyVouchesForIsSlanted() {
    let state = reader(120, 36, keys: tenth)
    #expect(styles("is said to have been", state).allSatisfy { $0.attributes.contains(.italic) })
    #expect(styles("no", state).allSatisfy { !$0.attributes.contains(.italic) })
  }

  @Test func theSelectedPartyIsBoldInItsHue() {
    let all = reader(120, 36)
    #expect(styles("Varnholm Group", all).first == Style(.party(0), on: .lifted))
    let selected = reader(120, 36, keys: typed("1j"))
    #expect(styles("Varnholm Group", selected).first == Style(.party(0), on: .lifted, .bold))
    #expect(styles("Quillon Capital", selected).first?.ink == .plain)
  }

  @Test func theFilterDimsTheMarksOfOtherClaims() {
    let all = reader(120, 36)
    #expect(styles("~", all).first == Style(.reported, on: .plain, .bold))
    let narrowed = reader(120, 36, keys: typed("1j") + [.enter])
    #expect(styles("~", narrowed).first == Style(.muted, on: .plain, .dim))
  }

  @Test func headlineAndSmallPrintAreSetOff() {
    let state = reader(120, 36)
    #expect(styles("turns down", state).allSatisfy { $0.attributes.contains(.bold) })
    #expect(styles("Ports and ferries", state).allSatisfy { $0.ink == .muted })
    #expect(styles("Aalby, 14 May", state).allSatisfy { $0.ink == .muted })
  }

  @Test func matchesHaveTheirGround() {
    let state = reader(120, 36, keys: typed("g/tessaly") + [.enter])
    #expect(styles("Tessaly", state).allSatisfy { $0.ground == .currentMatch })
    let next = reader(120, 36, keys: typed("g/tessaly") + [.enter, .character("n")])
    #expect(styles("Tessaly", next).allSatisfy { $0.ground == .match })
  }

  @Test func theSelectedRowHasItsGroundWhereTheFocusIs() {
    let focused = reader(120, 36, keys: typed("1jj"))
    #expect(styles("Quillon Capital", focused, layer: "parties").allSatisfy { $0.ground == .selected })
    let elsewhere = reader(120, 36, keys: typed("1jj2"))
    #expect(styles("Quillon Capital", elsewhere, layer: "parties").allSatisfy { $0.attributes.contains(.bold) })
  }

  @Test func theCursorStandsOnWhatIsSelected() {
    let article = reader(120, 36, keys: tenth)
    let claim = article.draw()
    let row = Array(claim.composed.row(claim.cursor?.y ?? 0)).map { String($0.glyph) }.joined()
    #expect(row.contains("adds that the"))
    let list = reader(120, 36, keys: typed("1jj"))
    #expect(list.draw().cursor?.x == 2)
  }
}
