/// Words with a capital that stand before a name and are none of it: "Brewer Norvane & Vane", "l'Américain John Roe".
extension NameFinder {
  /// Where the name in `start..<end` begins, behind such words.
  func behindIntroduction(_ start: Int, _ end: Int, _ sentence: Sentence) -> Int {
    guard end - start > 1, tokens[start + 1].isWord, tokens[start + 1].isCapital,
      !tokens[start + 1].has(.designator)
    else { return start }
    if isVerb(start, sentence), tokens[start + 1].traits.isEmpty { return start + 1 }
    return lexicon.language == .english
      ? behindTrade(start, end, sentence) : behindFrenchIntroduction(start, end, sentence)
  }

  /// Whether a verb opens a clause at token `i`: "Adds Norvane", "Sortent Norvane et Belcor".
  private func isVerb(_ i: Int, _ sentence: Sentence) -> Bool {
    let token = tokens[i]
    // In English only its "s" tells a verb from a noun.
    if lexicon.language == .english, !token.shape.contains(.plural) { return false }
    return token.has(.finite) && opensClause(i, sentence) && !word(i).isCapitalised && token.info.name < 0
      && token.traits.isDisjoint(
        with: .participle | .modal | .be | .have | .month | .forename | .company | .establishment | .deal | .industry)
  }

  /// "Brewer Norvane & Vane", "the Kuwaiti Roe family".
  private func behindTrade(_ start: Int, _ end: Int, _ sentence: Sentence) -> Int {
    let token = tokens[start]
    if token.has(.nationality), token.info.name < 0, end - start > 2 {
      // A family is from where it lives, and no company's name.
      if tokens[end - 1].isFamily, !tokens[end - 1].isCapital { return start + 1 }
      if prose.isIn(.label, start + 1) { return start + 2 }
    }
    if prose.isIn(.label, start), token.shape.contains(.capitals) || opensClause(start, sentence) { return start + 1 }
    guard opensClause(start, sentence), !word(start).isCapitalised else { return start }
    // "Sponsor Belcor Equity": a noun for a company before a name of two words, as "Carrier Corp" has none.
    if token.traits.hasAny(.company | .fund | .seller | .buyer), token.traits.isDisjoint(with: NameFinder.firstWords),
      trailing(start..<end) - start > 2, !isNoName(tokens[start + 1])
    {
      return start + 1
    }
    return start
  }

  /// What the name of a company may begin with, though it is a noun for companies: "Bank Norvane".
  @inline(__always) private static var firstWords: Traits {
    Trait.industry | .designator | .establishment | .forename | .product
  }

  /// "l'Américain John Roe", "le groupe de BTP Norvane", "la holding d'État Norvane", "la LNH Jean Roe".
  private func behindFrenchIntroduction(_ start: Int, _ end: Int, _ sentence: Sentence) -> Int {
    let token = tokens[start]
    guard start > 0, token.info.name < 0 else { return start }
    let before = tokens[start - 1]
    let isDetermined = (before.has(.determiner) || before.has(.contracted)) && !token.shape.contains(.newLine)
    if token.has(.nationality), isDetermined, !token.has(.forename) { return start + 1 }
    if isDetermined, end - start > 2, isTownsman(start) { return start + 1 }
    if prose.isIn(.label, start), isDetermined || before.has(.of) { return start + 1 }
    if token.has(.government), before.has(.of), !tokens[start - 1].has(.contracted), start > 1,
      tokens[start - 2].traits.hasAny(.company | .fund), !tokens[start - 2].isCapital
    {
      return start + 1
    }
    if token.shape.contains(.capitals), token.end - token.start <= 5, token.traits.isEmpty, end - start > 2,
      tokens[start + 1].has(.forename), isDetermined || before.has(.of)
    {
      return start + 1
    }
    return start
  }

