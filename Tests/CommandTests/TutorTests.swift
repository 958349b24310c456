import Display
import Foundation
import Reading
import Stories
import Testing

@testable import Reader
@testable import suitor

/// The tutor on its own stories, as they are read.
@Suite("Tutor") struct TutorTests {
  /// The stories, read once.
  private static let stories: [Language: Library] = {
    guard let data = try? DataFolder() else { return [:] }
    let loader = StoryLoader(data: data, reader: StoryReader(file: data.file, image: data.image))
    var libraries: [Language: Library] = [:]
    for language in Language.allCases {
      let entries = tutorStories(language).map { name in
        var entry = Library.Entry(name: name)
        loader.read(Item(name: name, place: .data("stories/\(name)"))) { part in
          if case .success(let story) = part.content { entry.state = .read(story) }
        }
        return entry
      }
      libraries[language] = Library(entries: entries)
    }
    return libraries
  }()

  /// Keys of a person who has given nearly all of the tutor's to something else.
  private static let rebound: KeyMap = {
    var keys = KeyMap.standard
    let own = [
      ("n", "next-claim"), ("Ctrl-N", "down"), ("r", "take-claim"), ("?", "why"), ("F1", "none"), ("H", "help"),
      ("X", "close"), ("P", "parties"), ("f", "narrow"), ("Ctrl-F", "next-mention"), ("B", "back"), ("Ctrl-S", "none"),
      ("#", "search"), ("Alt-b", "place-before"), ("v", "fewer-claims"), ("Ctrl-E", "next-story"), ("i", "story-list"),
      ("T", "timeline"), ("F7", "open"), ("D", "disagreements"), ("Q", "origins"), ("*", "search-all"), ("E", "export"),
      ("F5", "correct"),
      ("F8", "leave-prompt"), ("F9", "keep-search"), ("a", "article"), ("F10", "tutor-next"),
    ]
    for (key, action) in own { try? keys.bind(key, to: action) }
    return keys
  }()

  private func reader(
    _ language: Language, _ size: Size = Size(width: 100, height: 30), keys: KeyMap = .standard, plain: Bool = false
  ) throws -> ReaderState {
    ReaderState(
      library: try #require(Self.stories[language]), size: size, language: language, keys: keys, plain: plain,
      tutor: true)
  }

  private func words(of layer: Frame.Layer) -> String {
    Frame(size: layer.canvas.size, layers: [.init(name: "", origin: Point(x: 0, y: 0), canvas: layer.canvas)]).picture
  }

  /// Puts down what the reader asks for, as the program does.
  private func note(_ effects: [ReaderEffect], in state: inout ReaderState) {
    for case .put(let jotting) in effects {
      let entry = jotting.entry(id: "e\(state.notebook.entries.count)")
      _ = state.update(
        .noted(Noted(stories: jotting.reference.map { [$0] } ?? [], entries: [entry], own: jotting)))
    }
  }

  /// Presses what a step says, and again, until it is done or has been done so often that it leads nowhere.
  private func take(_ state: inout ReaderState, _ step: Int) throws {
    let way = TutorStep.all[step].way
    for _ in 0..<12 {
      for press in way {
        switch press {
        case .key(let action):
          let binding = state.keys.bindings.first {
            $0.action == action && $0.contexts.contains(state.context) && !$0.keys.isEmpty
          }
          let key = try #require(binding?.shownKey(state.language), "\(action) has a key in \(state.context)")
          note(state.update(.key(key)), in: &state)
        case .words(let words):
          for letter in words[state.language] { _ = state.update(.key(.character(letter))) }
        }
        if state.tutor?.number != step { return }
      }
    }
  }

