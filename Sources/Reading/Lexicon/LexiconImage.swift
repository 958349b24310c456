import Stories

/// A lexicon compiled into one block of bytes, so that the first frame does not wait for its texts to be read.
///
/// All that a `Lexicon` holds, column by column in little-endian numbers; made by `suitor-lexicon`, and used wherever the
/// texts are the program's own.
enum LexiconImage {
  /// What an image begins with; the number changes with the form.
  private static let magic = Array("suitor lexicon 3\n".utf8)

  /// The path of the image of `language` below `Data`.
  static func path(_ language: Language) -> String { "compiled/\(language.rawValue).lexicon" }

  /// The bytes of the image of `lexicon`; the same lexicon gives the same bytes.
  static func bytes(of lexicon: Lexicon) -> [UInt8] {
    var image = ImageWriter(magic)
    image.put(lexicon.vocabulary)
    image.put(lexicon.infos)
    image.put(lexicon.names.map { Array($0.name.english.utf8) })
    image.put(lexicon.names.map { Array($0.name.french.utf8) })
    let kinds = KnownName.Kind.allCases
    image.put(lexicon.names.map { UInt8(kinds.firstIndex(of: $0.kind) ?? 0) })
    image.put(lexicon.names.map { Int32($0.standsFor ?? -1) })
    image.put(lexicon.phrases.map(\.start))
    image.put(lexicon.phrases.map(\.count))
    image.put(lexicon.phrases.map(\.info))
    image.put(lexicon.phrases.map(\.next))
    image.put(lexicon.phraseWords)
    image.put(lexicon.phraseHeads)
    image.put(lexicon.verbs.vocabulary)
    image.put(lexicon.verbs.heads)
    image.put(lexicon.verbs.entries.map(\.endings))
    image.put(lexicon.verbs.entries.map(\.info))
    image.put(lexicon.verbs.entries.map(\.next))
    image.put(lexicon.verbs.endings.map { Int32($0.count) })
    let endings = lexicon.verbs.endings.flatMap { $0 }
    image.put(endings.map(\.key))
    image.put(endings.map(\.traits.rawValue))
    image.put(endings.map { UInt8($0.form.rawValue) })
    image.put(lexicon.terms.vocabulary)
    image.put(lexicon.terms.words.map(\.bits))
    image.put(lexicon.terms.phrases.map { UInt8($0.words.count) })
    image.put(lexicon.terms.phrases.flatMap(\.words))
    image.put(lexicon.terms.phrases.map(\.meaning.bits))
    return image.bytes
  }

  /// The lexicon in `bytes`; `nil` if they are no image of this form.
  static func lexicon(_ language: Language, in bytes: UnsafeRawBufferPointer) -> Lexicon? {
    guard bytes.starts(with: magic) else { return nil }
    var image = ImageReader(bytes, from: magic.count)
    let vocabulary = image.vocabulary()
    let infos = image.infos()
    let english = image.strings()
    let french = image.strings()
    let kinds = image.numbers(UInt8.self)
    let principals = image.numbers(Int32.self)
    let starts = image.numbers(Int32.self)
    let counts = image.numbers(Int32.self)
    let meanings = image.infos()
    let nexts = image.numbers(Int32.self)
    let phraseWords = image.numbers(Int32.self)
    let phraseHeads = image.numbers(Int32.self)
    let stems = image.vocabulary()
    let heads = image.numbers(Int32.self)
    let sets = image.numbers(Int32.self)
    let verbs = image.infos()
    let others = image.numbers(Int32.self)
    let sizes = image.numbers(Int32.self)
    let keys = image.numbers(UInt128.self)
    let traits = image.numbers(UInt128.self)
    let forms = image.numbers(UInt8.self)
    let terms = image.terms()
    guard image.isWhole else { return nil }
    let all = KnownName.Kind.allCases
    var endings: [[VerbStems.Ending]] = []
    var place = 0
    for size in sizes {
      endings.append(
        (place..<place + Int(size)).map {
          .init(key: keys[$0], traits: Traits(rawValue: traits[$0]), form: .init(rawValue: UInt16(forms[$0])) ?? .base)
        })
      place += Int(size)
    }
    return Lexicon(
      language, vocabulary: vocabulary, infos: infos,
      names: english.indices.map {
        KnownName(
          name: Wording(english: english[$0], french: french[$0]), kind: all[Int(kinds[$0])],
          standsFor: principals[$0] < 0 ? nil : Int(principals[$0]))
      },
      verbs: VerbStems(
        vocabulary: stems, heads: heads,
        entries: sets.indices.map { .init(endings: sets[$0], info: verbs[$0], next: others[$0]) }, endings: endings),
      phrases: starts.indices.map { .init(start: starts[$0], count: counts[$0], info: meanings[$0], next: nexts[$0]) },
      phraseWords: phraseWords, phraseHeads: phraseHeads, terms: terms)
  }
}
