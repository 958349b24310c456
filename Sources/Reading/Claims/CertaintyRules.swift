import Stories

/// Tells how sure a clause is, from negation, modals, hedges, questions and mood of its main clause.
struct CertaintyRules {
  let prose: Prose

  /// What surrounds the clause.
  struct Setting {
    /// Somebody says it: then "would" is the future of the past, and a conditional may be the speaker's.
    var isAttributed = false
    /// Its words are quoted.
    var isDirect = false
    /// The clause goes on with a counterfactual of the sentence before.
    var followsCounterfactual = false
    /// The words that attribute it.
    var cue: Range<Int>?
  }

  /// The certainty of the clause in `range`; `asks` says whether its first sentence ends in a question mark.
  func certainty(_ range: Range<Int>, asks: Bool, _ setting: Setting) -> Claim.Certainty {
    let cue = cueTraits(setting.cue)
    if asks || cue.has(.question) || isTurnThatAsks(range, setting) { return .asked }
    let isRefused = setting.cue.map { isRefusal($0, cue) } ?? false
    // "wanted to know whether", "se demande si": the cue leaves it to somebody to answer.
    if !isRefused, let cue = setting.cue, prose.language == .french, cue.upperBound == range.lowerBound,
      prose.tokens[cue.lowerBound].isWord, prose.tokens[range.lowerBound].has(.if)
    {
      return .asked
    }
    // "n'exclut pas", "does not rule out": neither yes nor no.
    if let words = setting.cue, isRefused, cue.has(.exclusion), isNegated(words) { return .uncertain }
    let main = mainClause(range)
    let marks = Marks(prose, main, isAttributed: setting.isAttributed)
    let isSubordinate = setting.isDirect || followsThat(range)
    if isHypothetical(range, marks, setting, isSubordinate) { return .hypothetical }
    if isRefused { return .denied }
    if marks.reported || followsHearsay(range) || marks.conditional && !isSubordinate && prose.language == .french {
      return .reported
    }
    if marks.uncertain || cue.has(.uncertain) { return .uncertain }
    if marks.denied, leavesOpen(main) { return .uncertain }
    return marks.denied ? .denied : .asserted
  }

  /// "did not rule out", "n'exclut pas": two noes are no no.
  private func leavesOpen(_ clause: Range<Int>) -> Bool {
    clause.contains {
      guard prose.tokens[$0].has(.exclusion), !prose.tokens[$0].insidePhrase else { return false }
      let around = max(clause.lowerBound, $0 - 3)..<min(clause.upperBound, $0 + 3)
      return around.contains { prose.tokens[$0].has(.negation) }
    }
  }

  // MARK: The cue

  private func cueTraits(_ cue: Range<Int>?) -> Traits {
    var traits = Traits()
    for i in cue ?? 0..<0 where !prose.tokens[i].isPunctuation { traits.formUnion(prose.tokens[i].traits) }
    return traits
  }

  /// Whether the cue says no to what follows: "denied", "would not say", "n'a pas voulu".
  private func isRefusal(_ cue: Range<Int>, _ traits: Traits) -> Bool { traits.has(.refuse) || isNegated(cue) }

  private func isNegated(_ cue: Range<Int>) -> Bool {
    cue.contains {
      let token = prose.tokens[$0]
      return prose.language == .english ? token.has(.negation) : token.has(.ne) && !token.isPunctuation
    }
  }

  /// Whether a turn in an interview ends with a question, whatever it begins with.
  private func isTurnThatAsks(_ range: Range<Int>, _ setting: Setting) -> Bool {
    guard let cue = setting.cue, setting.isDirect, cue.count == 1, prose.tokens[cue.lowerBound].kind == .colon else {
      return false
    }
    return prose.isQuestionMark(range.upperBound - 1) || prose.isQuestionMark(range.upperBound)
  }

  /// Whether "que" opens the clause: then its conditional is the future of the past.
  private func followsThat(_ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && prose.tokens[range.lowerBound - 1].has(.that)
  }

