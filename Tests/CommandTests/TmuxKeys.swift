import Display
import Foundation
import Testing

extension Tmux {
  /// Escape, and a moment in which it can be told from the start of another key.
  func escape() throws {
    try press("Escape")
    Thread.sleep(forTimeInterval: 0.06)
  }

  /// Presses a key as the reader calls it.
  func press(_ key: Key) throws {
    switch key {
    case .character(let character): try type(String(character))
    case .control(let letter): try press("C-\(letter)")
    case .escape: try escape()
    case .function(let number): try press("F\(number)")
    default: try press(try #require(Self.names[key], "tmux has a name for \(key)"))
    }
  }

  private static let names: [Key: String] = [
    .enter: "Enter", .tab: "Tab", .backTab: "BTab", .backspace: "BSpace", .delete: "DC", .up: "Up", .down: "Down",
    .left: "Left", .right: "Right", .altLeft: "M-Left", .altRight: "M-Right", .pageUp: "PPage", .pageDown: "NPage",
    .home: "Home", .end: "End",
  ]
}
