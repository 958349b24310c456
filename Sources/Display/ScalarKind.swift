/// What the screen does with a scalar from U+0080 on.
enum ScalarKind {
  /// Takes columns of its own.
  case shown
  /// A blank of whatever width.
  case space
  /// Stands on the character before it.
  case combining
  /// A Hangul vowel or final consonant, which joins the syllable before it.
  case vowelOrTail
  /// Not seen by itself, whatever it does to its neighbours.
  case hidden
  /// Has no meaning that two terminals share.
  case refused

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7E: self = .shown
    // The letters, punctuation and signs of European text, so that it never comes to the slow questions below.
    case 0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x2190...0x23FF, 0x2500...0x27BF,
      0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFC, 0xAC00...0xD7A3:
      self = .shown
    case 0x80...0x9F: self = .refused
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: self = .space
    // U+1160 is the invisible filler among them.
    case 0x1161...0x11FF, 0xD7B0...0xD7FF: self = .vowelOrTail
    default: self = Self.byProperties(of: scalar)
    }
  }

  private static func byProperties(of scalar: Unicode.Scalar) -> ScalarKind {
    let properties = scalar.properties
    // Later than Unicode 14, `wcwidth` of Debian 12 has no opinion, and terminals have several.
    guard let age = properties.age, age.major <= 14 else { return .refused }
    if properties.isNoncharacterCodePoint { return .refused }
    if 0x180B...0x180F ~= scalar.value, scalar.value != 0x180E { return .combining }
    // A combining mark in Unicode 14, of another category since.
    if scalar.value == 0x1171E { return .combining }
    if properties.isDefaultIgnorableCodePoint { return .hidden }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .combining
    case .lineSeparator, .paragraphSeparator: return .hidden
    case .format: return scalar.isPrepended ? .shown : .hidden
    case .unassigned, .privateUse, .surrogate, .control: return .refused
    default: return .shown
    }
  }
}

extension Unicode.Scalar {
  /// Half of a flag.
  var isRegionalIndicator: Bool { 0x1F1E6...0x1F1FF ~= value }

  /// A Han character, which variation selectors may follow.
  var isIdeograph: Bool { value >= 0x3400 && properties.isIdeographic }

  /// A syllable or the first consonant of one.
  var isHangul: Bool { 0x1100...0x115F ~= value || 0xA960...0xA97C ~= value || 0xAC00...0xD7A3 ~= value }

  /// An emoji that a zero-width joiner can join: digits and the like are emoji in name only.
  var isPictograph: Bool { value >= 0xA9 && properties.isEmoji && !isRegionalIndicator }

  /// A format character that is seen: a sign before an Arabic, Syriac or Kaithi number.
  var isPrepended: Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }
}
