/// What a word does around the figures of a deal, packed into 32 bits, 0 for a word that does nothing there.
struct TermWord: Hashable, Sendable {
  /// All of it, as an image keeps it: the roles, then what it means within a figure.
  let bits: UInt32

  /// What the figure beside a word is the figure of.
  struct Roles: OptionSet {
    let rawValue: UInt16
    static let premium = Roles(rawValue: 1)
    /// What is paid if a deal falls through.
    static let fee = Roles(rawValue: 2)
    /// What a company is divided into: shares, votes, capital.
    static let shares = Roles(rawValue: 4)
    /// Before what is counted one by one: "per share", "par action".
    static let each = Roles(rawValue: 8)
    /// Prices and paying.
    static let worth = Roles(rawValue: 16)
    /// Figures of the books: sales, profits, debts.
    static let accounts = Roles(rawValue: 32)
    /// Movements of a share price.
    static let trading = Roles(rawValue: 64)
    /// Between a figure and another that it is compared with: "above".
    static let compare = Roles(rawValue: 128)
    /// Holding a part of a company: "keep", "subsidiary".
    static let holds = Roles(rawValue: 256)

    /// The role that a heading names.
    init?(name: String) {
      switch name {
      case "premium": self = .premium
      case "fee": self = .fee
      case "shares": self = .shares
      case "each": self = .each
      case "worth": self = .worth
      case "accounts": self = .accounts
      case "trading": self = .trading
      case "compare": self = .compare
      case "holds": self = .holds
      default: return nil
      }
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }
  }

  /// What a word means within a figure.
  enum Part: Hashable {
    case number(Int)
    /// A power of ten: 6 for "million".
    case scale(Int)
    /// An ISO 4217 code or "%"; `isHundredth` for pence and cents.
    case unit(String, isHundredth: Bool)
  }

  static let none = TermWord(bits: 0)

  init(bits: UInt32) { self.bits = bits }

  /// The roles have the low bits, then comes the kind of the part, then its value.
  private static let kindPlace: UInt32 = 12
  private static let valuePlace: UInt32 = 16

  init(_ roles: Roles, _ part: Part? = nil) {
    let (kind, value): (UInt32, UInt32)
    switch part {
    case .number(let number): (kind, value) = (1, UInt32(number))
    case .scale(let power): (kind, value) = (2, UInt32(power))
    case .unit(let code, let isHundredth):
      kind = isHundredth ? 4 : 3
      value = code == "%" ? 0 : code.utf8.reduce(0) { $0 << 5 | UInt32($1 & 31) }
    case nil: (kind, value) = (0, 0)
    }
    bits = UInt32(roles.rawValue) | kind << TermWord.kindPlace | value << TermWord.valuePlace
  }

  var roles: Roles { Roles(rawValue: UInt16(bits & (1 << TermWord.kindPlace - 1))) }

  private var kind: UInt32 { bits >> TermWord.kindPlace & 15 }

  /// Whether it means anything within a figure.
  var isPart: Bool { kind != 0 }

  /// Whether it is a currency or "%".
  var isUnit: Bool { kind >= 3 }

  var part: Part? {
    let value = bits >> TermWord.valuePlace
    switch kind {
    case 1: return .number(Int(value))
    case 2: return .scale(Int(value))
    case 3, 4:
      guard value != 0 else { return .unit("%", isHundredth: false) }
      let code = String(unsafeUninitializedCapacity: 3) { letters in
        for k in 0..<3 { letters[k] = UInt8(value >> UInt32(10 - 5 * k) & 31) | 64 }
        return 3
      }
      return .unit(code, isHundredth: kind == 4)
    default: return nil
    }
  }

  /// The number that it is, if it is one.
  var number: Int? { kind == 1 ? Int(bits >> TermWord.valuePlace) : nil }

  /// Both meanings; of two parts of a figure that of `other` stays.
  func merged(with other: TermWord) -> TermWord {
    TermWord(bits: other.kind == 0 ? bits | other.bits : UInt32(roles.rawValue) | other.bits)
  }
}
