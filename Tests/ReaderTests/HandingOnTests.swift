import Display
import Stories
import Testing

@testable import Reader

/// What goes from the reader into files and other programs.
@Suite struct HandingOnTests {
  private func press(_ state: inout ReaderState, _ keys: [Key]) -> [ReaderEffect] {
    keys.flatMap { state.update(.key($0)) }.asked
  }

  /// The file that is asked for by `keys`.
  private func order(_ state: inout ReaderState, _ keys: [Key]) throws -> ExportOrder {
    let effects = press(&state, keys)
    guard effects.count == 1, case .export(let order) = effects[0] else {
      Issue.record("\(effects)")
      throw NoOrder()
    }
    return order
  }

  private struct NoOrder: Error {}

  private func bottom(_ state: ReaderState) -> String {
    state.draw().picture.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test func theStoryGoesOutWithTheClaimsThatShow() throws {
    var state = reader(100, 30)
    _ = press(&state, typed("e"))
    #expect(bottom(state).hasPrefix(" Export 14 claims to: gefuhle.csv   CSV") || bottom(state).contains(".csv   CSV"))
    #expect(bottom(state).contains("Enter do it") && bottom(state).contains("Tab form"))
    #expect(state.draw().cursor?.y == 29)
    let all = try order(&state, [.enter])
    #expect(all.form == .csv && !all.overwrites && all.name.hasSuffix(".csv"))
    #expect(all.content == [StoryClaims(story: 0, claims: Array(0..<14))])
    #expect(state.prompt != nil, "the line stays until the name is known to be free")
    _ = state.update(.exported(.written(all.name, claims: 14)))
    #expect(state.prompt == nil && state.context == .article)
    #expect(state.message == "Written to \(all.name): 14 claims.")
    // Narrowed to a party.
    let narrowed = press(&state, typed("1j") + [.enter, .character("e")])
    #expect(narrowed.isEmpty)
    let visited = try #require(state.view?.visited)
    #expect(visited.count < 14)
    let some = try order(&state, [.enter])
    #expect(some.content == [StoryClaims(story: 0, claims: visited)])
    #expect(some.name.hasSuffix("-varnholm.csv"), "\(some.name)")
  }

  @Test func theNameSaysTheFormAndTheFormTheName() throws {
    var state = reader(100, 30, keys: typed("e"))
    let stem = try #require(state.prompt?.words.dropLast(4))
    var seen: [String] = []
    for _ in ExportForm.allCases {
      seen.append(state.prompt?.words ?? "")
      _ = press(&state, [.tab])
    }
    #expect(seen == [".csv", ".jsonl", ".md", ".txt", ".jsonld", ""].map { stem + $0 })
    #expect(state.prompt?.words == stem + ".csv")
    _ = press(&state, [.backTab])
    #expect(state.prompt?.form == .brat)
    _ = press(&state, [.control("u")] + typed("x.md"))
    #expect(state.prompt?.form == .markdown && bottom(state).contains("Markdown"))
    let order = try order(&state, [.enter])
    #expect(order.form == .markdown && order.name == "x.md")
    // The form is the one to begin with the next time.
    _ = press(&state, [.escape] + typed("e"))
    #expect(state.prompt?.form == .markdown)
  }

  @Test func whatIsWrittenBehindTheReaderLeavesTheNextPromptAlone() throws {
    var state = reader(100, 30, keys: typed("e"))
    let order = try order(&state, [.enter])
    _ = state.update(.exported(.begun(order.name)))
    #expect(state.prompt == nil)
    #expect(state.message == "Writing \(order.name); read on meanwhile.")
    _ = press(&state, typed("a"))
    _ = state.update(.exported(.ended(.written(order.name, claims: 14))))
    #expect(state.prompt != nil)
    #expect(state.message == "Written to \(order.name): 14 claims.")
    _ = state.update(.exported(.ended(.failed("x: no room"))))
    #expect(state.message == "x: no room" && state.prompt != nil)
  }

  @Test func nothingIsWrittenOverWithoutAsking() throws {
    var state = reader(100, 30, keys: typed("e"))
    let first = try order(&state, [.enter])
    _ = state.update(.exported(.isThere))
    #expect(state.context == .question)
    #expect(bottom(state).hasPrefix(" \(first.name) is there already: overwrite?"))
    // Enter, which one may press twice, does nothing; nor do other letters.
    #expect(press(&state, [.enter, .character("x"), .character(" ")]).isEmpty)
    #expect(state.context == .question && state.prompt?.words == first.name)
    _ = press(&state, typed("n"))
    #expect(state.context == .prompt && state.prompt?.words == first.name)
    let again = try order(&state, [.enter])
    #expect(!again.overwrites)
    _ = state.update(.exported(.isThere))
    let over = try order(&state, typed("y"))
    #expect(over.overwrites && over.name == first.name)
    _ = state.update(.exported(.failed("x: no room")))
    #expect(state.message == "x: no room" && state.context == .prompt)
    let lines = state.draw().picture.split(separator: "\n").suffix(2)
    #expect(lines.first == " x: no room" && lines.last?.hasPrefix(" Export 14 claims to: ") == true)
    _ = press(&state, [.escape])
    #expect(state.prompt == nil && state.context == .article)
  }

  @Test func whatASearchFoundGoesOut() throws {
    var state = reader(100, 30, keys: typed("Svarn") + [.tab])
    let rows = (0..<state.finder.results.count).map { state.finder.results[$0] }
    let order = try order(&state, typed("e") + [.enter])
    #expect(order.name == "search.csv")
    #expect(
      order.content.flatMap { item in item.claims.map { [item.story, $0] } } == rows.map { [$0.entry, $0.claim ?? -1] })
    #expect(rows.count == 3)
    _ = press(&state, [.escape])
    #expect(state.context == .found)
    // On the query line "e" is a letter.
    _ = press(&state, [.tab, .character("e")])
    #expect(state.finder.words == "varne" && state.prompt == nil)
  }

