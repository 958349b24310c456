import Display
import Testing

@testable import Terminal

@Suite struct VisibleCellsTests {
  private let screen = Size(width: 6, height: 2)

  private func layer(_ text: String, x: Int, y: Int, width: Int = 4) -> Frame.Layer {
    var canvas = Canvas(Size(width: width, height: 1))
    canvas.put(text, x: 0, y: 0)
    return Frame.Layer(name: "a", origin: Point(x: x, y: y), canvas: canvas)
  }

  private func text(_ cells: VisibleCells) -> String {
    String(cells.cells.filter { $0.columns > 0 }.map(\.glyph))
  }

  @Test(arguments: [
    (0, 0, "a日b", Rect(x: 0, y: 0, width: 4, height: 1)), (-1, 0, "日b", Rect(x: 0, y: 0, width: 3, height: 1)),
    (-2, 0, " b", Rect(x: 0, y: 0, width: 2, height: 1)), (3, 1, "a日", Rect(x: 3, y: 1, width: 3, height: 1)),
    (4, 1, "a ", Rect(x: 4, y: 1, width: 2, height: 1)),
  ])
  func isCutToTheScreen(x: Int, y: Int, shown: String, place: Rect) {
    let cells = VisibleCells(layer("a日b", x: x, y: y), screen: screen, covers: [])
    #expect(cells.place == place)
    #expect(text(cells) == shown)
    #expect(cells.cells.reduce(0) { $0 + Int($1.columns) } == place.width)
  }

  @Test(arguments: [(-4, 0), (6, 0), (0, -1), (0, 2), (Int.min / 4, 0), (Int.max / 4, Int.max / 4)])
  func isEmptyOutsideTheScreen(x: Int, y: Int) {
    let cells = VisibleCells(layer("abcd", x: x, y: y), screen: screen, covers: [])
    #expect(cells.cells.isEmpty)
  }

  @Test func aWideGlyphThatALayerAboveHalvesIsBlanked() {
    let cells = VisibleCells(layer("日本", x: 0, y: 0), screen: screen, covers: [Rect(x: 3, y: 0, width: 2, height: 1)])
    #expect(text(cells) == "日  ")
    let under = VisibleCells(layer("日本", x: 0, y: 0), screen: screen, covers: [Rect(x: 2, y: 0, width: 2, height: 1)])
    #expect(text(under) == "日本")
  }

  @Test func onlyWhatDiffersChanges() {
    func cells(_ text: String) -> VisibleCells { VisibleCells(layer(text, x: 0, y: 0), screen: screen, covers: []) }
    #expect(cells("abcd").changes(since: cells("abcd"), row: 0).isEmpty)
    #expect(cells("abcd").changes(since: cells("xbcy"), row: 0) == [0..<1, 3..<4])
    #expect(cells("a日d").changes(since: cells("abcd"), row: 0) == [1..<3])
    #expect(cells("abcd").changes(since: cells("a日d"), row: 0) == [1..<3])
  }
}
