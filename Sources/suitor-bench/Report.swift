/// The table that is printed: each measure beside its limit.
struct Report {
  /// Whether every measure has kept its limit so far.
  private(set) var isGood = true

  /// Prints the heads of the columns.
  init() { row("measure", "value", "limit", "") }

  /// Prints a measure that must be at most `limit`.
  mutating func atMost(_ limit: Double, _ name: String, _ value: Double, digits: Int, unit: String) {
    add(name, value, limit, isKept: value <= limit, "at most ", digits, unit)
  }

  /// Prints a measure that must be at least `limit`.
  mutating func atLeast(_ limit: Double, _ name: String, _ value: Double, digits: Int, unit: String) {
    add(name, value, limit, isKept: value >= limit, "at least ", digits, unit)
  }

  /// Prints what a key costs; the limit is for each time that it is pressed.
  ///
  /// Beside it stands the most that a key costs which leaves the view of the article where it is: only one that moves it
  /// repaints the article.
  mutating func bytes(_ name: String, _ cost: KeyCost, limit: Double) {
    let all = cost.all.map(Double.init)
    let still = cost.still.map(Double.init)
    for (what, value) in [("least", all.min()), ("median", median(all)), ("mean", mean(all))] {
      note("\(name), \(what)", decimal(value ?? .nan, 0) + " bytes")
    }
    note("\(name), most with the view still", decimal(still.max() ?? .nan, 0) + " bytes")
    atMost(limit, "\(name), most", all.max() ?? .nan, digits: 0, unit: " bytes")
  }

  /// Prints what was measured without a limit.
  func note(_ name: String, _ value: String) { row(name, value, "", "") }

  private mutating func add(
    _ name: String, _ value: Double, _ limit: Double, isKept: Bool, _ relation: String, _ digits: Int, _ unit: String
  ) {
    isGood = isGood && isKept
    row(name, decimal(value, digits) + unit, relation + decimal(limit, digits) + unit, isKept ? "ok" : "OVER")
  }

  private func row(_ name: String, _ value: String, _ limit: String, _ verdict: String) {
    func pad(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    print(pad(name, 52) + pad(value, 14) + pad(limit, 20) + verdict)
  }
}
