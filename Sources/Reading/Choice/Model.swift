import Stories

/// What the choice among candidates has learned for one language.
///
/// A class, since every stage that chooses holds it, and a copy would count all its parts.
final class Model: Sendable {
  let weights: Weights
  let bundles: BundleSums
  /// Whether there are weights of words.
  let isLexical: Bool
  /// A claim is kept if it is at least so likely to be right.
  let threshold: Float
  /// How much it counts that just the words of a content are likely, against their being nearly right.
  ///
  /// By ten-fold trial on annotated news 2 finds .007 more English contents to the word than 0.8, and as many nearly right; of French
  /// ones it finds .016 more to the word and .024 fewer nearly right.
  let precision: Float
  /// What turns away cues before candidates are made for them; `nil` to look at all.
  let gate: Gate?
  /// How often claims are right.
  let calibration: Calibration
  /// What speaks for what is bought.
  let target: TargetWeights
  /// What speaks for bidders and sellers.
  let roles: RoleWeights

  /// The paths below `Data` of the weights that all languages share, and of those of the words of `language`.
  static let namedPath = "model/weights.txt"
  static func wordsPath(_ language: Language) -> String { "model/\(language.rawValue)-words.txt" }
  /// The path below `Data` of the compiled model.
  static func imagePath(_ language: Language) -> String { "compiled/\(language.rawValue).model" }

  /// Reads the model of `language` from its texts; `file` returns the bytes of a path below `Data`.
  ///
  /// A line is a weight and the feature's name, `threshold LANGUAGE NUMBER` or
  /// `precision LANGUAGE NUMBER`. Throws `LexiconError` with file and line of
  /// what is missing or malformed.
  init(_ language: Language, file: (String) -> [UInt8]?) throws(LexiconError) {
    guard let named = file(Model.namedPath) else {
      throw LexiconError(file: Model.namedPath, line: nil, problem: "the file is missing")
    }
    var entries: [(key: UInt64, weight: Float)] = []
    var threshold: Float = 0.4
    var precision: Float = 0.8
    try WeightFile.read(named, Model.namedPath, Model.line) { words in
      if words[0] == "threshold" || words[0] == "precision" {
        guard words.count == 3, let number = Float(words[2]) else { return false }
        guard words[1] == language.rawValue else { return true }
        if words[0] == "threshold" { threshold = number } else { precision = number }
        return true
      }
      guard let weight = Float(words[0]), let key = FeatureName.key(of: words.dropFirst()) else { return false }
      entries.append((key, weight))
      return true
    }
    self.threshold = threshold
    self.precision = precision
    let lexical = file(Model.wordsPath(language))
    isLexical = lexical != nil
    if let lexical {
      try WeightFile.read(lexical, Model.wordsPath(language), Model.line) { words in
        guard let weight = Float(words[0]), let key = WordTemplate.key(of: words.dropFirst()) else { return false }
        entries.append((key, weight))
        return true
      }
    }
    weights = Weights(entries)
    bundles = try Model.bundles(weights, Model.namedPath) { !$0.isGate }
    calibration = try Calibration(language, file: file(Calibration.path))
    target = try TargetWeights(language, file: file)
    roles = try RoleWeights(language, file: file)
    guard let gating = file(Gate.path(language)) else {
      gate = nil
      return
    }
    var least = -Float.infinity
    entries.removeAll()
    try WeightFile.read(gating, Gate.path(language), Model.line) { words in
      if words[0] == "least" {
        guard words.count == 2, let number = Float(words[1]) else { return false }
        least = number
        return true
      }
      guard let weight = Float(words[0]),
        let key = FeatureName.key(of: words.dropFirst()) ?? WordTemplate.key(of: words.dropFirst())
      else { return false }
      entries.append((key, weight))
      return true
    }
    let gateWeights = Weights(entries)
    gate = Gate(
      weights: gateWeights, bundles: try Model.bundles(gateWeights, Gate.path(language)) { $0.isGate }, least: least)
  }

  private static func bundles(
    _ weights: Weights, _ path: String, _ used: (Bundle) -> Bool
  ) throws(LexiconError) -> BundleSums {
    if let bundles = BundleSums(weights, used) { return bundles }
    throw LexiconError(file: path, line: nil, problem: "weights that together exceed 32 are too large")
  }

  private static let line = "a line is a weight and the name of a feature"

  private static let magic = Array("suitor model 11\n".utf8)

  /// The bytes of the compiled model; the same model gives the same bytes.
  var image: [UInt8] {
    var image = ImageWriter(Model.magic)
    image.put([threshold.bitPattern, isLexical ? 1 : 0, precision.bitPattern])
    image.put(weights.slots)
    image.put(bundles)
    image.put(gate.map { [$0.least.bitPattern] } ?? [])
    image.put(gate?.weights.slots ?? Column([]))
    if let gate { image.put(gate.bundles) }
    image.put(calibration.steps.map(\.bits))
    image.put(calibration.speakers.map(\.bitPattern))
    image.put(target.weights.map(\.bitPattern))
    image.put(target.surroundings.slots)
    image.put(roles.slots)
    return image.bytes
  }

  /// The model in the bytes of an image, which must stay where they are; `nil` if they are none of this form.
  init?(image bytes: UnsafeRawBufferPointer) {
    guard bytes.starts(with: Model.magic), ImageReader.isAligned(bytes) else { return nil }
    var image = ImageReader(bytes, from: Model.magic.count)
    let settings = image.column(UInt32.self)
    let slots = image.column(UInt64.self)
    let bundles = image.bundles()
    let least = image.column(UInt32.self)
    let gateSlots = image.column(UInt64.self)
    let gateBundles = least.isEmpty ? bundles : image.bundles()
    let steps = image.column(UInt64.self)
    let speakers = image.column(UInt32.self)
    let target = image.column(UInt32.self)
    let surroundings = image.column(UInt64.self)
    let roles = image.column(UInt64.self)
    guard image.isWhole, target.count == TargetFeature.count, surroundings.count.nonzeroBitCount == 1,
      surroundings.count > 1, settings.count == 3, slots.count.nonzeroBitCount == 1,
      slots.count > 1, least.count <= 1, speakers.count == Reasons.Speaker.allCases.count,
      roles.count.nonzeroBitCount == 1, gateSlots.count.nonzeroBitCount == least.count, gateSlots.count != 1,
      let bundles, let gateBundles
    else { return nil }
    threshold = Float(bitPattern: settings[0])
    isLexical = settings[1] != 0
    precision = Float(bitPattern: settings[2])
    weights = Weights(slots: slots)
    self.bundles = bundles
    gate = least.first.map {
      Gate(weights: Weights(slots: gateSlots), bundles: gateBundles, least: Float(bitPattern: $0))
    }
    calibration = Calibration(
      steps: steps.compactMap(Calibration.Step.init(bits:)), speakers: speakers.map { Float(bitPattern: $0) })
    self.target = TargetWeights(
      weights: target.map { Float(bitPattern: $0) }, surroundings: Weights(slots: surroundings))
    self.roles = RoleWeights(slots: roles)
  }
}
