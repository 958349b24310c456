import Stories

/// A notebook, or a part of one, as a file has it; docs/notebook.md describes it.
public struct NotebookText: Sendable {
  /// The stories, before the entries on them.
  public var stories: [StoryReference] = []
  /// The entries, in their order.
  public var entries: [Entry] = []
  /// The paragraphs that say nothing sensible.
  public private(set) var problems: [NotebookProblem] = []
  /// Whether the last paragraph is not finished.
  public private(set) var isTorn = false

  /// What a file begins with.
  public static let head = "# What a reader has noted for suitor. docs/notebook.md says how it is written.\n\n"

  /// What goes behind a paragraph that is not finished before another one can follow: whatever it was to say does not hold.
  public static func seal(behind bytes: ArraySlice<UInt8>) -> String {
    (bytes.last == 0x0A ? "" : "\n") + "Torn: yes\n\n"
  }

  /// Makes an empty text.
  public init(stories: [StoryReference] = [], entries: [Entry] = []) {
    (self.stories, self.entries) = (stories, entries)
  }

  /// Reads the bytes of a file; what makes no sense is left out and told.
  public init(_ bytes: ArraySlice<UInt8>) {
    let stanzas = Stanzas(bytes)
    problems = stanzas.problems
    isTorn = stanzas.isTorn
    for stanza in stanzas.all where stanza.first("Torn") == nil {
      do throws(NotebookProblem) {
        if stanza.first("Do") == nil, stanza.first("Story") != nil {
          stories.append(try Self.story(stanza))
        } else {
          entries.append(try Self.entry(stanza))
        }
      } catch {
        problems.append(error)
      }
    }
    problems.sort { $0.line < $1.line }
  }

  /// The paragraphs, as they are added to a file.
  public var text: String {
    stories.map { Self.text($0) }.joined() + entries.map { Self.text($0) }.joined()
  }

  // MARK: Writing

  private static func text(_ story: StoryReference) -> String {
    Stanzas.line("Story", hexadecimal(story.key)) + Stanzas.line("Name", story.name)
      + Stanzas.line("Title", story.title) + Stanzas.line("Opening", story.opening) + "\n"
  }

  private static func text(_ entry: Entry) -> String {
    let (deed, value, more) = words(entry.deed)
    var text = Stanzas.line("Do", deed) + Stanzas.line("Id", entry.id)
    if case .entry(let id) = entry.subject {
      text += Stanzas.line("Entry", id)
    } else {
      text += Stanzas.line("Story", entry.story.map(hexadecimal) ?? Self.everywhere)
    }
    switch entry.subject {
    case .story, .entry: break
    case .claim(let anchor): text += self.text(anchor, "Claim", "")
    case .party(let id, let name): text += Stanzas.line("Party", "\(id) \(name)")
    }
    if let value { text += Stanzas.line("Value", value) }
    return text + more + "\n"
  }

  /// An anchor; `prefix` tells the fields of a second one from those of the first.
  private static func text(_ anchor: Anchor, _ name: String, _ prefix: String) -> String {
    Stanzas.line(name, anchor.quote) + Stanzas.line("\(prefix)Before", anchor.before)
      + Stanzas.line("\(prefix)After", anchor.after) + Stanzas.line("\(prefix)At", String(anchor.start))
  }

  private static let everywhere = "everywhere"
  private static let none = "none"

