import Stories

/// Somebody or something that a story names, before it is told who acts in the deal.
struct Entity {
  /// The index of the name in the lexicon of names, or -1.
  var known: Int
  var kind: Kind
  /// The longest form of the name: its tokens, without designators at the end.
  var core: Core
  /// The words that are shown.
  var span: Span
  /// Whether a headline names it first, which shortens names.
  var isFromHeadline = false
  /// For a person: the entity that the person speaks for.
  var speaksFor: Int?
  /// For a person: an analyst, trader or other outsider.
  var isOutsider = false
  /// For a person: an outsider who may buy.
  var isInvestor = false
  /// For a person: whether a title says that he acts for himself: "the tycoon Ann Roe".
  var isIndependent = false
  /// Whether it is a family, a union or the like: it acts, but is no company.
  var isBody = false
  /// Whether it was named with its legal form, so that a longer name is another's: "Norvane NV" and
  /// "Norvane Kabel".
  var isFull = false
  /// How often it is named.
  var count = 0
  /// How often it stands where somebody acts: before a verb, behind "by".
  var acts = 0

  /// The words of a core, by the hashes of their letters: where they stand in the list that `NameFinder` keeps, and the first
  /// and last of them.
  ///
  /// An entity is copied so often that it must hold no list of its own, which would be counted each time.
  struct Core: BitwiseCopyable {
    var start: Int
    var count: Int
    var first: UInt32
    var last: UInt32
  }

  enum Kind: UInt8, CaseIterable {
    case company, fund, government, regulator, person, agency, newspaper, broadcaster, website, product, place, other
    /// A part of a business that is only described: "its tube division".
    case unit
    /// A name that no lexicon knows and whose form does not tell.
    case unknown

    init(_ known: KnownName.Kind) {
      switch known {
      case .company: self = .company
      case .fund: self = .fund
      case .government: self = .government
      case .regulator: self = .regulator
      case .person: self = .person
      case .agency: self = .agency
      case .newspaper: self = .newspaper
      case .broadcaster: self = .broadcaster
      case .website: self = .website
      case .product: self = .product
      case .place: self = .place
      case .other: self = .other
      }
    }

    /// News media report; they do not act in a deal.
    var isMedium: Bool { self == .agency || self == .newspaper || self == .broadcaster || self == .website }
    /// Whether it can have a part in a deal.
    var canAct: Bool {
      switch self {
      case .company, .fund, .government, .regulator, .unknown: true
      default: false
      }
    }
    var isBusiness: Bool { self == .company || self == .fund || self == .unknown }
  }
}

/// Tokens that denote an entity.
struct Denotation {
  var tokens: Range<Int>
  var entity: Int
  var form: Mention.Form
}
