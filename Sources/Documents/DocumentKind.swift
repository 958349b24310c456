/// What a file holds, told by its content and not by its name.
public enum DocumentKind: String, Sendable, CaseIterable {
  /// Text as it stands; whatever is nothing else.
  case plain
  case markdown
  case html
  /// One message.
  case mail
  /// Messages one after the other, each after a line that begins with "From ".
  case mailbox
  /// Outlook's own form of a message (TNEF), as in `winmail.dat`.
  case winMail
  /// RSS 2.0, Atom or RDF.
  case feed
  case newsML, nitf
  /// The SGML of the Reuters-21578 collection.
  case reuters
  /// A full submission to EDGAR.
  case filing
  case pdf
  case gzip, zip, tar
}

extension DocumentKind {
  /// How many bytes of a document say what it is.
  public static let headLength = 4096

  /// What a document is that begins with `head`.
  public init(_ head: ArraySlice<UInt8>) {
    self = Self.packed(head) ?? Self.marked(head) ?? Self.message(head) ?? PageRecognition.kind(of: head)
  }
}
