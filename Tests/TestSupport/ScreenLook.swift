/// How a terminal shows a character, as SGR sets it.
struct ScreenLook: Hashable {
  /// The numbers of what is on: 1 for bold, 2 for faint, 3 for italic and so on.
  private(set) var attributes: Set<Int> = []
  /// The parameters that set the colour of characters, and the one behind them; empty for the terminal's own.
  private(set) var ink: [Int] = []
  private(set) var ground: [Int] = []

  /// Takes in the parameters of an SGR; false if one means nothing here.
  mutating func change(by parameters: String) -> Bool {
    var rest = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: self = ScreenLook()
      case 1...9: attributes.insert(number)
      case 22: attributes.subtract([1, 2])
      case 23...29: attributes.remove(number - 20)
      case 30...37, 90...97: ink = [number]
      case 39: ink = []
      case 40...47, 100...107: ground = [number]
      case 49: ground = []
      case 38, 48:
        let colour = Array(rest.prefix(rest.first == 2 ? 4 : 2))
        rest = rest.dropFirst(colour.count)
        if number == 38 { ink = colour } else { ground = colour }
      default: return false
      }
    }
    return true
  }

  /// What of it is seen of a space.
  var ofSpace: ScreenLook {
    var look = self
    if attributes.isDisjoint(with: [4, 7]) { look.ink = [] }
    look.attributes.formIntersection([4, 7])
    return look
  }

  /// What of it a terminal fills with that erases in the colour of the ground.
  var ofErased: ScreenLook {
    var look = ScreenLook()
    look.ground = ground
    return look
  }
}
