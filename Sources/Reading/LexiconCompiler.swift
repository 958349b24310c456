import Stories

/// Compiles lexicons into what the program loads at once.
public enum LexiconCompiler {
  /// The path below `Data` of the compiled lexicon of `language`.
  public static func path(_ language: Language) -> String { LexiconImage.path(language) }

  /// The path below `Data` of the compiled words by which languages are told.
  public static let languagesPath = LanguageGuess.imagePath

  /// The bytes of the compiled words by which languages are told; `file` returns the bytes of a path below `Data`.
  ///
  /// Throws `LexiconError` with file and line of what is missing or malformed.
  public static func compileLanguages(file: (String) -> [UInt8]?) throws(LexiconError) -> [UInt8] {
    try LanguageGuess(file: file).image
  }

  /// The path below `Data` of the compiled model of `language`.
  public static func modelPath(_ language: Language) -> String { Model.imagePath(language) }

  /// The bytes of the compiled model of `language`, made of the weights that `suitor-train` wrote.
  ///
  /// Throws `LexiconError` with file and line of what is missing or malformed.
  public static func compileModel(_ language: Language, file: (String) -> [UInt8]?) throws(LexiconError) -> [UInt8] {
    try Model(language, file: file).image
  }

  /// The bytes of the compiled lexicon of `language`; `file` returns the bytes of a path below `Data`.
  ///
  /// Throws `LexiconError` with file and line of what is missing or malformed.
  public static func compile(_ language: Language, file: (String) -> [UInt8]?) throws(LexiconError) -> [UInt8] {
    LexiconImage.bytes(of: try LexiconShelf.compile(language, file: file))
  }
}
