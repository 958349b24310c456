import Display
import Glibc
import TestSupport
import Testing

@testable import Terminal

/// Whether the terminal is asked for margins, and what it says.
struct MarginQuestionTests {
  private let kind = "\u{1B}[c"
  private let mode = "\u{1B}[?69$p\u{1B}[c"

  /// The question that each answer brings.
  private func questions(after answers: MarginQuestion.Answer..., in question: inout MarginQuestion) -> [String] {
    answers.map { String(decoding: question.take($0), as: UTF8.self) }
  }

  @Test func asksOnceAndBelievesWhatIsSaid() {
    var question = MarginQuestion()
    #expect(!question.isOpen)
    #expect(String(decoding: question.ask(), as: UTF8.self) == kind)
    #expect(question.ask().isEmpty)
    #expect(questions(after: .kind(64), .mode(69, setting: 2), in: &question) == [mode, ""])
    #expect(question.hasMargins && question.isOpen)
    #expect(questions(after: .kind(64), in: &question) == [""])
    #expect(question.hasMargins && !question.isOpen)
  }

  @Test func whoIsNoVT220IsNotAskedForModes() {
    var question = MarginQuestion()
    _ = question.ask()
    #expect(questions(after: .kind(6), in: &question) == [""])
    #expect(!question.hasMargins && !question.isOpen)
  }

  @Test(arguments: [0, 3, 4]) func aModeThatCannotBeSetIsNone(setting: Int) {
    var question = MarginQuestion()
    _ = question.ask()
    #expect(questions(after: .kind(62), .mode(69, setting: setting), .kind(62), in: &question) == [mode, "", ""])
    #expect(!question.hasMargins && !question.isOpen)
  }

  @Test func whoKnowsNoModesAnswersAllTheSame() {
    var question = MarginQuestion()
    _ = question.ask()
    #expect(questions(after: .kind(61), .mode(2004, setting: 1), .kind(61), in: &question) == [mode, "", ""])
    #expect(!question.hasMargins && !question.isOpen)
  }

  @Test func whoLeavesAsksNoMore() {
    var question = MarginQuestion()
    _ = question.ask()
    question.end()
    #expect(questions(after: .kind(64), in: &question) == [""])
    #expect(!question.isOpen)
  }

  @Test func anAnswerToNothingIsNone() {
    var question = MarginQuestion()
    #expect(questions(after: .mode(69, setting: 2), .kind(64), in: &question) == ["", ""])
    #expect(!question.hasMargins)
  }
}

/// How it is found out what has moved in a window.
struct RowShiftTests {
  private static let screen = Size(width: 40, height: 12)

  private func cells(_ lines: [String], frame: Bool = true) -> VisibleCells {
    var canvas = Canvas(Self.screen)
    for y in 0..<12 where frame {
      canvas.put("│", x: 0, y: y)
      canvas.put("│", x: 39, y: y)
    }
    for (y, line) in lines.enumerated() { canvas.put(line, x: 2, y: y) }
    return VisibleCells(.init(name: "a", origin: Point(x: 0, y: 0), canvas: canvas), screen: Self.screen, covers: [])
  }

  private func text(from start: Int) -> [String] {
    (start..<start + 12).map { $0 % 5 == 0 ? "" : "line \($0) of a text that is read" }
  }

  @Test(arguments: [1, 3, -1, -4]) func findsHowFarATextHasMoved(distance: Int) {
    let shift = RowShift(from: cells(text(from: 20)), to: cells(text(from: 20 + distance)), wholeRows: false)
    #expect(shift?.rows == distance)
    // The frame stays where it is.
    #expect(shift?.part == Rect(x: 2, y: 0, width: 30, height: 12))
  }

  @Test func whatMovesWithoutMarginsHasTheWholeWidth() {
    let shift = RowShift(from: cells(text(from: 20)), to: cells(text(from: 22)), wholeRows: true)
    #expect(shift?.rows == 2)
    #expect(shift?.part == Rect(x: 0, y: 0, width: 40, height: 12))
  }

