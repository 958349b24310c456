import Testing

@testable import Reading

/// Features have names that a person can read, and a weight is found again by its name.
@Suite struct FeatureTests {
  @Test func valuesHaveNamesOfTheirOwn() {
    let kinds: [Template.Value] = [
      .number, .frame, .form, .wordClass, .label, .side, .rule, .inversion, .sourceType, .place, .subject, .field,
    ]
    for kind in kinds {
      var seen: [String: UInt8] = [:]
      for value in UInt8.min...UInt8.max {
        let name = FeatureName.string(value, kind)
        guard name != "?" else { continue }
        #expect(seen[name] == nil, "\(kind): \(name) means \(seen[name] ?? 0) and \(value)")
        #expect(!name.contains(" "))
        seen[name] = value
      }
      #expect(!seen.isEmpty)
    }
  }

  @Test func namesLeadBackToKeys() throws {
    let keys = [
      Template.noneOddsFrameForm.key(5, 1, 2),
      Template.startEnd.key(Candidate.Label.infinitive.rawValue, 0, WordClass.to.rawValue),
      Template.ruleStart.key(3, Candidate.Label.quotationBefore.rawValue, 1),
    ]
    for key in keys {
      let name = FeatureName.name(of: key)
      #expect(FeatureName.key(of: name.split(separator: " ")) == key, "\(name)")
    }
    #expect(FeatureName.name(of: keys[0]) == "noneOddsFrameForm 5 say ed")
    for unknown in ["", "start", "start com", "start nowhere R", "noneOdds 5 6", "nothing"] {
      #expect(FeatureName.key(of: unknown.split(separator: " ")) == nil, "\(unknown)")
    }
  }

  @Test func classesAreThoseOfTheLexicon() {
    #expect(WordClass(lexiconName: "sub") == .sub)
    #expect(WordClass(lexiconName: "word") == .word)
    #expect(WordClass(lexiconName: "CUEed") == nil)
    #expect(WordClass(lexiconName: ",") == nil)
  }
}