  /// "Selon nos informations, …": the words that make it hearsay stand before the clause.
  private func followsHearsay(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound - 1
    guard i > 0, prose.tokens[i].kind == .comma else { return false }
    while i > 0, range.lowerBound - i < 8, prose.tokens[i - 1].isWord {
      i -= 1
      if prose.tokens[i].has(.reported), !prose.tokens[i].insidePhrase { return true }
    }
    return false
  }

  // MARK: What would be

  /// Whether the clause says what would be if: "if", a counterfactual, "en concluant … aurait", "sans cela … aurait".
  private func isHypothetical(_ range: Range<Int>, _ marks: Marks, _ setting: Setting, _ isSubordinate: Bool) -> Bool {
    if marks.condition || marks.counterfactual { return true }
    if prose.language == .english {
      return marks.would && (!setting.isAttributed || opensWithCondition(range))
    }
    guard marks.conditional else { return false }
    if opensWithGerund(range) || opensWithCondition(range) || marks.supposes { return true }
    return setting.followsCounterfactual && !opensWithName(range) && !prose.tokens[range.lowerBound].has(.indefinite)
  }

  /// Whether the clause begins "en" and a gerund, "en se décidant".
  private func opensWithGerund(_ range: Range<Int>) -> Bool {
    guard range.count > 3, prose.tokens[range.lowerBound].has(.locative) else { return false }
    return prose.tokens[range.lowerBound + 1].has(.gerund)
      || prose.tokens[range.lowerBound + 1].has(.adverb) && prose.tokens[range.lowerBound + 2].has(.gerund)
  }

  /// Whether the clause begins with what would have to be or to lack: "without the loan", "à 95 euros".
  private func opensWithCondition(_ range: Range<Int>) -> Bool {
    let first = prose.tokens[range.lowerBound]
    if first.has(.lacking) { return true }
    return prose.language == .french && first.has(.to) && range.count > 2
      && prose.tokens[range.lowerBound + 1].kind == .number
  }

  private func opensWithName(_ range: Range<Int>) -> Bool {
    prose.tokens[range.lowerBound].info.name >= 0 || !prose.tokens[range.lowerBound].isKnown
  }

  // MARK: The main clause

  /// The main clause: without what a complementiser, relative or subordinator opens behind the first finite verb.
  private func mainClause(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    // "Although it …, Acme will": the main clause comes behind the comma.
    if prose.tokens[low].has(.subordinator), !prose.tokens[low].has(.if),
      prose.tokens[low].traits.isDisjoint(with: Traits(.adverb)),
      let comma = range.first(where: { prose.tokens[$0].kind == .comma }), comma + 1 < range.upperBound
    {
      low = comma + 1
    }
    var verb = false
    var i = low
    while i < range.upperBound {
      let token = prose.tokens[i]
      // Most words open and end nothing.
      if token.isWord, token.traits.isDisjoint(with: .that | .relative | .question | .subordinator) {
        if prose.isFinite(i) { verb = true }
        i += 1
        continue
      }
      if verb {
        if token.has(.that) || token.has(.relative) || token.has(.question) && prose.language == .english {
          return low..<i
        }
        if token.has(.subordinator), token.traits.isDisjoint(with: .preposition | .adverb), !token.has(.if) {
          return low..<i
        }
        if token.kind == .stop, token.end > token.start, i + 1 < range.upperBound, prose.tokens[i + 1].isCapital {
          return low..<i
        }
        if token.kind == .semicolon { return low..<i }
      } else if i > low, token.has(.relative), prose.language == .english || token.traits.isDisjoint(with: Traits(.he))
      {
        // A relative clause within the subject: skip to its comma, and "the takeover, which would …" ends before it.
        if i > low + 1, prose.tokens[i - 1].kind == .comma {
          guard let comma = (i..<range.upperBound).first(where: { prose.tokens[$0].kind == .comma }) else {
            return low..<i - 1
          }
          i = comma
        }
      }
      if prose.isFinite(i) { verb = true }
      i += 1
    }
    return low..<range.upperBound
  }

  /// What the words of a main clause tell.
  private struct Marks {
    var condition = false
    var counterfactual = false
    var would = false
    var conditional = false
    var reported = false
    var uncertain = false
    var denied = false
    /// "une telle offre": only supposed.
    var supposes = false

