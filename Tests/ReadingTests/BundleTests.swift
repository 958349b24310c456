import Stories
import Testing

@testable import Reading

/// Features that are weighed together weigh what each of them weighs.
@Suite struct BundleTests {
  @Test("a bundle's sum is that of its features") func sums() throws {
    let model = try Model(.english, file: builtIn)
    let gate = try #require(model.gate)
    var weighty = 0
    for bundle in Bundle.allCases {
      let (weights, bundles) = bundle.isGate ? (gate.weights, gate.bundles) : (model.weights, model.bundles)
      let sizes = bundle.sizes
      // Every value of each place comes up, though not with every value of the others.
      for k in 0..<max(sizes.0, sizes.1, sizes.2, sizes.3) * 8 {
        let (a, b, c, d) = (k % sizes.0, k * 7 % sizes.1, k * 5 % sizes.2, k * 3 % sizes.3)
        let together = bundles.withSum(of: weights) { empty in
          var sum = empty
          sum.add(bundle, a, b, c, d)
          return sum.sum
        }
        let single = weights.withSum { empty in
          var sum = empty
          bundle.write(a, b, c, d, into: &sum)
          return sum.sum
        }
        #expect(together == single, "\(bundle) \(a) \(b) \(c) \(d)")
        if single != 0 { weighty += 1 }
      }
    }
    #expect(weighty > 500)
  }

  @Test("a compiled model has the sums of its texts") func comesBackAsItWas() throws {
    let model = try Model(.english, file: builtIn)
    try model.image.withUnsafeBytes { image in
      let again = try #require(Model(image: image))
      #expect(again.bundles.sums.elementsEqual(model.bundles.sums))
      #expect(again.bundles.starts.elementsEqual(model.bundles.starts))
    }
  }

  @Test("a label has a place of its own, and is found by it") func labels() {
    let labels = (0..<Candidate.Label.placeCount).map { Candidate.Label(place: $0) }
    #expect(Set(labels).count == labels.count)
    for (place, label) in labels.enumerated() { #expect(label.place == place && label.isNamed) }
  }
}
