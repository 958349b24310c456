import Display
import Notebook
import Stories
import TestSupport
import Testing

@testable import Reader

/// Random keys, resizes and arrivals: whatever comes, the state holds together and every picture fits its screen.
@Suite struct RandomTests {
  private static let keys: [Key] =
    KeyMap.standard.bindings.flatMap(\.keys)
    // Neither program nor tutor is left, so that they are there to the end.
    .filter { $0 != .character("q") && $0 != .function(4) }
    + typed("eéQ’ x") + Array(repeating: .character("]"), count: 4)

  @Test(arguments: [1, 2, 3, 4, 5]) func walk(seed: UInt64) {
    var random = SplitMix(state: seed)
    var library = Stories.library
    library.add([
      .init(name: "empty.txt", state: .read(Stories.empty)), .init(name: "crowd.txt", state: .read(Stories.crowd)),
    ])
    var state = reader(
      120, 36, seed % 2 == 0 ? .french : .english, library: seed == 4 ? Library() : library, plain: seed == 3,
      tutor: seed == 5)
    var before: Key?
    var entries = 0
    for step in 0..<5_000 {
      before = nil
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<4:
        let wide = Bool.random(using: &random)
        let size = Size(
          width: Int.random(in: 0...(wide ? 300 : 90), using: &random),
          height: Int.random(in: 0...(wide ? 100 : 26), using: &random))
        _ = state.update(.resize(size))
      case 4 where step % 3 == 0:
        let before = Int.random(in: 0...state.library.entries.count, using: &random)
        _ = state.update(.added([.init(name: "more.txt")], before: before))
      case 4 where step % 3 == 1:
        _ = state.update(.gone([Int.random(in: 0...state.library.entries.count, using: &random)]))
      case 4:
        let count = state.library.entries.count
        let (index, before) = (Int.random(in: 0...count, using: &random), Int.random(in: 0...count, using: &random))
        _ = state.update(.moved(index, name: "moved.txt", before: before))
      case 5 where step % 25 == 0:
        let index = Int.random(in: 0...state.library.entries.count, using: &random)
        _ = state.update(.entry(index, Bool.random(using: &random) ? .read(Stories.moulins) : .failed("No.")))
      case 6..<12:
        let deed = [Mouse.Deed.click, .wheelUp, .wheelDown].randomElement(using: &random) ?? .click
        let place = Point(
          x: Int.random(in: 0...max(1, state.size.width), using: &random),
          y: Int.random(in: 0...max(1, state.size.height), using: &random))
        _ = state.update(.mouse(Mouse(deed, at: place)))
      case 12: _ = state.update(.pasted("é\u{1B}[2J pasted\n"))
      default:
        let key = RandomTests.keys.randomElement(using: &random) ?? .enter
        if Context.panes.contains(state.context) { before = key }
        for effect in state.update(.key(key)) {
          switch effect {
          case .put(let jotting):
            entries += 1
            // Sometimes another program was quicker.
            let other = Entry(id: "o\(entries)", deed: .tag("theirs"), subject: .story, story: jotting.reference?.key)
            let stories = jotting.reference.map { [$0] } ?? []
            let own = jotting.entry(id: "e\(entries)")
            _ = state.update(
              .noted(
                Noted(
                  stories: stories, entries: entries % 3 == 0 && !stories.isEmpty ? [other, own] : [own], own: jotting,
                  problem: entries % 7 == 0 ? "No space." : nil)))
          case .edit(let text): _ = state.update(.edited(Bool.random(using: &random) ? text + "\nmore" : nil))
          default: break
          }
        }
      }
      check(state, before)
      if step % 5 == 0 { check(state.draw(), of: state) }
    }
  }

  private func check(_ state: ReaderState, _ key: Key?) {
    #expect(state.current >= 0 && state.current < max(1, state.library.entries.count))
    #expect(state.titles.count == state.library.entries.count)
    let library = state.library
    #expect(library.order.enumerated().allSatisfy { library.place(of: $0.element) == $0.offset })
    #expect(library.failures == library.order.count { library.entries[$0].state.isFailed })
    #expect(state.views.all.count <= 50)
    if state.focus == .claims { #expect(state.size.width > 160) }
    guard let view = state.view, state.panes.form != .none else { return }
    #expect(view.page.lines.indices.contains(view.line))
    #expect(view.top >= 0 && view.top <= view.lastTop)
    let sees = view.sees(view.line)
    #expect(sees, "the reading line is out of view")
    #expect((0...view.story.parties.count).contains(view.partyRow))
    #expect((0..<max(1, view.index.sources.count)).contains(view.sourceRow))
    #expect((view.claim == nil) == view.story.claims.isEmpty)
    if let claim = view.claim { #expect(view.visited.contains(claim), "the filter leaves out the current claim") }
    if let spot = view.spot {
      let line = view.page.line(of: spot)
      #expect(line == view.line)
    }
    if key == .character("]"), view.claim != nil, state.message == nil {
      #expect(view.claimShows, "the claim that was gone to is out of view")
    }
  }

  private func check(_ frame: Frame, of state: ReaderState) {
    let screen = state.tutor?.screen ?? state.size
    #expect(frame.size == screen)
    for layer in frame.layers {
      let (origin, size) = (layer.origin, layer.canvas.size)
      let inside =
        origin.x >= 0 && origin.y >= 0 && size.width > 0 && size.height > 0
        && origin.x + size.width <= screen.width && origin.y + size.height <= screen.height
      #expect(inside, "\(layer.name) at \(origin), \(size) on \(screen)")
    }
    #expect(Set(frame.layers.map(\.name)).count == frame.layers.count)
    if let cursor = frame.cursor {
      #expect(Rect(x: 0, y: 0, width: state.size.width, height: state.size.height).contains(cursor))
    }
  }
}

extension Stories {
  /// A story without a single block.
  static let empty = Story(
    name: "empty.txt", text: StoryText(bytes: []), language: .english, layout: Layout())

  /// Many parties and claims, nested and overlapping, wide letters and long words.
  static let crowd: Story = {
    var made = StoryFixture(
      name: "crowd.txt", language: .english,
      [
        (.headline, "東京の会社 sells e\u{301}verything \u{202E}backwards 👩‍👩‍👧 and " + String(repeating: "x", count: 200)),
        (.paragraph, (0..<80).map { "Number \($0) was sold, it says." }.joined(separator: " ")),
      ])
    for number in 0..<40 {
      made.party(Wording("Company with a rather long name \(number)"), .bidder, mentions: ["Number \(number) "])
      made.source(Wording("Source \(number) 東京"), .anonymous, party: number % 3 == 0 ? number : nil)
    }
    for number in 0..<80 {
      let chain = number % 4 == 0 ? [] : [number % 40, (number + 1) % 40, (number + 2) % 40]
      made.claim(
        "Number \(number) was sold", .indirect, Claim.Certainty.allCases[number % 6], cue: "it says", source: "it",
        chain: chain, parties: [number % 40])
    }
    made.claim("was sold, it says. Number 7 was", .mixed, .reported, chain: [3], parties: [1, 2, 3])
    made.claim("Number 6 was sold, it says. Number 7 was sold, it says. Number 8 was", .ownVoice, .asked)
    return made.story
  }()
}
