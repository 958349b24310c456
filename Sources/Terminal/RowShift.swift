import Display

/// That rows of a window stand higher or lower than before, as when a text is scrolled.
struct RowShift: Equatable {
  /// The part of the window that moves, in its own columns and rows.
  let part: Rect
  /// How many rows up what stands there has moved; less than zero if down.
  let rows: Int

  /// What can be said in fewer columns than this is cheaper painted than moved, which is some 45 bytes.
  private static let leastGain = 60

  /// Finds how `cells` has moved since `former`, which has the same size; `nil` if it has not, or so little that there is
  /// nothing to gain.
  ///
  /// Only what is written counts, not how it looks: a mark that goes from one claim to the next moves nothing. With
  /// `wholeRows` the part has all columns of the window, else only those in which something changes.
  init?(from former: VisibleCells, to cells: VisibleCells, wholeRows: Bool) {
    let (width, height) = (cells.place.width, cells.place.height)
    let changed = (0..<height).filter { cells.row($0) != former.row($0) }
    guard let top = changed.first, let bottom = changed.last, bottom - top > 2 else { return nil }
    var columns = 0...width - 1
    if !wholeRows {
      var (left, right) = (width, -1)
      for run in changed.lazy.flatMap({ cells.changes(since: former, row: $0) }) {
        left = min(left, run.lowerBound)
        right = max(right, run.upperBound - 1)
      }
      // What is moved has no half of a wide glyph at its edge.
      let rows = (top...bottom).flatMap { [former.row($0), cells.row($0)] }
      while left > 0, rows.contains(where: { $0[$0.startIndex + left].columns == 0 }) { left -= 1 }
      while right < width - 1, rows.contains(where: { $0[$0.startIndex + right].columns == 2 }) { right += 1 }
      columns = left...right
    }
    let before = (top...bottom).map { Line(former.row($0), columns) }
    let after = (top...bottom).map { Line(cells.row($0), columns) }
    /// The lines that were `shift` rows lower, and how much stands in them.
    func kept(_ shift: Int) -> (letters: Int, lines: ClosedRange<Int>) {
      var (letters, first, last) = (0, after.count, 0)
      for place in max(0, -shift)..<min(after.count, after.count - shift)
      where after[place].digest == before[place + shift].digest {
        letters += after[place].letters
        first = min(first, place)
        last = place
      }
      return (letters, min(first, last)...last)
    }
    var best = (shift: 0, letters: kept(0).letters + Self.leastGain, lines: 0...0)
    for distance in 1..<after.count {
      for shift in [distance, -distance] {
        let kept = kept(shift)
        if kept.letters > best.letters { best = (shift, kept.letters, kept.lines) }
      }
    }
    if best.shift == 0 { return nil }
    let first = top + best.lines.lowerBound + min(0, best.shift)
    let last = top + best.lines.upperBound + max(0, best.shift)
    part = Rect(x: columns.lowerBound, y: first, width: columns.count, height: last - first + 1)
    rows = best.shift
  }

  /// What is written in a row.
  private struct Line {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    /// How many columns are not blank.
    var letters = 0

    init(_ row: ArraySlice<Cell>, _ columns: ClosedRange<Int>) {
      for cell in row[row.startIndex + columns.lowerBound...row.startIndex + columns.upperBound] {
        // Fowler, Noll and Vo's hash, over glyphs.
        digest = (digest ^ cell.scalars.digest) &* 0x100_0000_01B3
        if cell.scalars != .space { letters += 1 }
      }
    }
  }
}
