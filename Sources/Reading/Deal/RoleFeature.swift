import Stories

/// The templates of what the choice of bidders and sellers looks at, and the kinds of their values.
///
/// A feature is a template with up to three values, and with a word if its language has one; its key packs all of them, its name
/// ("trade-before bid by", "verb-word-behind outbid") says them.
enum RoleTemplate: UInt8, CaseIterable {
  // Of somebody: the role that the rules give, what kind of name it is, how often it is named and acts.
  case bias, rule, kind, ruleKind, mark, ruleMark, speaks, named, ruleNamed, acts, order
  // How much the events say for each role, and for its being what is bought.
  case score, amount, changesHands, wooed
  // How many have a role by the rules.
  case bidders, sellers, targets
  // Its places in the events.
  case event, eventWeight, eventWord, eventless
  case nameWord
  // Of its mentions: where they stand, and who stands beside them.
  case location, form, ending, beside, besideTarget
  // What stands next to them, and near them.
  case before, behind, wordBefore, wordBehind, nearBefore, nearBehind, nearPartyBefore, nearPartyBehind
  // The nearest word of the trade and the nearest finite verb of the sentence.
  case tradeBefore, tradeBehind, governedTradeBefore, governedTradeBehind, tradeWordBefore, tradeWordBehind
  case verbBefore, verbBehind, verbWordBefore, verbWordBehind
  /// A word of the sentence that names nobody.
  case inSentence

  /// What one value of a feature is.
  enum Value {
    case number, role, kind, mark, evidence, slot, location, form, trait, surrounding, governor
  }

  /// The kinds of the values, in their order.
  var values: [Value] {
    switch self {
    case .bias, .eventless, .ending, .nameWord, .wordBefore, .wordBehind, .nearBefore, .nearBehind, .verbWordBefore,
      .verbWordBehind, .inSentence:
      []
    case .rule, .beside: [.role]
    case .kind: [.kind]
    case .ruleKind: [.role, .kind]
    case .mark: [.mark]
    case .ruleMark: [.role, .mark]
    case .speaks, .named, .acts, .order, .changesHands, .wooed, .besideTarget: [.number]
    case .ruleNamed, .bidders, .sellers, .targets: [.role, .number]
    case .score: [.evidence, .number]
    case .amount: [.evidence]
    case .event, .eventWord: [.slot]
    case .eventWeight: [.slot, .number]
    case .location: [.location]
    case .form: [.form]
    case .before, .behind, .nearPartyBefore, .nearPartyBehind: [.surrounding]
    case .tradeBefore, .tradeBehind, .verbBefore, .verbBehind: [.trait]
    case .governedTradeBefore, .governedTradeBehind: [.trait, .governor]
    case .tradeWordBefore, .tradeWordBehind: [.governor]
    }
  }

  /// Whether a word follows the values, so that only one language has the feature.
  var hasWord: Bool {
    switch self {
    case .eventWord, .nameWord, .wordBefore, .wordBehind, .nearBefore, .nearBehind, .tradeWordBefore, .tradeWordBehind,
      .verbWordBefore, .verbWordBehind, .inSentence:
      true
    default: false
    }
  }

  /// The name of the template: "trade-before".
  var name: String {
    var name = ""
    for letter in "\(self)" {
      if letter.isUppercase { name += "-" }
      name += letter.lowercased()
    }
    return name
  }

  /// The key of this template with its values and the hash of a word.
  @inline(__always)
  func key(_ a: UInt8 = 0, _ b: UInt8 = 0, word: UInt32 = 0) -> UInt64 {
    UInt64(rawValue) | UInt64(a) << 8 | UInt64(b) << 16 | UInt64(word) << 32
  }
}

/// What is told of an entity besides its kind.
///
/// Whether a lexicon knows the name is none of it: stories that teach are about companies that nobody knows.
enum RoleMark: UInt8, CaseIterable {
  case body, family, headlined, outsider, investor, independent, full
}

/// The roles for which the events give evidence.
enum RoleEvidence: UInt8, CaseIterable {
  case selling, bidding, partnering, holding, advising
}

/// Where a mention stands.
enum RoleLocation: UInt8, CaseIterable {
  case headline, opening, body
}

/// How a mention denotes; one who speaks for another denotes both.
enum RoleForm: UInt8, CaseIterable {
  case name, periphrase, pronoun, speaker
}

/// The preposition before a mention.
enum RoleGovernor: UInt8, CaseIterable {
  case none, of, by, to, locative, preposition
}

/// The place that an entity has in an event, whether that is about the target, and whether it only tells who owns what.
struct RoleSlot {
  enum Place: UInt8, CaseIterable {
    case buyer, seller, holder, partner, adviser, talker, other, object, wooed
  }

  enum About: UInt8, CaseIterable {
    case target, unnamed, another
  }

  var place: Place
  var about: About
  var isState: Bool

  static let count = UInt8(Place.allCases.count * About.allCases.count * 2)

  var value: UInt8 { (place.rawValue * 3 + about.rawValue) * 2 + (isState ? 1 : 0) }

  init(_ place: Place, _ about: About, isState: Bool) {
    self.place = place
    self.about = about
    self.isState = isState
  }

