import Display
import Notebook
import Stories

/// Something that happened, for `ReaderState.update` to answer.
public enum ReaderEvent: Sendable {
  /// A key was pressed.
  case key(Key)
  /// Something was done with the mouse.
  case mouse(Mouse)
  /// Text was pasted, which goes into the search line where that is open and is otherwise ignored.
  case pasted(String)
  /// The screen has another size.
  case resize(Size)
  /// The terminal can move this of its screen.
  case movable(Movable)
  /// More stories were found; they are shown before the one at an index of the library, or after all that are there.
  case added([Library.Entry], before: Int? = nil)
  /// More stories were found in the file of the story at an index; they are shown after it.
  case parts([Library.Entry], after: Int)
  /// The story at an index is now called so.
  case named(Int, String)
  /// The story at an index is now called `name` and shown before the one at another index, or after all; if it was gone, it
  /// is there again.
  case moved(Int, name: String, before: Int?)
  /// The files of the stories at these indices are no longer there.
  case gone([Int])
  /// The list of stories is whole: who has not done anything yet begins with its first.
  case found
  /// The story at an index of the library was read, or could not be.
  case entry(Int, Library.State)
  /// So many of the stories found so far are done; the reader stops showing it when all are, and no more are looked for.
  case progress(Progress)
  /// One sentence for the person, shown until the next key.
  case message(String)
  /// The person has never used the program before.
  case invitation
  /// What became of the words that `copy` gave away.
  case copied(Copied)
  /// What became of the file that `export` asked for.
  case exported(Exported)
  /// What was put down in the notebook.
  case noted(Noted)
  /// What the person's editor made of a note; `nil` if there is nothing to take.
  case edited(String?)
  /// What decided about a claim that `explain` asked about; `nil` if nobody knows any more.
  case reasons(Reasons?, story: Int, claim: Int)
}

/// How far the reading of many stories is.
public struct Progress: Hashable, Sendable {
  /// The stories that were read, or could not be.
  public var done: Int
  /// The stories that were found.
  public var total: Int
  /// Whether more are looked for.
  public var isFinding: Bool

  /// Makes a progress.
  public init(done: Int, total: Int, isFinding: Bool = false) {
    self.done = done
    self.total = total
    self.isFinding = isFinding
  }

  /// Whether there is nothing more to be done.
  public var isOver: Bool { done >= total && !isFinding }
}

/// What became of words that were to be copied.
public struct Copied: Hashable, Sendable {
  /// How the terminal's clipboard got them; `nil` where the terminal has none.
  public var clipboard: Clipboard?
  /// Whether the end was cut off, since terminals take only so much.
  public var isCut = false
  /// The file that they were appended to.
  public var file: String?
  /// Why the file that was named could not be written, in the system's words.
  public var fileProblem: String?

  /// What stands between the program and the clipboard.
  ///
  /// No terminal says whether it has taken anything.
  public enum Clipboard: Hashable, Sendable {
    case terminal, tmux, screen
  }

  /// Makes an outcome.
  public init(clipboard: Clipboard?, isCut: Bool = false, file: String? = nil, fileProblem: String? = nil) {
    self.clipboard = clipboard
    self.isCut = isCut
    self.file = file
    self.fileProblem = fileProblem
  }
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
  /// Write a file.
  case export(ExportOrder)
  /// Run a command that has this text as its input and the terminal for itself, and come back.
  case pipe(String, command: String)
  /// Run a shell that has the terminal for itself, and come back.
  case shell
  /// Open the file of the story at this index of the library in another program, or say where it is.
  case openOutside(story: Int)
  /// Put something down in the notebook.
  case put(Jotting)
  /// Remember whether the text with this fingerprint has been read.
  case setRead(UInt64, Bool)
  /// Have this text edited in the person's own editor, which has the terminal for itself, and come back.
  case edit(String)
  /// Tell what decided about a claim of the story at this index of the library.
  case explain(story: Int, claim: Int)
}
