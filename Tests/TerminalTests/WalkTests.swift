import BuiltIn
import Display
import Foundation
import Reading
import Stories
import TestSupport
import Testing

@testable import Reader
@testable import Terminal

/// The whole interface on a screen, whatever is typed, clicked, pasted, resized and signalled.
extension TerminalTests {
  /// How many steps: some by default, 100,000 with `SUITOR_WALK=100000`.
  private static let steps = Int(ProcessInfo.processInfo.environment["SUITOR_WALK"] ?? "") ?? 600

  @Test(arguments: [(false, true), (true, false)])
  func whateverIsDoneTheScreenIsWhatWasDrawn(plain: Bool, margins: Bool) throws {
    var random = SplitMix(state: 20_210_731)
    var size = Size(width: 100, height: 30)
    let pseudo = try PseudoTerminal(size, forThisProcess: true)
    pseudo.hasMargins = margins
    let terminal = try Terminal(mouse: true, input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    let library = try Library(entries: Self.stories(&random))
    var state = ReaderState(library: library, size: size, language: plain ? .french : .english, plain: plain)
    var resizes = 0
    var entries = 0
    for step in 0..<Self.steps {
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<5:
        size = Self.size(&random)
        resizes += 1
        pseudo.resize(size)
        kill(getpid(), SIGWINCH)
        while terminal.size != size { Self.answer(terminal.next(), &state, &entries, terminal) }
      case 5: kill(getpid(), SIGCONT)
      case 6: pseudo.type(String(decoding: random.hostileBytes(count: 5).filter(Self.isNoSignal), as: UTF8.self))
      case 7: pseudo.type("\u{1B}[200~q\u{1B}[2J\u{202E}é\n\u{1B}[201~")
      case 8..<16: pseudo.type(Self.mouse(in: size, &random))
      case 16 where step % 10 == 0:
        let index = Int.random(in: 0..<library.entries.count, using: &random)
        _ = state.update(.entry(index, .read(try Self.hostile(&random, Int.random(in: 0...60, using: &random)))))
      // In most lists a "y" does nothing.
      case 17..<22: pseudo.type("y")
      default: pseudo.type(Self.keys.randomElement(using: &random) ?? "j")
      }
      while !terminal.isIdle { Self.answer(terminal.next(), &state, &entries, terminal) }
      let frame = state.draw()
      terminal.draw(frame)
      pseudo.settle()
      let difference = pseudo.screen.difference(from: frame.picture)
      try #require(difference.isEmpty, "step \(step), \(size)")
      try #require(pseudo.screen.unknown.isEmpty, "step \(step)")
      if let cursor = frame.cursor { try #require(pseudo.screen.cursor == cursor, "step \(step)") }
      guard step % 10 == 0 else { continue }
      // Painted anew it looks no different.
      let before = pseudo.screen
      terminal.invalidate()
      terminal.draw(frame)
      pseudo.settle()
      try #require(pseudo.screen.differenceInLooks(from: before).isEmpty, "step \(step), \(size)")
    }
    // Nothing that a terminal could be told by it, and no step that a walk of this length is without.
    #expect(terminal.movable == (margins ? .parts : .rows))
    #expect(resizes > Self.steps / 40)
    #expect(!pseudo.screen.clipboard.isEmpty)
  }

  private static func answer(
    _ event: TerminalEvent, _ state: inout ReaderState, _ entries: inout Int, _ terminal: Terminal
  ) {
    let effects: [ReaderEffect] =
      switch event {
      case .key(let key): state.update(.key(key))
      case .mouse(let mouse): state.update(.mouse(mouse))
      case .pasted(let text): state.update(.pasted(text))
      case .resized(let size): state.update(.resize(size))
      case .movable(let movable): state.update(.movable(movable))
      case .woken, .ended: []
      }
    for effect in effects {
      switch effect {
      case .redraw: terminal.invalidate()
      case .copy(let words):
        _ = terminal.copy(words)
        _ = state.update(.copied(Copied(clipboard: .terminal)))
      case .explain(let story, let claim):
        _ = state.update(.reasons(Reasons(ground: .ownVoice), story: story, claim: claim))
      case .export(let order):
        _ = state.update(.exported(order.overwrites ? .written(order.name, claims: 1) : .isThere))
      case .put(let jotting):
        entries += 1
        let stories = jotting.reference.map { [$0] } ?? []
        let noted = Noted(stories: stories, entries: [jotting.entry(id: "\(entries)")], own: jotting)
        _ = state.update(.noted(noted))
      case .edit(let text): _ = state.update(.edited(text + "\n\u{1B}[31mmore"))
      case .quit, .suspend, .want, .pipe, .shell, .openOutside, .setRead: break
      }
    }
  }

  private static func size(_ random: inout SplitMix) -> Size {
    let wide = Int.random(in: 0..<8, using: &random) == 0
    return Size(
      width: .random(in: 1...(wide ? 300 : 110), using: &random),
      height: .random(in: 1...(wide ? 100 : 32), using: &random))
  }

  private static func mouse(in size: Size, _ random: inout SplitMix) -> String {
    let button = [0, 0, 64, 65, 2, 32].randomElement(using: &random) ?? 0
    let (x, y) = (Int.random(in: 1...size.width, using: &random), Int.random(in: 1...size.height, using: &random))
    return "\u{1B}[<\(button);\(x);\(y)M"
  }

  /// The bytes of all keys of the table but those that the line discipline answers.
  private static let keys: [String] = KeyMap.standard.bindings.flatMap(\.keys).compactMap { key -> String? in
    switch key {
    case .character(let character): String(character)
    case .control("z"): nil
    case .control(let letter): String(UnicodeScalar(letter.asciiValue! - 0x60))
    case .alt(let character): "\u{1B}\(character)"
    case .enter: "\r"
    case .escape: "\u{1B}"
    case .tab: "\t"
    case .backTab: "\u{1B}[Z"
    case .backspace: "\u{7F}"
    case .delete: "\u{1B}[3~"
    case .up: "\u{1B}[A"
    case .down: "\u{1B}OB"
    case .left: "\u{1B}[D"
    case .right: "\u{1B}[C"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .home: "\u{1B}[H"
    case .end: "\u{1B}[F"
    case .altLeft: "\u{1B}[1;3D"
    case .altRight: "\u{1B}[1;3C"
    case .function: "\u{1B}OP"
    }
  }

  /// Interrupt, quit, stop and go are the line discipline's, as is the key that stops the program.
  private static func isNoSignal(_ byte: UInt8) -> Bool { ![0x03, 0x11, 0x13, 0x1A, 0x1C].contains(byte) }

  /// The stories of the program, and some that nobody would print.
  private static func stories(_ random: inout SplitMix) throws -> [Library.Entry] {
    var entries = try builtInStories().map { Library.Entry(name: $0.name, state: .read($0)) }
    for count in [1, 30, 300] {
      let story = try hostile(&random, count)
      entries.append(.init(name: story.name, state: .read(story)))
    }
    entries.append(.init(name: "\u{1B}[2Jnowhere\u{9B}", state: .failed("\u{1B}]0;no\u{7}such file")))
    entries.append(.init(name: "waiting \u{202E}"))
    return entries
  }

  /// The stories that the program has with it.
  static func builtInStories() throws -> [Story] {
    try (0..<built_in_file_count).compactMap { index in
      let path = String(cString: built_in_file_at(index).pointee.path)
      guard path.hasPrefix("stories/"), path.hasSuffix(".txt"), let bytes = builtIn(path) else { return nil }
      return try reader.read(bytes, name: path)
    }
  }

  /// A story whose names, headline and claims hold what no screen should obey.
  private static func hostile(_ random: inout SplitMix, _ count: Int) throws -> Story {
    var text = Array("Acme \u{1B}[31mto buy Zed\n\n".utf8)
    for _ in 0..<count {
      text += random.hostileBytes(count: 4)
      let sentences = [
        " “We will not sell”, Zed said. ", "\u{9B}2J Acme \u{202E}Corp said it would buy Zed for $5 billion. ",
        "\n\nAccording to Reu\u{AD}ters, citing \u{1B}]0;x\u{7}people familiar with the matter, talks may end. ",
      ]
      text += Array((sentences.randomElement(using: &random) ?? "").utf8)
    }
    return try reader.read(text.filter { $0 != 0 }, name: "ev\u{1B}]2;il\u{7}.txt")
  }

  static let reader = StoryReader(file: builtIn)

  @Sendable private static func builtIn(_ path: String) -> [UInt8]? {
    for index in 0..<built_in_file_count {
      let file = built_in_file_at(index).pointee
      if String(cString: file.path) == path { return Array(UnsafeBufferPointer(start: file.bytes, count: file.count)) }
    }
    return nil
  }
}
