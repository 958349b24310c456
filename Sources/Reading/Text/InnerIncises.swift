import Stories

/// Finds the clauses that say whose a quotation is and stand between its marks, as French newspapers have them.
///
/// « Le prix est trop bas, estime Ann Roe. Nous attendons. » is two quotations with such a clause between them.
struct InnerIncises {
  let tokens: UnsafeBufferPointer<Token>
  let lexicon: Lexicon

  /// An incise is seldom longer, in tokens.
  private static let longest = 40

  /// The quotation without the incises in it: its parts, each between the marks or commas and stops beside it.
  func parts(of quotation: Quotation) -> [Quotation] {
    guard quotation.isFull else { return [quotation] }
    var parts: [Quotation] = []
    var open = quotation.open
    var i = open + 2
    while i < quotation.close {
      guard let end = incise(behind: i, quotation.close) else {
        i += 1
        continue
      }
      if let part = part(from: open, to: i) { parts.append(part) }
      open = end
      i = end + 2
    }
    guard !parts.isEmpty else { return [quotation] }
    let rest = Quotation(open: open, close: quotation.close, isClosed: quotation.isClosed, isPart: true)
    if !rest.content.isEmpty { parts.append(rest) }
    return parts
  }

  /// What stands before the incise that the mark at token `mark` opens.
  private func part(from open: Int, to mark: Int) -> Quotation? {
    // A question mark is the speaker's, a comma is not.
    let isComma = tokens[mark].kind == .comma
    guard mark > open + 1 || !isComma else { return nil }
    return Quotation(open: open, close: mark, isClosed: isComma, isPart: true)
  }

  /// Where the incise ends that the mark at token `mark` opens: at its stop or comma, before token `close`.
  private func incise(behind mark: Int, _ close: Int) -> Int? {
    guard tokens[mark].kind == .comma || tokens[mark].kind == .stop && tokens[mark].shape.isDisjoint(with: .dotted),
      let (behind, hasPronoun) = verb(mark + 1, close)
    else { return nil }
    if tokens[mark].kind == .stop, tokens[mark + 1].isCapital { return nil }
    let limit = min(close, behind + InnerIncises.longest)
    if hasPronoun { return (behind..<limit).first { isEnd($0) } }
    guard behind < limit, opensSubject(behind) else { return nil }
    var i = behind + 1
    while i < limit {
      if tokens[i].kind == .stop || tokens[i].kind == .semicolon { return i }
      if tokens[i].kind == .comma, !isApposed(behind: i, limit) { return i }
      // "…, explique Ann Roe" has no other verb.
      if isVerb(i), !isRelative(i, behind) { return nil }
      i += 1
    }
    return nil
  }

  /// Where the verb of speech ends that an incise begins with at token `start`, and whether its subject hangs on it: "estime",
  /// "a-t-il ajouté", "s'agace-t-elle".
  private func verb(_ start: Int, _ close: Int) -> (end: Int, hasPronoun: Bool)? {
    var i = start
    while i < min(start + 2, close), lexicon.groups.has(.clitic, tokens[i].word), !tokens[i].isCapital { i += 1 }
    guard i < close, tokens[i].isWord, !tokens[i].isCapital else { return nil }
    var hasPronoun = false
    // "s'est emportée"
    if tokens[i].has(.have) || tokens[i].has(.be) && i > start {
      i += 1
      if i < close, isHung(i) {
        hasPronoun = true
        i += 1
      }
      while i < close, tokens[i].has(.adverb) { i += 1 }
      guard i < close, tokens[i].has(.participle) else { return nil }
    } else {
      guard tokens[i].has(.finite) else { return nil }
    }
    // "énumère Ann Roe": before a name any verb says.
    let isNamed =
      i + 1 < close && tokens[i + 1].isWord && tokens[i + 1].isCapital
      && tokens[i].traits.isDisjoint(with: .be | .modal)
    guard isNamed || tokens[i].info.cue.isCue && !tokens[i].info.cue.isNoun && tokens[i].info.cue.frame != .inf else {
      return nil
    }
    let end = i + Int(tokens[i].phraseLength)
    guard end <= close else { return nil }
    if end < close, isHung(end) { return (end + 1, true) }
    return (end, hasPronoun)
  }

  private func isHung(_ i: Int) -> Bool {
    tokens[i].isWord && !tokens[i].shape.contains(.spaced) && tokens[i - 1].isWord
      && tokens[i].traits.hasAny(.he | .they | .we | .one | .it)
  }

  private func isEnd(_ i: Int) -> Bool {
    tokens[i].kind == .stop || tokens[i].kind == .comma || tokens[i].kind == .semicolon || tokens[i].kind == .colon
  }

  private func opensSubject(_ i: Int) -> Bool {
    tokens[i].isWord
      && (tokens[i].isCapital || tokens[i].traits.hasAny(.determiner | .possessive | .indefinite | .anonymous)
        || tokens[i].kind == .number)
  }

  private func isVerb(_ i: Int) -> Bool {
    tokens[i].isWord && !tokens[i].isCapital
      && (tokens[i].traits.hasAny(.have | .be | .modal)
        || tokens[i].has(.finite)
          && tokens[i].traits.isDisjoint(with: .participle | .determiner | .title | .of | .deal))
  }

  /// Whether the verb at token `i` is that of a relative clause: "explique Ann Roe, qui dirige Acme".
  private func isRelative(_ i: Int, _ low: Int) -> Bool {
    (max(low, i - 4)..<i).contains { tokens[$0].has(.relative) }
  }

  /// Whether what follows the comma at token `comma` says who has been named, and no more: ", la patronne d'Acme".
  private func isApposed(behind comma: Int, _ limit: Int) -> Bool {
    guard comma + 1 < limit, tokens[comma + 1].isWord, tokens[comma + 1].traits.isDisjoint(with: .and | .but) else {
      return false
    }
    for i in comma + 1..<limit {
      if tokens[i].kind == .stop || tokens[i].kind == .comma { return true }
      if tokens[i].traits.hasAny(.he | .ne | .negation) || isVerb(i) && !isRelative(i, comma) { return false }
    }
    return false
  }
}
