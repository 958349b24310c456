import Display
import Stories
import Testing

@testable import Reader

/// A person's own keys.
@Suite struct KeyBindingTests {
  private func bound(_ lines: (String, String)...) throws -> KeyMap {
    var keys = KeyMap.standard
    for (key, action) in lines { try keys.bind(key, to: action) }
    return keys
  }

  @Test func aKeyDoesWhatItIsToldWhereverThatWorks() throws {
    let keys = try bound(("Ctrl-N", "next-claim"))
    for context in [Context.parties, .article, .sources, .claims, .claimList] {
      #expect(keys.action(for: .control("n"), in: context) == .nextClaim)
      #expect(keys.action(for: .character("]"), in: context) == .nextClaim)
    }
    #expect(keys.action(for: .control("n"), in: .help) == nil)
  }

  @Test func whatAKeyDidElsewhereItStillDoes() throws {
    let keys = try bound(("q", "next-claim"))
    #expect(keys.action(for: .character("q"), in: .article) == .nextClaim)
    #expect(keys.action(for: .character("q"), in: .claimList) == .nextClaim)
    #expect(keys.action(for: .character("q"), in: .storyList) == .close)
    #expect(keys.action(for: .escape, in: .claimList) == .close)
  }

  @Test func aKeyCanBeFreedAndItsActionMoved() throws {
    let keys = try bound(("q", "none"), ("Q", "quit"))
    #expect(keys.action(for: .character("q"), in: .article) == nil)
    #expect(keys.action(for: .character("Q"), in: .article) == .quit)
    var state = ReaderState(
      library: Stories.library, size: Size(width: 120, height: 36), language: .english, keys: keys)
    #expect(state.draw().picture.contains("Q quit"))
    #expect(state.update(.key(.character("q"))).asked == [])
    #expect(state.update(.key(.character("Q"))) == [.quit])
  }

  @Test func anActionWithoutAKeyIsNeitherInTheHelpNorOnTheBottomLine() throws {
    let keys = try bound(("y", "none"))
    var state = ReaderState(
      library: Stories.library, size: Size(width: 120, height: 36), language: .english, keys: keys)
    #expect(!state.draw().picture.contains("copy"))
    _ = state.update(.key(.character("?")))
    #expect(!state.draw().picture.contains("copy the claim"))
  }

  @Test func lettersStayLettersOnTheSearchLine() throws {
    let keys = try bound(("x", "next-match"), ("Ctrl-N", "next-match"))
    #expect(keys.action(for: .character("x"), in: .article) == .nextMatch)
    #expect(keys.action(for: .character("x"), in: .search) == nil)
    #expect(keys.action(for: .control("n"), in: .search) == .nextMatch)
    #expect(keys.action(for: .down, in: .search) == .nextMatch)
  }

  @Test(arguments: [
    ("Ctrl-9", "quit", KeyMap.Problem.key("Ctrl-9")), ("F13", "quit", .key("F13")), ("", "quit", .key("")),
    ("x", "fly", .action("fly")), ("x", "nextClaim", .action("nextClaim")), ("Ctrl-C", "quit", .terminals("Ctrl-C")),
    ("Ctrl-I", "next-claim", .terminals("Ctrl-I")), ("x", "erase-letter", .letter("x")),
  ]) func whatCannotBeIsRefusedAndChangesNothing(key: String, action: String, problem: KeyMap.Problem) {
    var keys = KeyMap.standard
    #expect(throws: problem) { try keys.bind(key, to: action) }
    #expect(keys.bindings.map(\.keys) == KeyMap.standard.bindings.map(\.keys))
  }

  @Test func everyKeyOfTheTableCanBeNamedAsItIsShown() {
    for key in Set(KeyMap.standard.bindings.flatMap(\.keys)) { #expect(Key(named: key.name(.english)) == key) }
  }

  @Test func everyActionCanBeNamed() {
    for action in Action.allCases {
      #expect(Action(named: action.name) == action)
      #expect(action.name.allSatisfy { $0.isLowercase || $0 == "-" })
    }
    #expect(Action.nextClaim.name == "next-claim")
  }

  @Test func whateverIsBoundEveryKeyMeansOneThing() {
    var random = Array(Action.allCases.map(\.name)) + ["none"]
    var keys = KeyMap.standard
    for key in ["q", "j", "]", "Enter", "Esc", "Ctrl-U", "Down", "F2", "?", "/", "c", "s"] {
      random.append(random.removeFirst())
      // Some are refused, as letters for what only the search line does.
      try? keys.bind(key, to: random[7])
    }
    for context in Context.allCases {
      var seen: Set<Key> = []
      for binding in keys.bindings where binding.contexts.contains(context) {
        for key in binding.keys { #expect(seen.insert(key).inserted, "\(key) in \(context)") }
      }
    }
  }
}
