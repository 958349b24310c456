/// The figures of a set of stories, as text.
enum Report {
  /// A paragraph for `tally`; of stories of which only the deal is marked, nothing is said about claims and their figures.
  static func text(_ name: String, _ tally: Tally) -> String {
    let a = tally.attributed
    let b = tally.all
    let p = tally.actors
    let t = tally.terms
    let claims = [
      (
        "attributed claims",
        "\(a.marked) marked, \(a.found) found; relaxed P \(f(a.precision)) R \(f(a.recall)) F1 \(f(a.f1(a.relaxed))), exact "
          + "F1 \(f(a.f1(a.exact))); source \(share(tally.sourceRight, a.relaxed))"
      ),
      (
        "all claims",
        "\(b.marked) marked, \(b.found) found; relaxed F1 \(f(b.f1(b.relaxed))), exact F1 \(f(b.f1(b.exact)))"
      ),
      (
        "  of those found",
        "manner \(share(tally.mannerRight, b.relaxed)), certainty \(share(tally.certaintyRight, b.relaxed))"
      ),
      (
        "  all right, as F1",
        "span, source, manner, certainty \(f(b.f1(tally.allRight))); chain too \(f(b.f1(tally.chainRight)))"
      ),
    ]
    let deal = (
      "deal",
      "target \(share(tally.targetRight, tally.stories)), every target \(share(tally.targetsRight, tally.stories)), "
        + "bidders and sellers \(share(tally.actorsRight, tally.stories)), all of it "
        + "\(share(tally.dealRight, tally.stories)); stage \(share(tally.stageRight, tally.stories))"
    )
    let actors = (
      "bidders and sellers",
      "\(p.marked) marked, \(p.found) found; P \(f(p.precision)) R \(f(p.recall)) F1 \(f(p.f1(p.exact)))"
    )
    let terms = (
      "terms",
      "\(t.marked) marked, \(t.found) found; P \(f(t.precision)) R \(f(t.recall)) F1 \(f(t.f1(t.relaxed))), with the same "
        + "words F1 \(f(t.f1(t.exact)))"
    )
    let rows = b.marked + b.found == 0 ? [deal, actors] : claims + [deal, actors, terms]
    let lines = rows.map { "  " + $0.0 + String(repeating: " ", count: 20 - $0.0.count) + $0.1 }
    return "\(name): \(tally.stories) stories\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func share(_ count: Int, _ of: Int) -> String { of == 0 ? "-" : f(Double(count) / Double(of)) }

  /// Three decimals.
  private static func f(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let decimals = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - decimals.count) + decimals
  }
}
