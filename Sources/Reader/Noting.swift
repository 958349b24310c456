import Notebook
import Stories

/// What the keys for notes, marks and tags do, with whatever one is on: a claim, a party or a story.
extension ReaderState {
  /// What a note, mark or tag is put on, in words that hold even if the story is read anew meanwhile.
  struct Noteworthy: Hashable, Sendable {
    /// The story's index in the library, and what entries know it by.
    var story: Int
    var reference: StoryReference
    /// What it is on.
    var subject: Entry.Subject
    /// What the interface calls that: "claim 3", a party, the story.
    var name: String
    /// What was noted there so far.
    var remark: Remark?
  }

  /// What one is on: in lists of stories the story, in the party list the party or, on the row of all, the story, else the claim.
  var noteworthy: Noteworthy? {
    switch overlay {
    case .stories, .unreadable: return noteworthy(.story, in: selectedStory)
    case .finder, .deal: break
    default: if focus == .parties { return noteworthy(view?.party.map { .party($0) } ?? .story, in: current) }
    }
    if let claim = selectedClaim { return noteworthy(.claim(claim.claim), in: claim.story) }
    return noteworthy(.story, in: selectedStory)
  }

  private func noteworthy(_ part: Remark.Subject, in index: Int) -> Noteworthy? {
    guard let story = library.story(index) else { return nil }
    let name =
      switch part {
      case .story: KeptPhrase.theStory[language]
      case .claim(let claim): Phrase.claim(claim + 1)[language]
      case .party(let party): fitted(story.parties[party].name[language], 24)
      }
    return Noteworthy(
      story: index, reference: StoryReference(story), subject: story.subject(part), name: name,
      remark: story.remark(on: part))
  }

  /// Puts something down about what one is on.
  func put(_ deed: Deed, on what: Noteworthy, _ effects: inout [ReaderEffect]) {
    effects.append(
      .put(Jotting(deed: deed, subject: what.subject, reference: what.reference, story: what.story)))
  }

  /// Puts something down about a part of a story, or about a party everywhere.
  func put(
    _ deed: Deed, on subject: Entry.Subject, inStory index: Int, everywhere: Bool = false,
    _ effects: inout [ReaderEffect]
  ) {
    guard let story = library.story(index) else { return }
    effects.append(
      .put(
        Jotting(
          deed: deed, subject: subject, reference: everywhere ? nil : StoryReference(story), story: index)))
  }

  mutating func toggleMark(_ effects: inout [ReaderEffect]) {
    guard let what = noteworthy else { return message = whyNoClaim[language] }
    put(.mark(what.remark?.isMarked != true), on: what, &effects)
  }

  mutating func askForNote(_ effects: inout [ReaderEffect]) {
    guard let what = noteworthy else { return message = whyNoClaim[language] }
    let note = what.remark?.note ?? ""
    prompt = Prompt(goal: .note(what), words: note, count: 0)
    // A line shows but one line.
    if note.contains("\n") { editNote(&effects) }
  }

  /// Has the note that is being typed written in the person's own editor.
  mutating func editNote(_ effects: inout [ReaderEffect]) {
    guard let words = prompt?.words else { return }
    effects.append(.edit(words))
  }

  /// Takes what the editor made of a note; nothing if that is `nil`.
  mutating func receive(edited text: String?, _ effects: inout [ReaderEffect]) {
    guard case .note(let what) = prompt?.goal else { return }
    guard let text else { return message = KeptPhrase.notTaken[language] }
    prompt = nil
    putNote(text, on: what, &effects)
  }

  mutating func putNote(_ text: String, on what: Noteworthy, _ effects: inout [ReaderEffect]) {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    if text == what.remark?.note ?? "" { return }
    put(.note(text), on: what, &effects)
  }

  mutating func askForTags() {
    guard let what = noteworthy else { return message = whyNoClaim[language] }
    let tags = what.remark?.tags ?? []
    prompt = Prompt(goal: .tags(what), words: tags.joined(separator: ", ") + (tags.isEmpty ? "" : ", "), count: 0)
  }

  mutating func putTags(_ words: String, on what: Noteworthy, _ effects: inout [ReaderEffect]) {
    let wanted = words.split(separator: ",").map { oneLine(String($0)) }.filter { !$0.isEmpty }
    let there = what.remark?.tags ?? []
    for tag in there where !wanted.contains(tag) { put(.untag(tag), on: what, &effects) }
    var new: [String] = []
    for tag in wanted where !there.contains(tag) && !new.contains(tag) {
      new.append(tag)
      put(.tag(tag), on: what, &effects)
    }
  }

  mutating func undo(_ effects: inout [ReaderEffect]) {
    // What others do, and what one did in other stories in earlier sessions, is not for a slip of the finger.
    let here = asRead(current).map { notebook.entries(on: $0) } ?? []
    guard let entry = notebook.undoable(among: own) ?? here.last else {
      return message = KeptPhrase.nothingToUndo[language]
    }
    effects.append(.put(Jotting(deed: .undo, subject: .entry(entry.id))))
  }

  mutating func redo(_ effects: inout [ReaderEffect]) {
    guard let entry = notebook.redoableEntry(among: own) else { return message = KeptPhrase.nothingToRedo[language] }
    effects.append(.put(Jotting(deed: .redo, subject: .entry(entry.id))))
  }

  /// Lists what is marked in all stories.
  mutating func openMarked() {
    openFinder()
    ask(KeptPhrase.markedQuery[language])
    finder.hasLine = false
  }
}

extension Story {
  /// A part of the story as entries call it.
  func subject(_ subject: Remark.Subject) -> Entry.Subject {
    switch subject {
    case .story: .story
    case .claim(let claim): .claim(Anchor(claims[claim].span, in: text))
    case .party(let party): .party(id: parties[party].id, name: parties[party].name.english)
    }
  }
}
