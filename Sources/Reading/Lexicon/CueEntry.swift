/// How a word attributes: packed into 16 bits, 0 for a word that does not.
struct CueEntry: Hashable, Sendable, BitwiseCopyable {
  /// All of it, as an image keeps it.
  let bits: UInt16

  /// What a cue takes as its content, from the experiment behind the method of attribution.
  enum Frame: UInt16 {
    /// A quotation or clause on either side: say, dire.
    case say = 1
    /// A clause: announce, estimer.
    case cla
    /// An infinitive: plan to, refuser de.
    case inf
    /// A noun phrase: accuse, dénoncer.
    case obj
    /// A prepositional phrase: comment on, the claim of.
    case prp
    /// Nothing in itself, it goes before its source: according to, selon.
    case acc
    /// Too seldom seen to tell.
    case unk

    /// The frame that a heading names.
    init?(name: String) {
      switch name {
      case "say": self = .say
      case "cla": self = .cla
      case "inf": self = .inf
      case "obj": self = .obj
      case "prp": self = .prp
      case "acc": self = .acc
      case "unk": self = .unk
      default: return nil
      }
    }
  }

  /// The form of the verb.
  enum Form: UInt16 {
    case base, s, ed, ing
  }

  /// No cue.
  static let none = CueEntry(bits: 0)

  init(bits: UInt16) { self.bits = bits }

  init(
    frame: Frame, strength: Int, form: Form, noun: Bool = false, phrase: Bool = false, reflexive: Bool = false,
    habits: Habits = []
  ) {
    bits =
      frame.rawValue | UInt16(strength) << 3 | form.rawValue << 6 | (noun ? 1 << 8 : 0) | (phrase ? 1 << 9 : 0)
      | (reflexive ? 1 << 10 : 0) | habits.rawValue << 11
  }

  /// What a form of a cue does often enough to count on it, by counts over annotated news.
  struct Habits: OptionSet {
    let rawValue: UInt16
    /// Attributes as a verb.
    static let verbal = Habits(rawValue: 1)
    /// Attributes to the words in quotation marks beside it.
    static let quoting = Habits(rawValue: 2)
    /// Attributes often enough to end a clause before it.
    static let listed = Habits(rawValue: 4)
    /// Takes long clauses to its right.
    static let clausal = Habits(rawValue: 8)
  }

  /// The same cue in another form of its verb; none stays none.
  func inForm(_ form: Form) -> CueEntry { isCue ? CueEntry(bits: bits & ~(3 << 6) | form.rawValue << 6) : self }

  /// Frame, strength and form in one number below 256.
  @inline(__always) var kind: Int { Int(bits & 0xFF) }

  var isCue: Bool { bits != 0 }
  var frame: Frame { Frame(rawValue: bits & 7) ?? .say }
  /// How often the word attributes where it stands, 0 (hardly ever) to 5 (more often than not).
  var strength: Int { Int(bits >> 3 & 7) }
  var form: Form { Form(rawValue: bits >> 6 & 3) ?? .base }
  /// Whether it is a noun ("the claim that").
  var isNoun: Bool { bits & 1 << 8 != 0 }
  /// Whether a verb takes a noun phrase as its content ("annoncer un accord").
  var takesPhrase: Bool { bits & 1 << 9 != 0 }
  /// Whether it attributes only with a reflexive pronoun ("s'exclamer").
  var isReflexive: Bool { bits & 1 << 10 != 0 }
  var habits: Habits { Habits(rawValue: bits >> 11) }
}
