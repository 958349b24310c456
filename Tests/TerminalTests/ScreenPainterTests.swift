import Display
import Glibc
import TestSupport
import Testing

@testable import Terminal

@Suite struct RenditionTests {
  @Test func oneSequenceSetsIt() {
    #expect(Rendition(setBy: Array("\u{1B}[1m".utf8))?.attributes == 1)
    #expect(Rendition(setBy: Array("\u{1B}[38;5;208m".utf8))?.ink == .numbered(208))
    #expect(Rendition(setBy: Array("\u{1B}[44m".utf8))?.ground == .named(44))
    #expect(Rendition(setBy: Array("\u{1B}[m".utf8)) == Rendition())
  }

  @Test(arguments: ["", "\u{1B}[1", "\u{1B}[1mx", "\u{1B}(B\u{1B}[m", "\u{1B}[38:2::1:2:3m", "\u{1B}[99m"])
  func nothingElseDoes(bytes: String) { #expect(Rendition(setBy: Array(bytes.utf8)) == nil) }

  @Test func onlySomeIsSeenOfASpace() {
    #expect(Rendition(setBy: Array("\u{1B}[1;2;3m".utf8))?.attributesOfSpaces == 0)
    #expect(Rendition(setBy: Array("\u{1B}[1;4;7m".utf8))?.attributesOfSpaces == 0b0100_1000)
  }
}

extension TerminalTests {
  /// Words in many styles, marks that combine, wide glyphs, long and short gaps, up to the last column of the last row.
  private static func page(_ size: Size, _ random: inout SplitMix) -> Frame {
    let words = ["Acme", "é", "日本", "e\u{301}", "│", " ", "   ", "         ", "a b", "¿", "e"]
    let styles = [
      Style(), Style(.accent), Style(.muted), Style(.party(3), on: .lifted, .underline), Style(on: .selected),
      Style(.accent, .bold), Style(.muted, .italic), Style(.party(1), .reverse),
    ]
    var canvas = Canvas(size)
    for y in 0..<size.height where y % 5 != 3 {
      var x = Int.random(in: 0...9, using: &random)
      while x < size.width {
        x = canvas.put(words.randomElement(using: &random)!, x: x, y: y, style: styles.randomElement(using: &random)!)
      }
    }
    canvas.put("  │", x: size.width - 3, y: size.height - 1)
    return Frame(size: size, layers: [.init(name: "page", origin: Point(x: 0, y: 0), canvas: canvas)], cursor: nil)
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "screen", "xterm", "vt220", "rxvt-unicode-256color"])
  func aBareScreenIsPaintedAsNcursesWould(name: String) throws {
    var random = SplitMix(state: 20_261_127)
    let size = Size(width: 70, height: 20)
    let pseudo = try PseudoTerminal(size, forThisProcess: true)
    setenv("TERM", name, 1)
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    #expect(terminal.painter != nil)
    for _ in 0..<12 {
      let frame = Self.page(size, &random)
      terminal.invalidate()
      terminal.draw(frame)
      pseudo.settle()
      let painted = pseudo.screen
      #expect(painted.picture == frame.picture)
      let painter = terminal.painter
      terminal.painter = nil
      terminal.invalidate()
      terminal.draw(frame)
      pseudo.settle()
      #expect(painted.differenceInLooks(from: pseudo.screen) == [])
      #expect(pseudo.screen.picture == frame.picture)
      terminal.painter = painter
      // ncurses knows what is there: the same once more is nothing to write.
      terminal.invalidate()
      terminal.draw(frame)
      pseudo.settle()
      terminal.draw(frame)
      #expect(pseudo.settle() == 0)
    }
    #expect(pseudo.screen.unknown == [])
  }

  @Test func theFirstPictureGoesFromRowToRow() throws {
    let size = Size(width: 60, height: 12)
    let pseudo = try PseudoTerminal(size, forThisProcess: true)
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    pseudo.settle()
    pseudo.heard = []
    var canvas = Canvas(size)
    for y in 2..<5 { canvas.put("left\(String(repeating: " ", count: 30))right", x: 0, y: y, style: Style(.accent)) }
    terminal.draw(
      Frame(size: size, layers: [.init(name: "page", origin: Point(x: 0, y: 0), canvas: canvas)], cursor: nil))
    pseudo.settle()
    let heard = String(decoding: pseudo.heard, as: UTF8.self)
    #expect(heard.contains("\u{1B}[4Hleft\u{1B}[30Cright\u{1B}[5Hleft\u{1B}[30Cright\u{1B}["))
    #expect(!heard.contains("\u{1B}[2J"), "the screen was cleared when it was taken over")
  }

  /// The second says that colours are taken back by a sequence of its own, which says nothing of what else goes.
  @Test(arguments: ["ansi", "cons25"])
  func whereTheLastColumnBeginsANewRowOrColoursEndOtherwiseNcursesPaints(name: String) throws {
    let pseudo = try PseudoTerminal(Size(width: 40, height: 5), forThisProcess: true)
    setenv("TERM", name, 1)
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    #expect(terminal.painter == nil)
    #expect((TerminalDescription.renditionFilter == nil) == (name == "cons25"))
  }

  @Test func aPictureThatIsPaintedAnewBeginsWithASCII() throws {
    let pseudo = try PseudoTerminal(Size(width: 40, height: 5), forThisProcess: true)
    setenv("TERM", "tmux-256color", 1)
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    terminal.invalidate()
    pseudo.settle()
    pseudo.heard = []
    terminal.draw(Frame(size: terminal.size))
    pseudo.settle()
    #expect(String(decoding: pseudo.heard, as: UTF8.self).contains("\u{1B}(B\u{0F}"))
  }

  @Test func whoComesBackHasTheKeypadSetAgain() throws {
    let pseudo = try PseudoTerminal(Size(width: 40, height: 5), forThisProcess: true)
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    pseudo.settle()
    pseudo.heard = []
    let end = terminal.run(["/bin/true"]) { _ in nil }
    #expect(end == .ended(0))
    pseudo.settle()
    let heard = String(decoding: pseudo.heard, as: UTF8.self)
    #expect(heard.contains("\u{1B}[?1l\u{1B}>") && heard.contains("\u{1B}[?1h\u{1B}="), "\(heard.debugDescription)")
  }
}
