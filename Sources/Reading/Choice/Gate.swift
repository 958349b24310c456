import Stories

/// A first look at a cue: whether it may attribute anything at all, so that no candidates are made for the many that do not.
///
/// A logistic regression that was trained to foretell the choice; it weighs what stands right beside the cue.
struct Gate: Sendable {
  var weights: Weights
  /// The least sum of weights that lets a cue through.
  var least: Float

  /// The path below `Data` of the weights for `language`.
  static func path(_ language: Language) -> String { "model/\(language.rawValue)-gate.txt" }

  /// Whether the cue of `site`, which needs no noun phrases yet, is worth candidates.
  func opens(for site: CueSite, _ features: Features) -> Bool {
    weights.withSum { empty in
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
    let odds = UInt8(site.entry.strength)
    let frame = UInt8(site.entry.frame.rawValue)
    let form = UInt8(site.entry.form.rawValue)
    let prev = classAt(i - 1, site)
    let next = classAt(site.end, site)
    let group = classAt(site.group - 1, site)
    sink.add(Template.gateBias.key())
    sink.add(Template.gateOddsForm.key(odds, form))
    sink.add(Template.gateOddsFrameForm.key(odds, frame, form))
    sink.add(Template.gatePrev2Prev.key(classAt(i - 2, site), prev))
    sink.add(Template.gatePrevNext.key(prev, next))
    sink.add(Template.gateNextNext2.key(next, classAt(site.end + 1, site)))
    sink.add(Template.gateOddsFormPrev.key(odds, form, prev))
    sink.add(Template.gateOddsFormNext.key(odds, form, next))
    sink.add(Template.gateFrameFormNext.key(frame, form, next))
    sink.add(Template.gateFormGroup.key(form, group))
    sink.add(Template.gateGroupNext.key(group, next))
    sink.add(Template.gateFieldOddsForm.key(text.field.rawValue, odds, form))
    let quotes: UInt8 =
      (text.number(of: .closers, in: site.stretch.lowerBound..<i) > 0 ? 1 : 0)
      | (text.number(of: .openers, in: i..<site.stretch.upperBound) > 0 ? 2 : 0)
    sink.add(Template.gateQuotes.key(quotes))
    sink.add(Template.gateOddsQuotes.key(odds, quotes))
    let that: UInt8 =
      (site.end..<min(site.end + 7, site.stretch.upperBound)).contains { text.classes[$0] == .that } ? 1 : 0
    sink.add(Template.gateOddsThat.key(odds, that))
    sink.add(Template.gatePlace.key(UInt8(min(6, (i - site.stretch.lowerBound) / 3))))
    sink.add(Template.gateRest.key(UInt8(min(6, (site.stretch.upperBound - i) / 4))))
    guard isLexical else { return }
    let stem = site.stem
    add(&sink, .gateStem, stem)
    add(&sink, .gateStemNext, stem, next)
    add(&sink, .gateStemPrev, stem, prev)
    add(&sink, .gateStemForm, stem, form)
    if site.end < site.stretch.upperBound {
      add(&sink, .gateNextWord, WordFeature(word: site.end, text.prose))
    }
    if i > site.stretch.lowerBound { add(&sink, .gatePrevWord, WordFeature(word: i - 1, text.prose)) }
  }
}
