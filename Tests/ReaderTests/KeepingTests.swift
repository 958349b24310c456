import Display
import Notebook
import Stories
import Testing

@testable import Reader

/// A reader whose notebook is in memory.
struct KeepingReader {
  var state: ReaderState
  private(set) var entries: [Entry] = []
  private(set) var effects: [ReaderEffect] = []

  init(_ width: Int = 100, _ height: Int = 30, _ language: Language = .english, library: Library = Stories.library) {
    state = reader(width, height, language, library: library)
  }

  /// Presses keys, and does what the reader asks for.
  mutating func press(_ keys: [Key]) {
    for key in keys {
      effects = state.update(.key(key))
      for effect in effects {
        guard case .put(let jotting) = effect else { continue }
        let entry = jotting.entry(id: "20261126T1200-\(100 + entries.count)")
        entries.append(entry)
        let stories = jotting.reference.map { [$0] } ?? []
        _ = state.update(.noted(Noted(stories: stories, entries: [entry], own: jotting)))
      }
    }
  }

  mutating func type(_ text: String) { press(typed(text)) }

  var story: Story { state.view!.story }
  var claim: Claim { story.claims[state.view!.claim!] }
  var words: String { story.text.string(claim.span) }
}

/// Corrections, notes, marks, tags and read stories, by their keys.
@Suite struct KeepingTests {
  @Test func marksGoOnAndOff() {
    var reader = KeepingReader()
    reader.type("m")
    #expect(reader.story.remark(on: .claim(0))?.isMarked == true)
    #expect(reader.state.message == "Kept: marked.")
    reader.type("]m")
    #expect(reader.story.remarks.map(\.subject) == [.claim(0), .claim(1)])
    reader.type("m")
    #expect(reader.story.remarks.map(\.subject) == [.claim(0)])
    // In the list of parties the party, on its first row the story.
    reader.type("1m")
    #expect(reader.story.remark(on: .story)?.isMarked == true)
    reader.type("jm")
    #expect(reader.story.remark(on: .party(0))?.isMarked == true)
    // In the list of stories the story of the row.
    reader.type("2sjm")
    #expect(reader.state.library.story(1)?.remark(on: .story)?.isMarked == true)
  }

  @Test func aMergedPartyHandsOnTheSelection() {
    var reader = KeepingReader()
    let count = reader.story.parties.count
    reader.type("1jjEjj")
    reader.press([.enter, .enter])
    let view = reader.state.view!
    #expect(view.story.parties.count == count - 1)
    #expect(view.party.map { view.story.parties[$0].id } == "varnholm")
  }

  @Test func wordsThatAreAClaimAreNotAddedTwice() {
    var reader = KeepingReader()
    let span = reader.claim.span
    reader.type("v")
    // To the last word of the claim.
    for _ in 0..<200 where reader.state.picked != span { reader.type("l") }
    #expect(reader.state.picked == span)
    reader.press([.enter])
    #expect(reader.state.message == "These words are a claim already.")
    #expect(reader.entries.isEmpty)
  }

  @Test func theListOfMarksIsNotGoneOnFrom() {
    var reader = KeepingReader()
    reader.type("M")
    reader.press([.escape])
    reader.type("Ssony")
    #expect(reader.state.finder.words == "sony")
    // What one has typed oneself is there again.
    reader.press([.escape])
    reader.type("S")
    #expect(reader.state.finder.words == "sony")
  }

  @Test func aNoteComesFirstWhereThereIsLittleRoom() {
    var reader = KeepingReader(80, 24)
    reader.type("maAsk the fund about this one again")
    reader.press([.enter])
    #expect(reader.state.draw().picture.contains("¶ Ask the fund"))
  }

  @Test func theSignsOfALongNameAreSeen() {
    var reader = KeepingReader(80, 24)
    reader.type("1jjm")
    let row = reader.state.draw().picture.split(separator: "\n").first { $0.contains("Quillon C") }
    #expect(row?.contains("… ◆") == true, "\(row ?? "")")
  }

