import Foundation

extension Problem {
  /// The weights that minimise the loss and half of `l2` times their squares, after `iterations` steps from 0.
  func weights(l2: Double, iterations: Int) -> [Double] {
    let start = Date()
    var last = 0.0
    let weights = Descent.minimum(from: [Double](repeating: 0, count: featureCount), iterations: iterations) {
      weights in
      var (loss, gradient) = loss(weights)
      for i in weights.indices {
        loss += l2 / 2 * weights[i] * weights[i]
        gradient[i] += l2 * weights[i]
      }
      return (loss, gradient)
    } report: {
      last = $1
      if $0 % 10 == 9 { print("  step \($0 + 1): loss \(Int($1))") }
    }
    print(String(format: "%d weights, loss %.0f, %.0f s", featureCount, last, Date().timeIntervalSince(start)))
    return weights
  }
}
