import Stories

/// The common nouns and nationalities by which a story describes those that it names, so that "the brewer" is found again:
/// "the brewer Norvane", "Norvane, a Danish brewer", "Norvane Brewing".
///
/// Its variables go without the checks at run time that they are not changed while they are read: nobody is handed them.
/// They are gathered when somebody asks for the first of them: few stories have a speaker who is only described.
final class Descriptions {
  let prose: Prose
  let cast: Cast
  /// What each word describes, by the hash of the word.
  @exclusivity(unchecked) private var words = NumberTable(empty: Word(), room: 64)
  /// The names that words describe, those of each word together and in the order of the text.
  @exclusivity(unchecked) private var notes: [Note] = []

  @exclusivity(unchecked) private var isGathered = false

  /// A word that describes a name.
  private struct Note {
    var word: UInt32
    var token: Int
    var entity: Int
  }

  /// What a word describes.
  private struct Word: BitwiseCopyable {
    /// How many names, and where in the notes the first is.
    var count: Int32 = 0
    var start: Int32 = 0
    /// The latest entity.
    var latest: Int32 = -1
  }

  init(_ prose: Prose, _ cast: Cast) {
    self.prose = prose
    self.cast = cast
  }

  private func gather() {
    isGathered = true
    notes.reserveCapacity(32)
    for denotation in cast.denotations where denotation.form == .name && isSomebody(denotation.entity) {
      noteBefore(denotation)
      noteBehind(denotation)
      noteWithin(denotation)
    }
    sortByWord()
  }

  /// Puts the notes of each word beside each other.
  private func sortByWord() {
    var next: Int32 = 0
    var order = [Int32](filledWith: 0, count: notes.count)
    for (index, note) in notes.enumerated() {
      words.change(note.word) { word in
        // The first of a word makes room for all of them.
        if word.latest >= 0 {
          word.latest = -1
          word.start = next
          next += word.count
          word.count = 0
        }
        order[Int(word.start + word.count)] = Int32(index)
        word.count += 1
      }
    }
    notes = order.map { notes[Int($0)] }
  }

  /// Whom the definite noun phrase in `range` describes: by its noun, or by its nationality if that is all it tells.
  func entity(of range: Range<Int>) -> Int? {
    guard prose.tokens[range.lowerBound].has(.determiner), !prose.tokens[range.lowerBound].has(.indefinite) else {
      return nil
    }
    guard let noun = noun(in: range) else { return nil }
    let isGeneric = prose.isIn(.generic, noun)
    if !isGeneric, let entity = latest(hash(noun), before: range.lowerBound) {
      return entity
    }
    if let nation = range.first(where: { prose.tokens[$0].has(.nationality) }),
      let entity = latest(stem(nation), before: range.lowerBound)
    {
      return entity
    }
    return isGeneric ? nil : named(after: noun, before: range.lowerBound)
  }

  /// The noun of the phrase: the last word before its complement in English, the first one in French.
  private func noun(in range: Range<Int>) -> Int? {
    var words: [Int] = []
    for i in range.dropFirst() {
      let token = prose.tokens[i]
      if token.isPunctuation || token.traits.hasAny(.of | .preposition | .relative | .that | .to | .contracted) {
        break
      }
      guard token.isWord, token.info.name < 0 else { continue }
      words.append(i)
    }
    if prose.language == .english { return words.last }
    return words.first { !prose.tokens[$0].traits.hasAny(.nationality | .adverb) }
  }

  private func latest(_ word: UInt32, before i: Int) -> Int? {
    if !isGathered { gather() }
    guard let word = words[word] else { return nil }
    let start = Int(word.start)
    var low = start
    var high = start + Int(word.count)
    while low < high {
      let middle = (low + high) / 2
      if notes[middle].token < i { low = middle + 1 } else { high = middle }
    }
    return low > start ? notes[low - 1].entity : nil
  }

  private func isSomebody(_ entity: Int) -> Bool {
    let kind = cast.entities[entity].kind
    return kind.canAct || kind.isMedium || kind == .person || kind == .product
  }

