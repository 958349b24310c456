import Stories

/// A story and its whole reading as plain text, from top to bottom: for a pager, a mail or a screen reader.
public struct ShowText {
  let width: Int
  let language: Language
  private let least: Double

  /// Makes text of at most `width` columns, with an interface in `language`; claims with less than `confidence` are left
  /// out, the others keep their numbers.
  public init(width: Int, language: Language, from confidence: Double = 0) {
    self.width = width
    self.language = language
    least = confidence
  }

  /// The text of `story`; with `reasons`, those of all its claims, it says why each was found.
  public func text(of story: Story, reasons: [Reasons] = []) -> String {
    // Without a headline the name is all there is to call it.
    heading(story.line(.headline) ?? story.name, level: 1) + header(story) + parties(story) + article(story)
      + claims(story, reasons) + sources(story)
  }

  /// The claims that are shown, with their places among all.
  private func shown(_ story: Story) -> [(index: Int, claim: Claim)] {
    story.claims.enumerated().filter { $0.element.confidence >= least }.map { ($0.offset, $0.element) }
  }

  // MARK: - What and where

  private func header(_ story: Story) -> String {
    var fields: [(Wording, String)] = [
      (Wording(english: "File", french: "Fichier"), story.name),
      (Wording(english: "Language", french: "Langue"), story.language.wording[language]),
    ]
    // UTF-8 is what everybody expects; anything else may be the reason why a letter looks wrong.
    if story.text.encoding == .windows1252 {
      let guess = Wording(english: " (a guess)", french: " (supposition)")[language]
      fields.append((Wording(english: "Encoding", french: "Codage"), story.text.encoding.rawValue + guess))
    } else if story.text.encoding == .utf16 {
      fields.append((Wording(english: "Encoding", french: "Codage"), story.text.encoding.rawValue))
    }
    if let date = story.layout.date { fields.append((Wording("Date"), date)) }
    if let outlet = story.layout.outlet {
      fields.append((Wording(english: "Outlet", french: "Média"), outlet[language]))
    }
    if let reference = story.layout.reference {
      fields.append((Wording(english: "Reference", french: "Référence"), story.text.line(reference)))
    }
    for credit in story.layout.credits {
      fields.append((Wording(english: "Credit", french: "Crédit"), story.text.line(credit)))
    }
    let unknown = Wording(english: "not found", french: "non trouvée")[language]
    let targets = story.targets.map { $0.name[language] + byHand($0) }.joined(separator: ", ")
    fields.append((Wording(english: "Target", french: "Cible"), targets.isEmpty ? unknown : targets))
    if let stage = story.stage { fields.append((Wording(english: "Stage", french: "Étape"), stage.wording[language])) }
    if let remark = story.remark(on: .story) {
      if remark.isMarked {
        fields.append(
          (Wording(english: "Marked", french: "Marqué"), Wording(english: "yes", french: "oui")[language]))
      }
      if !remark.tags.isEmpty {
        fields.append((Wording(english: "Tags", french: "Étiquettes"), remark.tags.joined(separator: ", ")))
      }
      for (number, line) in remark.noteLines.enumerated() { fields.append((Wording(number == 0 ? "Note" : ""), line)) }
    }
    if least > 0 {
      let from = Wording(english: "from ", french: "à partir de ")[language] + least.percent(language)
      fields.append((Wording(english: "Confidence", french: "Confiance"), from))
    }

    let names = fields.map { $0.0[language] }
    let column = (names.map(\.count).max() ?? 0) + 2
    return zip(names, fields).map { name, field in
      let label = name + String(repeating: " ", count: column - name.count)
      return HangingText(width: width, first: label, others: String(repeating: " ", count: column))(field.1)
    }.joined()
  }

