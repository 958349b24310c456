/// The forms of French verbs and nouns, made from the infinitive or singular.
///
/// Only the forms that news has: the third persons and "nous". Regular verbs follow their ending; the others follow a
/// family that a lexicon lists ("tenir" and all that end so).
struct FrenchForms {
  /// An ending that takes the place of the infinitive's.
  struct Ending {
    var bytes: [UInt8]
    var traits: Traits
    var form: CueEntry.Form

    init(_ bytes: [UInt8], _ traits: Traits, _ form: CueEntry.Form = .ed) {
      self.bytes = bytes
      self.traits = traits
      self.form = form
    }

    /// The endings of a participle in all genders and numbers.
    static func participle(_ masculine: [UInt8]) -> [Ending] {
      let plural = masculine.last == UInt8(ascii: "s") ? [] : [[UInt8]("s")]
      return ([[], [UInt8]("e"), [UInt8]("es")] + plural).map { Ending(masculine + $0, Traits(.participle)) }
    }
  }

  /// Verbs that end alike and are inflected alike.
  struct Family {
    var ending: [UInt8]
    var endings: [Ending] = []
  }

  /// The families, those with the longest ending first.
  private(set) var families: [Family] = []

  /// Adds `endings` to the family of `ending`.
  mutating func add(_ endings: [Ending], to ending: [UInt8]) {
    if let known = families.firstIndex(where: { $0.ending == ending }) {
      families[known].endings += endings
    } else {
      let place = families.firstIndex { $0.ending.count < ending.count } ?? families.count
      families.insert(Family(ending: ending, endings: endings), at: place)
    }
  }

  /// Endings that stems are inflected with.
  enum EndingSet: Hashable {
    case family(Int)
    case ir, re
    /// Of -er verbs: behind the plain stem, behind that with a soft g or c, behind that with an open or double vowel, and
    /// behind what the future is made of.
    case plain, soft, weak, future
    /// The infinitive: nothing behind the whole word.
    case infinitive
  }

  /// The endings of `set`.
  func endings(_ set: EndingSet) -> [Ending] {
    switch set {
    case .family(let index): families[index].endings
    case .ir: FrenchForms.irEndings
    case .re: FrenchForms.reEndings
    case .plain: FrenchForms.plainEndings
    case .soft: FrenchForms.softEndings
    case .weak: FrenchForms.weakEndings
    case .future: FrenchForms.futureEndings
    case .infinitive: FrenchForms.infinitiveEndings
    }
  }

  /// The stems of the verb `lemma`, each with its endings; empty if it ends like no verb.
  func stems(_ lemma: [UInt8]) -> [(stem: [UInt8], set: EndingSet)] {
    var stems: [(stem: [UInt8], set: EndingSet)]
    if let family = families.firstIndex(where: { lemma.ends($0.ending) }) {
      stems = [(lemma.dropLast(families[family].ending.count), .family(family))]
    } else if lemma.ends([UInt8]("er")) {
      stems = FrenchForms.er(lemma.dropLast(2))
    } else if lemma.ends([UInt8]("ir")) {
      stems = [(lemma.dropLast(2), .ir)]
    } else if lemma.ends([UInt8]("re")) {
      stems = [(lemma.dropLast(2), .re)]
    } else {
      return []
    }
    stems.append((lemma, .infinitive))
    return stems
  }

  /// Writes all forms of the verb `lemma`; false if it ends like no verb.
  func verb(_ lemma: [UInt8], _ writer: inout FormWriter) -> Bool {
    let stems = stems(lemma)
    for (stem, set) in stems {
      for ending in endings(set) { writer.write(stem, ending: ending.bytes, ending.traits, ending.form) }
    }
    return !stems.isEmpty
  }

