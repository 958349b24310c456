/// Text for a terminal outside the reader, in the characters that its locale has.
public enum ASCIIText {
  /// Whether the environment's locale shows nothing beyond ASCII for certain.
  public static let isNeeded = !Locale.adoptIsUTF8()

  /// `text` with what is no ASCII replaced by what looks or reads like it, a character for a character.
  public static func of(_ text: String) -> String { String(text.map(Transliteration.ascii)) }
}
