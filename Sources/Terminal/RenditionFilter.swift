/// Says the same to a terminal in fewer bytes: of several changes of the rendition before a character, only their sum, and
/// none before a space on which it would not be seen.
///
/// ncurses ends an attribute by ending all, takes a colour back before that, sets each part with a sequence of its own, and
/// each time chooses the character set that nobody has left. On a coloured screen that is a quarter of all bytes. Only for
/// terminals that speak ECMA-48.
struct RenditionFilter {
  let ends: Bool
  /// How the cursor goes, which is not for a terminal whose step down is not a mere line feed.
  var steps: CursorSteps?
  /// What the terminal does, and what it is to do by the bytes so far; unknown until a sequence says it.
  private var shown = State()
  private var wanted = State()
  /// Whether there was a rendition that is not understood: from then on all goes as it comes.
  private var isLost = false

  private struct State: Equatable {
    var rendition: Rendition?
    /// The character set designated as G0, and the shift (SO or SI).
    var set: UInt8?
    var shift: UInt8?
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// `ends` says whether the terminal can end one attribute or colour without ending all.
  init(ends: Bool) { self.ends = ends }

  /// Takes nothing for granted from now on, as after another program has written to the terminal.
  mutating func forget() {
    shown = State()
    steps?.forget()
  }

  /// Shortens `bytes`, which hold whole sequences.
  mutating func shorten(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        let end = Self.end(of: place, in: bytes)
        take(bytes[place..<end], &result)
        place = end
      }
    }
    settle(&result)
    return result
  }

  private mutating func take(_ piece: Bytes, _ result: inout [UInt8]) {
    if isLost {
      result += piece
    } else if !note(piece) {
      if steps != nil, Self.onlyMoves(piece) {
        steps?.appendMove(piece, to: &result)
        return
      }
      steps?.follow(piece)
      let blank = isGroundSettled ? Self.leadingBlank(piece) : piece.startIndex
      result += piece[..<blank]
      if blank == piece.endIndex { return }
      if !Self.onlyMoves(piece) { settle(&result) }
      result += piece[blank...]
    }
  }

  /// Takes in a piece that changes nothing but the state; false if it is another.
  private mutating func note(_ piece: Bytes) -> Bool {
    guard let first = piece.first, let last = piece.last else { return false }
    if first == 0x0E || first == 0x0F {
      wanted.shift = first
      return true
    }
    guard first == 0x1B, piece.count > 2 else { return false }
    let second = piece[piece.startIndex + 1]
    if second == 0x28, piece.count == 3 {
      wanted.set = last
      return true
    }
    guard second == 0x5B, last == 0x6D else { return false }
    if let rendition = (wanted.rendition ?? Rendition()).changed(by: piece.dropFirst(2).dropLast()) {
      wanted.rendition = rendition
      return true
    }
    isLost = true
    return false
  }

  /// Whether a space would look now as it is to look.
  private var isGroundSettled: Bool {
    guard let shown = shown.rendition, let wanted = wanted.rendition else { return false }
    guard shown.ground == wanted.ground, shown.attributesOfSpaces == wanted.attributesOfSpaces else { return false }
    // A line below a space has the ink of its characters.
    return wanted.attributesOfSpaces == 0 || shown.ink == wanted.ink
  }

  /// Brings the terminal to the state that it is to have.
  private mutating func settle(_ result: inout [UInt8]) {
    if wanted == shown { return }
    if let set = wanted.set, set != shown.set { result += [0x1B, 0x28, set] }
    if let shift = wanted.shift, shift != shown.shift { result.append(shift) }
    wanted.rendition?.appendChange(from: shown.rendition, ends: ends, to: &result)
    shown = wanted
  }

  /// Where the part of a piece ends that only makes blanks: leading spaces, or all of an ECH, EL or ED.
  ///
  /// A REP repeats what was just written, as that looks, and some terminals forget what that was if another sequence comes
  /// between.
  private static func leadingBlank(_ piece: Bytes) -> Int {
    switch final(of: piece) {
    case 0x58, 0x4B, 0x4A, 0x62: return piece.endIndex
    default: return piece.firstIndex { $0 != 0x20 } ?? piece.endIndex
    }
  }

  /// Whether a piece moves the cursor and paints nothing, not even with the colour of the ground.
  private static func onlyMoves(_ piece: Bytes) -> Bool {
    if piece.count == 1 { return piece.first == 0x0D || piece.first == 0x08 }
    switch final(of: piece) {
    // CUU, CUD, CUF, CUB, CHA, CUP, VPA.
    case 0x41, 0x42, 0x43, 0x44, 0x47, 0x48, 0x64: return true
    default: return false
    }
  }

  /// The final byte of a control sequence that is not a private one; `nil` for another piece.
  private static func final(of piece: Bytes) -> UInt8? {
    guard piece.count > 2, piece.first == 0x1B, piece[piece.startIndex + 1] == 0x5B,
      piece.dropFirst(2).dropLast().allSatisfy({ 0x30...0x3B ~= $0 })
    else { return nil }
    return piece.last
  }

  /// Where the piece that begins at `place` ends: a control sequence, a control character, or a run of characters.
  private static func end(of place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = place + 1
    if bytes[place] >= 0x20 {
      while end < bytes.count, bytes[end] >= 0x20 { end += 1 }
      return end
    }
    guard bytes[place] == 0x1B, end < bytes.count else { return end }
    if bytes[end] == 0x5B {
      end += 1
      while end < bytes.count, 0x20...0x3F ~= bytes[end] { end += 1 }
    } else {
      while end < bytes.count, 0x20...0x2F ~= bytes[end] { end += 1 }
    }
    return min(end + 1, bytes.count)
  }
}
