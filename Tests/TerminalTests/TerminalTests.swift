import Display
import Glibc
import TestSupport
import Testing

@testable import Terminal

/// In a pseudo-terminal, one at a time, since ncurses and signals know only one.
@Suite(.serialized) struct TerminalTests {
  private static let pieces = [
    "a", "Microsoft ", "é", "日本", "👩‍👧", "e\u{301}", "\u{202E}", "\u{1B}[2J", "  ", "─", "        ", "ｱ", "\t",
  ]
  private static let styles = [
    Style(), Style(.accent), Style(.party(3), on: .lifted, .underline), Style(on: .selected), Style(.muted),
  ]

  /// A layer as large as the screen, full of words.
  private static func page(_ name: String, on size: Size, with random: inout SplitMix) -> Frame.Layer {
    var canvas = Canvas(size)
    for y in 0..<size.height {
      canvas.put("words on a page, \(random.next())", x: 1, y: y, style: styles[Int.random(in: 0...4, using: &random)])
    }
    return Frame.Layer(name: name, origin: Point(x: 0, y: 0), canvas: canvas)
  }

  /// The canvas with its rows some rows higher or lower, and new ones where none came from.
  private static func scrolled(_ canvas: Canvas, with random: inout SplitMix) -> Canvas {
    var result = Canvas(canvas.size)
    let shift = Int.random(in: -4...4, using: &random)
    for y in 0..<canvas.size.height {
      if 0..<canvas.size.height ~= y + shift {
        var x = 0
        for cell in canvas.row(y + shift) {
          if cell.columns > 0 { result.put(String(cell.glyph), x: x, y: y, style: cell.style) }
          x += 1
        }
      } else {
        result.put("what has come into view", x: 0, y: y, style: styles[Int.random(in: 0...4, using: &random)])
      }
    }
    return result
  }

  private func randomLayer(_ name: String, on size: Size, with random: inout SplitMix) -> Frame.Layer {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var canvas = Canvas(Size(width: number(0...size.width), height: number(0...size.height)))
    for y in 0..<canvas.size.height {
      var x = number(-2...4)
      while x < canvas.size.width {
        x =
          canvas.put(Self.pieces[number(0...Self.pieces.count - 1)], x: x, y: y, style: Self.styles[number(0...4)])
          + number(0...1)
      }
    }
    return Frame.Layer(
      name: name, origin: Point(x: number(-4...size.width), y: number(-2...size.height)), canvas: canvas)
  }