  init?(value: UInt8) {
    guard value < RoleSlot.count, let place = Place(rawValue: value / 6), let about = About(rawValue: value / 2 % 3)
    else { return nil }
    self.init(place, about, isState: value % 2 == 1)
  }

  var name: String { "\(place).\(about)" + (isState ? ".state" : "") }
}

/// What stands beside a mention: a trait of a word, what kind of token it is, the end of the sentence, or who has which role.
struct RoleSurrounding {
  let value: UInt8

  private static let kinds: UInt8 = 128
  private static let others: UInt8 = 160
  private static let roles: UInt8 = 192

  init(value: UInt8) { self.value = value }
  init(trait place: Int) { value = UInt8(place) }
  init(_ kind: Token.Kind) { value = RoleSurrounding.kinds + kind.rawValue }
  /// Somebody with a role, by its place among all, 0 for none.
  init(role place: UInt8) { value = RoleSurrounding.roles + place }

  /// Where the sentence begins or ends.
  static let end = RoleSurrounding(value: others)
  static let finite = RoleSurrounding(value: others + 1)

  var name: String? {
    switch value {
    case 0..<RoleSurrounding.kinds: RoleName.trait(value)
    case RoleSurrounding.end.value: "<end>"
    case RoleSurrounding.finite.value: "<finite>"
    case RoleSurrounding.roles...: RoleName.role(value - RoleSurrounding.roles).map { "<\($0)>" }
    default: Token.Kind(rawValue: value - RoleSurrounding.kinds).map { "<\($0)>" }
    }
  }
}

/// The names of features of the choice of roles, as the files of weights have them, and back.
enum RoleName {
  /// The name of the feature with `key` and the letters of its word.
  static func name(of key: UInt64, word: String) -> String {
    guard let template = RoleTemplate(rawValue: UInt8(truncatingIfNeeded: key)) else { return "?" }
    var name = template.name
    var rest = key >> 8
    for kind in template.values {
      name += " " + (string(UInt8(truncatingIfNeeded: rest), kind) ?? "?")
      rest >>= 8
    }
    return template.hasWord ? name + " " + word : name
  }

  /// The key of the feature called `name`, or `nil` if there is none.
  static func key(of name: some Collection<Substring>) -> UInt64? {
    let parts = Array(name)
    guard let first = parts.first, let template = templates[first] else { return nil }
    let kinds = template.values
    guard parts.count == 1 + kinds.count + (template.hasWord ? 1 : 0) else { return nil }
    var key = UInt64(template.rawValue)
    var shift: UInt64 = 8
    for (word, kind) in zip(parts.dropFirst(), kinds) {
      guard let value = values[kind]?[String(word)] else { return nil }
      key |= UInt64(value) << shift
      shift += 8
    }
    guard template.hasWord, var word = parts.last.map(String.init) else { return key }
    return key | UInt64(word.withUTF8 { Spelling.hash($0, 0..<$0.count) }) << 32
  }

  /// Whether the feature called `name` holds a word.
  static func hasWord(_ name: String) -> Bool {
    name.split(separator: " ").first.flatMap { templates[$0] }?.hasWord ?? false
  }

  /// The name of a trait by its place.
  fileprivate static func trait(_ place: UInt8) -> String? {
    Int(place) < Trait.allCases.count ? Trait.allCases[Int(place)].rawValue : nil
  }

  /// The name of a role by its place among all, 0 for none.
  fileprivate static func role(_ place: UInt8) -> String? {
    place == 0 ? "none" : Int(place) <= Party.Role.allCases.count ? Party.Role.allCases[Int(place) - 1].rawValue : nil
  }

  private static let templates = [Substring: RoleTemplate](
    uniqueKeysWithValues: RoleTemplate.allCases.map { (Substring($0.name), $0) })

  private static let values: [RoleTemplate.Value: [String: UInt8]] = {
    let kinds: [RoleTemplate.Value] = [
      .number, .role, .kind, .mark, .evidence, .slot, .location, .form, .trait, .surrounding, .governor,
    ]
    return [RoleTemplate.Value: [String: UInt8]](
      uniqueKeysWithValues: kinds.map { kind in
        let named = (UInt8.min...UInt8.max).compactMap { value in string(value, kind).map { ($0, value) } }
        return (kind, [String: UInt8](named) { first, _ in first })
      })
  }()

  /// The name of a value, `nil` if there is none such.
  private static func string(_ value: UInt8, _ kind: RoleTemplate.Value) -> String? {
    switch kind {
    case .number: "\(value)"
    case .role: role(value)
    case .kind: Int(value) < Entity.Kind.allCases.count ? "\(Entity.Kind.allCases[Int(value)])" : nil
    case .mark: RoleMark(rawValue: value).map { "\($0)" }
    case .evidence: RoleEvidence(rawValue: value).map { "\($0)" }
    case .slot: RoleSlot(value: value)?.name
    case .location: RoleLocation(rawValue: value).map { "\($0)" }
    case .form: RoleForm(rawValue: value).map { "\($0)" }
    case .trait: trait(value)
    case .surrounding: RoleSurrounding(value: value).name
    case .governor: RoleGovernor(rawValue: value).map { "\($0)" }
    }
  }
}