  @Test("every step is done by what it says, with the keys of the table and with others", arguments: Language.allCases)
  func walk(_ language: Language) throws {
    for keys in [KeyMap.standard, Self.rebound] {
      for size in [Size(width: 100, height: 30), Size(width: 80, height: 24), Size(width: 40, height: 12)] {
        for plain in [false, true] {
          var state = try reader(language, size, keys: keys, plain: plain)
          for step in TutorStep.all.indices.dropLast() {
            try #require(state.tutor?.number == step)
            try take(&state, step)
            let now = state.tutor
            try #require(
              now?.number == step + 1 && now?.isBeforeDone == true,
              "step \(step + 1) at \(size), plain \(plain):\n\(state.draw().picture)")
          }
          // From the last one, one leaves.
          _ = state.update(.key(try #require(state.keys.shownKey(for: .tutorLeave, language))))
          #expect(state.tutor == nil && state.size == size && state.draw().size == size)
          #expect(!state.draw().layers.contains { $0.name == "tutor" })
        }
      }
    }
  }

  @Test("what one is to do shows whole at every size, with every key named", arguments: Language.allCases)
  func wording(_ language: Language) throws {
    for keys in [KeyMap.standard, Self.rebound] {
      for (size, isWhole) in [(Size(width: 80, height: 24), true), (Size(width: 40, height: 12), false)] {
        var state = try reader(language, size, keys: keys)
        for number in TutorStep.all.indices {
          let step = TutorStep.all[number]
          var tutor = try #require(state.tutor)
          tutor.go(to: number, state, done: true)
          state.tutor = tutor
          let strip = try #require(state.draw().layers.first { $0.name == "tutor" })
          let picture = words(of: strip).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
          let words = picture.dropFirst().joined(separator: " ")
          #expect(words.hasPrefix(step.deed(keys, language)), "\(number + 1) at \(size): \(words)")
          if isWhole { #expect(words.hasSuffix(step.why(keys, language)), "\(number + 1) at \(size): \(words)") }
          #expect(picture[0].contains("\(number + 1)/\(TutorStep.all.count)"))
          #expect(
            !(step.deed(keys, language) + step.why(keys, language)).contains {
              "{}".contains($0) && keys.shownKey(for: .nextMention, language) != .character($0)
            })
          for case .key(let action) in step.way where ![.article, .keepSearch].contains(action) {
            let key = try #require(keys.shownKey(for: action, language)).name(language)
            #expect(step.deed(keys, language).contains(key), "\(number + 1): \(key)")
          }
          for case .words(let typed) in step.way { #expect(step.deed(keys, language).contains(typed[language])) }
        }
      }
    }
  }

  @Test("other keys count where they do the same, and keys that do something else do not")
  func otherWays() throws {
    var state = try reader(.english)
    for key in [Key.down, .character("z"), .character("z"), .tab, .control("l")] { _ = state.update(.key(key)) }
    #expect(state.tutor?.number == 0)
    // The claim before, by a click on it in the list that a wide screen has.
    _ = state.update(.resize(Size(width: 200, height: 60)))
    #expect(state.size == Size(width: 200, height: 55) && state.tutor?.number == 0)
    _ = state.update(.key(.character("4")))
    _ = state.update(.key(.down))
    #expect(state.tutor?.number == 1)
  }

  @Test("a step can be skipped and gone back to, and one that needs no doing is passed over on the way back")
  func skipping() throws {
    var state = try reader(.french)
    _ = state.update(.key(.function(3)))
    #expect(state.tutor?.number == 0)
    for _ in 0..<4 { _ = state.update(.key(.function(2))) }
    // That something is to be closed is done where nothing is open: the step behind it is the next to do.
    #expect(state.tutor?.number == 5)
    _ = state.update(.key(.function(3)))
    #expect(state.tutor?.number == 3 && state.tutor?.isBeforeDone == false)
    _ = state.update(.key(.character("w")))
    #expect(state.tutor?.number == 4 && state.tutor?.isBeforeDone == true)
    for _ in 0..<40 { _ = state.update(.key(.function(2))) }
    #expect(state.tutor?.number == TutorStep.all.count - 1)
    _ = state.update(.key(.function(4)))
    #expect(state.tutor == nil && state.message == TutorPhrase.left[.french])
    _ = state.update(.key(.function(2)))
    #expect(state.message == TutorPhrase.none[.french])
  }

  @Test("a story that is read late does no step")
  func late() throws {
    let library = try #require(Self.stories[.english])
    var state = ReaderState(
      library: Library(entries: library.entries.map { Library.Entry(name: $0.name) }),
      size: Size(width: 80, height: 24), language: .english, tutor: true)
    _ = state.update(.key(.down))
    for (index, entry) in library.entries.enumerated() { _ = state.update(.entry(index, entry.state)) }
    _ = state.update(.key(.down))
    #expect(state.tutor?.number == 0)
    _ = state.update(.key(.character("]")))
    #expect(state.tutor?.number == 1)
  }

  @Test("no size of the screen is a problem, and the strip never covers the reader")
  func sizes() throws {
    var state = try reader(.english)
    for width in [0, 1, 5, 19, 20, 39, 59, 80, 161, 300] {
      for height in [0, 1, 3, 5, 8, 9, 11, 12, 13, 20, 80] {
        _ = state.update(.resize(Size(width: width, height: height)))
        let frame = state.draw()
        #expect(frame.size == Size(width: width, height: height))
        let strip = frame.layers.first { $0.name == "tutor" }
        #expect((strip != nil) == (width >= 20 && height >= 9), "\(width)x\(height)")
        for layer in frame.layers where layer.name != "tutor" {
          #expect(layer.origin.y + layer.canvas.size.height <= state.size.height, "\(layer.name) at \(width)x\(height)")
        }
        if let strip { #expect(strip.origin.y + strip.canvas.size.height == height) }
      }
    }
  }

  @Test("in plain, the strip has no line art")
  func plain() throws {
    let state = try reader(.french, plain: true)
    let strip = try #require(state.draw().layers.first { $0.name == "tutor" })
    #expect(!words(of: strip).unicodeScalars.contains { (0x2500...0x28FF).contains($0.value) })
  }

  @Test("without a terminal the tutor is text, and it takes no stories")
  func text() throws {
    let result = try Program.run("--tutor", "--lang=fr")
    #expect(result.code == 0 && result.errors == "")
    #expect(result.output == tutorInWords(.standard, .french) && result.output.contains("\n\(TutorStep.all.count). "))
    let wrong = try Program.run("--tutor", "x.txt")
    #expect(wrong.code == 2 && wrong.errors.contains("brings its own stories"))
    #expect(try Program.run("show", "--tutor").code == 2)
  }
}