  /// Writes the singular and plural of the noun `lemma`.
  static func noun(_ lemma: [UInt8], _ writer: inout FormWriter) {
    writer.write(lemma, [], .base)
    guard let last = lemma.last, ![UInt8]("sxz").contains(last) else { return }
    if lemma.ends([UInt8]("al")) {
      writer.write(lemma.dropLast(), ending: [UInt8]("ux"), [], .base)
    } else {
      let takesX = lemma.ends([UInt8]("au")) || lemma.ends([UInt8]("eu"))
      writer.write(lemma, ending: takesX ? [UInt8]("x") : [UInt8]("s"), [], .base)
    }
  }

  // MARK: Regular verbs

  private static func finite(_ words: StaticString...) -> [Ending] {
    words.map { Ending([UInt8]($0), Traits(.finite)) }
  }
  private static func conditional(_ words: StaticString...) -> [Ending] {
    words.map { Ending([UInt8]($0), .finite | .conditional) }
  }
  private static func gerund(_ word: StaticString) -> [Ending] { [Ending([UInt8](word), Traits(.gerund), .ing)] }

  private static let irEndings: [Ending] =
    finite("it", "issons", "issent", "issait", "issaient", "irent", "isse", "ira", "iront")
    + conditional("irait", "iraient")
    + Ending.participle([UInt8]("i")) + gerund("issant")
  private static let reEndings: [Ending] =
    finite("", "ons", "ent", "ait", "aient", "it", "irent", "ra", "ront") + conditional("rait", "raient")
    + Ending.participle([UInt8]("u")) + gerund("ant")
  private static let plainEndings: [Ending] = finite("èrent") + Ending.participle([UInt8]("é"))
  private static let softEndings: [Ending] = finite("ons", "ait", "aient", "a") + gerund("ant")
  private static let weakEndings: [Ending] = finite("e", "ent")
  private static let futureEndings: [Ending] = finite("era", "eront") + conditional("erait", "eraient")

  private static let infinitiveEndings: [Ending] = [Ending([], Traits(.infinitive), .base)]

  private static func er(_ stem: [UInt8]) -> [(stem: [UInt8], set: EndingSet)] {
    // Before a and o: "rangea", "annonça".
    let last = stem.last ?? 0
    let soft =
      last == UInt8(ascii: "g")
      ? stem + [UInt8]("e") : last == UInt8(ascii: "c") ? stem.dropLast() + [UInt8]("ç") : stem
    var stems: [(stem: [UInt8], set: EndingSet)] = [(stem, .plain), (soft, .soft)]
    let weak = weakStems(stem)
    for stem in weak { stems += [(stem, .weak), (stem, .future)] }
    if weak != [stem] { stems.append((stem, .future)) }
    return stems
  }

  /// The stems before a silent e: "préfère", "achète"; "rejette", "appelle"; "emploie"; the plain one for all others.
  private static func weakStems(_ stem: [UInt8]) -> [[UInt8]] {
    if stem.last == UInt8(ascii: "y") { return [stem.dropLast() + [UInt8]("i")] }
    let grave = [UInt8]("è")
    // One or two consonants behind the last vowel.
    var vowel = stem.count - 1
    while vowel > 0, stem.count - vowel <= 2, isConsonant(stem[vowel]) { vowel -= 1 }
    guard vowel > 0, vowel < stem.count - 1 else { return [stem] }
    if stem[vowel] == UInt8(ascii: "e") {
      let open = Array(stem[..<vowel]) + grave + stem[(vowel + 1)...]
      let last = stem[stem.count - 1]
      let doubles = (last == UInt8(ascii: "l") || last == UInt8(ascii: "t")) && vowel == stem.count - 2
      guard vowel == stem.count - 2 else { return [stem] }
      return doubles ? [open, stem + [last]] : [open]
    }
    if stem[vowel - 1] == 0xC3, stem[vowel] == 0xA9 {
      return [Array(stem[..<(vowel - 1)]) + grave + stem[(vowel + 1)...]]
    }
    return [stem]
  }

  private static func isConsonant(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      false
    default: letter < 0x80
    }
  }
}