  private func parties(_ story: Story) -> String {
    let title = heading(Wording(english: "Parties", french: "Parties")[language], level: 2)
    guard !story.parties.isEmpty else {
      return title + paragraph(Wording(english: "None was found.", french: "Aucune n’a été trouvée.")[language])
    }
    let shown = shown(story).map(\.claim)
    return title
      + story.parties.indices.map { index in
        let party = story.parties[index]
        let role = party.role.map { ", " + $0.wording[language] } ?? ""
        let made = shown.count { story.makes(index, $0) }
        let about = shown.count { $0.parties.contains(index) }
        let counts = Wording(
          english: ": \(claims(made)) by it, \(about) about it",
          french: "\u{A0}: \(claims(made)) de sa part, \(about) à son sujet")
        return item(party.name[language] + role + counts[language] + byHand(party))
          + remarks(story.remark(on: .party(index)), indent: "  ")
      }.joined()
  }

  private var words: RemarkWords { RemarkWords(language: language) }

  /// What of `party` the reader has put right, in brackets.
  private func byHand(_ party: Party) -> String { words.byHand(party.corrected.parts).map { " (\($0))" } ?? "" }

  /// What the reader has noted on a claim or party, under it.
  private func remarks(_ remark: Remark?, indent: String) -> String {
    guard let remark else { return "" }
    let inner = HangingText(width: width, first: indent, others: indent)
    // Text in lines has plain spaces.
    let label = indent + words.noteLabel.replacing("\u{A0}", with: " ")
    let column = String(repeating: " ", count: label.count)
    return (words.traits(remark).map { inner($0) } ?? "")
      + remark.noteLines.enumerated().map { number, line in
        HangingText(width: width, first: number == 0 ? label : column, others: column)(line)
      }.joined()
  }

  // MARK: - The words

  private func article(_ story: Story) -> String {
    var text = heading(Wording(english: "Article", french: "Article")[language], level: 2)
    let shown = shown(story)
    var next = 0
    var fresh = true
    for block in story.layout.blocks {
      // These stand in the header, each once; no claim is in them.
      if block.kind == .credit || block.kind == .reference { continue }
      if !fresh { text += "\n" }
      fresh = false
      var words = ""
      var place = block.span.start
      while next < shown.count, shown[next].claim.span.start < block.span.end {
        let start = max(place, shown[next].claim.span.start)
        words += story.text.string(Span(place, start))
        // The number stands before the quotation mark that opens the claim, of which there are few.
        let opening = words.suffix(8).reversed().prefix { "«“\"(\u{A0}\u{202F}".contains($0) }.count
        let quotation = words.suffix(opening)
        words.removeLast(opening)
        words += "[\(shown[next].index + 1)\(doubt(shown[next].claim))] " + quotation
        place = start
        next += 1
      }
      words += story.text.string(Span(place, block.span.end))
      text += paragraph(words)
    }
    return text
  }

  /// The mark of what is doubtful.
  private func doubt(_ claim: Claim) -> String { claim.isDoubtful ? String(Claim.doubtMark) : "" }

  private func claims(_ story: Story, _ reasons: [Reasons]) -> String {
    let title = heading(Wording(english: "Claims", french: "Affirmations")[language], level: 2)
    let shown = shown(story)
    guard !shown.isEmpty else {
      let nothing =
        story.claims.isEmpty
        ? Wording(english: "None was found.", french: "Aucune n’a été trouvée.")
        : Wording(english: "None is so sure.", french: "Aucune n’est aussi sûre.")
      return title + paragraph(nothing[language])
    }
    return title
      + shown.map { entry($0.index, of: story, reasons) }.joined(separator: "\n")
  }

