import Notebook
import Stories

/// What the reader has put down and read, for the commands that print.
struct Kept: Sendable {
  /// The notebook.
  var notebook = Notebook()
  /// The fingerprints of the texts that have been read.
  var read: Set<UInt64> = []

  /// `story` with what is kept of it.
  func applied(to story: Story) -> Story {
    var story = notebook.applied(to: story) ?? story
    if !read.isEmpty { story.isRead = read.contains(story.text.fingerprint) }
    return story
  }
}
