import Reading

/// Counts how the words of annotated text attribute, and writes the lexicon of cues that follows from it.
///
/// Strengths and frames are by stem, habits by form, all by the shares that the experiment behind the method set.
struct CueCounter {
  private struct Stem {
    var uses = 0
    var cues = 0
    var frames: [CueUse.Frame: Int] = [:]
    var forms: Set<String> = []
  }

  private struct Form {
    var uses = 0
    var cues = 0
    var rights: [Int] = []
  }

  private var stems: [String: Stem] = [:]
  private var forms: [String: Form] = [:]

  mutating func add(_ use: CueUse) {
    var stem = stems[use.stem] ?? Stem()
    var form = forms[use.word] ?? Form()
    stem.uses += 1
    stem.forms.insert(use.word)
    form.uses += 1
    if let frame = use.frame {
      stem.cues += 1
      stem.frames[frame, default: 0] += 1
      form.cues += 1
      if use.contentRight > 0 { form.rights.append(use.contentRight) }
    }
    stems[use.stem] = stem
    forms[use.word] = form
  }

  /// The lines of the lexicon, by word.
  var lines: [String] {
    var lines: [String] = []
    for (_, stem) in stems where stem.cues >= 2 || stem.cues > 0 && Double(stem.cues) / Double(stem.uses) > 0.04 {
      let share = Double(stem.cues) / Double(stem.uses + 3)
      let strength = [0.06, 0.15, 0.30, 0.45, 0.65].count { share >= $0 }
      for word in stem.forms where word.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "'" }) {
        lines.append(CueLine.line(word, strength: strength, frame: frame(stem), habits: habits(word)))
      }
    }
    return lines.sorted()
  }

  private func frame(_ stem: Stem) -> String {
    let total = Double(stem.frames.values.reduce(0, +) + 1)
    func share(_ frames: CueUse.Frame...) -> Double {
      Double(frames.reduce(0) { $0 + (stem.frames[$1] ?? 0) }) / total
    }
    if share(.left, .quotation) >= 0.30 { return "say" }
    if share(.infinitive) >= 0.35 { return "inf" }
    if share(.preposition) >= 0.40 { return "prp" }
    if share(.near) >= 0.40 { return "obj" }
    return total >= 4 ? "cla" : "unk"
  }

  private func habits(_ word: String) -> String {
    guard let form = forms[word], form.uses > 0 else { return "" }
    let share = Double(form.cues) / Double(form.uses)
    var habits = ""
    if form.cues >= 3, share > 0.30 { habits += "v" }
    if form.cues >= 3, share > 0.35 { habits += "q" }
    if form.cues >= 2, share > 0.25 { habits += "l" }
    let rights = form.rights.sorted()
    if !rights.isEmpty, Double(rights[rights.count / 2]) > 5.5 { habits += "c" }
    return habits
  }
}
