import Reader
import Stories

/// What those who find and read stories have to tell, by the number of what was asked for: a file may hold several stories.
enum Arrival: Sendable {
  /// More files were found, which have the next numbers; they are shown before the file of that number, or after all.
  case added([Library.Entry], before: Int?)
  /// The file of that number has another name and stands before another one, or after all.
  case moved(Int, name: String, before: Int?)
  /// The files of these numbers are no longer there.
  case gone([Int])
  /// All files are found.
  case found
  /// The file of that number holds one story, which was read or could not be.
  case story(Int, name: String, Library.State)
  /// The file of that number holds several: this one, from 0, is called that.
  case part(Int, number: Int, name: String, Library.State)
  /// The file of that number holds so many stories and no more.
  case parts(Int, count: Int)
  /// One sentence for the person.
  case message(String)
}