  /// A claim, an index in the list of `story`, with what there is to say of it.
  func entry(_ index: Int, of story: Story, _ reasons: [Reasons] = []) -> String {
    let claim = story.claims[index]
    let label = "[\(index + 1)\(doubt(claim))] "
    let indent = String(repeating: " ", count: label.count)
    let mark = claim.certainty.mark.map { "\($0) " } ?? ""
    var says = "\(mark)\(claim.certainty.wording[language]), \(claim.manner.wording[language])"
    if !claim.chain.isEmpty {
      says +=
        (language == .french ? "\u{A0}: " : ": ")
        + claim.chain.map { story.sources[$0].name[language] }.joined(separator: " <- ")
    }
    var more: [String] = []
    if let cue = claim.cue {
      more.append(Wording(english: "cue: ", french: "indice\u{A0}: ")[language] + story.text.line(cue))
    }
    if let stage = claim.stage {
      more.append(Wording(english: "stage: ", french: "étape\u{A0}: ")[language] + stage.wording[language])
    }
    if !claim.terms.isEmpty {
      let terms = claim.terms.map { "\($0.kind.wording[language]) \(story.text.line($0.span))" }
      more.append(
        Wording(english: "terms: ", french: "conditions\u{A0}: ")[language] + terms.joined(separator: ", "))
    }
    if !claim.parties.isEmpty {
      let names = claim.parties.map { story.parties[$0].name[language] }.joined(separator: ", ")
      more.append(Wording(english: "about: ", french: "sujet\u{A0}: ")[language] + names)
    }
    if claim.confidence < 1 {
      let doubtful = claim.isDoubtful ? Wording(english: ", doubtful", french: ", douteuse")[language] : ""
      more.append(
        Wording(english: "confidence: ", french: "confiance\u{A0}: ")[language]
          + claim.confidence.percent(language) + doubtful)
    }
    if let byHand = words.byHand(claim.corrected.parts) { more.append(byHand) }
    let inner = HangingText(width: width, first: indent, others: indent)
    return HangingText(width: width, first: label, others: indent)(says) + inner(story.text.line(claim.span))
      + (more.isEmpty ? "" : inner("(" + more.joined(separator: "; ") + ")"))
      + remarks(story.remark(on: .claim(index)), indent: indent)
      + (reasons.indices.contains(index) ? why(reasons[index], claim, story, indent) : "")
  }

  /// What decided about a claim, under it.
  private func why(_ reasons: Reasons, _ claim: Claim, _ story: Story, _ indent: String) -> String {
    let lines = reasons.lines(for: claim, of: story, language)
    let column = (lines.map(\.label.count).max() ?? 0) + 2
    return lines.map { label, text in
      HangingText(
        width: width, first: indent + label + String(repeating: " ", count: column - label.count),
        others: indent + String(repeating: " ", count: column))(text)
    }.joined()
  }

  // MARK: - Who says so

  private func sources(_ story: Story) -> String {
    let title = heading(Wording(english: "Sources", french: "Sources")[language], level: 2)
    let shown = shown(story).map(\.claim)
    let own = shown.count { $0.chain.isEmpty }
    let article = Wording(english: "the article itself", french: "l’article lui-même")[language]
    let count = Wording(english: ": \(claims(own))", french: "\u{A0}: \(claims(own))")[language]
    return title + item(article + count) + relayed(shown.map(\.chain), of: story, depth: 0)
  }

  /// The sources that `chains` start with, each with those that it relays set in under it.
  private func relayed(_ chains: [[Int]], of story: Story, depth: Int) -> String {
    let groups = Dictionary(grouping: chains.filter { !$0.isEmpty }, by: { $0[0] })
    return groups.keys.sorted().map { index in
      let source = story.sources[index]
      let group = groups[index, default: []]
      let count = Wording(english: ": \(claims(group.count))", french: "\u{A0}: \(claims(group.count))")[language]
      let line = source.name[language] + " (" + source.kind.wording[language] + ")" + count
      return item((depth == 0 ? "" : "<- ") + line, depth: depth)
        + relayed(group.map { Array($0.dropFirst()) }, of: story, depth: depth + 1)
    }.joined()
  }

  // MARK: - Lines

  private func claims(_ count: Int) -> String {
    switch language {
    case .english: count == 1 ? "1 claim" : "\(count) claims"
    case .french: count < 2 ? "\(count) affirmation" : "\(count) affirmations"
    }
  }

  func heading(_ text: String, level: Int) -> String {
    let marks = String(repeating: "#", count: level) + " "
    let indent = String(repeating: " ", count: level + 1)
    return (level == 1 ? "" : "\n") + HangingText(width: width, first: marks, others: indent)(text) + "\n"
  }

  private func paragraph(_ text: String) -> String {
    HangingText(width: width)(text)
  }

  private func item(_ text: String, depth: Int = 0) -> String {
    let indent = String(repeating: "  ", count: depth)
    return HangingText(width: width, first: indent + "- ", others: indent + "  ")(text)
  }
}