    /// Reads the main clause `main`; what stands in quotations within it is the speaker's if somebody says it.
    init(_ prose: Prose, _ main: Range<Int>, isAttributed: Bool) {
      /// The first finite verb, to which a negation belongs.
      var finite: Int?
      /// "ne" before it.
      var ne = false
      /// A second clause has begun: "… is fair, and it is not dear".
      var isOver = false
      /// Relative clauses of the subject whose verb has not come yet.
      var relatives = 0
      var isUntrue = false
      var i = main.lowerBound
      while i < main.upperBound {
        let token = prose.tokens[i]
        defer { i += 1 }
        if !isAttributed, let quotation = prose.fullQuotation(at: i), quotation.close < main.upperBound,
          quotation.open > main.lowerBound
        {
          i = quotation.close
          continue
        }
        // Most words tell nothing of it, and most finite verbs only that they are that.
        guard token.isWord else { continue }
        if token.traits.isDisjoint(with: Marks.telling) {
          if prose.isFinite(i) { noteFinite(prose, i, &finite, &relatives, &isOver) }
          continue
        }
        if token.has(.if), i == main.lowerBound || prose.tokens[i - 1].isPunctuation || finite != nil {
          condition = true
        }
        if Marks.isCounterfactual(prose, i, main) { counterfactual = true }
        if token.has(.modal), token.has(.hypothetical) { would = true }
        if token.has(.conditional) { conditional = conditional || !token.has(.uncertain) }
        if token.has(.reported) { reported = true }
        if token.has(.such), finite == nil { supposes = true }
        if token.has(.uncertain), !Marks.isModifier(prose, i, main), !Marks.isRefusal(prose, i, main),
          !Marks.isAdjective(prose, i, main)
        {
          uncertain = true
        }
        if token.has(.untrue) { isUntrue = true }
        if !isOver { deny(prose, i, main, finite, &ne) }
        // "refuse de céder", "declined to sell": the verb says no to what follows.
        if token.has(.refuse), prose.isFinite(i) || token.has(.participle), i + 1 < main.upperBound {
          let next = prose.tokens[i + Int(token.phraseLength) < main.upperBound ? i + Int(token.phraseLength) : i]
          let infinitive = i + 2 < main.upperBound && prose.tokens[i + 2].has(.infinitive)
          if next.has(.to) && prose.language == .english || next.has(.of) && infinitive { denied = true }
        }
        // "the unit that it bought is not for sale": the verb of the subject's own clause is not the main one.
        if finite == nil, i > main.lowerBound, token.traits.hasAny(.that | .relative), prose.tokens[i - 1].isWord,
          !prose.isFinite(i - 1), token.traits.isDisjoint(with: .determiner | .he)
        {
          relatives += 1
        }
        if prose.isFinite(i) { noteFinite(prose, i, &finite, &relatives, &isOver) }
        // "is fair but no bargain"; not "has also not been".
        if finite != nil, token.traits.hasAny(.but | .and), token.info.name < 0, i > main.lowerBound + 1,
          token.has(.and) || !prose.tokens[i - 1].traits.hasAny(.be | .have | .modal | .negation | .ne | .adverb)
        {
          isOver = true
        }
      }
      // "des « spéculations sans fondement »": no clause, but a no.
      if finite == nil, isUntrue { denied = true }
    }

    /// Looks whether the finite verb at `i` is that of a relative clause of the subject, the first one, or the first of another
    /// clause.
    @inline(__always)
    private func noteFinite(
      _ prose: Prose, _ i: Int, _ finite: inout Int?, _ relatives: inout Int, _ isOver: inout Bool
    ) {
      if relatives > 0 {
        relatives -= 1
      } else if let first = finite {
        if !Marks.isGroup(prose, first..<i) { isOver = true }
      } else {
        finite = i
      }
    }

    /// What a word has that tells anything here, if it is no finite verb.
    @inline(__always) private static var telling: Traits {
      Trait.if | .modal | .conditional | .reported | .such | .uncertain | .untrue | .negation | .ne | .nobody | .refuse
        | .that | .relative | .but | .and
    }

