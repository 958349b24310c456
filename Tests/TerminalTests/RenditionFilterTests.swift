import Testing

@testable import Terminal

/// Fewer bytes that say the same.
@Suite struct RenditionFilterTests {
  /// What the filter makes of `text` once the terminal is known to be plain; "^" stands for ESC.
  private func shortened(_ text: String, ends: Bool = true) -> String {
    var filter = RenditionFilter(ends: ends)
    _ = filter.shorten(bytes("^(B^[m"))
    return string(filter.shorten(bytes(text)))
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.replacing("^", with: "\u{1B}").utf8) }
  private func string(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "^")
  }

  @Test(arguments: [
    // Only the sum of several changes counts.
    ("^[31mred^[39m^(B^[m^[32mgreen^[39m^(B^[m", "^[31mred^[32mgreen^[m"),
    ("^(B^[0;1m^[38;5;32mbold^(B^[0;1m^[38;5;32m too", "^[1;38;5;32mbold too"),
    ("^[38;2;1;20;255mx", "^[38;2;1;20;255mx"),
    // One attribute ends by itself where that is shorter.
    ("^[1m^[38;5;244ma^(B^[m^[38;5;244mb", "^[1;38;5;244ma^[22mb"),
    ("^[1;2ma^[0;1mb", "^[1;2ma^[0;1mb"),
    ("^[3;38;5;244ma^[23;1mb", "^[3;38;5;244ma^[23;1mb"),
    // A space shows neither ink nor weight, but the colour behind it and a line below.
    ("^[31ma^[m b", "^[31ma ^[mb"),
    // The line below has the ink.
    ("^[4;31ma^[0;4;32m b", "^[4;31ma^[32m b"),
    // What is repeated stands right before that.
    ("^[1ma^[22m ^[6bc", "^[1ma ^[6b^[mc"), ("^[1ma^[31mb^[6bc", "^[1ma^[31mb^[6bc"),
    ("^[1m^[5X^[31ma", "^[5X^[1;31ma"),
    ("^[41ma^[m b", "^[41ma^[m b"),
    ("^[4ma^[m^[K", "^[4ma^[m^[K"),
    // Where the cursor is does not matter, what is painted does.
    ("^[31m^[5;6Ha^[m^[7Gb", "^[5;6H^[31ma^[7G^[mb"),
    ("^[44m\nx", "^[44m\nx"),
    // Other sequences go as they are.
    ("^[?25l^[2;9r^[>4;1mé", "^[?25l^[2;9r^[>4;1mé"),
    ("^]104\u{7}^[!p^=x", "^]104\u{7}^[!p^=x"),
  ]) func saysTheSame(before: String, after: String) {
    #expect(shortened(before) == after)
  }

  @Test func endsAllWhereTheTerminalCannotEndOne() {
    #expect(shortened("^[1m^[38;5;244ma^[m^[38;5;244mb", ends: false) == "^[1;38;5;244ma^[0;38;5;244mb")
  }

  @Test func anotherCharacterSetIsKept() {
    #expect(shortened("^(0q^(B^[mx^(By") == "^(0q^(Bxy")
    #expect(shortened("\u{E}q\u{F}x\u{F}y") == "\u{E}q\u{F}xy")
  }

  @Test func nothingIsTakenForGrantedAfterAnotherProgram() {
    var filter = RenditionFilter(ends: true)
    #expect(string(filter.shorten(bytes("^[31ma"))) == "^[0;31ma")
    filter.forget()
    #expect(string(filter.shorten(bytes("b"))) == "^[0;31mb")
  }

  @Test func whatItDoesNotKnowSwitchesItOff() {
    #expect(shortened("^[38:2::1:2:3ma^[39m^[mb^[m") == "^[38:2::1:2:3ma^[39m^[mb^[m")
  }

  /// What the filter makes of `text` where a step down is a line feed, on a screen of 40 columns.
  private func stepped(_ text: String) -> String {
    var filter = RenditionFilter(ends: true)
    filter.steps = CursorSteps()
    filter.steps?.width = 40
    _ = filter.shorten(bytes("^(B^[m"))
    return string(filter.shorten(bytes(text)))
  }

  @Test(arguments: [
    ("^[5;7Hab^[6;7Hcd", "^[5;7Hab\n^[7Gcd"),
    ("^[5;7Hab^[6d\u{8}\u{8}cd", "^[5;7Hab\n\u{8}\u{8}cd"),
    ("^[5;7H^[31mab^[6;7H^[mcd", "^[5;7H^[31mab\n^[7G^[mcd"),
    ("^[5;7Hab\r^[6dc^[7;1Hd", "^[5;7Hab\r\nc\n^[1Gd"),
    // Only down, only one row, and only from where the cursor is known to be.
    ("^[5;7Hab^[4;7Hcd", "^[5;7Hab^[4;7Hcd"),
    ("^[5;7Hab^[7;7Hcd", "^[5;7Hab^[7;7Hcd"),
    ("^[6;7Hcd", "^[6;7Hcd"),
    ("^[5;7Hab^M^[6;7Hcd", "^[5;7Hab^M^[6;7Hcd"),
    ("^[5;7Hab^[3L^[6;7Hcd", "^[5;7Hab^[3L^[6;7Hcd"),
    // At the right edge terminals differ in what comes next.
    ("^[5;39Hab^[6;7Hcd", "^[5;39Hab^[6;7Hcd"),
    ("^[5;39Ha^[6;7Hcd", "^[5;39Ha\n^[7Gcd"),
    ("^[5;30H^[9Cab^[6;7Hcd^[7;7He", "^[5;30H^[9Cab^[6;7Hcd\n^[7Ge"),
  ]) func aStepDownIsALineFeed(before: String, after: String) {
    #expect(stepped(before) == after)
  }
}