  @Test func aNoteIsTypedInPlace() {
    var reader = KeepingReader()
    reader.type("a")
    #expect(reader.state.draw().picture.contains("Note on claim 1: "))
    reader.type("ask the ministry")
    reader.press([.enter])
    #expect(reader.story.remark(on: .claim(0))?.note == "ask the ministry")
    // It is there to be gone on with.
    reader.type("a!")
    reader.press([.enter])
    #expect(reader.story.remark(on: .claim(0))?.note == "ask the ministry!")
    // Left, it stays; emptied, it goes.
    reader.type("ax")
    reader.press([.escape])
    #expect(reader.story.remark(on: .claim(0))?.note == "ask the ministry!")
    reader.press(typed("a") + [.control("u"), .enter])
    #expect(reader.story.remark(on: .claim(0)) == nil)
    #expect(reader.entries.count == 3)
  }

  @Test func aNoteIsWrittenInTheEditor() {
    var reader = KeepingReader()
    reader.press(typed("aone") + [.tab])
    #expect(reader.effects == [.edit("one")])
    let effects = reader.state.update(.edited("one\n two\n\n"))
    guard case .put(let jotting)? = effects.first else { return #expect(Bool(false), "\(effects)") }
    #expect(jotting.deed == .note("one\n two"))
    #expect(reader.state.prompt == nil)
    // The editor says that it is not to be taken: what was typed is still there.
    reader.press(typed("aone") + [.tab])
    #expect(reader.state.update(.edited(nil)).isEmpty)
    #expect(reader.state.prompt?.words == "one")
  }

  @Test func tagsAreAList() {
    var reader = KeepingReader()
    reader.press(typed("Tprice,  to check , price") + [.enter])
    #expect(reader.story.remark(on: .claim(0))?.tags == ["price", "to check"])
    reader.type("T")
    #expect(reader.state.prompt?.words == "price, to check, ")
    reader.press([.control("u")] + typed("late, price") + [.enter])
    #expect(reader.story.remark(on: .claim(0))?.tags == ["price", "late"])
  }

  @Test func aClaimIsPutRight() {
    var reader = KeepingReader()
    let before = reader.claim
    reader.type("E")
    #expect(reader.state.draw().picture.contains("Put claim 1 right"))
    reader.press(typed("j") + [.enter])
    reader.press(typed("G") + [.enter])
    #expect(reader.claim.certainty == .asked)
    #expect(reader.claim.corrected == .certainty)
    #expect(reader.claim.span == before.span)
    #expect(reader.state.message == "Kept: certainty asked.")
    // Its source, from the list or typed.
    reader.press(
      typed("E") + [.enter] + typed("G") + [.enter, .control("u")] + typed("The Gazette < Tessaly Lines") + [.enter])
    #expect(reader.claim.chain.map { reader.story.sources[$0].name.english } == ["The Gazette", "Tessaly Lines"])
    reader.press(typed("E") + [.enter] + typed("g") + [.enter])
    #expect(reader.claim.manner == .ownVoice)
    // Choosing what is so already puts nothing down.
    let count = reader.entries.count
    reader.press(typed("E") + [.enter, .enter])
    #expect(reader.entries.count == count)
    reader.type("UUU")
    #expect(reader.claim == before)
    #expect(reader.state.message?.hasPrefix("Taken back: certainty") == true)
    reader.type("U")
    #expect(reader.state.message == "Nothing was put down that could be taken back.")
    reader.type("RRR")
    #expect(reader.claim.manner == .ownVoice && reader.claim.certainty == .asked)
  }

  @Test func aClaimIsDeletedAndComesBack() {
    var reader = KeepingReader()
    let (words, count) = (reader.words, reader.story.claims.count)
    reader.press(typed("EG") + [.enter])
    #expect(reader.story.claims.count == count - 1)
    #expect(reader.words != words)
    reader.type("U")
    #expect(reader.story.claims.count == count)
  }

  @Test func wordsAreChosenForANewClaim() {
    var reader = KeepingReader()
    let count = reader.story.claims.count
    reader.type("Gvw")
    #expect(reader.state.context == .picking)
    let picked = reader.state.picked
    reader.press([.enter])
    #expect(reader.state.context == .article)
    #expect(reader.story.claims.count == count + 1)
    #expect(reader.claim.span == picked)
    #expect(reader.claim.corrected == .claim)
    #expect(reader.claim.manner == .ownVoice)
  }

  @Test func wordsOfAClaimAreChangedFromBothEnds() {
    var reader = KeepingReader()
    reader.press(typed("]EG") + typed("k") + [.enter])
    #expect(reader.state.context == .picking)
    let before = reader.claim.span
    #expect(reader.state.picked == before)
    reader.type("hh")
    let shorter = reader.state.picked
    #expect(shorter?.start == before.start && shorter!.end < before.end)
    reader.type("ol")
    let both = reader.state.picked
    #expect(both!.start > before.start && both?.end == shorter?.end)
    reader.press([.enter])
    #expect(reader.claim.span == both)
    #expect(reader.claim.corrected == .words)
    reader.press(typed("EG") + typed("k") + [.enter, .escape])
    #expect(reader.state.context == .article)
    #expect(reader.claim.span == both)
  }

  @Test func aPartyIsRenamedHereOrEverywhere() {
    var reader = KeepingReader()
    let second = reader.state.library.story(1)!
    let name = reader.story.parties[0].name.english
    reader.press(typed("1jE") + [.enter] + [.control("u")] + typed("Somebody") + [.enter])
    #expect(reader.story.parties[0].name.english == "Somebody")
    #expect(reader.state.library.story(1)?.parties == second.parties)
    reader.press(typed("E") + [.tab, .enter, .control("u")] + typed("Everybody") + [.enter])
    #expect(reader.story.parties[0].name.english == "Everybody")
    #expect(reader.state.message == "Kept: Somebody is called Everybody, in all stories.")
    for index in reader.state.library.entries.indices {
      guard let story = reader.state.library.story(index), let read = reader.state.asRead(index) else { continue }
      for (party, before) in zip(story.parties, read.parties) where before.name.english == name {
        #expect(party.name.english == "Everybody")
      }
    }
  }

  @Test func partiesAreMerged() {
    var reader = KeepingReader()
    let parties = reader.story.parties
    reader.press(typed("1jEjj") + [.enter, .enter])
    #expect(reader.story.parties.map(\.id) == parties.dropFirst().map(\.id))
    #expect(reader.story.parties[0].corrected == .party)
    reader.type("U")
    #expect(reader.story.parties == parties)
  }

  @Test func aRoleIsChosen() {
    var reader = KeepingReader()
    reader.press(typed("1jEj") + [.enter] + typed("g") + [.enter])
    #expect(reader.story.parties[0].role == nil)
    #expect(reader.story.parties[0].corrected == .role)
  }

  @Test func storiesAreReadOnceSomethingIsDoneInThem() {
    var reader = KeepingReader()
    reader.press(typed("s"))
    #expect(reader.state.library.entries.indices.allSatisfy { reader.state.library.story($0)?.isRead != true })
    reader.press([.escape])
    let key = reader.story.text.fingerprint
    #expect(reader.state.library.story(0)?.isRead == true)
    #expect(reader.effects == [.setRead(key, true)])
    reader.type("r")
    #expect(reader.state.message == "The story counts as unread.")
    reader.type("jj")
    #expect(reader.state.library.story(0)?.isRead == false)
    // Elsewhere and back it is read again.
    reader.type(">")
    #expect(reader.state.library.story(1)?.isRead == true)
    reader.type("<j")
    #expect(reader.state.library.story(0)?.isRead == true)
    let picture = { (state: ReaderState) in state.draw().picture }
    reader.type("s")
    #expect(picture(reader.state).contains("•"))
    reader.type("r")
    #expect(reader.state.library.story(0)?.isRead == false)
  }

  @Test func whatIsMarkedIsListed() {
    var reader = KeepingReader()
    reader.type("]m>m")
    reader.press(typed("M"))
    #expect(reader.state.finder.results.count == 2)
    reader.press([.enter])
    #expect(reader.state.view?.story.remarks.isEmpty == false)
  }

  @Test func theEndsOfALineArePicked() {
    var reader = KeepingReader()
    reader.type("Gv")
    let word = reader.state.picked
    reader.press([.end])
    #expect(reader.state.picked!.count > word!.count)
    reader.press([.home, .escape])
    #expect(reader.state.picking == nil)
  }

  @Test func aClickMovesTheEndThatMoves() throws {
    var reader = KeepingReader()
    reader.type("gv")
    let before = try #require(reader.state.picked)
    // The first words of the lede, and then where no words are.
    let article = try #require(reader.state.panes.inner(.article))
    let lede = try #require(reader.story.layout.first(.lede))
    let line = reader.state.view!.page.line(of: lede.start) - reader.state.view!.top
    _ = reader.state.update(.mouse(Mouse(.click, at: Point(x: article.x + 20, y: article.y + line))))
    _ = reader.state.update(.mouse(Mouse(.click, at: Point(x: 0, y: 0))))
    let after = try #require(reader.state.picked)
    #expect(after.start == before.start && after.end > before.end)
    #expect(reader.state.context == .picking)
  }

  @Test func chosenWordsAreSaidWithoutLineArt() throws {
    var state = reader(80, 24, keys: typed("v"), plain: true)
    let picked = try #require(state.picked)
    let words = state.view!.story.text.string(picked)
    #expect(state.draw().picture.contains("Chosen words: " + oneLine(words)))
    // A text that changes under them is no reason to go on as if nothing were.
    _ = state.update(.entry(0, Stories.library.entries[1].state))
    #expect(state.picking == nil)
    #expect(state.message == KeptPhrase.pickingEnded[.english])
  }

  @Test func whatOneHasPutRightIsToldApart() throws {
    var reader = KeepingReader(120, 36)
    let source = reader.story.sources[0].name.english
    reader.press(typed("E") + [.enter] + typed("gj") + [.enter])
    #expect(reader.state.draw().picture.contains("\(source) ✎"))
    reader.press(typed("EGk") + [.enter] + typed("h") + [.enter])
    #expect(reader.state.draw().picture.contains("Claim 1 of 14 ✎"))
  }

  @Test func aClickDoesNotThrowANoteAway() {
    var reader = KeepingReader()
    reader.type("along")
    _ = reader.state.update(.mouse(Mouse(.click, at: Point(x: 40, y: 10))))
    #expect(reader.state.prompt?.words == "long")
  }

  @Test func oneStepBackFromAChoice() {
    var reader = KeepingReader()
    reader.press(typed("Ej") + [.enter, .escape])
    #expect(reader.state.context == .correcting)
    reader.press([.escape])
    #expect(reader.state.context == .article)
  }

  @Test func whatIsKeptIsThereFromTheStart() {
    var first = KeepingReader()
    first.press(typed("m]aask") + [.enter])
    var notebook = Notebook()
    notebook.add(StoryReference(first.state.asRead(0)!))
    for entry in first.entries { notebook.add(entry) }
    var state = ReaderState(
      library: Library(entries: Stories.library.entries.map { .init(name: $0.name) }),
      size: Size(width: 100, height: 30), language: .english, notebook: notebook, read: first.state.readStories)
    _ = state.update(.entry(0, Stories.library.entries[0].state))
    #expect(state.library.story(0)?.remarks == first.story.remarks)
    #expect(state.library.story(0)?.isRead == true)
  }

  @Test func whatAnotherProgramPutsDownShows() {
    var reader = KeepingReader()
    let other = reader.state.library.story(1)!
    let entry = Entry(id: "theirs", deed: .mark(true), subject: .story, story: other.text.fingerprint)
    _ = reader.state.update(.noted(Noted(stories: [StoryReference(other)], entries: [entry])))
    #expect(reader.state.library.story(1)?.remark(on: .story)?.isMarked == true)
    #expect(reader.state.message == nil)
    // It is theirs to take back as well as ours, but not from another story.
    reader.type("U")
    #expect(reader.state.library.story(1)?.remarks.isEmpty == false)
    reader.type(">U")
    #expect(reader.state.library.story(1)?.remarks == [])
  }

  @Test func whatCannotBeWrittenIsSaidAndStays() {
    var reader = KeepingReader()
    let effects = reader.state.update(.key(.character("m")))
    guard case .put(let jotting)? = effects.first else { return #expect(Bool(false), "\(effects)") }
    let noted = Noted(
      stories: [jotting.reference!], entries: [jotting.entry(id: "1")], own: jotting, problem: "No space left.")
    _ = reader.state.update(.noted(noted))
    #expect(reader.state.message == "No space left.")
    #expect(reader.story.remark(on: .claim(0))?.isMarked == true)
  }

  @Test func whatIsGoneMeanwhileIsSaid() {
    var reader = KeepingReader()
    reader.type("E")
    // Another program deletes the claim whose menu is open; the menu closes, since numbers have changed.
    let theirs = Entry(
      id: "theirs", deed: .delete, subject: reader.story.subject(.claim(0)), story: reader.story.text.fingerprint)
    let reference = StoryReference(reader.story)
    _ = reader.state.update(.noted(Noted(stories: [reference], entries: [theirs])))
    #expect(reader.state.context == .article)
    let jotting = Jotting(deed: .certainty(.denied), subject: theirs.subject, reference: reference, story: 0)
    _ = reader.state.update(.noted(Noted(stories: [reference], entries: [jotting.entry(id: "ours")], own: jotting)))
    #expect(reader.state.message == KeptPhrase.isLost[.english])
  }

  @Test func aLongNoteIsTakenWholeOrSaid() {
    var reader = KeepingReader()
    reader.type("a")
    _ = reader.state.update(.pasted(String(repeating: "word ", count: 3000)))
    #expect(reader.state.prompt?.words.count == 14_999)
    #expect(reader.state.message == nil)
    _ = reader.state.update(.pasted(String(repeating: "word ", count: 3000)))
    #expect(reader.state.prompt?.words.count == 20_000)
    #expect(reader.state.message != nil)
  }

  @Test func aStoryThatIsReadAnewKeepsWhatWasNoted() {
    var reader = KeepingReader()
    reader.type("m")
    let claim = reader.words
    let old = reader.state.asRead(0)!
    let bytes = Array("A line more above the story.\n\n".utf8) + old.text.bytes
    let shift = bytes.count - old.text.bytes.count
    var new = Story(
      name: old.name, text: StoryText(bytes: bytes), language: old.language,
      layout: Layout(
        blocks: old.layout.blocks.map { .init(kind: $0.kind, span: Span($0.span.start + shift, $0.span.end + shift)) }),
      targets: old.targets, parties: old.parties, sources: old.sources)
    new.claims = old.claims.map {
      var claim = $0
      claim.span = Span($0.span.start + shift, $0.span.end + shift)
      (claim.cue, claim.source, claim.terms) = (nil, nil, [])
      return claim
    }
    _ = reader.state.update(.entry(0, .read(new)))
    #expect(reader.story.remark(on: .claim(0))?.isMarked == true)
    #expect(reader.words == claim)
    // A note that was being typed is not lost either.
    reader.type("await")
    _ = reader.state.update(.entry(0, .read(old)))
    reader.press([.enter])
    #expect(reader.story.remark(on: .claim(0))?.note == "wait")
  }
}
