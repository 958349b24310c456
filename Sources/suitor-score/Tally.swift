/// How much of what is marked was found: counts that add up over stories.
struct Tally: Equatable {
  /// Claims, parties or terms, marked and found, and what of them agrees.
  struct Claims: Equatable {
    var marked = 0
    var found = 0
    /// Marked and found, the same words by half.
    var relaxed = 0
    /// With just the same words.
    var exact = 0

    var precision: Double { found == 0 ? 0 : Double(relaxed) / Double(found) }
    var recall: Double { marked == 0 ? 0 : Double(relaxed) / Double(marked) }
    /// F1 with `right` of them right.
    func f1(_ right: Int) -> Double { marked + found == 0 ? 1 : 2 * Double(right) / Double(marked + found) }
  }

  var stories = 0
  /// Those with a source.
  var attributed = Claims()
  /// Of the attributed ones that are found, those whose source is.
  var sourceRight = 0
  /// Those in the story's own voice too.
  var all = Claims()
  var mannerRight = 0
  var certaintyRight = 0
  /// Source, manner and certainty.
  var allRight = 0
  /// All that, and every id of the chain.
  var chainRight = 0
  /// Stories whose (first) target is one that is marked.
  var targetRight = 0
  /// Stories whose targets are just those marked.
  var targetsRight = 0
  /// Stories whose bidders and sellers are just those marked.
  var actorsRight = 0
  /// Bidders and sellers, each by itself.
  var actors = Claims()
  /// Stories in which target, bidders and sellers are right.
  var dealRight = 0
  var stageRight = 0
  var terms = Claims()

  static func += (a: inout Tally, b: Tally) {
    for count in counts { a[keyPath: count] += b[keyPath: count] }
  }

  private static var counts: [WritableKeyPath<Tally, Int>] {
    let claims: [WritableKeyPath<Tally, Claims>] = [\.attributed, \.all, \.actors, \.terms]
    let parts: [WritableKeyPath<Claims, Int>] = [\.marked, \.found, \.relaxed, \.exact]
    let own: [WritableKeyPath<Tally, Int>] = [
      \.stories, \.sourceRight, \.mannerRight, \.certaintyRight, \.allRight, \.chainRight, \.targetRight,
      \.targetsRight, \.actorsRight, \.dealRight, \.stageRight,
    ]
    return own + claims.flatMap { claims in parts.map { claims.appending(path: $0) } }
  }
}
