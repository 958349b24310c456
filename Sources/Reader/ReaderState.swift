import Deals
import Display
import Notebook
import Stories

/// Everything that the interface knows: `update` is the only way to change it, `draw` turns it into a picture.
public struct ReaderState: Sendable {
  /// The stories, read or not.
  public internal(set) var library: Library
  /// The screen, without what the tutor has of it.
  public internal(set) var size: Size
  /// The language that the interface speaks.
  public internal(set) var language: Language
  /// The index of the current story in the library.
  public internal(set) var current = 0

  /// What the keys do.
  let keys: KeyMap
  /// Whether the interface does without line art and says in words what is selected.
  let plain: Bool
  /// Where one was in stories of earlier sessions, by the fingerprint of their texts.
  let known: [UInt64: Bookmark]

  /// What the terminal can move of its screen.
  var movable = Movable.nothing
  /// The least confidence of the claims that were asked for, and of those that count now.
  let givenLeast: Double
  var least: Double
  /// What decided about the claim that one asks about.
  var explained: Explained?

  /// The pane that the keys go to.
  var focus = Pane.article
  /// Whether that pane has the whole screen.
  var zoomed = false
  /// What lies over the panes.
  var overlay: Overlay?
  /// The search that is being typed.
  var typing: Typing?
  /// The line on which one says where something is to go.
  var prompt: Prompt?
  /// The form in which something was last written, and the last command.
  var lastForm = ExportForm.csv
  var lastCommand = ""
  /// The tutor, and with it the screen that it shares with the reader.
  var tutor: Tutor?
  /// One sentence for the person, until the next key.
  var message: String?
  /// How far the reading is, while it goes on.
  var progress: Progress?
  /// How many stories one wants to go forward as soon as they are found.
  var stepsAhead = 0
  /// Whether neither a key nor the mouse was used yet.
  var isUntouched = true
  /// The current story, if its file is gone: it stays for as long as one is in it.
  var lingering: Int?
  /// The place in each story that was visited, of the last ones.
  var views = RecentViews()
  /// Where one was in stories that were visited longer ago, by the fingerprint of their texts.
  var left: [UInt64: Bookmark] = [:]
  /// Where to go in a story as soon as it is read.
  var awaited: [Int: Bookmark] = [:]
  /// The places that were left.
  var history = History()
  /// The place from which the claim list or the search line was opened, while it is open.
  var departure: Place?
  /// The titles of the stories that are read: the whole of a headline is not looked up for each picture.
  var titles: [String?] = []
  /// Which stories tell of the same deal.
  var deals = DealBook()
  /// Which stories are copies of others.
  var register = CopyRegister()
  /// The stories that the register does not know as they are now.
  var unregistered: [Int] = []
  /// What the view on a deal shows.
  var dealContents: DealContents?
  /// The words by which claims speak against each other; asked for only when they are needed.
  let contrasts: @Sendable () -> [Language: Contrasts]
  /// What the reader has put down.
  var notebook: Notebook
  /// Why nothing can be put down, one sentence; `nil` where it can.
  let whyNothingIsKept: String?
  /// The names of the entries that this reader has put down.
  var own: Set<String> = []
  /// The stories that it changes, as they were read.
  var originals: [Int: Story] = [:]
  /// The stories that entries are on, by the fingerprint that these call them by.
  var homes: [UInt64: Set<Int>] = [:]
  /// The stories that have been read, by the fingerprint of their texts.
  var readStories: Set<UInt64>
  /// The current story, if one wants to leave it unread.
  var leftUnread: Int?
  /// The words that are being chosen.
  var picking: Picking?
  /// The first line of the story list that shows.
  var storyTop = 0
  /// Which stories the story list shows, and in which order.
  var storyRows = StoryRows()
  /// The search across stories.
  var finder: Finder

  /// A claim of a story, with what decided about it once that is known.
  struct Explained: Sendable {
    var story: Int
    var claim: Int
    var reasons: Reasons?
  }