  @Test func whatStaysAboveAndBelowIsNoPartOfIt() {
    func page(_ start: Int, _ number: Int) -> VisibleCells {
      cells(["a title"] + (start..<start + 10).map { "line \($0)\($0) of a text that is read" } + ["page \(number)"])
    }
    let shift = RowShift(from: page(10, 1), to: page(12, 2), wholeRows: true)
    #expect(shift?.rows == 2)
    #expect(shift.map { $0.part.y..<$0.part.y + $0.part.height } == 1..<11)
  }

  @Test func whatOnlyLooksOtherwiseHasNotMoved() {
    let former = cells(text(from: 20))
    #expect(RowShift(from: former, to: former, wholeRows: false) == nil)
    var canvas = Canvas(Self.screen)
    for (y, line) in text(from: 20).enumerated() { canvas.put(line, x: 2, y: y, style: Style(.accent)) }
    let marked = VisibleCells(
      .init(name: "a", origin: Point(x: 0, y: 0), canvas: canvas), screen: Self.screen, covers: [])
    #expect(RowShift(from: cells(text(from: 20), frame: false), to: marked, wholeRows: false) == nil)
  }

  @Test func otherTextHasNotMoved() {
    #expect(RowShift(from: cells(text(from: 20)), to: cells(text(from: 300)), wholeRows: false) == nil)
  }

  @Test func noWideGlyphIsCutInTwo() {
    // What changes begins in the middle of glyphs of rows that stay the same, and so does what is moved then.
    func page(_ start: Int) -> VisibleCells {
      cells(
        (start..<start + 12).map {
          switch $0 % 6 {
          case 0: "日本日本日本日本日本日本日本日本日本"
          case 1: " 本日本日本日本日本日本日本日本日本日"
          default: "abc \($0 * 7919) of what is read \($0 * 31) z"
          }
        })
    }
    let shift = RowShift(from: page(12), to: page(18), wholeRows: false)
    #expect(shift?.rows == 6)
    #expect(shift.map { ($0.part.x, $0.part.width) } ?? (0, 0) == (2, 37))
    for cells in [page(12), page(18)] {
      for y in 0..<12 {
        let row = cells.row(y)
        guard let part = shift?.part else { continue }
        #expect(row[row.startIndex + part.x].columns != 0)
        #expect(row[row.startIndex + part.x + part.width - 1].columns != 2)
      }
    }
  }
}

extension TerminalTests {
  /// A terminal that has had a key, and what it has been told since the screen was first drawn.
  private func moved(
    _ name: String, margins: Bool, from first: Frame, to second: Frame
  ) throws -> (heard: String, screen: ScreenModel) {
    let pseudo = try PseudoTerminal(first.size, forThisProcess: true)
    setenv("TERM", name, 1)
    pseudo.hasMargins = margins
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    pseudo.type("j")
    for _ in 0..<4 {
      terminal.draw(first)
      pseudo.settle()
      while !terminal.isIdle { _ = terminal.next() }
    }
    pseudo.heard = []
    terminal.draw(second)
    pseudo.settle()
    return (String(decoding: pseudo.heard, as: UTF8.self), pseudo.screen)
  }

  private func frame(from start: Int, x: Int, width: Int, covered: Bool = false) -> Frame {
    var canvas = Canvas(Size(width: width, height: 20))
    for y in 0..<20 { canvas.put("this is line \((start + y) * 7919) of it", x: 0, y: y) }
    var layers = [Frame.Layer(name: "text", origin: Point(x: x, y: 2), canvas: canvas)]
    if covered {
      var cover = Canvas(Size(width: 20, height: 3))
      cover.put("in front", x: 0, y: 1)
      layers.append(.init(name: "cover", origin: Point(x: x + 3, y: 5), canvas: cover))
    }
    return Frame(size: Size(width: 80, height: 24), layers: layers, cursor: nil)
  }

