import Foundation
import Testing

@testable import Terminal

@Suite struct ClipboardTests {
  private func text(_ message: Clipboard.Message?) -> String { String(decoding: message?.bytes ?? [], as: UTF8.self) }

  @Test(arguments: ["", "a", "ab", "abc", "abcd", "é😀"]) func base64AsOthersWriteIt(words: String) {
    #expect(Clipboard.base64(Array(words.utf8)) == Data(words.utf8).base64EncodedString())
  }

  @Test func theTerminalGetsOneSequence() {
    let message = Clipboard.message("é", term: "xterm-256color", tmux: nil, sty: "")
    #expect(text(message) == "\u{1B}]52;c;w6k=\u{1B}\\")
    #expect(message?.way == .terminal && message?.isCut == false)
  }

  @Test func tmuxGetsItForItselfAndToHandOn() {
    let message = Clipboard.message("é", term: "tmux-256color", tmux: "/tmp/tmux-0/default,1,0", sty: nil)
    #expect(text(message) == "\u{1B}]52;c;w6k=\u{1B}\\\u{1B}Ptmux;\u{1B}\u{1B}]52;c;w6k=\u{07}\u{1B}\\")
    #expect(message?.way == .tmux)
  }

  @Test func screenGetsItInPiecesThatItHandsOn() {
    let words = String(repeating: "é", count: 1000)
    let message = Clipboard.message(words, term: "screen", tmux: nil, sty: "1.pts-0.host")
    let pieces = text(message).components(separatedBy: "\u{1B}\\").dropLast()
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 254 })
    let whole = pieces.map { $0.dropFirst(2) }.joined()
    #expect(whole == "\u{1B}]52;c;\(Data(words.utf8).base64EncodedString())\u{07}")
    #expect(message?.way == .screen)
  }

  @Test(arguments: ["linux", "vt100", "vt220", "ansi"]) func whatMayShowItDoesNotGetIt(term: String) {
    #expect(Clipboard.message("a", term: term, tmux: nil, sty: nil) == nil)
  }

  @Test func longWordsAreCutBetweenCharacters() throws {
    let message = Clipboard.message(
      "a" + String(repeating: "é", count: 100_000), term: "xterm", tmux: nil, sty: nil)
    #expect(message?.isCut == true)
    let sent = try #require(Data(base64Encoded: String(text(message).dropFirst(7).dropLast(2))))
    #expect(sent.count == Clipboard.limit - 1)
    #expect(String(data: sent, encoding: .utf8)?.hasSuffix("éé") == true)
    #expect(text(message).utf8.count < 74_994)
  }
}
