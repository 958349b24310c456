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
    let entries = state.library.entries
    if entries.count > 1 { x = paper.put("\(state.current + 1)/\(entries.count)", x: x, y: 0, bar) }
    x += paper.width >= 100 ? 3 : 2
    var end = paper.width - 1
    // From the right: what matters most is put first and keeps its place, the rest yields to the title.
    let filter = state.view.flatMap { $0.filter.name(in: $0.story, language) }
    let isNarrowed = paper.width < 70 && filter != nil
    for (text, ink) in notes(state, language, paper) {
      let width = columns(of: text)
      if end - width - x < (isNarrowed ? 2 : paper.width / 3) { continue }
      paper.put(text, x: end - width, y: 0, Style(ink, on: .bar))
      end -= width + 3
    }
    if entries.indices.contains(state.current) {
      let title = state.titles[state.current] ?? entries[state.current].name
      paper.put(title, x: x, y: 0, limit: end - x, Style(.plain, on: .bar, .bold))
    }
    return paper
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
      let encoding = view.story.text.encoding
      if encoding != .utf8 {
        notes.append((Phrase.encoding(encoding.rawValue)[language], encoding == .windows1252 ? .alert : .muted))
      }
    }
    if let progress = state.progress {
      notes.append((Phrase.progress(progress.done, progress.total)[language], .muted))
    }
    return notes
  }
}