  @Test func textsThatASearchFoundGoOutWhole() throws {
    var state = reader(100, 30, keys: typed("Sin:text night") + [.tab])
    let order = try order(&state, typed("e") + [.enter])
    #expect(order.content == [StoryClaims(story: 0, claims: Array(0..<14))])
  }

  @Test func theStoriesOfTheListGoOut() throws {
    var state = reader(100, 30, keys: typed("s"))
    let order = try order(&state, typed("e") + [.enter])
    #expect(order.name == "stories.csv")
    #expect(order.content.map(\.story).sorted() == [0, 1, 3])
    #expect(order.content.first { $0.story == 0 }?.claims.count == 14)
  }

  @Test func aViewOnADealGoesOut() throws {
    var state = reader(100, 30, library: DealStories.library, keys: typed(">t"))
    let rows = (state.dealContents?.rows ?? []).compactMap(\.place)
    let order = try order(&state, typed("e") + [.enter])
    #expect(order.name == "ostrava-timeline.csv")
    #expect(
      Set(order.content.flatMap { item in item.claims.map { [item.story, $0] } })
        == Set(rows.map { [$0.story, $0.claim] }))
    #expect(!rows.isEmpty)
    _ = press(&state, [.escape])
    #expect(state.context == .deal)
    // The claim of the row.
    guard case .pipe(let text, _) = press(&state, typed("pcat") + [.enter]).first else {
      Issue.record("no pipe")
      return
    }
    #expect(
      text.contains(
        DealStories.library.story(rows[0].story).map { $0.text.string($0.claims[rows[0].claim].span) } ?? "?"))
  }

  @Test func textGoesIntoACommand() {
    var state = reader(100, 30)
    _ = press(&state, typed("|"))
    #expect(bottom(state).hasPrefix(" Pipe the claim into: "))
    // Nothing typed is nothing done.
    #expect(press(&state, [.enter]).isEmpty && state.prompt == nil)
    let claim = citation(of: 0, in: state.view!.story, .english)
    #expect(press(&state, typed("pwc -l") + [.enter]) == [.pipe(claim, command: "wc -l")])
    #expect(state.prompt == nil)
    // The command is there again.
    _ = press(&state, typed("p") + [.tab])
    #expect(bottom(state).hasPrefix(" Pipe 14 claims into: wc -l"))
    guard case .pipe(let all, "wc -l") = press(&state, [.enter]).first else {
      Issue.record("no pipe")
      return
    }
    #expect(all.hasPrefix(claim + "\n“"))
    #expect(all.split(separator: "\n", omittingEmptySubsequences: false).count { $0.hasPrefix("“") } == 14)
    _ = press(&state, typed("p") + [.tab, .tab, .control("u")] + typed("cat"))
    #expect(bottom(state).hasPrefix(" Pipe the story into: cat"))
    guard case .pipe(let text, "cat") = press(&state, [.enter]).first else {
      Issue.record("no pipe")
      return
    }
    #expect(text == String(decoding: state.view!.story.text.bytes, as: UTF8.self) + "\n")
  }

  @Test func noStoryTellsATerminalWhatToDoThroughACommand() {
    let words = "One\r\ntwo\tthree \u{1B}[2J\u{9B}1m \u{202E}x\n"
    let story = Story(
      name: "x", text: StoryText(bytes: Array(words.utf8)), language: .english,
      layout: Layout(blocks: [.init(kind: .paragraph, span: Span(0, words.utf8.count - 1))]))
    var state = reader(100, 30, library: Library(entries: [.init(name: "x", state: .read(story))]))
    guard case .pipe(let text, _) = press(&state, typed("pcat") + [.enter]).first else {
      Issue.record("no pipe")
      return
    }
    #expect(text.hasPrefix("One\ntwo\tthree ␛[2J"))
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" || $0 == "\u{202E}" || $0 == "\r" })
  }

  @Test func aShellAndTheFile() {
    var state = reader(100, 30)
    #expect(press(&state, typed("!")) == [.shell])
    #expect(press(&state, typed("O")) == [.openOutside(story: 0)])
    #expect(press(&state, typed("s") + [.down] + typed("O")) == [.openOutside(story: 1)])
    #expect(press(&state, typed("!")) == [.shell])
  }

  @Test func whatHasNoClaimHasNothingToExport() {
    var state = reader(100, 30, keys: typed(">>>e"))
    #expect(state.prompt == nil && state.message == PromptPhrase.nothing[.english])
    state = reader(100, 30, keys: typed(">>>>p"))
    #expect(state.prompt == nil && state.message == PromptPhrase.nothing[.english])
  }

  @Test func pastedWordsAreTypedAndTheLineHasAnEnd() {
    var state = reader(100, 30, keys: typed("e") + [.control("u")])
    _ = state.update(.pasted("a\u{1B}b\nc.md"))
    #expect(state.prompt?.words == "ab c.md")
    for _ in 0..<30 { _ = state.update(.pasted(String(repeating: "x", count: 100))) }
    #expect((state.prompt?.words.count ?? 0) <= 1000)
    _ = press(&state, [.control("u"), .backspace])
    #expect(state.prompt == nil)
  }

  @Test func aClickElsewhereLeavesTheLine() {
    var state = reader(100, 30, keys: typed("e"))
    _ = state.update(.mouse(Mouse(.click, at: Point(x: 50, y: 10))))
    #expect(state.prompt == nil)
  }

  @Test(arguments: [(100, 30), (40, 12), (20, 5)]) func theLineFitsEveryScreen(size: (Int, Int)) {
    for language in Language.allCases {
      for keys in [typed("e"), typed("p" + String(repeating: "long ", count: 30))] {
        var state = reader(size.0, size.1, language, keys: keys)
        let cursor = state.draw().cursor
        #expect(cursor.map { $0.x < size.0 && $0.y == size.1 - 1 } == true)
        _ = state.update(.exported(.isThere))
        #expect(state.draw().cursor.map { $0.x < size.0 } == true)
      }
    }
  }

  @Test func frenchPicture() {
    let state = reader(100, 30, .french, keys: typed("e"))
    #expect(bottom(state).hasPrefix(" Exporter 14 affirmations vers : "))
    #expect(bottom(state).contains("Entrée valider"))
  }
}
