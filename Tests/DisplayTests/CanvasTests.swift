import TestSupport
import Testing

@testable import Display

@Suite struct CanvasTests {
  private func row(_ canvas: Canvas, _ y: Int = 0) -> String {
    String(canvas.row(y).filter { $0.columns > 0 }.map(\.glyph))
  }

  /// Every wide glyph has its right half, and every right half its glyph.
  private func isWhole(_ canvas: Canvas) -> Bool {
    (0..<canvas.size.height).allSatisfy { y in
      let cells = Array(canvas.row(y))
      return cells.indices.allSatisfy { x in
        switch cells[x].columns {
        case 0: x > 0 && cells[x - 1].columns == 2
        case 2: x + 1 < cells.count && cells[x + 1].columns == 0
        default: cells[x].columns == 1
        }
      }
    }
  }

  @Test(arguments: [
    ("日本", 0, 5, "日本 "), ("日本", 0, 3, "日 "), ("日本", 1, 4, " 日 "), ("日本", -1, 4, " 本 "), ("日本", -2, 3, "本 "),
    ("abc", -1, 3, "bc "), ("abc", 2, 4, "  ab"), ("日", 0, 1, " "), ("abc", 9, 3, "   "),
  ])
  func cutsTextAtItsEdges(text: String, x: Int, width: Int, shown: String) {
    var canvas = Canvas(Size(width: width, height: 1))
    canvas.put(text, x: x, y: 0)
    #expect(row(canvas) == shown)
    #expect(isWhole(canvas))
  }

  @Test func theHalfOfAWideGlyphThatIsCutHasTheTextsLook() {
    var canvas = Canvas(Size(width: 3, height: 1))
    canvas.put("xxx", x: 0, y: 0)
    canvas.put("日本", x: 0, y: 0, style: Style(on: .lifted))
    #expect(row(canvas) == "日 ")
    #expect(canvas.row(0).allSatisfy { $0.style.ground == .lifted })
  }

  @Test func sayWhereTheTextEnds() {
    var canvas = Canvas(Size(width: 8, height: 1))
    #expect(canvas.put("a日b", x: 1, y: 0) == 5)
    #expect(canvas.put("abcdef", x: 0, y: 0, limit: 3) == 3)
    #expect(canvas.put("日本", x: 0, y: 0, limit: 3) == 3)
    #expect(canvas.put("abc", x: 0, y: 0, limit: 0) == 0)
    #expect(canvas.put("abc", x: 0, y: 0, limit: -1) == 0)
  }

  @Test func rowsOutsideTakeNothing() {
    var canvas = Canvas(Size(width: 3, height: 1))
    canvas.put("abc", x: 0, y: -1)
    canvas.put("abc", x: 0, y: 1)
    canvas.restyle(x: -5, y: 7, width: 3) { $0.ink = .alert }
    canvas.restyle(x: 5, y: 0, width: 3) { $0.ink = .alert }
    canvas.restyle(x: -5, y: 0, width: 3) { $0.ink = .alert }
    #expect(canvas == Canvas(Size(width: 3, height: 1)))
  }

  @Test func whatOverwritesOneHalfBlanksTheOther() {
    var canvas = Canvas(Size(width: 6, height: 1))
    canvas.put("日本語", x: 0, y: 0)
    canvas.put("x", x: 1, y: 0)
    #expect(row(canvas) == " x本語")
    canvas.put("yy", x: 3, y: 0)
    #expect(row(canvas) == " x yy ")
    canvas.put("日本語", x: 0, y: 0)
    canvas.put("漢", x: 1, y: 0)
    #expect(row(canvas) == " 漢 語")
    #expect(isWhole(canvas))
  }

  @Test func randomHostileTextFillsItsCellsExactly() {
    var random = SplitMix(state: 1)
    for _ in 0..<300 {
      let size = Size(width: .random(in: 0...30, using: &random), height: .random(in: 0...4, using: &random))
      var canvas = Canvas(size)
      for _ in 0..<12 {
        let text = String(decoding: random.hostileBytes(count: 8), as: UTF8.self)
        canvas.put(
          text, x: .random(in: -6...32, using: &random), y: .random(in: -1...4, using: &random),
          limit: .random(in: 0...20, using: &random))
      }
      #expect(isWhole(canvas))
    }
  }

  @Test func framesLayUpperLayersOverLowerOnes() {
    func layer(_ text: String, x: Int, y: Int = 0) -> Frame.Layer {
      var canvas = Canvas(Size(width: 4, height: 1))
      canvas.put(text, x: 0, y: 0)
      return Frame.Layer(name: text, origin: Point(x: x, y: y), canvas: canvas)
    }
    func picture(_ layers: Frame.Layer...) -> String { Frame(size: Size(width: 6, height: 2), layers: layers).picture }
    #expect(picture(layer("aaaa", x: 0), layer("bbbb", x: 2)) == "aabbbb\n")
    #expect(picture(layer("日本", x: 0), layer("bbbb", x: 3)) == "日 bbb\n")
    #expect(picture(layer("日本", x: -1), layer("cc", x: 4, y: 1)) == " 本\n    cc")
    #expect(picture(layer("日本", x: 3)) == "   日\n")
    #expect(picture(layer("aaaa", x: 90), layer("bbbb", x: 0, y: -7)) == "\n")
  }
}
