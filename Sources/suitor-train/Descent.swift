import Glibc

/// Minimises a smooth function by L-BFGS with a backtracking line search (Nocedal and Wright, Numerical Optimization,
/// algorithm 7.5).
enum Descent {
  private static let memory = 6

  /// The point that `iterations` steps reach from `start`; `value` returns a function's value and gradient.
  static func minimum(
    from start: [Double], iterations: Int, _ value: ([Double]) -> (Double, [Double]), report: (Int, Double) -> Void
  ) -> [Double] {
    var x = start
    var (f, g) = value(x)
    var steps: [(s: [Double], y: [Double], rho: Double)] = []
    for iteration in 0..<iterations {
      var direction = g.map { -$0 }
      var alphas: [Double] = []
      for pair in steps.reversed() {
        let alpha = pair.rho * dot(pair.s, direction)
        alphas.append(alpha)
        add(-alpha, pair.y, to: &direction)
      }
      if let last = steps.last {
        let scale = dot(last.s, last.y) / dot(last.y, last.y)
        for i in direction.indices { direction[i] *= scale }
      }
      for (pair, alpha) in zip(steps, alphas.reversed()) {
        add(alpha - pair.rho * dot(pair.y, direction), pair.s, to: &direction)
      }
      let slope = dot(g, direction)
      guard slope < 0 else { break }
      var step = steps.isEmpty ? min(1, 1 / sqrt(dot(g, g))) : 1
      var next = x
      var (fNext, gNext) = (f, g)
      for _ in 0..<20 {
        next = x
        add(step, direction, to: &next)
        (fNext, gNext) = value(next)
        if fNext <= f + 1e-4 * step * slope { break }
        step /= 2
      }
      guard fNext < f else { break }
      var s = next
      add(-1, x, to: &s)
      var y = gNext
      add(-1, g, to: &y)
      let product = dot(s, y)
      if product > 1e-10 {
        steps.append((s, y, 1 / product))
        if steps.count > memory { steps.removeFirst() }
      }
      (x, f, g) = (next, fNext, gNext)
      report(iteration, f)
    }
    return x
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }

  private static func add(_ factor: Double, _ a: [Double], to b: inout [Double]) {
    for i in a.indices { b[i] += factor * a[i] }
  }
}
