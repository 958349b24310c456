import Stories

/// The parts of businesses in a story that are sold or bought and have no name of their own, each an entity beside those of the
/// cast: "its tube division".
///
/// A class, since who holds it is handed from rule to rule.
final class DescribedUnits {
  /// A part that is told of, by the place of its entity behind those of the cast.
  private struct Unit {
    /// Its noun and the word that tells it from others, by their stems; nought for no such word.
    var head: UInt32
    var marker: UInt32
    /// Whether its noun may be exchanged for another: "division", "unit".
    var isPlain: Bool
    var owner: Int?
    /// The entity of the place that it is called by.
    var site: Int?
  }

  private let prose: Prose
  /// How many entities the cast has.
  private let first: Int
  @exclusivity(unchecked) private var units: [Unit] = []
  /// What stands for them among the entities.
  @exclusivity(unchecked) private(set) var entities: [Entity] = []
  /// Where they are spoken of, in the order in which they are found.
  ///
  /// They are no part of the denotations of the cast, since nobody acts or speaks there.
  @exclusivity(unchecked) private(set) var denotations: [Denotation] = []

  /// The first tokens of those denotations.
  @exclusivity(unchecked) private var starts: Set<Int> = []

  /// More parts than this are a catalogue: those that follow are not looked for.
  private static let most = 48

  init(_ prose: Prose, after cast: Cast) {
    self.prose = prose
    first = cast.entities.count
  }

  /// The part that is called by the place that was taken for `entity`.
  func part(at entity: Int) -> Int? { units.firstIndex { $0.site == entity }.map { first + $0 } }

  /// The entities of the places that parts are called by.
  var sites: [Int] { units.compactMap(\.site) }

  /// The owner of the part that is `entity`.
  func owner(of entity: Int) -> Int? {
    units.indices.contains(entity - first) ? units[entity - first].owner : nil
  }

  /// Whether a part is denoted by some of `tokens`.
  func isDenoted(within tokens: Range<Int>) -> Bool { tokens.contains(where: starts.contains) }

  /// All places where somebody or something is denoted, those of `others` and those of the parts, in the order of the text.
  func merged(with others: [Denotation]) -> [Denotation] {
    if denotations.isEmpty { return others }
    let own = denotations.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var all: [Denotation] = []
    all.reserveCapacity(others.count + own.count)
    var next = 0
    for denotation in others {
      while next < own.count, own[next].tokens.lowerBound < denotation.tokens.lowerBound {
        all.append(own[next])
        next += 1
      }
      all.append(denotation)
    }
    return all + own[next...]
  }

  /// The entity that `phrase` stands for, which is made if the text has not told of it before; `nil` if it only points back, and
  /// to nothing.
  ///
  /// With `isTraded` it is what is sold or bought, so that a definite phrase without an owner may be new.
  func entity(for phrase: UnitPhrase, owner: Int?, inHeadline: Bool, isTraded: Bool) -> Int? {
    let unit = Unit(
      head: stem(phrase.head), marker: phrase.marker.map(stem) ?? 0, isPlain: prose.isIn(.plainUnit, phrase.head),
      owner: owner, site: phrase.site)
    let found = units.indices.last {
      isSame(units[$0], unit, phrase) || !inHeadline && isRenamed($0, unit)
    }
    guard let index = found ?? (isTraded && units.count < DescribedUnits.most && isNew(phrase) ? units.count : nil)
    else { return nil }
    if index == units.count {
      units.append(unit)
      var entity = Entity(
        known: -1, kind: .unit, core: Entity.Core(start: 0, count: 0, first: 0, last: 0), span: prose.span(phrase.name))
      entity.isFromHeadline = inHeadline
      entities.append(entity)
    } else {
      if units[index].owner == nil { units[index].owner = owner }
      // Headlines shorten names.
      if entities[index].isFromHeadline, !inHeadline, phrase.marker != nil {
        entities[index].isFromHeadline = false
        entities[index].span = prose.span(phrase.name)
        (units[index].head, units[index].marker) = (unit.head, unit.marker)
      }
    }
    if starts.insert(phrase.name.lowerBound).inserted {
      entities[index].count += 1
      denotations.append(
        Denotation(
          tokens: phrase.name, entity: first + index, form: phrase.marker == nil && found != nil ? .periphrase : .name))
    }
    return first + index
  }

  /// Whether a phrase with the noun at token `i` may stand for a part that the text has told of.
  func mayMean(_ i: Int) -> Bool {
    let head = stem(i)
    let isPlain = prose.isIn(.plainUnit, i)
    return units.contains { $0.head == head || isPlain && $0.isPlain }
  }

  /// Whether a phrase tells of something that it need not have told of before.
  private func isNew(_ phrase: UnitPhrase) -> Bool {
    phrase.marker != nil || phrase.site != nil || !phrase.isDefinite
      || phrase.owner != nil && prose.tokens[phrase.head].shape.contains(.plural)
        && !prose.isIn(.plainUnit, phrase.head)
  }

  /// Whether a phrase that tells of `other` means `unit`.
  private func isSame(_ unit: Unit, _ other: Unit, _ phrase: UnitPhrase) -> Bool {
    if let one = unit.site, let two = other.site { return one == two }
    let isKind = unit.head == other.head || unit.isPlain && other.isPlain
    // "the plant", "the unit": the last that was told of.
    if other.marker == 0 { return isKind && (phrase.isDefinite || other.owner != nil && other.owner == unit.owner) }
    guard isKind, unit.marker == other.marker else { return false }
    guard let one = unit.owner, let two = other.owner else { return true }
    return one == two
  }

  /// Whether the text calls `other` what the headline called otherwise: the one that the same owner parts with.
  private func isRenamed(_ index: Int, _ other: Unit) -> Bool {
    entities[index].isFromHeadline && other.marker != 0 && other.owner != nil && other.owner == units[index].owner
      && (units[index].isPlain && other.isPlain || units[index].head == other.head)
  }

  /// The hash of the word at token `i` without the mark of a plural.
  private func stem(_ i: Int) -> UInt32 {
    var range = prose.range(i)
    if prose.tokens[i].shape.contains(.plural) || prose.text[range.upperBound - 1] | 0x20 == UInt8(ascii: "s") {
      range = range.lowerBound..<max(range.lowerBound + 1, range.upperBound - 1)
    }
    return Spelling.hash(prose.text, range)
  }
}

extension Prose {
  /// Whether a word of four letters or more in `range` begins like one in `other`: "paints" and "Paint".
  func shares(_ range: Range<Int>, with other: Range<Int>) -> Bool {
    let heads = tokens[other].compactMap(head)
    return tokens[range].contains { head($0).map(heads.contains) ?? false }
  }

  /// The first letters of a word, in small ones, as a number.
  private func head(_ token: Token) -> UInt64? {
    guard token.isWord, token.end - token.start >= 4 else { return nil }
    return text[Int(token.start)..<min(Int(token.start) + 5, Int(token.end))].reduce(0) {
      $0 << 8 | UInt64($1 < 0x80 ? $1 | 0x20 : $1)
    }
  }
}
