import Notebook
import Stories

/// A claim or a party that is being put right: what one chooses from.
struct Correcting: Hashable, Sendable {
  /// What is put right.
  var subject: Subject
  /// The same in words that hold even if the story is read anew meanwhile.
  var entrySubject: Entry.Subject
  /// What the interface calls it, if it is a party.
  var name = ""
  /// What of it; `nil` while one chooses that.
  var field: Field?
  /// The selected row.
  var row = 0
  /// Whether it is to hold in all stories.
  var isEverywhere = false

  enum Subject: Hashable, Sendable {
    case claim(Int)
    case party(Int)
  }

  enum Field: Hashable, Sendable {
    case source, certainty, stage, words, delete
    case name, role, merge, split
  }

  /// A row: what choosing it does.
  enum Choice: Hashable, Sendable {
    case field(Field)
    case deed(Deed)
    /// Another source, or the new name of a party, is typed.
    case type(Field)
    /// Who is meant by words that denote a party so far.
    case splitOff(String)
  }

  struct Row: Hashable, Sendable {
    var label: String
    var value: String = ""
    var choice: Choice
    /// Whether it is so already.
    var isCurrent = false
  }
}

extension ReaderState {
  /// The rows of what is being put right.
  func rows(of correcting: Correcting) -> [Correcting.Row] {
    guard let story = view?.story else { return [] }
    switch (correcting.subject, correcting.field) {
    case (.claim(let number), let field): return rows(ofClaim: number, field, in: story)
    case (.party(let number), let field): return rows(ofParty: number, field, in: story)
    }
  }

  private func rows(ofClaim number: Int, _ field: Correcting.Field?, in story: Story) -> [Correcting.Row] {
    guard story.claims.indices.contains(number) else { return [] }
    let claim = story.claims[number]
    switch field {
    case .source:
      var rows = [
        Correcting.Row(
          label: Phrase.theArticle[language], choice: .deed(.source([])), isCurrent: claim.chain.isEmpty)
      ]
      for (index, source) in story.sources.enumerated() {
        rows.append(
          Correcting.Row(
            label: source.name[language], value: source.kind.wording[language],
            choice: .deed(.source([source.name.english])), isCurrent: claim.chain == [index]))
      }
      let speaking = story.sources.compactMap(\.party)
      for (index, party) in story.parties.enumerated() where !speaking.contains(index) {
        rows.append(
          Correcting.Row(label: party.name[language], choice: .deed(.source([party.name.english]))))
      }
      rows.append(Correcting.Row(label: KeptPhrase.otherSource[language], choice: .type(.source)))
      return rows
    case .certainty:
      return Claim.Certainty.allCases.map { certainty in
        Correcting.Row(
          label: certainty.wording[language], value: certainty.mark.map { String($0) } ?? "",
          choice: .deed(.certainty(certainty)), isCurrent: certainty == claim.certainty)
      }
    case .stage:
      let all: [Stage?] = [nil] + Stage.allCases
      return all.map { stage in
        Correcting.Row(
          label: stage?.wording[language] ?? KeptPhrase.none[language], choice: .deed(.stage(stage)),
          isCurrent: stage == claim.stage)
      }
    default:
      let names = claim.chain.map { story.sources[$0].name[language] }
      let chain = names.isEmpty ? Phrase.theArticle[language] : names.joined(separator: signs.relaying)
      return [
        row(.source, chain), row(.certainty, claim.certainty.wording[language]),
        row(.stage, claim.stage?.wording[language] ?? KeptPhrase.none[language]),
        row(.words, oneLine(story.text.string(claim.span))), row(.delete, "", .deed(.delete)),
      ]
    }
  }

  private func rows(ofParty number: Int, _ field: Correcting.Field?, in story: Story) -> [Correcting.Row] {
    guard story.parties.indices.contains(number) else { return [] }
    let party = story.parties[number]
    switch field {
    case .role:
      let all: [Party.Role?] = [nil] + Party.Role.allCases
      return all.map { role in
        Correcting.Row(
          label: role?.wording[language] ?? KeptPhrase.none[language], choice: .deed(.role(role)),
          isCurrent: role == party.role)
      }
    case .merge:
      return story.parties.indices.filter { $0 != number }.map { other in
        let other = story.parties[other]
        return Correcting.Row(
          label: other.name[language], value: other.role?.wording[language] ?? "",
          choice: .deed(.merge(id: other.id, name: other.name.english)))
      }
    case .split:
      return story.names(of: number).map { Correcting.Row(label: $0, choice: .splitOff($0)) }
    default:
      return [
        row(.name, party.name[language], .type(.name)),
        row(.role, party.role?.wording[language] ?? KeptPhrase.none[language]), row(.merge, ""), row(.split, ""),
      ]
    }
  }

