import Stories

/// Messages that are pages.
enum MailPage {
  /// The lines of a page that is all text: its paragraphs with an empty line between each and the next.
  static func lines(_ page: [UInt8], declared: Charset?) -> [MailLine] {
    []
  }
}
