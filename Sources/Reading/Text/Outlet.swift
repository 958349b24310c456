import Stories

/// Tells which news medium published a page, where the page says so in a place that says nothing else.
enum Outlet {
  /// The medium that a dateline, a byline, the end mark or a kicker of its own names, in this order of trust.
  ///
  /// A medium that the text quotes, or whose picture it shows, has not published it.
  static func find(on page: Page, _ lexicon: Lexicon) -> Wording? {
    let kinds: [Layout.Kind] = [.dateline, .credit, .signoff, .kicker]
    for kind in kinds {
      for block in page.blocks where block.kind == kind {
        let tokens = page.tokens[block.tokens]
        if kind == .credit, !opensByline(tokens) { continue }
        guard let place = tokens.firstIndex(where: { isMedium($0, lexicon) }) else { continue }
        if kind == .kicker, tokens.count != Int(page.tokens[place].phraseLength) { continue }
        return lexicon.names[Int(page.tokens[place].info.name)].name
      }
    }
    return nil
  }

  private static func opensByline(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.first { $0.kind != .open }?.has(.byline) ?? false
  }

  private static func isMedium(_ token: Token, _ lexicon: Lexicon) -> Bool {
    guard token.info.name >= 0, !token.insidePhrase else { return false }
    switch lexicon.names[Int(token.info.name)].kind {
    case .agency, .newspaper, .broadcaster, .website: return true
    default: return false
    }
  }
}
