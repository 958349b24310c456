import Display
import TestSupport
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  private func decode(_ text: String, _ decoder: KeyDecoder = KeyDecoder()) -> [KeyDecoder.Input] {
    var decoder = decoder
    return decoder.feed(Array(text.utf8)) + decoder.settle()
  }

  private static let keys: [(String, Key)] = [
    ("a", .character("a")), (" ", .character(" ")), ("é", .character("é")), ("日", .character("日")),
    ("👩", .character("👩")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace),
    ("\u{04}", .control("d")), ("\u{0F}", .control("o")), ("\u{1B}", .escape), ("\u{1B}x", .alt("x")),
    ("\u{1B}é", .alt("é")),
    ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down), ("\u{1B}[C", .right),
    ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
    ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
    ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab),
    ("\u{1B}[1;3D", .altLeft), ("\u{1B}[1;3C", .altRight), ("\u{1B}\u{1B}[D", .altLeft), ("\u{1B}\u{1B}OC", .altRight),
    ("\u{1B}[1;2A", .up), ("\u{1B}[1;5B", .down), ("\u{1B}[1;5H", .home), ("\u{1B}[5;5~", .pageUp),
    ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[15~", .function(5)),
    ("\u{1B}[17~", .function(6)), ("\u{1B}[24~", .function(12)), ("\u{1B}OM", .enter), ("\u{1B}Oq", .character("1")),
  ]

  @Test(arguments: keys)
  func knowsKeys(bytes: String, key: Key) {
    #expect(decode(bytes) == [.key(key)])
  }

  @Test(arguments: keys)
  func knowsKeysThatComeByteByByte(bytes: String, key: Key) {
    var decoder = KeyDecoder()
    var inputs: [KeyDecoder.Input] = []
    for byte in bytes.utf8 { inputs += decoder.feed([byte]) }
    #expect(inputs + decoder.settle() == [.key(key)])
  }

  @Test(arguments: keys)
  func keysDoNotRunIntoTheNext(bytes: String, key: Key) {
    if case .escape = key { return }
    #expect(decode(bytes + "j") == [.key(key), .key(.character("j"))])
  }

  @Test(arguments: [
    ("\u{1B}[<0;12;7M", Mouse(.click, at: Point(x: 11, y: 6))),
    ("\u{1B}[<64;1;1M", Mouse(.wheelUp, at: Point(x: 0, y: 0))),
    ("\u{1B}[<65;300;2M", Mouse(.wheelDown, at: Point(x: 299, y: 1))),
    ("\u{1B}[M ,'", Mouse(.click, at: Point(x: 11, y: 6))),
    ("\u{1B}[M`!!", Mouse(.wheelUp, at: Point(x: 0, y: 0))),
  ])
  func knowsTheMouse(bytes: String, mouse: Mouse) {
    #expect(decode(bytes) == [.mouse(mouse)])
    #expect(decode(bytes + "j") == [.mouse(mouse), .key(.character("j"))])
    var decoder = KeyDecoder()
    var inputs: [KeyDecoder.Input] = []
    for byte in bytes.utf8 { inputs += decoder.feed([byte]) }
    #expect(inputs == [.mouse(mouse)])
  }

  @Test func theRestOfAMouseSequenceIsNoCommandHoweverMuchComesWithIt() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.settle() == [.key(.escape)])
    let rest = decoder.feed(Array("[<65;9;9M\u{1B}[<65;9;9Mj".utf8), after: 60)
    let notch = KeyDecoder.Input.mouse(Mouse(.wheelDown, at: Point(x: 8, y: 8)))
    #expect(rest == [notch, notch, .key(.character("j"))])
  }

  @Test func escapeAloneActsWithinFiftyMillisecondsAndSequencesHaveLonger() {
    var decoder = KeyDecoder()
    _ = decoder.feed([0x1B])
    #expect(decoder.patience.map { $0 < 50 } == true)
    _ = decoder.feed(Array("[".utf8))
    #expect(decoder.patience == 500)
    // Alt-Left, half a second in the coming.
    #expect(decoder.feed(Array("1;3D".utf8), after: 480) == [.key(.altLeft)])
  }

  @Test(arguments: [
    "\u{1B}[?c", "\u{1B}[?69;2;1$y", "\u{1B}[?69$y", "\u{1B}[?2;99999999999999999999$y", "\u{1B}[25;80R",
    "\u{1B}[<0;12;7m", "\u{1B}[<1;12;7M", "\u{1B}[<4;12;7M",
    "\u{1B}[<32;12;7M", "\u{1B}[<0;12M", "\u{1B}[<0;0;7M", "\u{1B}[<0;12;7;M", "\u{1B}[<0;99999999999999999999;7M",
    "\u{1B}[M#!!", "\u{1B}[M   ", "\u{1B}[I", "\u{1B}[2~", "\u{1B}[99~",
    "\u{1B}[1;3A",
    "\u{1B}[3$", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]11;rgb:0/0/0\u{07}", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}_Gi=1;OK\u{1B}\\",
    "\u{1B}[>1;10;0c", "\u{1B}[97;5u", "\u{00}", "\u{1D}", "\u{1B}[1;;;;;q", "\u{1B}[ q",
    "\u{1B}[99999999999999999999999~",
  ])
  func takesWholeWhatMeansNothing(bytes: String) {
    #expect(decode(bytes + "j") == [.key(.character("j"))])
  }

  @Test func takesWhatTheTerminalSaysOfItself() {
    #expect(decode("\u{1B}[?62;4c") == [.answer(.kind(62))])
    #expect(decode("j\u{1B}[?1cj") == [.key(.character("j")), .answer(.kind(1)), .key(.character("j"))])
    #expect(decode("\u{1B}[?69;2$yy") == [.answer(.mode(69, setting: 2)), .key(.character("y"))])
  }

  @Test func takesEightBitIntroducers() {
    var decoder = KeyDecoder()
    #expect(
      decoder.feed([0x9B, 0x41, 0x8F, 0x42, 0x9B, 0x39, 0x39, 0x7E, 0x6A]) == [
        .key(.up), .key(.down), .key(.character("j")),
      ])
  }

  @Test func bytesThatAreNoTextAreNoKeys() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xC3, 0x6A, 0xFF, 0x6B, 0xE2, 0x80, 0x6C]) == ["j", "k", "l"].map { .key(.character($0)) })
  }

  @Test func aLocaleOfOneByteHasItsLetters() {
    var decoder = KeyDecoder(isUTF8: false)
    #expect(decoder.feed([0xE9, 0x6A]) == [.key(.character("é")), .key(.character("j"))])
    // As often as not nobody has set the locale, and the terminal sends UTF-8.
    #expect(decoder.feed(Array("é€😀".utf8)) == [.key(.character("é")), .key(.character("€")), .key(.character("😀"))])
    // The first byte of a letter alone is a letter, which waits for nothing.
    #expect(decoder.feed([0xC3]) == [.key(.character("Ã"))])
  }

  @Test func whatIsPastedIsNoCommand() {
    #expect(
      decode("a\u{1B}[200~q\u{1B}[A jé\n\u{1B}[201~b") == [
        .key(.character("a")), .pasted("q\u{1B}[A jé\n"), .key(.character("b")),
      ])
    var decoder = KeyDecoder()
    var inputs: [KeyDecoder.Input] = []
    for byte in "\u{1B}[200~q\u{1B}[20\u{1B}[201~j".utf8 { inputs += decoder.feed([byte]) }
    #expect(inputs == [.pasted("q\u{1B}[20"), .key(.character("j"))])
    #expect(decoder.patience == nil)
  }

  @Test func pastesAreBounded() {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("\u{1B}[200~".utf8))
    for _ in 0..<3 { _ = decoder.feed([UInt8](repeating: 0x61, count: KeyDecoder.longestPaste / 2)) }
    let inputs = decoder.feed(Array("\u{1B}[201~".utf8))
    #expect(inputs == [.pasted(String(repeating: "a", count: KeyDecoder.longestPaste))])
  }

  @Test func escapeAloneActsSoonAndTheRestOfASequenceThatComesLateIsNoCommand() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.patience.map { $0 < 50 } == true)
    #expect(decoder.settle() == [.key(.escape)])
    #expect(decoder.patience == nil)
    #expect(decoder.feed(Array("[A".utf8), after: 100) == [.key(.up)])
    _ = decoder.feed([0x1B])
    _ = decoder.settle()
    #expect(decoder.feed(Array("[A".utf8), after: 1000) == [.key(.character("[")), .key(.character("A"))])
    _ = decoder.feed([0x1B])
    _ = decoder.settle()
    #expect(decoder.feed(Array("[".utf8), after: 100) == [.key(.character("["))])
  }

  @Test func theTerminalsOwnKeysComeFirst() {
    let decoder = KeyDecoder(named: [Array("\u{1B}A".utf8): .up, Array("\u{1B}[V".utf8): .pageUp, [0x0B]: .up])
    #expect(decode("\u{1B}A\u{1B}[V\u{0B}", decoder) == [.key(.up), .key(.pageUp), .key(.control("k"))])
  }

  @Test func anyBytesEndInAKnownState() {
    var random = SplitMix(state: 20_200_913)
    let alphabet: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x3B, 0x31, 0x32, 0x30, 0x7E, 0x41, 0x4D, 0x5D, 0x07, 0x5C, 0x6A, 0xC3, 0xA9, 0x9B, 0x24,
    ]
    for _ in 0..<20_000 {
      var decoder = KeyDecoder()
      for _ in 0..<Int(random.next() % 12) { _ = decoder.feed([alphabet[Int(random.next() % UInt64(alphabet.count))]]) }
      _ = decoder.settle()
      // Whatever was before, the end of a paste and a pause bring the commands back.
      _ = decoder.feed(Array("\u{1B}[201~".utf8))
      _ = decoder.settle()
      #expect(decoder.feed([0x6A], after: 1000) == [.key(.character("j"))])
    }
  }
}
