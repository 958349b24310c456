import Display
import Stories

/// The top line: the program, which story of how many, its title; then the claim's place, the filter and what else one
/// has to know.
enum StatusLine {
  static func paper(_ state: ReaderState) -> Paper {
    let language = state.language
    let bar = Style(.plain, on: .bar)
    var paper = Paper(whole: Size(width: state.size.width, height: 1), style: bar)
    var x = 1
    if paper.width >= 60 { x = paper.put("suitor", x: 1, y: 0, Style(.accent, on: .bar, .bold)) + 1 }
    let library = state.library
    if library.shown > 1, let place = library.shownPlace(of: state.standing) {
      x = paper.put("\(place + 1)/\(library.shown)", x: x, y: 0, bar)
    }
    x += paper.width >= 100 ? 3 : 2
    var end = paper.width - 1
    // From the right: what matters most is put first and keeps its place, the rest yields to the title.
    let filter = state.view.flatMap { $0.filter.name(in: $0.story, language) }
    let isNarrowed = paper.width < 70 && filter != nil
    let room = { (width: Int) in end - width - x >= (isNarrowed ? 2 : paper.width / 3) }
    for (text, ink) in notes(state, language, paper) {
      let width = columns(of: text)
      if !room(width) { continue }
      paper.put(text, x: end - width, y: 0, Style(ink, on: .bar))
      end -= width + 3
    }
    if let text = progress(state).first(where: { room(columns(of: $0)) }) {
      end -= columns(of: text)
      paper.put(text, x: end, y: 0, Style(.accent, on: .bar))
      end -= 3
    }
    let unreadable = Phrase.unreadableCount(library.failures)[language]
    if library.failures > 0, library.order.count > 1, room(columns(of: unreadable)) {
      let width = columns(of: unreadable)
      paper.put(unreadable, x: end - width, y: 0, Style(.alert, on: .bar))
      paper.mean(.action(.unreadable), x: end - width, y: 0, width: width)
      end -= width + 3
    }
    if library.entries.indices.contains(state.current) {
      paper.put(state.title(of: state.current), x: x, y: 0, limit: end - x, Style(.plain, on: .bar, .bold))
    }
    return paper
  }

  /// How far the reading is, the form that says most first; nothing once it is over.
  private static func progress(_ state: ReaderState) -> [String] {
    guard let progress = state.progress else { return [] }
    let words = Phrase.reading(progress)[state.language]
    let numbers = "\(progress.done)/\(progress.total)"
    let part = progress.total > 0 ? Double(min(progress.done, progress.total)) / Double(progress.total) : 0
    let percent = part.percent(state.language)
    if state.plain { return ["\(words), \(percent)", words, percent] }
    // Thick and dotted, so that it can be told without colour, and in ASCII.
    let bar = { (width: Int) in
      let done = Int(part * Double(width))
      return String(repeating: "━", count: done) + String(repeating: "·", count: width - done)
    }
    return [
      "\(words) \(bar(20)) \(percent)", "\(words) \(bar(12))", "\(bar(10)) \(numbers)", "\(bar(6)) \(percent)", bar(6),
      percent,
    ]
  }

  private static func notes(_ state: ReaderState, _ language: Language, _ paper: Paper) -> [(String, Style.Ink)] {
    var notes: [(String, Style.Ink)] = []
    if let view = state.view {
      let name = view.filter.name(in: view.story, language)
      // Without it the numbers mislead: it yields to nothing.
      let from = state.least > 0 ? Phrase.from(state.least)[language] : nil
      if let name, !view.counted.isEmpty, paper.width < 70 {
        let text = Phrase.claimShort((view.claimPlace ?? 0) + 1, view.visited.count)[language]
        let narrowed = [(text, Style.Ink.plain), (fitted("= \(name)", max(4, paper.width / 3 - 2)), .accent)]
        return narrowed + (from.map { [($0, .accent)] } ?? [])
      }
      if view.counted.isEmpty {
        notes.append((Phrase.noClaim[language], .muted))
      } else {
        notes.append((Phrase.claimShort((view.claimPlace ?? 0) + 1, view.visited.count)[language], .plain))
      }
      if let from { notes.append((from, .accent)) }
      if let name { notes.append((Phrase.only(fitted(name, 24))[language], .accent)) }
      let remark = view.story.remark(on: .story)
      let flags = state.signs.flags(remark)
      if !flags.isEmpty { notes.append((flags, .accent)) }
      let encoding = view.story.text.encoding
      if encoding != .utf8 {
        notes.append((Phrase.encoding(encoding.rawValue)[language], encoding == .windows1252 ? .alert : .muted))
      }
    }
    return notes
  }
}
