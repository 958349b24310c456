/// What a word of the trade says of those around it: who buys, sells, holds what.
struct DealEvent {
  /// What changes hands.
  var object: Int?
  /// What changes hands with it: "buys Belcor and Norvane".
  var others: [Int] = []
  /// The part of a business without a name that changes hands, whose it is, and how much the event weighs if it is about that.
  ///
  /// Whether the deal is, is decided when all events are known; until then `object` is what would be bought without it.
  var unit: UnitTrade?
  var buyers: [Int] = []
  var sellers: [Int] = []
  /// Who holds a part, and does not say that it sells.
  var holders: [Int] = []
  var partners: [Int] = []
  var advisers: [Int] = []
  /// Who got an offer, and answers it.
  var wooed: Int?
  /// Whether it only says who owns what, not that it is sold.
  var isState = false
  /// Who talks, and with whom: it is not said who buys.
  var talkers: [Int] = []
  var weight: Double
  /// Whether it is a merger, of which the words do not tell who buys whom.
  var isMutual = false
  /// Whether who answers has chosen among offers: who sells does.
  var isChoice = false
  /// Whether a noun calls them that, "the bidder, Ann Roe", so that a person means himself.
  var isByName = false
  /// Whether `object` joins the others, in a race if it bids: "Acme rejoint Belcor".
  var isJoining = false
  /// The person who speaks for a buyer and may mean himself: "its chairman has offered to buy it".
  var manager: Int?
  /// Whether `object` is only described, "the brewer", so that somebody else may be meant.
  var isVague = false
  /// The block that it stands in.
  var block: Int
  /// The token that tells of it.
  var token: Int

  /// Makes the part of a business what changes hands, and its owner who sells it.
  mutating func settleUnit() {
    guard let unit else { return }
    let former = object
    object = unit.part
    weight = max(weight, unit.weight)
    others = []
    isVague = false
    // What seemed to be bought was named as the owner.
    guard let owner = unit.owner ?? (buyers.isEmpty || sellers.isEmpty ? former : nil), owner != unit.part else {
      return
    }
    // Nobody buys what is his.
    if unit.owner != nil { buyers.removeAll { $0 == owner } } else if buyers.contains(owner) { return }
    if wooed == owner { wooed = nil }
    if !sellers.contains(owner) { sellers.append(owner) }
  }
}

/// That a part of a business without a name changes hands; small, since every event has room for it.
struct UnitTrade: BitwiseCopyable {
  private let place: Int32
  private let holder: Int32
  private let worth: Float

  init(_ part: Int, of owner: Int?, weight: Double) {
    place = Int32(part)
    holder = Int32(owner ?? -1)
    worth = Float(weight)
  }

  /// The entity that it is.
  var part: Int { Int(place) }
  /// Whose it is, if that is told.
  var owner: Int? { holder < 0 ? nil : Int(holder) }
  /// How much the event weighs if it is about that.
  var weight: Double { Double(worth) }
}
