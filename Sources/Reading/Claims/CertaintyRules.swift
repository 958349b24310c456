import Stories

/// Tells how sure a clause is, from negation, modals, hedges, questions and mood of its main clause.
struct CertaintyRules {
  let prose: Prose

  /// What surrounds the clause.
  struct Setting {
    /// Somebody says it: then "would" is the future of the past, and a conditional may be the speaker's.
    var isAttributed = false
    /// The clause follows "que" behind a verb of saying: its conditional may be the future of the past.
    var isSubordinate = false
    /// The clause goes on with a counterfactual of the sentence before.
    var followsCounterfactual = false
    /// What the cue itself says: denies, asks, leaves open.
    var cue = Traits()
  }

  /// The certainty of the clause in `range`; `end` is the mark that ends its sentence, if it is a question mark.
  func certainty(_ range: Range<Int>, asks: Bool, _ setting: Setting) -> Claim.Certainty {
    if asks || setting.cue.has(.question) { return .asked }
    let main = mainClause(range)
    let marks = Marks(prose, main, whole: range)
    if isHypothetical(range, main, marks, setting) { return .hypothetical }
    if marks.reported || marks.conditional && !setting.isSubordinate && prose.language == .french { return .reported }
    if marks.uncertain || setting.cue.has(.uncertain) { return .uncertain }
    if marks.denied || setting.cue.has(.refuse) { return .denied }
    return .asserted
  }

  /// Whether the clause says what would be if: "if", a counterfactual, "en concluant … aurait".
  func isHypothetical(_ range: Range<Int>, _ setting: Setting) -> Bool {
    let main = mainClause(range)
    return isHypothetical(range, main, Marks(prose, main, whole: range), setting)
  }

  private func isHypothetical(_ range: Range<Int>, _ main: Range<Int>, _ marks: Marks, _ setting: Setting) -> Bool {
    if marks.condition { return true }
    if marks.counterfactual { return true }
    guard prose.language == .english ? marks.would && !setting.isAttributed : marks.conditional else { return false }
    if prose.language == .english { return true }
    // "En concluant ce deal, … aurait fait": the gerund gives the condition.
    if opensWithGerund(range) { return true }
    return setting.followsCounterfactual && !opensWithName(range)
  }

  /// Whether the clause begins "en" and a gerund.
  private func opensWithGerund(_ range: Range<Int>) -> Bool {
    guard range.count > 2, prose.tokens[range.lowerBound].has(.locative) else { return false }
    return prose.tokens[range.lowerBound + 1].has(.gerund)
  }

  private func opensWithName(_ range: Range<Int>) -> Bool {
    prose.tokens[range.lowerBound].info.name >= 0 || !prose.tokens[range.lowerBound].isKnown
  }

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
        // A relative clause within the subject: skip to its comma.
        if i > low, prose.tokens[i - 1].kind == .comma,
          let comma = (i..<range.upperBound).first(where: { prose.tokens[$0].kind == .comma })
        {
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

    init(_ prose: Prose, _ main: Range<Int>, whole: Range<Int>) {
      var finite = false
      var ne = false
      var i = main.lowerBound
      while i < main.upperBound {
        let token = prose.tokens[i]
        defer { i += 1 }
        if let quotation = prose.fullQuotation(at: i), quotation.close < main.upperBound,
          quotation.open > main.lowerBound
        {
          i = quotation.close
          continue
        }
        guard token.isWord else { continue }
        if token.has(.if), i == main.lowerBound || prose.tokens[i - 1].isPunctuation || finite { condition = true }
        if Marks.isCounterfactual(prose, i, main) { counterfactual = true }
        if token.has(.modal), token.has(.hypothetical) { would = true }
        if token.has(.conditional) { conditional = conditional || !token.has(.uncertain) }
        if token.has(.reported) { reported = true }
        if token.has(.uncertain), !Marks.isModifier(prose, i, main), !Marks.isRefusal(prose, i, main) {
          uncertain = true
        }
        if token.has(.ne) { ne = true }
        if token.has(.negation) {
          if prose.language == .english {
            denied = denied || !finite || i < main.lowerBound + 3 || Marks.followsVerb(prose, i, main)
          } else if ne || token.phraseLength > 1 || token.end - token.start > 4 {
            denied = true
          }
        }
        // "refuse de céder", "declined to sell": the verb says no to what follows.
        if token.has(.refuse), prose.isFinite(i) || token.has(.participle), i + 1 < main.upperBound {
          let next = prose.tokens[i + Int(token.phraseLength) < main.upperBound ? i + Int(token.phraseLength) : i]
          let infinitive = i + 2 < main.upperBound && prose.tokens[i + 2].has(.infinitive)
          if next.has(.to) && prose.language == .english || next.has(.of) && infinitive { denied = true }
        }
        if prose.isFinite(i) { finite = true }
      }
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
      guard i + 1 < main.upperBound, let could = prose.could, prose.tokens[i].word == could else { return false }
      return prose.tokens[i + 1].has(.negation)
    }

    /// "a possible sale", "potential bidders": the noun is open, not the clause.
    private static func isModifier(_ prose: Prose, _ i: Int, _ main: Range<Int>) -> Bool {
      guard i > main.lowerBound, prose.tokens[i].phraseLength == 1 else { return false }
      return prose.tokens[i - 1].traits.hasAny(.determiner | .possessive | .indefinite | .preposition)
        && !prose.tokens[i].has(.modal)
        && !prose.tokens[i].has(.finite)
    }

    /// "has not", "said no", "is not": the negation belongs to the first verb group.
    private static func followsVerb(_ prose: Prose, _ i: Int, _ main: Range<Int>) -> Bool {
      var j = i - 1
      while j >= main.lowerBound, i - j <= 3 {
        if prose.isFinite(j) { return true }
        j -= 1
      }
      return false
    }
  }
}
