import Display
import Stories

/// Something that happened, for `ReaderState.update` to answer.
public enum ReaderEvent: Sendable {
  /// A key was pressed.
  case key(Key)
  /// The screen has another size.
  case resize(Size)
  /// More stories were found; they come after those that are there.
  case added([Library.Entry])
  /// The story at an index of the library was read, or could not be.
  case entry(Int, Library.State)
  /// So many stories of so many are done; the reader stops showing it when all are.
  case progress(done: Int, total: Int)
  /// One sentence for the person, shown until the next key.
  case message(String)
}

/// Something that the reader asks of the program around it.
public enum ReaderEffect: Hashable, Sendable {
  /// Leave.
  case quit
  /// Paint the whole screen anew, whatever the terminal is thought to show.
  case redraw
  /// Stop, as Ctrl-Z does in a shell.
  case suspend
  /// Read the story at this index of the library before the others.
  case want(Int)
  /// Give these words to the terminal's clipboard.
  case copy(String)
}
