/// Numbers that look random and are the same in every run.
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Pieces of text, of escapes and of what only looks like text, in a random order.
  package mutating func hostileBytes(count: Int) -> [UInt8] {
    let pieces: [[UInt8]] =
      [
        "a", "é", "日", "👩", "\u{200D}", "\u{FE0F}", "\u{301}", "🇫", "\u{1F3FD}", "\u{AD}", "\u{1161}", "한",
        "\u{1B}[31m", "\t",
        "\r", "\n", "\u{1B}]52;c;YQ==\u{07}", "\u{1B}P", "\u{9B}2J", "\u{9D}0;x\u{9C}", "\u{202E}", "\u{2066}",
        "\u{E0041}", "1",
        "\u{20E3}", "\u{0}", "\u{7F}", "\u{FFFE}", "\u{E000}", "क", "\u{94D}", "\u{93F}", "\u{600}", "\u{3000}",
        "\u{A0}", "🏴",
        "\u{E007F}", "\u{1F1E7}", "\u{1160}", "\u{1100}", "\u{A97C}", "\u{D7B0}", "\u{1B}",
      ].map { Array($0.utf8) } + [[0x9B], [0xE2, 0x80], [0xC0, 0x80], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xFF]]
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes += pieces[Int(next() % UInt64(pieces.count))] }
    return bytes
  }
}