  @Test func aPaneIsMovedBetweenMarginsWhereThereAreAny() throws {
    let second = frame(from: 3, x: 20, width: 40)
    let (heard, screen) = try moved("xterm-256color", margins: true, from: frame(from: 1, x: 20, width: 40), to: second)
    #expect(heard.contains("\u{1B}[?69h") && heard.contains("\u{1B}[2S\u{1B}[r\u{1B}[?69l\u{1B}8"))
    #expect(heard.utf8.count < 150, "\(heard.debugDescription)")
    #expect(screen.picture == second.picture && screen.unknown.isEmpty)
    let without = try moved("xterm-256color", margins: false, from: frame(from: 1, x: 20, width: 40), to: second)
    #expect(!without.heard.contains("\u{1B}[?69h") && without.heard.utf8.count > 300)
    #expect(without.screen.picture == second.picture)
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "vt220", "linux"])
  func whatHasTheWholeWidthIsMovedWithoutMargins(name: String) throws {
    let second = frame(from: 1, x: 0, width: 80)
    let (heard, screen) = try moved(name, margins: false, from: frame(from: 3, x: 0, width: 80), to: second)
    if name.contains("256") {
      #expect(heard.contains("\u{1B}[2T\u{1B}[r\u{1B}8") && heard.utf8.count < 150)
    } else {
      #expect(!heard.contains("\u{1B}[2T"))
    }
    #expect(!heard.contains("\u{1B}[?69"))
    #expect(screen.picture == second.picture)
    #expect(screen.unknown == [])
  }

  @Test func whatIsPartlyCoveredIsNotMoved() throws {
    let second = frame(from: 3, x: 20, width: 40, covered: true)
    let (heard, screen) = try moved(
      "xterm-256color", margins: true, from: frame(from: 1, x: 20, width: 40, covered: true), to: second)
    #expect(!heard.contains("\u{1B}[?69h"))
    #expect(screen.picture == second.picture)
  }

  /// A terminal in which `keys` were used, and which has been asked what it can do; it has answered, unless it is dumb.
  private func asked(
    by keys: String = "j", hasMargins: Bool = false, isDumb: Bool = false
  ) throws -> (pseudo: PseudoTerminal, terminal: Terminal) {
    let pseudo = try PseudoTerminal(Size(width: 80, height: 24), forThisProcess: true)
    (pseudo.hasMargins, pseudo.isDumb) = (hasMargins, isDumb)
    let terminal = try Terminal(mouse: true, input: pseudo.program, output: pseudo.program)
    pseudo.type(keys)
    _ = terminal.next()
    terminal.draw(Frame(size: terminal.size))
    pseudo.settle()
    return (pseudo, terminal)
  }

  /// It takes the system a moment to hand over what is typed.
  private func awaitTyped(_ pseudo: PseudoTerminal) {
    for _ in 0..<1_000 where pseudo.unread == 0 { usleep(1_000) }
  }

  @Test func whoLeavesTakesTheAnswerAlong() throws {
    let (pseudo, terminal) = try asked(hasMargins: true)
    awaitTyped(pseudo)
    #expect(pseudo.unread > 0)
    terminal.stop()
    #expect(pseudo.unread == 0)
    pseudo.settle()
    #expect(pseudo.screen.unknown.isEmpty)
  }

  @Test func aTerminalThatDoesNotAnswerCostsNoKeys() throws {
    let (pseudo, terminal) = try asked(isDumb: true)
    // So long that nobody waits for it any more.
    usleep(2_100_000)
    pseudo.type("for the shell")
    awaitTyped(pseudo)
    terminal.stop()
    #expect(pseudo.unread == 13)
  }

  @Test func whoComesBackIsAskedAgain() throws {
    // The wheel counts as a key does.
    let (pseudo, terminal) = try asked(by: "\u{1B}[<65;3;4M")
    defer { terminal.stop() }
    awaitTyped(pseudo)
    while !terminal.isIdle { _ = terminal.next() }
    #expect(terminal.movable == .rows)
    pseudo.hasMargins = true
    kill(getpid(), SIGCONT)
    for _ in 0..<200 where terminal.movable == .rows {
      while !terminal.isIdle { _ = terminal.next() }
      terminal.draw(Frame(size: terminal.size))
      pseudo.settle()
      usleep(5_000)
    }
    #expect(terminal.movable == .parts)
  }
}
