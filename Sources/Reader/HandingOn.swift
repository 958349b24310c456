import Display
import Search
import Stories

/// What goes from the reader into files and other programs: the claims that one looks at.
extension ReaderState {
  /// The claims that one looks at, story by story: those that a search found, of a view on a deal, of the stories of the list,
  /// or else those of the current story that it is narrowed to.
  var selected: [StoryClaims] {
    switch overlay {
    case .finder, .queryForm:
      let isText = finder.query?.scope == .text
      var found: [StoryClaims] = []
      for place in 0..<finder.results.count {
        let row = finder.results[place]
        if isText {
          if let all = counted(row.entry) { found.append(all) }
        } else if let claim = row.claim {
          if found.last?.story == row.entry {
            found[found.count - 1].claims.append(claim)
          } else {
            found.append(StoryClaims(story: row.entry, claims: [claim]))
          }
        }
      }
      return found
    case .deal:
      var order: [Int] = []
      var claims: [Int: Set<Int>] = [:]
      for place in (dealContents?.rows ?? []).compactMap(\.place) {
        if claims[place.story] == nil { order.append(place.story) }
        claims[place.story, default: []].insert(place.claim)
      }
      return order.map { StoryClaims(story: $0, claims: claims[$0, default: []].sorted()) }
    case .stories: return storyRows.entries.compactMap { counted(Int($0)) }
    default: return view.map { [StoryClaims(story: current, claims: $0.visited)] } ?? []
    }
  }

  /// How many claims these are.
  var selectedCount: Int {
    switch overlay {
    case .finder where finder.query?.scope != .text: finder.results.count
    case .finder, .queryForm, .deal, .stories: selected.reduce(0) { $0 + $1.claims.count }
    default: view?.visited.count ?? 0
    }
  }

  /// The claim on which one is.
  var selectedClaim: (story: Int, claim: Int)? {
    switch overlay {
    case .finder:
      guard finder.selected < finder.results.count else { return nil }
      let row = finder.results[finder.selected]
      return row.claim.map { (row.entry, $0) }
    case .deal: return selectedDealRow?.place.map { ($0.story, $0.claim) }
    default: return view?.claim.map { (current, $0) }
    }
  }

  /// The story on which one is.
  var selectedStory: Int {
    switch overlay {
    case .finder where finder.selected < finder.results.count: finder.results[finder.selected].entry
    case .deal: selectedDealRow?.place?.story ?? current
    case .stories(let selected): selected
    default: current
    }
  }

  /// All claims of a story that are sure enough to count.
  private func counted(_ index: Int) -> StoryClaims? {
    library.story(index).map { story in
      StoryClaims(story: index, claims: story.claims.indices.filter { story.claims[$0].confidence >= least })
    }
  }

  // MARK: What the keys do

  mutating func askWhereTo() {
    let count = selectedCount
    guard count > 0 else { return message = PromptPhrase.nothing[language] }
    prompt = Prompt(goal: .export(lastForm), words: stem + (lastForm.ending ?? ""), count: count)
  }

  mutating func askForCommand() {
    guard library.story(selectedStory) != nil else { return message = PromptPhrase.nothing[language] }
    prompt = Prompt(goal: .pipe(selectedClaim == nil ? .story : .claim), words: lastCommand, count: selectedCount)
  }

