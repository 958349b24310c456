import Search
import Stories

/// What stories are ordered by in the story list, worked out once for each: numbers, so that even a hundred thousand are
/// ordered within a key.
struct StoryFacts: Sendable {
  /// What one story is ordered by.
  private struct Facts: Sendable {
    /// Its day, 0 without one.
    var day: Int32 = 0
    /// The numbers of what its deal and its outlet are called, -1 without one.
    var deal: Int32 = -1
    var outlet: Int32 = -1
  }

  private var facts: [Facts] = []
  /// What deals and outlets are called, each once, and the number of each when it is folded.
  private var spellings = WordTable()
  private var numbers: [Int32] = []
  /// The same folded, by their numbers.
  private var folded = WordTable()
  private var names: [String] = []

  /// Takes the first `count` entries of the library to be ones of which nothing is known.
  mutating func grow(to count: Int) {
    if facts.count < count { facts.append(contentsOf: repeatElement(Facts(), count: count - facts.count)) }
  }

  /// Notes that the entry at `index` is `story`, whose deal and outlet are called `deal` and `outlet`.
  mutating func set(_ index: Int, day: Int32, deal: String?, outlet: String?) {
    facts[index] = Facts(day: day, deal: number(of: deal), outlet: number(of: outlet))
  }

  /// Notes that the entry at `index` is no story that can be read.
  mutating func remove(_ index: Int) { facts[index] = Facts() }

  private mutating func number(of name: String?) -> Int32 {
    guard let name else { return -1 }
    let spelling = spellings.insert(Array(name.utf8))
    if spelling < numbers.count { return numbers[spelling] }
    let words = StoryRows.folded(name)
    let number = folded.insert(Array(words.utf8))
    if number == names.count { names.append(words) }
    numbers.append(Int32(number))
    return Int32(number)
  }

  /// The number of the name that `order` goes by first, -1 for none.
  private func name(_ entry: Int32, _ order: StoryRows.Order) -> Int32 {
    switch order {
    case .deal: facts[Int(entry)].deal
    case .outlet: facts[Int(entry)].outlet
    case .opened, .date, .name: -1
    }
  }

  /// Whether `a` comes before `b` by date, deal or outlet: those without a name or a date last.
  func precedes(_ a: Int32, _ b: Int32, by order: StoryRows.Order) -> Bool {
    let (one, other) = (name(a, order), name(b, order))
    if one != other { return one < 0 || other < 0 ? other < 0 : names[Int(one)] < names[Int(other)] }
    let (day, otherDay) = (facts[Int(a)].day, facts[Int(b)].day)
    return day != otherDay ? day > otherDay : a < b
  }

  /// `entries` by date, deal or outlet.
  func sorted(_ entries: [Int32], by order: StoryRows.Order) -> [Int32] {
    // Many stories share a deal or an outlet: its place among the others is found once.
    var ranks = [UInt64](repeating: 0, count: names.count)
    for (rank, name) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() { ranks[name] = UInt64(rank) }
    return entries.map { entry -> (UInt64, Int32) in
      let name = name(entry, order)
      let rank = name < 0 ? UInt64(UInt32.max) : ranks[Int(name)]
      return (rank << 32 | UInt64(99_999_999 - facts[Int(entry)].day), entry)
    }
    .sorted { $0 < $1 }.map(\.1)
  }
}
