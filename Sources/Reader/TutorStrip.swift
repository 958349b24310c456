import Display
import Stories

/// The strip below the reader in which the tutor speaks: which step, the tutor's keys, what to do and why.
enum TutorStrip {
  /// Adds the strip to a picture of the reader, which then is one of the whole screen.
  static func draw(_ state: ReaderState, on picture: inout Picture) {
    guard let tutor = state.tutor else { return }
    picture.frame.size = tutor.screen
    let rows = Tutor.rows(tutor.screen)
    guard rows > 0, tutor.screen.width >= PaneLayout.least.width else { return }
    let ground = Style(.plain, on: .bar)
    var paper = Paper(whole: Size(width: tutor.screen.width, height: rows), style: ground)
    heading(tutor, state, on: &paper)
    let next = paper.put(
      tutor.step.deed(state.keys, state.language), x: 1, y: 1, rows: rows - 1, Style(.plain, on: .bar, .bold))
    if next < rows {
      _ = paper.put(tutor.step.why(state.keys, state.language), x: 1, y: next, rows: rows - next, ground)
    }
    picture.add("tutor", at: Point(x: 0, y: state.size.height), paper)
  }

  /// The number of the step at the left, and at the right as many of the tutor's own keys as there is room for, the way on
  /// first.
  private static func heading(_ tutor: Tutor, _ state: ReaderState, on paper: inout Paper) {
    let language = state.language
    let accent = Style(.accent, on: .bar, .bold)
    var x = paper.put(TutorPhrase.place(tutor.number + 1, TutorStep.all.count)[language], x: 1, y: 0, accent)
    if tutor.isBeforeDone {
      x = paper.put("\(tutor.number): \(TutorPhrase.done[language])", x: x + 2, y: 0, Style(.plain, on: .bar))
    }
    // By what is left out last, and then in the order of the keys.
    let hints: [(action: Action, word: TutorPhrase)] = [
      (.tutorNext, .skip), (.tutorLeave, .leave), (.tutorBack, .back),
    ]
    var shown: [(action: Action, key: String, word: String, width: Int)] = []
    var room = paper.width - 1 - x
    for (action, word) in hints {
      guard let key = state.keys.shownKey(for: action, language)?.name(language) else { continue }
      let width = columns(of: key) + 1 + columns(of: word[language])
      if width + 2 > room { continue }
      room -= width + 2
      let place = action == .tutorBack ? min(1, shown.count) : shown.count
      shown.insert((action, key, word[language], width), at: place)
    }
    var place = paper.width - 1 - shown.reduce(-2) { $0 + $1.width + 2 }
    for hint in shown {
      let end = paper.put(hint.key, x: place, y: 0, accent)
      paper.put(hint.word, x: end + 1, y: 0, Style(.plain, on: .bar))
      paper.mean(.action(hint.action), x: place, y: 0, width: hint.width)
      place += hint.width + 2
    }
  }
}

extension KeyMap {
  /// The key to name for an action, wherever it works; `nil` if a person has given all of them away.
  func shownKey(for action: Action, _ language: Language) -> Key? {
    bindings.first { $0.action == action && !$0.keys.isEmpty }?.shownKey(language)
  }
}