  /// Does what was typed.
  mutating func carryOutPrompt(_ effects: inout [ReaderEffect], overwriting: Bool = false) {
    guard let prompt else { return }
    let words = prompt.words.drop { $0 == " " }
    switch prompt.goal {
    // An empty note is none, and so are no tags.
    case .note(let what):
      self.prompt = nil
      return putNote(prompt.words, on: what, &effects)
    case .tags(let what):
      self.prompt = nil
      return putTags(prompt.words, on: what, &effects)
    default: break
    }
    guard !words.isEmpty else { return self.prompt = nil }
    switch prompt.goal {
    case .note, .tags: break
    case .correction(let correcting, let field):
      self.prompt = nil
      takeCorrection(String(words), correcting, field, splitting: nil, &effects)
    case .splitOff(let correcting, let splitting):
      self.prompt = nil
      takeCorrection(String(words), correcting, .split, splitting: splitting, &effects)
    case .export:
      let form = prompt.form ?? lastForm
      lastForm = form
      let order = ExportOrder(form: form, name: String(words), content: selected, overwrites: overwriting)
      // The line stays until it is known whether the name is free.
      effects.append(.export(order))
    case .pipe(let piped):
      lastCommand = String(words)
      self.prompt = nil
      effects.append(.pipe(text(piped), command: lastCommand))
    }
  }

  /// Answers what became of a file.
  mutating func receive(_ exported: Exported) {
    switch exported {
    case .written(let name, let count):
      prompt = nil
      message = PromptPhrase.written(name, count)[language]
    case .isThere: prompt?.isAsking = true
    case .failed(let sentence):
      prompt?.isAsking = false
      message = sentence
    case .begun(let name):
      prompt = nil
      message = PromptPhrase.begun(name)[language]
    // By now one may be at another prompt.
    case .ended(.written(let name, let count)): message = PromptPhrase.written(name, count)[language]
    case .ended(.failed(let sentence)): message = sentence
    case .ended: break
    }
  }

  /// Leaves the question for the name, or the name for what was before.
  mutating func leavePrompt() {
    if prompt?.isAsking == true { prompt?.isAsking = false } else { prompt = nil }
  }

  // MARK: Words

  /// What a file of all that is called, if nothing else is said, without an ending.
  private var stem: String {
    let deal = view?.story.target?.id
    switch overlay {
    case .finder, .queryForm: return Wording(english: "search", french: "recherche")[language]
    case .stories: return Wording(english: "stories", french: "articles")[language]
    case .deal(let dealView):
      let kind =
        switch dealView.kind {
        case .timeline: Wording(english: "timeline", french: "chronologie")
        case .dossier: Wording("dossier")
        case .disagreements: Wording(english: "disagreement", french: "desaccords")
        case .origins: Wording("sources")
        }
      return [library.story(dealView.story)?.target?.id, kind[language]].compactMap { $0 }.joined(separator: "-")
    default: break
    }
    guard let view else { return "suitor" }
    let name = view.story.name.split(separator: "/").last.map(String.init) ?? ""
    let plain = String(name.prefix { $0 != "." }.filter { $0.isLetter || $0.isNumber || "-_".contains($0) }.prefix(60))
    let narrowed: String? =
      switch view.filter {
      case .all: nil
      case .party(let party): view.story.parties[party].id
      case .source(let source): view.story.sources[source].id
      case .narrator: Wording(english: "own-voice", french: "propre-voix")[language]
      }
    let base = plain.isEmpty || plain.hasPrefix("-") ? deal ?? "suitor" : plain
    return [base, narrowed].compactMap { $0 }.joined(separator: "-")
  }

  /// What goes into a command.
  private func text(_ piped: Prompt.Piped) -> String {
    switch piped {
    case .claim:
      guard let (index, claim) = selectedClaim, let story = library.story(index) else { return text(.story) }
      return citation(of: claim, in: story, language)
    case .claims:
      return selected.flatMap { item in
        library.story(item.story).map { story in item.claims.map { citation(of: $0, in: story, language) } } ?? []
      }.joined(separator: "\n")
    case .story:
      guard let story = library.story(selectedStory) else { return "" }
      // Its lines as they are, but nothing that a terminal would obey: most commands show what they are given.
      let lines = String(decoding: story.text.bytes, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        .map { $0.map { harmless(String($0)) }.joined(separator: "\t") }.joined(separator: "\n") + "\n"
    }
  }

  mutating func openOutside(_ effects: inout [ReaderEffect]) { effects.append(.openOutside(story: selectedStory)) }
}
