/// Goes to the next row by a line feed, which is two to four bytes shorter than to name the row.
///
/// ncurses never does. It is safe only where it is certain on which row the cursor stands: as soon as it may have come to
/// the right edge, or something is not understood, rows are named until the next one is.
struct CursorSteps {
  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// The screen's columns; nothing is shortened while they are not known.
  var width = 0
  /// Where the cursor stands, counted from 1, as far as it is known: its row, and the rightmost column that it can be in.
  private var row: Int?
  private var reach: Int?

  /// Takes nothing for granted from now on.
  mutating func forget() { (row, reach) = (nil, nil) }

  /// Appends `piece`, which moves the cursor and does nothing else, or a shorter one that moves it to the same place.
  mutating func appendMove(_ piece: Bytes, to result: inout [UInt8]) {
    let isOnNextRow = row.map { $0 + 1 }
    let isCertain = reach.map { $0 <= width } ?? false
    follow(piece)
    guard isCertain, let row, row == isOnNextRow else {
      result += piece
      return
    }
    switch piece.last {
    case 0x64: result.append(0x0A)
    case 0x48:
      result += [0x0A, 0x1B, 0x5B]
      if let separator = piece.firstIndex(of: 0x3B) { result += piece[(separator + 1)...].dropLast() }
      result.append(0x47)
    default: result += piece
    }
  }

  /// Takes in where `piece` leaves the cursor.
  mutating func follow(_ piece: Bytes) {
    guard let first = piece.first, let last = piece.last else { return }
    if first == 0x0D {
      reach = 1
    } else if first >= 0x20 {
      // No character takes more columns than bytes.
      reach = reach.map { $0 + piece.count }
    } else if first == 0x08 {
      return
    } else if first == 0x1B, piece.count > 2, piece[piece.startIndex + 1] == 0x5B,
      let (one, two) = Self.numbers(piece.dropFirst(2).dropLast())
    {
      switch last {
      case 0x41: row = row.map { $0 - one }
      case 0x42: row = row.map { $0 + one }
      case 0x43: reach = reach.map { $0 + one }
      case 0x47: reach = one
      case 0x48: (row, reach) = (one, two)
      case 0x64: row = one
      // CUB leaves the column less than it was; ED, EL, ECH and SGR leave the cursor where it is.
      case 0x44, 0x4A, 0x4B, 0x58, 0x6D: break
      default: forget()
      }
    } else {
      forget()
    }
  }

  /// The first two parameters of a control sequence, 1 where none stands; `nil` if it is a private one.
  private static func numbers(_ parameters: Bytes) -> (Int, Int)? {
    var numbers = [0, 0]
    var place = 0
    for byte in parameters {
      if byte == 0x3B {
        place += 1
      } else if 0x30...0x39 ~= byte {
        if place < 2, numbers[place] < 10_000 { numbers[place] = numbers[place] * 10 + Int(byte - 0x30) }
      } else {
        return nil
      }
    }
    return (max(1, numbers[0]), max(1, numbers[1]))
  }
}