    /// Looks whether the word at `i` says no to the first verb, `finite`.
    private mutating func deny(_ prose: Prose, _ i: Int, _ main: Range<Int>, _ finite: Int?, _ ne: inout Bool) {
      let token = prose.tokens[i]
      if token.has(.untrue), let finite, prose.tokens[finite].has(.be), i - finite <= 3 { denied = true }
      if prose.language == .english {
        guard token.has(.negation), !Marks.isNotOnly(prose, i, main) else { return }
        // "no decision has been taken", "has not been", "has no plans".
        if finite == nil || Marks.isGroup(prose, finite!..<i) { denied = true }
        return
      }
      if token.has(.ne), finite == nil || i - finite! <= 1 { ne = true }
      if token.has(.negation) || token.has(.nobody) {
        let opens = i <= main.lowerBound + 1 && finite == nil && token.has(.negation) && token.end - token.start > 2
        if ne || opens { denied = true }
        // "Rien n'est signé", "Personne ne leur a": the "ne" comes behind.
        if finite == nil, (i + 1..<min(i + 3, main.upperBound)).contains(where: { prose.tokens[$0].has(.ne) }) {
          denied = true
        }
      }
    }

    /// "not only": no denial.
    private static func isNotOnly(_ prose: Prose, _ i: Int, _ main: Range<Int>) -> Bool {
      guard i + 1 < main.upperBound else { return false }
      return prose.tokens[i + 1].has(.merely)
    }

    /// Whether `range` is one verb group with what may stand between its verbs: "has, until now, not been".
    private static func isGroup(_ prose: Prose, _ range: Range<Int>) -> Bool {
      range.count <= 5
        && range.dropFirst().allSatisfy {
          prose.tokens[$0].isWord
            && prose.tokens[$0].traits.hasAny(
              .be | .have | .modal | .adverb | .negation | .ne | .preposition | .participle | .he | .it | .they | .we
                | .determiner | .infinitive)
        }
    }

    /// "the expected price", "la table": a noun, or a participle beside its noun.
    private static func isAdjective(_ prose: Prose, _ i: Int, _ main: Range<Int>) -> Bool {
      let token = prose.tokens[i]
      guard token.phraseLength == 1, prose.language == .french else { return false }
      // "la table": a noun that is spelled like a verb.
      if token.has(.finite), token.traits.isDisjoint(with: .modal | .conditional), i > 0,
        prose.tokens[i - 1].has(.determiner)
      {
        return i < 2 || !prose.tokens[i - 2].traits.hasAny(.he | .they | .one | .relative | .ne | .we)
      }
      guard token.has(.participle) else { return false }
      return !(main.lowerBound..<i).suffix(4).contains { prose.tokens[$0].traits.hasAny(.be | .have) }
    }

    /// "would have been sold": what did not come about.
    private static func isCounterfactual(_ prose: Prose, _ i: Int, _ main: Range<Int>) -> Bool {
      guard prose.language == .english, prose.tokens[i].has(.modal),
        prose.tokens[i].traits.hasAny(.hypothetical | .uncertain)
      else { return false }
      guard let have = (i + 1..<min(i + 4, main.upperBound)).first(where: { prose.tokens[$0].has(.have) }) else {
        return false
      }
      return (have + 1..<max(have + 1, min(have + 4, main.upperBound))).contains {
        prose.tokens[$0].has(.participle) || prose.tokens[$0].has(.be)
      }
    }

    /// "could not be reached": a plain no, where "may not" leaves it open.
    private static func isRefusal(_ prose: Prose, _ i: Int, _ main: Range<Int>) -> Bool {
      guard i + 1 < main.upperBound, prose.isIn(.could, i) else { return false }
      return prose.tokens[i + 1].has(.negation)
    }

    /// "a possible sale", "potential bidders": the noun is open, not the clause.
    private static func isModifier(_ prose: Prose, _ i: Int, _ main: Range<Int>) -> Bool {
      guard i > main.lowerBound, prose.tokens[i].phraseLength == 1 else { return false }
      return prose.tokens[i - 1].traits.hasAny(.determiner | .possessive | .indefinite | .preposition)
        && !prose.tokens[i].has(.modal)
        && !prose.tokens[i].has(.finite)
    }
  }
}
