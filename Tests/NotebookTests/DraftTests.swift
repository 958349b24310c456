import Stories
import Testing

@testable import Notebook

/// What each deed makes of a story.
struct DraftTests {
  private let story = Sample.story()
  private var claim: Entry.Subject { .claim(story.anchor("may raise its bid")) }
  private let quillon = Entry.Subject.party(id: "quillon", name: "Quillon")
  private let tessaly = Entry.Subject.party(id: "tessaly-lines", name: "Tessaly Lines")

  private func corrected(_ deeds: [(Deed, Entry.Subject)], everywhere: Bool = false, in other: Story? = nil) -> Story {
    var pen = Pen()
    for (deed, subject) in deeds { pen.put(deed, subject, in: everywhere ? nil : story) }
    return pen.notebook.applied(to: other ?? story) ?? other ?? story
  }

  @Test func certaintyAndStage() {
    let other = corrected([(.certainty(.uncertain), claim), (.stage(.offered), claim)])
    let found = other.claims[1]
    #expect((found.certainty, found.stage) == (.uncertain, .offered))
    #expect(found.corrected == [.certainty, .stage])
    // Who has put it right is sure of it.
    #expect(found.confidence == 1)
    #expect(other.claims[0] == story.claims[0])
  }

  @Test func aSourceOfTheStory() {
    let other = corrected([(.source(["Varnholm"]), claim)])
    #expect(other.speakers(1) == ["Varnholm"])
    #expect(other.claims[1].corrected == .source)
  }

  @Test func aPartyThatSaidNothingBefore() {
    let other = corrected([(.source(["harbour post", "QUILLON"]), claim)])
    #expect(other.speakers(1) == ["Harbour Post", "Quillon"])
    #expect(other.sources.last == Source(id: "quillon", name: Wording("Quillon"), kind: .party, party: 1))
    #expect(other.makes(1, other.claims[1]))
  }

  @Test func aSourceThatNobodyNames() {
    let other = corrected([(.source(["A. Clerk"]), claim)])
    #expect(other.sources.last == Source(id: "a-clerk", name: Wording("A. Clerk"), kind: .person))
  }

  @Test func theArticleItself() {
    let other = corrected([(.source([]), claim)])
    #expect(other.claims[1].chain == [])
    #expect(other.claims[1].manner == .ownVoice)
    // The newspaper is still named in the text.
    #expect(other.sources.count == 2)
    let back = corrected([(.source([]), claim), (.source(["Varnholm"]), claim)])
    #expect(back.claims[1].manner == .indirect)
  }

  @Test func otherWords() {
    let other = corrected([
      (.words(story.anchor("Quillon, according to the Harbour Post, may raise its bid")), claim),
      // Later entries are on the words that it has now.
      (.certainty(.denied), .claim(story.anchor("Quillon, according to the Harbour Post, may raise its bid"))),
    ])
    #expect(other.words(1) == "Quillon, according to the Harbour Post, may raise its bid")
    #expect(other.claims[1].certainty == .denied)
    #expect(other.claims[1].parties == [1])
    #expect(other.claims.count == 4)
  }

  @Test func claimsComeAndGo() {
    let added = Entry.Subject.claim(story.anchor("Varnholm rejects second bid for Ostrava Ferries"))
    let other = corrected([(.delete, claim), (.add, added), (.source(["Varnholm"]), added), (.note("first"), added)])
    #expect(other.claims.count == 4)
    #expect(other.words(0) == "Varnholm rejects second bid for Ostrava Ferries")
    #expect(other.claims[0].corrected == [.claim, .source])
    #expect(other.claims[0].parties == [0])
    #expect(other.remark(on: .claim(0))?.note == "first")
    #expect(other.claim("may raise its bid") == nil)
  }

  @Test func namesAndRoles() {
    let other = corrected([(.rename("Quillon Capital"), quillon), (.role(.partner), tessaly)])
    #expect(other.parties[1].name.english == "Quillon Capital")
    #expect(other.parties[1].id == "quillon")
    #expect((other.parties[1].corrected, other.parties[2].corrected) == (.name, .role))
    #expect(other.parties[2].role == .partner)
  }

  @Test func aRenamedPartySpeaksUnderItsName() {
    let other = corrected([(.rename("Varnholm AG"), .party(id: "varnholm", name: "Varnholm"))])
    #expect(other.speakers(0) == ["Varnholm AG"])
  }

