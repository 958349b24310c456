import Stories

/// A lexicon compiled into one block of bytes, so that the first frame does not wait for its texts to be read.
///
/// All that a `Lexicon` holds, column by column in little-endian numbers; made by `suitor-lexicon`, and used, where it stands,
/// wherever the texts are the program's own.
enum LexiconImage {
  /// What an image begins with; the number changes with the form.
  private static let magic = Array("suitor lexicon 6\n".utf8)

  /// The path of the image of `language` below `Data`.
  static func path(_ language: Language) -> String { "compiled/\(language.rawValue).lexicon" }

  /// The bytes of the image of `lexicon`; the same lexicon gives the same bytes.
  static func bytes(of lexicon: Lexicon) -> [UInt8] {
    var image = ImageWriter(magic)
    image.put(lexicon.vocabulary)
    image.put(lexicon.infos)
    image.put(lexicon.names.english)
    image.put(lexicon.names.french)
    image.put(lexicon.names.kinds)
    image.put(lexicon.names.principals)
    image.put(lexicon.phraseStarts)
    image.put(lexicon.phraseCounts)
    image.put(lexicon.phraseInfos)
    image.put(lexicon.phraseNexts)
    image.put(lexicon.phraseWords)
    image.put(lexicon.phraseHeads)
    image.put(lexicon.verbs.vocabulary)
    image.put(lexicon.verbs.heads)
    image.put(lexicon.verbs.sets)
    image.put(lexicon.verbs.infos)
    image.put(lexicon.verbs.nexts)
    image.put(lexicon.verbs.endingStarts)
    image.put(lexicon.verbs.endings)
    image.put(lexicon.verbs.traits)
    image.put(lexicon.verbs.forms)
    image.put(lexicon.terms.vocabulary)
    image.put(lexicon.terms.meanings)
    image.put(lexicon.terms.heads)
    image.put(lexicon.terms.phraseStarts)
    image.put(lexicon.terms.phraseWords)
    image.put(lexicon.terms.phraseMeanings)
    image.put(lexicon.termWords)
    image.put(lexicon.groups.sets)
    image.put(lexicon.groups.masks)
    image.put(lexicon.groups.firsts)
    return image.bytes
  }

  /// The lexicon in `bytes`, which must stay where they are for as long as it is used; `nil` if they are no image of this form.
  static func lexicon(_ language: Language, in bytes: UnsafeRawBufferPointer) -> Lexicon? {
    guard bytes.starts(with: magic), ImageReader.isAligned(bytes) else { return nil }
    var image = ImageReader(bytes, from: magic.count)
    // Columns are read in the order in which they were written; arguments are evaluated in theirs.
    let vocabulary = image.vocabulary()
    let infos = image.column(WordInfo.self)
    let names = NameTable(
      english: image.strings(), french: image.strings(), kinds: image.column(), principals: image.column())
    let (starts, counts) = (image.column(Int32.self), image.column(Int32.self))
    let phraseInfos = image.column(WordInfo.self)
    let (nexts, words, heads) = (image.column(Int32.self), image.column(Int32.self), image.column(Int32.self))
    let verbs = VerbStems(
      vocabulary: image.vocabulary(), heads: image.column(), sets: image.column(), infos: image.column(),
      nexts: image.column(), endingStarts: image.column(), endings: image.column(), traits: image.column(),
      forms: image.column())
    let terms = TermLexicon(
      vocabulary: image.vocabulary(), meanings: image.column(), heads: image.column(),
      phraseStarts: image.column(), phraseWords: image.column(), phraseMeanings: image.column())
    let termWords = image.column(Int32.self)
    let groups = WordGroupTable(sets: image.column(), masks: image.column(), firsts: image.column())
    guard image.isWhole, termWords.count == vocabulary.count, groups.sets.count == vocabulary.count,
      groups.firsts.count == WordGroup.count
    else { return nil }
    return Lexicon(
      language, vocabulary: vocabulary, infos: infos, names: names, phraseStarts: starts, phraseCounts: counts,
      phraseInfos: phraseInfos, phraseNexts: nexts, phraseWords: words, phraseHeads: heads, verbs: verbs, terms: terms,
      termWords: termWords, groups: groups)
  }
}