  /// What a deed is called, its value, and further fields.
  private static func words(_ deed: Deed) -> (deed: String, value: String?, more: String) {
    switch deed {
    case .certainty(let certainty): ("certainty", certainty.rawValue, "")
    case .stage(let stage): ("stage", stage?.rawValue ?? none, "")
    case .source(let names): ("source", names.joined(separator: "\n"), "")
    case .words(let anchor): ("words", nil, text(anchor, "Words", "Words-"))
    case .delete: ("delete", nil, "")
    case .add: ("add", nil, "")
    case .rename(let name): ("rename", name, "")
    case .role(let role): ("role", role?.rawValue ?? none, "")
    case .merge(let id, let name): ("merge", "\(id) \(name)", "")
    case .split(let words, let name): ("split", words, Stanzas.line("As", name))
    case .note(let text): ("note", text, "")
    case .mark(let isMarked): (isMarked ? "mark" : "unmark", nil, "")
    case .tag(let tag): ("tag", tag, "")
    case .untag(let tag): ("untag", tag, "")
    case .undo: ("undo", nil, "")
    case .redo: ("redo", nil, "")
    }
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  // MARK: Reading

  private static func story(_ stanza: Stanzas.Stanza) throws(NotebookProblem) -> StoryReference {
    StoryReference(
      key: try key(try field("Story", stanza)), name: stanza.first("Name")?.value ?? "",
      title: stanza.first("Title")?.value ?? "", opening: stanza.first("Opening")?.value ?? "")
  }

  private static func entry(_ stanza: Stanzas.Stanza) throws(NotebookProblem) -> Entry {
    let deed = try deed(stanza)
    let id = try field("Id", stanza).value
    if deed == .undo || deed == .redo {
      return Entry(id: id, deed: deed, subject: .entry(try field("Entry", stanza).value), story: nil)
    }
    let story = try field("Story", stanza)
    let subject: Entry.Subject
    if let claim = stanza.first("Claim") {
      subject = .claim(try anchor(claim, "", stanza))
    } else if let party = stanza.first("Party") {
      let (id, name) = try named(party)
      subject = .party(id: id, name: name)
    } else {
      subject = .story
    }
    try check(deed, on: subject, stanza)
    let isEverywhere = story.value == everywhere
    if isEverywhere {
      switch (deed, subject) {
      case (.rename, .party), (.role, .party), (.merge, .party): break
      default:
        throw problem(
          story.line, "only rename, role and merge of a party hold everywhere",
          "seuls rename, role et merge d’une partie valent partout")
      }
    }
    return Entry(id: id, deed: deed, subject: subject, story: isEverywhere ? nil : try key(story))
  }

  private static func check(
    _ deed: Deed, on subject: Entry.Subject, _ stanza: Stanzas.Stanza
  ) throws(NotebookProblem) {
    let fits: Bool
    switch deed {
    case .certainty, .stage, .source, .words, .delete, .add:
      if case .claim = subject { fits = true } else { fits = false }
    case .rename, .role, .merge, .split: if case .party = subject { fits = true } else { fits = false }
    default: fits = true
    }
    if !fits {
      throw problem(stanza.line, "this deed needs a “Claim” or a “Party”", "il manque « Claim » ou « Party »")
    }
  }

  private static func deed(_ stanza: Stanzas.Stanza) throws(NotebookProblem) -> Deed {
    let deed = try field("Do", stanza)
    switch deed.value {
    case "certainty": return .certainty(try choice(try value(stanza), nil)!)
    case "stage": return .stage(try choice(try value(stanza), none))
    case "source":
      let names = stanza.first("Value")?.value.split(separator: "\n").map(String.init) ?? []
      return .source(names)
    case "words": return .words(try anchor(try field("Words", stanza), "Words-", stanza))
    case "delete": return .delete
    case "add": return .add
    case "rename": return .rename(try value(stanza).value)
    case "role": return .role(try choice(try value(stanza), none))
    case "merge":
      let (id, name) = try named(try value(stanza))
      return .merge(id: id, name: name)
    case "split": return .split(words: try value(stanza).value, name: try field("As", stanza).value)
    case "note": return .note(stanza.first("Value")?.value ?? "")
    case "mark": return .mark(true)
    case "unmark": return .mark(false)
    case "tag": return .tag(try value(stanza).value)
    case "untag": return .untag(try value(stanza).value)
    case "undo": return .undo
    case "redo": return .redo
    default:
      throw problem(
        deed.line, "nothing called “\(deed.value)” can be done", "« \(deed.value) » n’est rien que l’on puisse faire")
    }
  }

  private static func anchor(
    _ quote: Stanzas.Field, _ prefix: String, _ stanza: Stanzas.Stanza
  ) throws(NotebookProblem) -> Anchor {
    let start = stanza.first("\(prefix)At")
    guard !quote.value.isEmpty else { throw needsValue(quote) }
    guard let place = start.map({ Int($0.value) }) ?? 0, 0...Int(UInt32.max) ~= place else {
      throw problem(start?.line ?? quote.line, "this is no number of bytes", "ce n’est pas un nombre d’octets")
    }
    // Blanks at the end of a line are easily lost.
    return Anchor(
      quote: quote.value, before: stanza.first("\(prefix)Before")?.value ?? "",
      after: stanza.first("\(prefix)After")?.value ?? "", start: place)
  }

  private static func field(_ name: String, _ stanza: Stanzas.Stanza) throws(NotebookProblem) -> Stanzas.Field {
    guard let field = stanza.first(name) else {
      throw problem(stanza.line, "“\(name)” is missing", "« \(name) » manque")
    }
    if field.value.isEmpty { throw needsValue(field) }
    return field
  }

  private static func value(_ stanza: Stanzas.Stanza) throws(NotebookProblem) -> Stanzas.Field {
    try field("Value", stanza)
  }

  private static func key(_ field: Stanzas.Field) throws(NotebookProblem) -> UInt64 {
    guard field.value.utf8.count == 16, let key = UInt64(field.value, radix: 16) else {
      throw problem(
        field.line, "this is no fingerprint of 16 hexadecimal digits",
        "ce n’est pas une empreinte de 16 chiffres hexadécimaux")
    }
    return key
  }

  private static func named(_ field: Stanzas.Field) throws(NotebookProblem) -> (id: String, name: String) {
    guard let blank = field.value.firstIndex(of: " ") else {
      throw problem(field.line, "an id and a name are needed", "il faut un identifiant et un nom")
    }
    return (String(field.value[..<blank]), String(field.value[field.value.index(after: blank)...]))
  }

  /// The choice that is spelled so; `nil` for the word that stands for none, where there may be none.
  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ field: Stanzas.Field, _ none: String?
  ) throws(NotebookProblem) -> Choice? where Choice.RawValue == String {
    if field.value == none { return nil }
    guard let choice = Choice(rawValue: field.value) else {
      let all = (Choice.allCases.map(\.rawValue) + [none].compactMap { $0 }).joined(separator: ", ")
      throw problem(field.line, "“\(field.value)” is none of \(all)", "« \(field.value) » n’est pas parmi \(all)")
    }
    return choice
  }

  private static func needsValue(_ field: Stanzas.Field) -> NotebookProblem {
    problem(field.line, "“\(field.name)” needs a value", "« \(field.name) » veut une valeur")
  }

  private static func problem(_ line: Int, _ english: String, _ french: String) -> NotebookProblem {
    NotebookProblem(line: line, wording: Wording(english: english, french: french))
  }
}

extension NotebookProblem: Error {}

extension Notebook {
  /// Puts down all that a text says.
  public mutating func add(_ text: NotebookText) {
    for story in text.stories { add(story) }
    for entry in text.entries { add(entry) }
  }
}