  private func note(_ i: Int, _ name: Denotation) {
    let token = prose.tokens[i]
    let word = token.has(.nationality) ? stem(i) : hash(i)
    let isNew = words.change(word) { word in
      if word.latest == name.entity { return false }
      word.latest = Int32(name.entity)
      word.count += 1
      return true
    }
    if isNew { notes.append(Note(word: word, token: name.tokens.lowerBound, entity: name.entity)) }
  }

  /// A word that may describe: no verb, article or preposition.
  private func describes(_ i: Int) -> Bool {
    let token = prose.tokens[i]
    guard token.isWord, token.info.name < 0, token.end - token.start > 3, !token.insidePhrase else { return false }
    if token.has(.nationality) { return true }
    return !token.isCapital
      && !token.traits.hasAny(
        .determiner | .preposition | .of | .to | .by | .be | .have | .modal | .that | .relative | .and | .but | .adverb
          | .possessive | .subordinator | .he | .it | .they | .time | .weekday)
  }

  /// "the Danish brewer Norvane".
  private func noteBefore(_ name: Denotation) {
    var i = name.tokens.lowerBound - 1
    var count = 0
    while i > 0, count < 3, describes(i), !prose.isFinite(i) || prose.tokens[i].traits.hasAny(.company | .title) {
      note(i, name)
      count += 1
      i -= 1
    }
  }

  /// "Norvane, a brewer in Aarhus"; "Norvane is a brewer".
  private func noteBehind(_ name: Denotation) {
    var i = name.tokens.upperBound
    guard i + 1 < prose.tokens.count, prose.tokens[i].kind == .comma || prose.tokens[i].has(.be) else { return }
    i += 1
    guard prose.tokens[i].has(.determiner) else { return }
    let start = i + 1
    i = start
    while i < prose.tokens.count, i - start < 5, describes(i) { i += 1 }
    guard i > start, !isSubject(start, behind: name.tokens.upperBound) else { return }
    if prose.language == .english {
      note(i - 1, name)
      for j in start..<i - 1 where prose.tokens[j].has(.nationality) { note(j, name) }
    } else {
      for j in start..<i where j == start || prose.tokens[j].has(.nationality) { note(j, name) }
    }
  }

  /// Whether the phrase at `start` behind a comma begins the main clause: "Citing Norvane, the agency added".
  private func isSubject(_ start: Int, behind comma: Int) -> Bool {
    guard prose.tokens[comma].kind == .comma else { return false }
    for i in start..<min(start + 16, prose.tokens.count) {
      let token = prose.tokens[i]
      if token.isPunctuation || token.traits.hasAny(.relative | .that) { return false }
      if prose.isFinite(i) { return true }
    }
    return false
  }

  /// "Norvane Steel": the small words of a name describe it too.
  private func noteWithin(_ name: Denotation) {
    guard name.tokens.count > 1 else { return }
    for i in name.tokens.dropFirst() where prose.tokens[i].isWord { note(i, name) }
  }

  /// The latest name with a word that has the stem of the noun: "the brewer" is Norvane Brewing, "le verrier" Verrerie Roe.
  private func named(after noun: Int, before i: Int) -> Int? {
    let bytes = prose.bytes(noun)
    guard bytes.count >= 5 else { return nil }
    let needed = max(4, bytes.count - 2)
    return cast.latest(before: i) { denotation in
      denotation.form == .name && cast.entities[denotation.entity].kind != .person
        && isSomebody(denotation.entity)
        && denotation.tokens.contains { share(bytes, prose.bytes($0)) >= needed }
    }.map { $0.entity }
  }

  /// How many letters two words begin with alike, whatever their case.
  private func share(_ a: Slice<UnsafeBufferPointer<UInt8>>, _ b: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    for (x, y) in zip(a, b) {
      guard x | 0x20 == y | 0x20 else { break }
      count += 1
    }
    return count
  }

  private func hash(_ i: Int) -> UInt32 { prose.tokens[i].hash }

  /// A nationality in any gender: "danoise" as "danois".
  private func stem(_ i: Int) -> UInt32 {
    let range = prose.range(i)
    guard prose.language == .french, range.count > 5 else { return hash(i) }
    return Spelling.hash(prose.text, range.lowerBound..<range.lowerBound + 5)
  }
}
