import Stories

/// A first look at a cue: whether it may attribute anything at all, so that no candidates are made for the many that do not.
///
/// A logistic regression that was trained to foretell the choice; it weighs what stands right beside the cue.
struct Gate: Sendable {
  let weights: Weights
  let bundles: BundleSums
  /// The least sum of weights that lets a cue through.
  let least: Float

  /// The path below `Data` of the weights for `language`.
  static func path(_ language: Language) -> String { "model/\(language.rawValue)-gate.txt" }

  /// Whether the cue of `site`, which needs no noun phrases yet, is worth candidates.
  func opens(for site: CueSite, _ features: Features) -> Bool {
    bundles.withSum(of: weights) { empty in
      var sum = empty
      features.gate(site, into: &sum)
      return sum.sum >= least
    }
  }
}

extension Features {
  /// Writes the row of `site` for the gate.
  func gate<Sink: FeatureSink>(_ site: CueSite, into sink: inout Sink) {
    let i = site.token
    let cue = site.entry.kind
    let odds = site.entry.strength
    let form = site.entry.form.rawValue
    let prev = classAt(i - 1, site)
    let next = classAt(site.end, site)
    let group = Int(classAt(site.group - 1, site))
    sink.add(.gateCue, cue, Int(text.field.rawValue))
    sink.add(.gateBefore, Int(classAt(i - 2, site)), Int(prev))
    sink.add(.gateBetween, Int(prev), Int(next))
    sink.add(.gateBehind, Int(next), Int(classAt(site.end + 1, site)))
    sink.add(.gateCueBefore, cue, Int(prev))
    sink.add(.gateCueBehind, cue, Int(next))
    sink.add(.gateFormGroup, Int(form), group)
    sink.add(.gateGroupBehind, group, Int(next))
    let quotes =
      (text.number(of: .closers, in: site.stretch.lowerBound..<i) > 0 ? 1 : 0)
      | (text.number(of: .openers, in: i..<site.stretch.upperBound) > 0 ? 2 : 0)
    let that = (site.end..<min(site.end + 7, site.stretch.upperBound)).contains { text.classes[$0] == .that }
    sink.add(.gateQuotes, odds, quotes, that ? 1 : 0)
    sink.add(.gatePlace, min(6, (i - site.stretch.lowerBound) / 3), min(6, (site.stretch.upperBound - i) / 4))
    guard isLexical else { return }
    let stem = site.stem
    add(&sink, .gateStem, stem)
    add(&sink, .gateStemNext, stem, next)
    add(&sink, .gateStemPrev, stem, prev)
    add(&sink, .gateStemForm, stem, UInt8(form))
    if site.end < site.stretch.upperBound {
      add(&sink, .gateNextWord, WordFeature(word: site.end, text.prose))
    }
    if i > site.stretch.lowerBound { add(&sink, .gatePrevWord, WordFeature(word: i - 1, text.prose)) }
  }
}
