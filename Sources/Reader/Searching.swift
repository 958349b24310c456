/// The lines on which one types: what typing does.
extension ReaderState {
  /// Looks for the words typed so far, from where the search began.
  mutating func searchAsTyped() {
    guard let typing else { return }
    var view = typing.before
    view.fitLike(self.view)
    if typing.words.isEmpty {
      view.search = nil
    } else {
      let search = Search(typing.words, in: view.story.text)
      view.search = search
      if let match = search.match(from: view.position) { view.go(toMatch: match) }
    }
    views[current] = view
  }

  /// Appends `text` to what is being typed, if anything is.
  mutating func type(_ text: String) {
    switch context {
    case .query: return ask(finder.words + text)
    case .narrowing: return narrowStories(to: storyRows.words + text)
    case .prompt:
      let words = prompt?.words ?? ""
      let longest = longestWords
      if words.count + text.count > longest { message = KeptPhrase.cut(longest)[language] }
      prompt?.words += text.prefix(longest - min(words.count, longest))
      return
    case .question: return
    default: break
    }
    guard let typing, typing.words.count < Self.longestSearch else { return }
    self.typing?.words += text.prefix(Self.longestSearch - typing.words.count)
    searchAsTyped()
  }

  /// Types what was pasted, as one line and without control characters.
  mutating func paste(_ text: String) {
    let words = oneLine(String(text.prefix(max(4 * Self.longestSearch, 2 * longestWords))))
    type(String(words.filter { $0.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } }))
  }

  /// More letters than anybody searches for.
  private static let longestSearch = 200
  /// How many letters the line that is open takes.
  private var longestWords: Int {
    if case .note = prompt?.goal { Self.longestNote } else { Self.longestCommand }
  }

  /// More letters than anybody writes on one line; more are for the editor.
  private static let longestNote = 20_000
  /// More letters than a command or a path has that one types here.
  private static let longestCommand = 1000

  mutating func keepSearch() {
    // Nothing typed: the search before goes on.
    if let typing, typing.words.isEmpty { views[current]?.search = typing.before.search }
    typing = nil
  }

  mutating func leaveSearch() {
    guard let typing else { return }
    var view = typing.before
    view.fitLike(self.view)
    views[current] = view
    self.typing = nil
  }

  mutating func eraseWords() {
    switch context {
    case .prompt: prompt?.words = ""
    case .query: ask("")
    case .narrowing: narrowStories(to: "")
    default:
      typing?.words = ""
      searchAsTyped()
    }
  }

  mutating func eraseLetter() {
    switch context {
    case .prompt:
      if prompt?.words.isEmpty == true { prompt = nil } else { prompt?.words.removeLast() }
      return
    case .query: return ask(String(finder.words.dropLast()))
    case .narrowing:
      if storyRows.words.isEmpty { storyRows.hasLine = false }
      return narrowStories(to: String(storyRows.words.dropLast()))
    default: break
    }
    guard let words = typing?.words else { return }
    if words.isEmpty {
      leaveSearch()
    } else {
      typing?.words.removeLast()
      searchAsTyped()
    }
  }

  mutating func stepMatch(forward: Bool) {
    guard let view, let search = view.search else {
      message = Phrase.nothingSearched[language]
      return
    }
    // On a match, its neighbour; elsewhere, from the cursor.
    let standing = search.current.flatMap { search.matches[$0].start == view.position ? $0 : nil }
    let next: Int? =
      if search.matches.isEmpty {
        nil
      } else if let standing {
        (standing + (forward ? 1 : search.matches.count - 1)) % search.matches.count
      } else {
        forward ? search.match(from: view.position) : search.match(before: view.position)
      }
    if let next { views[current]?.go(toMatch: next) }
    message = next.map { Phrase.found($0 + 1, search.matches.count)[language] } ?? Phrase.foundNone[language]
  }
}

extension StoryView {
  /// Fits to the pane that `other` is fitted to.
  mutating func fitLike(_ other: StoryView?) {
    if let other { fit(width: other.page.width, height: other.height) }
  }
}