  /// Whether the word at token `i` ends as those for people of a town do, and is none that a lexicon has: "le Dakarois Sahel
  /// Images".
  private func isTownsman(_ i: Int) -> Bool {
    let word = prose.bytes(i)
    guard word.count > 6, !tokens[i].isKnown, tokens[i].traits.isEmpty, !tokens[i].shape.contains(.capitals) else {
      return false
    }
    func ends(_ ending: StaticString) -> Bool {
      word.suffix(ending.utf8CodeUnitCount).elementsEqual(
        UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
    }
    return ends("ois") || ends("ais") || ends("éen")
  }

  /// Whether the word in capitals at token `i` only says that a story is new: "EXCLUSIF Norvane vend".
  func isKicker(_ i: Int, _ sentence: Sentence) -> Bool {
    tokens[i].shape.contains(.capitals) && i == blocks[sentence.block].tokens.lowerBound && prose.isIn(.kicker, i)
  }

  /// "Indonesian-Singaporean": an adjective of two peoples.
  func isMixed(_ token: Token) -> Bool {
    guard lexicon.language == .english, token.end - token.start > 9, !token.isKnown else { return false }
    let spelling = text[Int(token.start)..<Int(token.end)]
    guard let hyphen = spelling.firstIndex(of: UInt8(ascii: "-")) else { return false }
    return [spelling.startIndex..<hyphen, hyphen + 1..<spelling.endIndex].allSatisfy {
      lexicon.info(text, $0)?.traits.has(.nationality) ?? false
    }
  }

  /// Whether "d'Armor" stands in one word at token `i` of an English text, behind a capital: "Pinturas d'Alella".
  func isElidedName(_ i: Int) -> Bool {
    guard lexicon.language == .english, i > 0, tokens[i - 1].isWord, tokens[i - 1].isCapital else { return false }
    let token = tokens[i]
    guard token.end - token.start > 4, text[Int(token.start)] == UInt8(ascii: "d") else { return false }
    // The apostrophe may be curved, of three bytes.
    let second = text[Int(token.start) + 1]
    guard second == UInt8(ascii: "'") || second == 0xE2 else { return false }
    let letter = text[Int(token.start) + (second == 0xE2 ? 4 : 2)]
    return letter &- 0x41 < 26 || letter > 0x7f
  }

  /// Whether two people of one surname stand from token `start` on: "Ann and Bob Roe", "the brothers Ivo and Udo Roe".
  func isCouple(_ start: Int, _ sentence: Sentence) -> Bool {
    guard start + 3 < sentence.tokens.upperBound, isForenameOfTwo(start) else { return false }
    let second = tokens[start + 2]
    let surname = tokens[start + 3]
    guard surname.isWord, surname.isCapital, surname.info.name < 0,
      surname.traits.isDisjoint(with: .designator | .industry | .company | .fund | .title | .forename)
    else { return false }
    return isAmongKin(start)
      || tokens[start].has(.forename) && second.has(.forename) && latestBearer(of: hash(start)) == nil
  }

  /// Whether the name in `run` is that of two people.
  func isCouple(_ run: Range<Int>) -> Bool {
    run.count == 4 && isForenameOfTwo(run.lowerBound)
      && (tokens[run.lowerBound].has(.forename) || isAmongKin(run.lowerBound))
      && tokens[run.upperBound - 1].traits.isDisjoint(with: .designator | .industry | .company | .fund)
  }

  /// "Ann and Bob": one capital before "and", one or more behind.
  private func isForenameOfTwo(_ start: Int) -> Bool {
    // "Jan" is a month too.
    tokens[start + 1].has(.and)
      && [tokens[start], tokens[start + 2]].allSatisfy {
        $0.isWord && $0.isCapital && $0.info.name < 0
          && ($0.has(.forename) || $0.traits.isEmpty || $0.has(.month) && !$0.shape.contains(.dotted))
      }
  }

  /// Whether brothers, founders or a couple are named at token `i`: "founders, Ivo and Uma Roe".
  private func isAmongKin(_ i: Int) -> Bool {
    var noun = i - 1
    if noun > 0, tokens[noun].kind == .comma || tokens[noun].has(.be) { noun -= 1 }
    return noun >= 0 && prose.isIn(.kin, noun)
  }
}