  @Test func whatIsBoughtAndActsHasOneName() {
    var acting = story
    acting.parties.append(acting.targets[0])
    var pen = Pen()
    pen.put(.rename("Ostrava Lines"), .party(id: "ostrava-ferries", name: "Ostrava Ferries"), in: acting)
    let other = pen.notebook.applied(to: acting)
    #expect(other?.targets[0].name.english == "Ostrava Lines")
    #expect(other?.parties[3].name.english == "Ostrava Lines")
  }

  @Test func whatIsBoughtIsAnother() {
    let other = corrected([(.role(.target), tessaly)])
    #expect(other.targets.map(\.id) == ["tessaly-lines"])
    #expect(other.parties.map(\.id) == ["varnholm", "quillon", "tessaly-lines", "ostrava-ferries"])
    #expect(other.mentions.filter { $0.referent == .party(3) }.count == 1)
    let back = corrected([(.role(.target), tessaly), (.role(.bidder), tessaly)])
    #expect(back.targets == [])
    #expect(back.parties[2].role == .bidder)
    let none = corrected([(.role(.partner), .party(id: "ostrava-ferries", name: "Ostrava Ferries"))])
    #expect(none.targets == [])
    #expect(none.parties.last?.id == "ostrava-ferries")
  }

  @Test func whatIsBoughtGoesWithThePartyThatItIs() {
    var acting = story
    acting.parties.append(acting.targets[0])
    let ferries = Entry.Subject.party(id: "ostrava-ferries", name: "Ostrava Ferries")
    var pen = Pen()
    pen.put(.merge(id: "tessaly-lines", name: "Tessaly Lines"), ferries, in: acting)
    var other = pen.notebook.applied(to: acting)
    #expect(other?.targets.map(\.id) == ["tessaly-lines"])
    #expect(other?.parties.map(\.id) == ["varnholm", "quillon", "tessaly-lines"])
    // Both were thought to be bought: now there is one.
    acting.targets.insert(acting.parties[2], at: 0)
    acting.mentions.append(Mention(span: Span(0, 2), referent: .target(0), form: .name))
    other = pen.notebook.applied(to: acting)
    #expect(other?.targets.map(\.id) == ["tessaly-lines"])
    #expect(
      other?.mentions.allSatisfy { if case .target(let target) = $0.referent { target == 0 } else { true } } == true)
  }

  @Test func twoPartiesThatAreOne() {
    let other = corrected([
      (.mark(true), tessaly), (.merge(id: "varnholm", name: "Varnholm"), tessaly),
    ])
    #expect(other.parties.map(\.id) == ["varnholm", "quillon"])
    #expect(other.claims[2].parties == [0])
    #expect(other.claims[3].parties == [0])
    #expect(other.remark(on: .party(0))?.isMarked == true)
    #expect(other.mentions.count == story.mentions.count)
  }

  @Test func aSpeakerThatIsAnother() {
    let other = corrected([(.merge(id: "quillon", name: "Quillon"), .party(id: "varnholm", name: "Varnholm"))])
    #expect(other.parties.map(\.id) == ["quillon", "tessaly-lines"])
    #expect(other.speakers(0) == ["Quillon"])
    #expect(other.parties[0].role == .bidder)
  }

  @Test func onePartyThatIsTwo() {
    let other = corrected([(.split(words: "Tessaly", name: "Tessaly Ports"), tessaly)])
    #expect(other.parties.map(\.name.english) == ["Varnholm", "Quillon", "Tessaly Lines", "Tessaly Ports"])
    #expect(other.claims[3].parties == [3])
    #expect(other.claims[2].parties == [0, 2])
  }

  @Test func everywhereIsWhereTheNameIs() {
    let deeds: [(Deed, Entry.Subject)] = [
      (.rename("Quillon Capital"), quillon), (.merge(id: "quillon-partners", name: "Quillon Partners"), quillon),
    ]
    let other = Sample.story("Another day. Quillon said nothing.", name: "other.txt")
    let changed = corrected(deeds, everywhere: true, in: other)
    // The story knows but one of the two names.
    #expect(changed.parties[1].id == "quillon-partners")
    #expect(changed.parties[1].name.english == "Quillon Partners")
    var without = other
    without.parties.remove(at: 1)
    (without.claims, without.mentions) = ([], [])
    var pen = Pen()
    for (deed, subject) in deeds { pen.put(deed, subject, in: nil) }
    #expect(pen.notebook.applied(to: without) == nil)
  }

  @Test func notesMarksAndTags() {
    let other = corrected([
      (.note("ask"), claim), (.note("ask them\nagain"), claim), (.tag("price"), claim), (.tag("price"), claim),
      (.tag("late"), claim), (.untag("price"), claim), (.mark(true), .story), (.note("x"), quillon),
      (.note(""), quillon),
    ])
    var remark = Remark(on: .claim(1))
    (remark.note, remark.tags) = ("ask them\nagain", ["late"])
    var ofStory = Remark(on: .story)
    ofStory.isMarked = true
    #expect(other.remarks == [ofStory, remark])
    // A note is no correction.
    #expect(other.claims == story.claims)
    #expect(!other.isCorrected)
  }

  @Test func anEditedStoryKeepsWhatWasNoted() {
    var pen = Pen()
    pen.put(.certainty(.uncertain), claim, in: story)
    pen.put(.mark(true), .story, in: story)
    pen.put(.note("gone"), .claim(story.anchor("Tessaly is no bidder")), in: story)
    let edited = Sample.story(
      Sample.text.replacing("said on Monday", with: "told its shareholders late on Monday")
        .replacing("Tessaly is no bidder, Varnholm said.", with: "That was all."))
    let other = pen.notebook.applied(to: edited)
    #expect(other?.claims[1].certainty == .uncertain)
    #expect(other?.remark(on: .story)?.isMarked == true)
    #expect(pen.notebook.lost(in: edited).map(\.deed) == [.note("gone")])
    // Of the same path a short headline is enough, whatever the first paragraph has become.
    let short = StoryReference(key: 1, name: "a/b.txt", title: "Bid fails", opening: "LONDON, Aug 3 - It was too low.")
    let later = StoryReference(key: 2, name: "a/b.txt", title: "Bid fails", opening: "PARIS, Aug 3 - It was too low.")
    #expect(later.isLater(than: short))
    #expect(!StoryReference(key: 3, name: "c/b.txt", title: "Bid fails", opening: "").isLater(than: short))
    // Another story of the same name has none of it.
    let stranger = Sample.story("Quite another deal\n\nNobody said anything.")
    #expect(pen.notebook.applied(to: stranger) == nil)
    // The same file under another name has it.
    #expect(pen.notebook.applied(to: Sample.story(name: "elsewhere.txt")) != nil)
  }

  @Test func numbersHoldTogetherWhateverIsDone() {
    var random = Random(seed: 8)
    let texts = [
      "may raise its bid", "the bid of Quillon was too low", "Tessaly is no bidder", "The Harbour Post wrote",
    ]
    for _ in 0..<2000 {
      var pen = Pen()
      var ids: [String] = []
      for _ in 0..<random.below(12) {
        let party = story.parties[random.below(3)]
        let other = story.parties[random.below(3)]
        let subject: [Entry.Subject] = [
          .claim(story.anchor(texts[random.below(4)])), .party(id: party.id, name: party.name.english),
        ]
        let deeds: [(Deed, Int)] = [
          (.delete, 0), (.add, 0), (.source([other.name.english, "A. Clerk"]), 0), (.source([]), 0),
          (.words(story.anchor(texts[random.below(4)])), 0), (.role(random.below(2) == 0 ? .target : nil), 1),
          (.merge(id: other.id, name: other.name.english), 1), (.split(words: party.name.english, name: "New"), 1),
          (.rename("N\(random.below(3))"), 1), (.note("n"), 1), (.mark(true), 0),
        ]
        if let id = ids.last, random.below(5) == 0 {
          pen.put(random.below(2) == 0 ? .undo : .redo, .entry(id), in: nil)
        } else {
          let (deed, kind) = deeds[random.below(deeds.count)]
          ids.append(pen.put(deed, subject[kind], in: story))
        }
      }
      let other = pen.notebook.applied(to: story) ?? story
      #expect(other.claims.map(\.span) == other.claims.map(\.span).sorted())
      for claim in other.claims {
        #expect(claim.chain.allSatisfy { other.sources.indices.contains($0) })
        #expect(claim.parties.allSatisfy { other.parties.indices.contains($0) })
        #expect(Set(claim.chain).count == claim.chain.count)
        #expect(Set(claim.parties).count == claim.parties.count)
        #expect(claim.chain.isEmpty == (claim.manner == .ownVoice))
      }
      #expect(other.sources.allSatisfy { $0.party.map(other.parties.indices.contains) ?? true })
      for mention in other.mentions {
        switch mention.referent {
        case .party(let party): #expect(other.parties.indices.contains(party))
        case .source(let source): #expect(other.sources.indices.contains(source))
        case .target(let target): #expect(other.targets.indices.contains(target))
        }
      }
    }
  }
}

/// Numbers that are the same in every run (xorshift, Marsaglia 2003).
struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % limit
  }
}
