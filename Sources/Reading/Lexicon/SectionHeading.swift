import Stories

/// What the heading of a lexicon's section says of all entries below it.
struct SectionHeading {
  var kind: Kind
  private var info = WordInfo()
  private var cue: (frame: CueEntry.Frame, strength: Int)?
  /// The groups that the words are in.
  private(set) var groups: [WordGroup] = []

  enum Kind: String, CaseIterable {
    /// As they stand.
    case words
    /// With their plurals.
    case nouns
    /// With all their forms.
    case verbs
    /// January to December, any number of times.
    case months
  }

  /// Whether it says nothing but groups: the words mean what they mean without it.
  var isOnlyGroups: Bool {
    !groups.isEmpty && kind != .months && cue == nil && info.isEmpty && info.wordClass == nil
  }

  /// Reads "[KIND TRAIT… stage NAME cue FRAME STRENGTH group NAME]".
  init(_ section: LexiconFile.Section, of file: LexiconFile) throws(LexiconError) {
    guard let kind = Kind(rawValue: section.heading[0]) else {
      throw file.error(
        section.line, "a heading starts with words, nouns, verbs, months or family, not \"\(section.heading[0])\"")
    }
    self.kind = kind
    if kind == .months { info.traits = .time | .month }
    var words = section.heading.dropFirst()
    while let word = words.popFirst() {
      switch word {
      case "cue":
        guard let frame = words.popFirst().flatMap({ CueEntry.Frame(name: $0) }),
          let strength = words.popFirst().flatMap({ Int($0) }), (0...5).contains(strength)
        else {
          throw file.error(
            section.line, "after \"cue\" come a frame (say cla inf obj prp acc) and a strength from 0 to 5")
        }
        cue = (frame, strength)
      case "class":
        let name = words.popFirst() ?? ""
        guard let wordClass = WordClass(lexiconName: name) else {
          throw file.error(section.line, "\"\(name)\" is no class of function words")
        }
        info.wordClass = wordClass
      case "stage":
        let name = words.popFirst() ?? ""
        guard
          let stage = Stage.allCases.firstIndex(where: {
            $0.rawValue.split(separator: " ").joined(separator: "-") == name
          })
        else {
          throw file.error(section.line, "\"\(name)\" is no stage; write in-talks, under-review for those of two words")
        }
        info.stage = UInt8(stage + 1)
      case "group":
        let name = words.popFirst() ?? ""
        guard let group = WordGroup(rawValue: name) else {
          let names = WordGroup.allCases.map(\.rawValue).joined(separator: " ")
          throw file.error(section.line, "\"\(name)\" is no group; there are \(names)")
        }
        groups.append(group)
      default:
        guard let trait = Trait(rawValue: word) else {
          let names = Trait.allCases.map(\.rawValue).joined(separator: " ")
          throw file.error(section.line, "\"\(word)\" is no trait; there are \(names)")
        }
        info.traits.formUnion(Traits(trait))
      }
    }
  }

  /// What an entry in the form `form` says.
  func info(_ form: CueEntry.Form, takesPhrase: Bool = false, isReflexive: Bool = false) -> WordInfo {
    var info = info
    if let cue {
      info.cue = CueEntry(
        frame: cue.frame, strength: cue.strength, form: form, noun: kind == .nouns, phrase: takesPhrase,
        reflexive: isReflexive)
    }
    return info
  }
}
