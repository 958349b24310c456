import Display
import Foundation
import Stories
import TestSupport
import Testing

@testable import Reader
@testable import Terminal

/// What goes to the terminal, counted: on xterm-256color, 120 columns by 36 rows.
extension TerminalTests {
  /// Goes through `story` with `key` until it changes nothing any more; the bytes of the whole screen, and of each press
  /// with whether the article stayed where it was.
  private func cost(
    _ key: Character, of story: Story, margins: Bool = false
  ) throws -> (screen: Int, presses: [(bytes: Int, still: Bool)]) {
    let size = Size(width: 120, height: 36)
    let pseudo = try PseudoTerminal(size, forThisProcess: true)
    pseudo.hasMargins = margins
    let terminal = try Terminal(input: pseudo.program, output: pseudo.program)
    defer { terminal.stop() }
    let library = Library(entries: [.init(name: story.name, state: .read(story))])
    var state = ReaderState(library: library, size: size, language: .english)
    pseudo.settle()
    terminal.draw(state.draw())
    let screen = pseudo.settle()
    // With the first key the terminal is asked, and answers twice.
    pseudo.type("x")
    for _ in 0..<3 {
      while !terminal.isIdle {
        if case .movable(let movable) = terminal.next() { _ = state.update(.movable(movable)) }
      }
      terminal.draw(state.draw())
      pseudo.settle()
    }
    var presses: [(bytes: Int, still: Bool)] = []
    for _ in 0..<200 {
      let top = state.view?.top
      _ = state.update(.key(.character(key)))
      terminal.draw(state.draw())
      let bytes = pseudo.settle()
      if bytes == 0 { break }
      presses.append((bytes, state.view?.top == top))
      #expect(pseudo.screen.picture == state.draw().picture)
    }
    return (screen, presses)
  }

  @Test func everyPressForTheNextClaimIsCheapInEveryStoryOfTheProgram() throws {
    for story in try Self.builtInStories() {
      let (screen, presses) = try cost("]", of: story)
      #expect(screen <= 9_000, "\(story.name)")
      #expect(presses.filter(\.still).allSatisfy { $0.bytes <= 900 }, "\(story.name): \(presses.map(\.bytes))")
      #expect(presses.allSatisfy { $0.bytes <= 2_800 }, "\(story.name): \(presses.map(\.bytes))")
      #expect(presses.count > 10, "\(story.name)")
    }
  }

  @Test func everyPressIsCheapInALongClaimedStory() throws {
    let path = "../shared/seed/tiktok-oracle.fr.txt"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      print("skipped: no \(path)")
      return
    }
    let story = try Self.reader.read(Array(bytes), name: "tiktok-oracle.fr.txt")
    let next = try cost("]", of: story)
    #expect(next.screen <= 9_000)
    #expect(next.presses.filter(\.still).allSatisfy { $0.bytes <= 900 }, "\(next.presses.map(\.bytes))")
    let lines = try cost("j", of: story).presses
    #expect(lines.filter(\.still).allSatisfy { $0.bytes <= 200 }, "\(lines.map(\.bytes))")
    #expect(!lines.isEmpty && !next.presses.isEmpty)
  }

  @Test func whereATerminalHasMarginsAViewThatMovesIsCheapToo() throws {
    // Every fourth, for the sake of time.
    for (number, story) in try Self.builtInStories().enumerated() where number % 4 == 0 {
      let lines = try cost("j", of: story, margins: true).presses
      #expect(lines.allSatisfy { $0.bytes <= 200 }, "\(story.name): \(lines.map(\.bytes))")
      let next = try cost("]", of: story, margins: true).presses
      #expect(next.filter(\.still).allSatisfy { $0.bytes <= 900 }, "\(story.name): \(next.map(\.bytes))")
      // New lines of text come on top of what changes with the claim.
      #expect(next.allSatisfy { $0.bytes <= 2_800 }, "\(story.name): \(next.map(\.bytes))")
      let moving = next.filter { !$0.still }.map(\.bytes)
      #expect(!moving.isEmpty && moving.reduce(0, +) <= 1_000 * moving.count, "\(story.name): \(moving)")
    }
  }
}
