import Reader
import Stories
import Testing

@testable import suitor

/// What a reader shows of files with several stories, whatever becomes of the files.
@Suite("Numbers of stories") struct StoryNumbersTests {
  /// A reader that is told by way of the numbers.
  private struct Told {
    var numbers = StoryNumbers()
    var state = ReaderState(library: Library(), size: .init(width: 80, height: 24), language: .english)

    mutating func tell(_ arrivals: Arrival...) {
      _ = state.update(numbers.events(for: arrivals))
    }

    /// The stories as they are listed, with their states.
    var listed: [String] {
      state.library.order.map { index in
        let entry = state.library.entries[index]
        return switch entry.state {
        case .read(let story): "\(entry.name)=\(story.name)"
        case .failed(let why): "\(entry.name)!\(why)"
        case .waiting: "\(entry.name)?"
        }
      }
    }
  }

  private func story(_ words: String) -> Library.State {
    .read(Story(name: words, text: StoryText(bytes: Array(words.utf8)), language: .english, layout: Layout()))
  }

  private func files(_ names: String...) -> Arrival { .added(names.map { Library.Entry(name: $0) }, before: nil) }

  @Test("the stories of a file stand where the file does")
  func several() {
    var told = Told()
    told.tell(files("a", "b", "c"))
    told.tell(
      .story(2, name: "c", story("3")), .part(1, number: 0, name: "b#1", story("2.1")),
      .part(1, number: 1, name: "b#2", .failed("no")), .story(0, name: "a", story("1")),
      .part(1, number: 2, name: "b#x", story("2.3")), .parts(1, count: 3))
    #expect(told.listed == ["a=1", "b#1=2.1", "b#2!no", "b#x=2.3", "c=3"])
    #expect((0..<6).map { told.numbers.file(of: $0) } == [0, 1, 2, 1, 1, nil])
    // What is found later has the next number of a file, not of a story.
    told.tell(.added([Library.Entry(name: "aa")], before: 1), .story(3, name: "aa", story("1.5")))
    #expect(told.listed == ["a=1", "aa=1.5", "b#1=2.1", "b#2!no", "b#x=2.3", "c=3"])
  }

  @Test("a file that changes keeps the places of the stories that it keeps")
  func changes() {
    var told = Told()
    told.tell(files("a", "b"), .story(0, name: "a", story("1")), .story(1, name: "b", story("2")))
    told.tell(
      .part(0, number: 0, name: "a#1", story("1.1")), .part(0, number: 1, name: "a#2", story("1.2")),
      .part(0, number: 2, name: "a#3", story("1.3")), .parts(0, count: 3))
    #expect(told.listed == ["a#1=1.1", "a#2=1.2", "a#3=1.3", "b=2"])
    told.tell(
      .part(0, number: 0, name: "a#1", story("one")), .part(0, number: 1, name: "a#4", story("four")),
      .parts(0, count: 2))
    #expect(told.listed == ["a#1=one", "a#4=four", "b=2"])
    told.tell(.story(0, name: "a", story("whole")))
    #expect(told.listed == ["a=whole", "b=2"])
    told.tell(
      .part(0, number: 0, name: "a#1", story("1.1")), .part(0, number: 1, name: "a#2", story("again")),
      .parts(0, count: 2))
    #expect(told.listed == ["a#1=1.1", "a#2=again", "b=2"])
  }

  @Test("a file takes its stories with it")
  func moves() {
    var told = Told()
    told.tell(files("a", "b", "c"))
    told.tell(
      .part(0, number: 0, name: "a#1", story("1.1")), .part(0, number: 1, name: "a#2", story("1.2")),
      .parts(0, count: 2), .story(1, name: "b", story("2")), .story(2, name: "c", story("3")))
    told.tell(
      .moved(0, name: "bb", before: 2), .part(0, number: 0, name: "bb#1", story("1.1")),
      .part(0, number: 1, name: "bb#2", story("1.2")), .parts(0, count: 2))
    #expect(told.listed == ["b=2", "bb#1=1.1", "bb#2=1.2", "c=3"])
    // One was reading its first story: that stays until one leaves it.
    told.tell(.gone([0]))
    #expect(told.listed == ["b=2", "bb#1=1.1", "c=3"])
    told.tell(
      .moved(0, name: "bb", before: 2), .part(0, number: 0, name: "bb#1", story("1.1")),
      .part(0, number: 1, name: "bb#2", story("1.2")), .parts(0, count: 2))
    #expect(told.listed == ["b=2", "bb#1=1.1", "bb#2=1.2", "c=3"])
  }
}