  /// A search on its way.
  struct Typing: Sendable {
    /// The letters so far.
    var words = ""
    /// Where the search began.
    var before: StoryView
  }

  /// Makes the state before the first event; the first story of the library is the current one.
  ///
  /// `plain` is for eyes and ears that line art hinders; `known` are the bookmarks of earlier sessions; claims with less
  /// confidence than `least` are left out; `notebook` is what the reader has put down, `read` the fingerprints of the texts that
  /// have been read, `whyNothingIsKept` what is said to who wants to put something down where that goes nowhere; `contrasts` are the words by which claims speak against each other. With `tutor` the tutor shares the
  /// screen.
  public init(
    library: Library, size: Size, language: Language, keys: KeyMap = .standard, plain: Bool = false,
    known: [UInt64: Bookmark] = [:], from least: Double = 0, notebook: Notebook = Notebook(), read: Set<UInt64> = [],
    whyNothingIsKept: String? = nil,
    contrasts: @escaping @Sendable () -> [Language: Contrasts] = { [:] }, tutor: Bool = false
  ) {
    self.contrasts = contrasts
    givenLeast = least
    self.least = least
    self.library = library
    self.notebook = notebook
    self.whyNothingIsKept = whyNothingIsKept
    readStories = read
    self.size = size
    self.language = language
    self.keys = keys
    self.plain = plain
    self.known = known
    if tutor { self.tutor = Tutor(screen: size) }
    finder = Finder(entries: library.entries.count)
    titles = library.entries.map { ReaderState.title($0.state) }
    for index in library.entries.indices where library.story(index) != nil {
      self.library.set(index, to: kept(library.entries[index].state, at: index))
      deals.note(index)
      unregistered.append(index)
    }
    for index in library.entries.indices { storyRows.note(index, self.library, language) }
    findCopies()
    if tutor { share(size) }
    settle()
    followTutor([])
  }

  /// The place in the current story, if it has been read.
  var view: StoryView? { views[current] }

  /// Where the panes stand.
  var panes: PaneLayout { layout(focus: focus) }

  /// Where the panes stand, or would if `focus` had the keys.
  func layout(focus: Pane) -> PaneLayout {
    let parties = library.story(current)?.parties.count ?? 0
    return PaneLayout(size: size, focus: focus, zoomed: zoomed || plain, parties: parties)
  }

  /// What the keys mean now.
  var context: Context {
    if let prompt { return prompt.isAsking ? .question : .prompt }
    if picking != nil { return .picking }
    if typing != nil { return .search }
    switch overlay {
    case .help: return .help
    case .claims: return .claimList
    case .stories: return storyRows.hasLine ? .narrowing : .storyList
    case .finder: return finder.hasLine ? .query : .found
    case .queryForm: return .queryForm
    case .why: return .why
    case .unreadable: return .unreadable
    case .deal: return .deal
    case .correct: return .correcting
    case .kept: return .keptList
    case nil: break
    }
    switch focus {
    case .parties: return .parties
    case .article: return .article
    case .sources: return .sources
    case .claims: return .claims
    }
  }

  /// The title of a story that is read, one line and not longer than any screen.
  static func title(_ state: Library.State) -> String? {
    guard case .read(let story) = state else { return nil }
    guard let span = story.layout.first(.headline) ?? story.layout.blocks.first?.span else { return story.name }
    var end = min(span.end, span.start + 900)
    while end < span.end, story.text.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return oneLine(story.text.string(Span(span.start, end)))
  }
}

/// `text` with every run of white space as one space.
func oneLine(_ text: String) -> String { joined(text.split(whereSeparator: \.isWhitespace).map(String.init), by: " ") }

/// The words in a row, with `separator` between them.
///
/// The library's own looks up what its types can do when it is first used, for which the first frame would wait.
func joined(_ words: [String], by separator: String) -> String {
  var text = words.first ?? ""
  for word in words.dropFirst() {
    text += separator
    text += word
  }
  return text
}
