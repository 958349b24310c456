/// A stretch of a page's text that stands in lines of its own.
struct Paragraph: Equatable {
  enum Kind: Equatable {
    case text
    /// A heading, 1 the highest.
    case heading(Int)
    case item
    /// The rows of a table, each a line.
    case table
  }

  var text: String
  var kind: Kind
  /// The innermost element that stands in lines of its own and holds all of it.
  var node: Int
  /// The text node that it begins in.
  var start: Int
  /// How many of its bytes stand in links.
  var linked: Int
}
