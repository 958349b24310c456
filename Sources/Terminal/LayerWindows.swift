import CNcurses
import Display

/// The windows and panels that show a frame's layers, one each.
struct LayerWindows {
  private struct Shown {
    var name: String
    var window: UnsafeMutablePointer<WINDOW>
    var panel: UnsafeMutablePointer<PANEL>
    var cells: VisibleCells
  }

  private var shown: [Shown] = []

  /// Makes the windows those of `frame` on a screen of `screen`; writes only what has changed.
  ///
  /// What has the terminal move a text within a window, where `mover` can, goes to `write`, behind what ncurses has written
  /// so far. The screen shows the frame with the next `doupdate`. On a bare screen, `isBare`, all of them are to be shown, and
  /// it is left to the caller to do so.
  mutating func show(
    _ frame: Frame, on screen: Size, isBare: Bool, with writer: inout CellWriter, mover: ScreenMover?,
    write: ([UInt8]) -> Void
  ) {
    var covers: [Rect] = []
    var wanted: [(name: String, cells: VisibleCells)] = []
    for layer in frame.layers.reversed() {
      let cells = VisibleCells(layer, screen: screen, covers: covers)
      guard cells.place.width > 0, cells.place.height > 0 else { continue }
      covers.append(cells.place)
      wanted.append((layer.name, cells))
    }
    wanted.reverse()
    if !isBare, wanted.count == shown.count,
      zip(wanted, shown).allSatisfy({ $0.name == $1.name && $0.cells.place == $1.cells.place })
    {
      return update(to: wanted.map(\.cells), with: &writer, mover: mover, write: write)
    }
    var former = shown
    shown = []
    var orderChanged = false
    for (name, cells) in wanted {
      if let place = former.firstIndex(where: { $0.name == name && $0.cells.place.size == cells.place.size }) {
        if place != former.startIndex { orderChanged = true }
        shown.append(former.remove(at: place))
        update(&shown[shown.count - 1], to: cells, with: &writer)
      } else if let new = make(name, cells, with: &writer) {
        shown.append(new)
        orderChanged = true
      }
    }
    for gone in former { Self.remove(gone) }
    if orderChanged {
      for layer in shown { top_panel(layer.panel) }
    }
    if isBare {
      for layer in shown { touchwin(layer.window) }
    }
    update_panels()
  }

  /// Writes what has changed in windows that stay where they are, one after the other.
  ///
  /// By itself ncurses goes row by row through all windows: it changes colours at each edge between two, and to bridge a
  /// short gap repaints what has not changed. Window by window it is a fifth less to send.
  ///
  /// Where most rows change, as when a text moves on, every second row goes first: else ncurses may take the whole screen
  /// for moved, has the terminal scroll it, and then repaints all that was not to move.
  private mutating func update(
    to cells: [VisibleCells], with writer: inout CellWriter, mover: ScreenMover?, write: ([UInt8]) -> Void
  ) {
    for (place, cells) in cells.enumerated() where cells != shown[place].cells {
      let covers = shown[(place + 1)...].map(\.cells.place)
      if let mover, let shift = mover.shift(from: shown[place].cells, to: cells, covers: covers) {
        move(place, shift, mover, write)
      }
      let height = cells.place.height
      let changed = (0..<height).count { cells.row($0) != shown[place].cells.row($0) }
      let step = changed > height / 2 ? 2 : 1
      for first in 0..<step {
        for y in stride(from: first, to: height, by: step) { update(shown[place], row: y, to: cells, with: &writer) }
        update_panels()
        leaveok(ncurses_newscr(), true)
        doupdate()
      }
      shown[place].cells = cells
    }
  }

  /// Moves a part of a window, and has the terminal move what it shows of it.
  private mutating func move(_ place: Int, _ shift: RowShift, _ mover: ScreenMover, _ write: ([UInt8]) -> Void) {
    guard ScreenMover.scroll(shown[place].window, shift.part, by: shift.rows) else { return }
    shown[place].cells.move(shift)
    let part = shift.part.moved(by: shown[place].cells.place.origin)
    // Without memory for that the window is painted as if the terminal could not do it.
    let isMoved = ScreenMover.scroll(ncurses_curscr(), part, by: shift.rows)
    if isMoved { write(mover.bytes(moving: part, by: shift.rows)) }
    wtouchln(shown[place].window, CInt(shift.part.y), CInt(shift.part.height), 1)
    guard isMoved else { return }
    // ncurses remembers of each row what stood in it, to find out what has moved. It learns anew what stands there now, with
    // nothing to paint; of one row at a time, as it takes for moved what stood elsewhere and stands there no longer.
    update_panels()
    let screen = ncurses_newscr()
    leaveok(screen, true)
    let (first, count) = (CInt(part.y), CInt(part.height))
    wtouchln(screen, first, count, 0)
    for row in first..<first + count {
      wtouchln(screen, row, 1, 1)
      doupdate()
    }
  }

  /// Removes all windows.
  mutating func removeAll() {
    for layer in shown { Self.remove(layer) }
    shown = []
  }

  private func make(_ name: String, _ cells: VisibleCells, with writer: inout CellWriter) -> Shown? {
    let place = cells.place
    guard let window = newwin(CInt(place.height), CInt(place.width), CInt(place.y), CInt(place.x)) else { return nil }
    guard let panel = new_panel(window) else {
      delwin(window)
      return nil
    }
    // One as large as the screen would have the screen cleared for it.
    clearok(window, false)
    // A new window is blank.
    for y in 0..<place.height {
      let row = cells.row(y)
      guard let first = row.firstIndex(where: { $0 != .blank }), let last = row.lastIndex(where: { $0 != .blank })
      else {
        continue
      }
      writer.write(row[first...last], to: window, x: first - row.startIndex, y: y, bridging: true)
    }
    return Shown(name: name, window: window, panel: panel, cells: cells)
  }

  private func update(_ layer: inout Shown, to cells: VisibleCells, with writer: inout CellWriter) {
    let place = cells.place
    if layer.cells.place != place { move_panel(layer.panel, CInt(place.y), CInt(place.x)) }
    for y in 0..<place.height { update(layer, row: y, to: cells, with: &writer) }
    layer.cells = cells
  }

  /// Writes to a window what has changed in a row of it.
  private func update(_ layer: Shown, row y: Int, to cells: VisibleCells, with writer: inout CellWriter) {
    let start = y * cells.place.width
    for run in cells.changes(since: layer.cells, row: y) {
      writer.write(
        cells.cells[start + run.lowerBound..<start + run.upperBound], to: layer.window, x: run.lowerBound, y: y)
    }
  }

  private static func remove(_ layer: Shown) {
    del_panel(layer.panel)
    delwin(layer.window)
  }
}