  private func row(_ field: Correcting.Field, _ value: String, _ choice: Correcting.Choice? = nil) -> Correcting.Row {
    Correcting.Row(label: field.phrase[language], value: value, choice: choice ?? .field(field))
  }

  // MARK: What the keys do

  /// Opens what can be put right about the claim or the party that one is on.
  mutating func correct() {
    guard let view else { return message = whyNoClaim[language] }
    if focus == .parties, let party = view.party {
      let name = fitted(view.story.parties[party].name[language], 24)
      overlay = .correct(
        Correcting(subject: .party(party), entrySubject: view.story.subject(.party(party)), name: name))
    } else if focus != .parties, let claim = view.claim {
      overlay = .correct(Correcting(subject: .claim(claim), entrySubject: view.story.subject(.claim(claim))))
    } else {
      message = KeptPhrase.nothingToCorrect[language]
    }
  }

  /// Does what the selected row says.
  mutating func choose(_ effects: inout [ReaderEffect]) {
    guard case .correct(var correcting) = overlay else { return }
    let rows = rows(of: correcting)
    guard rows.indices.contains(correcting.row) else { return }
    switch rows[correcting.row].choice {
    case .field(.words):
      overlay = nil
      pick(.words(correcting.entrySubject))
    case .field(let field):
      correcting.field = field
      correcting.row = 0
      let choices = self.rows(of: correcting)
      if choices.isEmpty { return message = KeptPhrase.noOtherParty[language] }
      if field == .split, choices.count < 2 { return message = KeptPhrase.oneName[language] }
      correcting.row = choices.firstIndex { $0.isCurrent } ?? 0
      overlay = .correct(correcting)
    case .deed(let deed):
      overlay = nil
      if rows[correcting.row].isCurrent { return }
      carryOut(deed, correcting, &effects)
    case .type(let field):
      guard let story = view?.story else { return }
      var words = ""
      switch correcting.subject {
      case .party(let party): words = story.parties[party].name[language]
      case .claim(let claim):
        words = story.claims[claim].chain.map { story.sources[$0].name[language] }.joined(separator: " < ")
      }
      prompt = Prompt(goal: .correction(correcting, field), words: words, count: 0)
    case .splitOff(let words):
      prompt = Prompt(goal: .splitOff(correcting, words), words: words, count: 0)
    }
  }

  /// Takes what was typed for a source, a name, or who words mean.
  mutating func takeCorrection(
    _ words: String, _ correcting: Correcting, _ field: Correcting.Field, splitting: String?,
    _ effects: inout [ReaderEffect]
  ) {
    overlay = nil
    let words = oneLine(words)
    if let splitting {
      carryOut(.split(words: splitting, name: words), correcting, &effects)
    } else if field == .source {
      let names = words.split(separator: "<").map { oneLine(String($0)) }.filter { !$0.isEmpty }
      carryOut(.source(names), correcting, &effects)
    } else {
      carryOut(.rename(words), correcting, &effects)
    }
  }

  private func carryOut(_ deed: Deed, _ correcting: Correcting, _ effects: inout [ReaderEffect]) {
    var isEverywhere = correcting.isEverywhere
    // The words of one story say nothing about another one.
    if case .split = deed { isEverywhere = false }
    put(deed, on: correcting.entrySubject, inStory: current, everywhere: isEverywhere, &effects)
  }

  /// Has a correction of a party hold in all stories, or only in this one.
  mutating func toggleScope() {
    guard case .correct(var correcting) = overlay, case .party = correcting.subject else { return }
    correcting.isEverywhere.toggle()
    overlay = .correct(correcting)
  }

  /// Goes from the choices back to what there is to choose, or closes.
  mutating func leaveCorrecting() {
    guard case .correct(var correcting) = overlay, correcting.field != nil else { return overlay = nil }
    let field = correcting.field
    correcting.field = nil
    correcting.row = rows(of: correcting).firstIndex { $0.choice == .field(field!) } ?? 0
    overlay = .correct(correcting)
  }
}

extension Correcting.Field {
  var phrase: KeptPhrase {
    switch self {
    case .source: .source
    case .certainty: .certainty
    case .stage: .stage
    case .words: .words
    case .delete: .delete
    case .name: .name
    case .role: .role
    case .merge: .merge
    case .split: .split
    }
  }
}

extension Story {
  /// By which words the text calls a party, as they first stand; of those that differ only in case or accents the first.
  func names(of party: Int) -> [String] {
    var seen: Set<[UInt32]> = []
    var names: [String] = []
    for mention in mentions where mention.referent == .party(party) && mention.form != .pronoun {
      let words = oneLine(text.string(mention.span))
      if seen.insert(Folding.pattern(words)).inserted { names.append(words) }
    }
    return names
  }
}