  @Test(arguments: [false, true]) func theScreenShowsEveryFrameHoweverLayersMoveAndSizesChange(margins: Bool) throws {
    var random = SplitMix(state: 20_200_913)
    var size = Size(width: 40, height: 12)
    let pseudo = try PseudoTerminal(size, forThisProcess: true)
    pseudo.hasMargins = margins
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    #expect(terminal.size == size)
    pseudo.type("j")
    #expect(terminal.next() == .key(.character("j")))
    var layers: [Frame.Layer] = []
    for step in 0..<2_000 {
      while !terminal.isIdle { #expect(terminal.next() == .movable(terminal.movable)) }
      if step % 40 == 39 {
        size = Size(width: .random(in: 1...60, using: &random), height: .random(in: 1...20, using: &random))
        pseudo.resize(size)
        // To the process: the thread that runs a test may have signals blocked.
        kill(getpid(), SIGWINCH)
        if terminal.size != size { #expect(terminal.next() == .resized(size)) }
        #expect(terminal.isIdle)
      }
      switch random.next() % 9 {
      case 0: layers.append(randomLayer("layer \(random.next() % 5)", on: size, with: &random))
      case 1: layers.shuffle(using: &random)
      case 2 where !layers.isEmpty: layers.removeLast()
      case 3 where !layers.isEmpty: layers[0].origin.x += 1
      case 4...6 where !layers.isEmpty:
        let place = layers.count - 1
        layers[place].canvas = Self.scrolled(layers[place].canvas, with: &random)
      case 7: layers.append(Self.page("page \(random.next() % 2)", on: size, with: &random))
      default:
        guard !layers.isEmpty else { break }
        let place = Int(random.next() % UInt64(layers.count))
        let other = randomLayer(layers[place].name, on: size, with: &random)
        layers[place].canvas = other.canvas
      }
      if layers.count > 5 { layers.removeFirst() }
      let cursor = Point(
        x: .random(in: -1...size.width, using: &random), y: .random(in: -1...size.height, using: &random))
      let frame = Frame(size: size, layers: layers, cursor: cursor)
      terminal.draw(frame)
      pseudo.settle()
      #expect(pseudo.screen.picture == frame.picture, "step \(step), \(size)")
      let isInside = Rect(x: 0, y: 0, width: size.width, height: size.height).contains(cursor)
      #expect(pseudo.screen.cursorIsVisible == isInside)
      if isInside { #expect(pseudo.screen.cursor == cursor) }
      if pseudo.screen.picture != frame.picture { return }
      if step % 7 == 0 {
        let before = pseudo.screen
        terminal.invalidate()
        terminal.draw(frame)
        pseudo.settle()
        let difference = pseudo.screen.differenceInLooks(from: before)
        #expect(difference.isEmpty, "step \(step), \(size)")
        if !difference.isEmpty { return }
      }
    }
    #expect(terminal.movable == (margins ? .parts : .rows))
    // Parts of the screen were moved, between margins where there are any.
    let moves = pseudo.heard.count(of: margins ? "\u{1B}[?69h" : "\u{1B}7\u{1B}[m\u{1B}[")
    #expect(moves > 20)
    #expect(pseudo.screen.unknown.isEmpty)
  }

  @Test func whatIsAsBeforeCostsNothingAndALittleCostsLittle() throws {
    let size = Size(width: 120, height: 36)
    let pseudo = try PseudoTerminal(size, forThisProcess: true)
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    var canvas = Canvas(size)
    for y in 0..<36 { canvas.put("A line of text that fills a part of the screen, number \(y)", x: 2, y: y) }
    var frame = Frame(
      size: size, layers: [.init(name: "a", origin: Point(x: 0, y: 0), canvas: canvas)], cursor: Point(x: 1, y: 5))
    terminal.draw(frame)
    pseudo.settle()
    terminal.draw(frame)
    #expect(pseudo.settle() == 0)
    frame.layers[0].canvas.put(" ", x: 1, y: 5)
    frame.layers[0].canvas.put("▐", x: 1, y: 6)
    frame.layers[0].canvas.put("▸", x: 80, y: 6)
    frame.cursor = Point(x: 1, y: 6)
    terminal.draw(frame)
    #expect(pseudo.settle() < 40)
    #expect(pseudo.screen.picture == frame.picture)
  }

  @Test func keysPastesAndWakersBecomeEvents() throws {
    let pseudo = try PseudoTerminal(Size(width: 80, height: 24), forThisProcess: true)
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    #expect(terminal.isIdle)
    pseudo.type("j\u{1B}[B\u{1B}[200~q\u{1B}[201~\u{1B}OAé\u{1B}")
    #expect(!terminal.isIdle)
    let expected: [TerminalEvent] = [
      .key(.character("j")), .movable(.rows), .key(.down), .pasted("q"), .key(.up), .key(.character("é")),
      .key(.escape),
    ]
    for event in expected { #expect(terminal.next() == event) }
    #expect(terminal.isIdle)
    let waker = terminal.waker
    waker.wake()
    waker.wake()
    #expect(terminal.next() == .woken)
    #expect(terminal.isIdle)
  }

  @Test func theTerminalIsGivenBackAsItWas() throws {
    let pseudo = try PseudoTerminal(Size(width: 80, height: 24), forThisProcess: true)
    let before = pseudo.modes
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    terminal.draw(Frame(size: terminal.size))
    pseudo.settle()
    #expect(pseudo.modes != before)
    #expect(pseudo.screen.isAlternate && pseudo.screen.marksPastes && !pseudo.screen.cursorIsVisible)
    terminal.stop()
    terminal.stop()
    pseudo.settle()
    #expect(pseudo.modes == before)
    #expect(!pseudo.screen.isAlternate && !pseudo.screen.marksPastes && pseudo.screen.cursorIsVisible)
  }

  @Test func theMouseIsReportedOnlyWhereItIsWantedAndGivenBack() throws {
    for wanted in [false, true] {
      let pseudo = try PseudoTerminal(Size(width: 80, height: 24), forThisProcess: true)
      let terminal = try Terminal(mouse: wanted, input: pseudo.program, output: pseudo.program)
      pseudo.settle()
      #expect(pseudo.screen.reportsMouse == wanted)
      pseudo.type("\u{1B}[<0;3;4M")
      #expect(terminal.next() == .mouse(Mouse(.click, at: Point(x: 2, y: 3))))
      terminal.stop()
      pseudo.settle()
      #expect(!pseudo.screen.reportsMouse)
    }
  }

  @Test func whatWasMeantForAScreenOfAnotherSizeLeavesNoTrace() throws {
    let pseudo = try PseudoTerminal(Size(width: 60, height: 20), forThisProcess: true)
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    terminal.draw(Frame(size: terminal.size))
    let size = Size(width: 61, height: 20)
    pseudo.resize(size)
    // As if this had been on its way when the screen grew from 10 rows.
    let late = Array("\u{1B}[1;10r".utf8)
    #expect(write(pseudo.program, late, late.count) == late.count)
    pseudo.settle()
    kill(getpid(), SIGWINCH)
    #expect(terminal.next() == .resized(size))
    var canvas = Canvas(size)
    for y in 0..<20 { canvas.put("A line of text, number \(y)", x: 2, y: y) }
    let frame = Frame(size: size, layers: [.init(name: "a", origin: Point(x: 0, y: 0), canvas: canvas)], cursor: nil)
    terminal.draw(frame)
    pseudo.settle()
    #expect(pseudo.screen.picture == frame.picture)
  }

  @Test func aBurstOfResizesIsOneEvent() throws {
    let pseudo = try PseudoTerminal(Size(width: 80, height: 24), forThisProcess: true)
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    for width in 81...120 {
      pseudo.resize(Size(width: width, height: 30))
      kill(getpid(), SIGWINCH)
    }
    #expect(terminal.next() == .resized(Size(width: 120, height: 30)))
    #expect(terminal.isIdle)
  }

  @Test func aTerminalThatIsGoneEndsIt() throws {
    let pseudo = try PseudoTerminal(Size(width: 80, height: 24), forThisProcess: true)
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    pseudo.type("j")
    #expect(terminal.next() == .key(.character("j")))
    #expect(terminal.next() == .movable(.rows))
    pseudo.hangUp()
    #expect(terminal.next() == .ended(.hangUp))
    #expect(!terminal.isIdle)
    #expect(terminal.next() == .ended(.hangUp))
  }

  @Test func aStandInForATerminalIsRefusedAndLeftAlone() throws {
    let pseudo = try PseudoTerminal(Size(width: 80, height: 24), forThisProcess: true)
    let before = pseudo.modes
    func refusal() -> TerminalError? {
      do {
        _ = try Terminal(input: pseudo.program, output: pseudo.program)
        return nil
      } catch { return error }
    }
    for (name, error) in [
      ("dumb", TerminalError.incapableTerminal("dumb")), ("nonesuch", .unknownTerminal("nonesuch")),
      ("", .unknownTerminal("")),
    ] {
      setenv("TERM", name, 1)
      #expect(refusal() == error)
      #expect(pseudo.settle() == 0)
      #expect(pseudo.modes == before)
    }
    #expect(throws: TerminalError.notATerminal) {
      _ = try Terminal(input: pseudo.program, output: open("/dev/null", O_RDWR))
    }
  }
}

extension [UInt8] {
  /// How often `text` occurs.
  func count(of text: String) -> Int { ranges(of: Array(text.utf8)).count }
}
