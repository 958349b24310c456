/// ASCII for what a terminal without Unicode cannot show, one column for one column.
enum Transliteration {
  /// The ASCII character for `character`: itself, one that looks or reads like it, or `?`.
  static func ascii(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    let base = scalars[scalars.startIndex]
    if base.value < 0x80 { return Character(base) }
    return table[base] ?? shape(base) ?? "?"
  }

  /// Box drawing by what it looks like: U+2500 to U+257F.
  private static func shape(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0x2500...0x2501, 0x2504...0x2505, 0x2508...0x2509, 0x254C...0x254D, 0x2550, 0x2574, 0x2576, 0x2578, 0x257A,
      0x257C, 0x257E:
      "-"
    case 0x2502...0x2503, 0x2506...0x2507, 0x250A...0x250B, 0x254E...0x254F, 0x2551, 0x2575, 0x2577, 0x2579, 0x257B,
      0x257D, 0x257F:
      "|"
    case 0x2500...0x257F: "+"
    case 0x2580...0x259F: "|"
    case 0x2400...0x241F, 0x2421: "^"
    default: nil
    }
  }

  private static let table: [Unicode.Scalar: Character] = {
    var table: [Unicode.Scalar: Character] = [:]
    for (ascii, likes) in likes {
      for scalar in likes.unicodeScalars { table[scalar] = ascii }
    }
    return table
  }()

  private static let likes: [(Character, String)] = [
    ("'", "‘’‚‛′´ʼ"), ("\"", "“”„‟″"), ("<", "«‹◂◀←⇠"), (">", "»›▸▶→⇢"), ("-", "‐‑‒–—―−⁃"), (".", "…·"),
    ("*", "•‣●★✓×✎"), ("+", "◆"), ("P", "¶"),
    ("^", "▲▴↑⇡"), ("v", "▼▾↓"), ("o", "◦○◌"), ("/", "⁄∕"), ("~", "∼≈"), ("=", "≠≡"),
    ("A", "ÀÁÂÃÄÅĀĂĄÆ"), ("C", "ÇĆĈĊČ©"), ("D", "ĎĐÐ"), ("E", "ÈÉÊËĒĔĖĘĚ€"), ("G", "ĜĞĠĢ"), ("H", "ĤĦ"),
    ("I", "ÌÍÎÏĨĪĬĮİ"), ("J", "Ĵ"), ("K", "Ķ"), ("L", "ĹĻĽĿŁ£"), ("N", "ÑŃŅŇ"), ("O", "ÒÓÔÕÖØŌŎŐŒ"), ("R", "ŔŖŘ®"),
    ("S", "ŚŜŞŠȘ§"), ("T", "ŢŤŦȚ"), ("U", "ÙÚÛÜŨŪŬŮŰŲ"), ("W", "Ŵ"), ("Y", "ÝŶŸ¥"), ("Z", "ŹŻŽ"),
    ("a", "àáâãäåāăąæª"), ("c", "çćĉċč¢"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňⁿ"), ("o", "òóôõöøōŏőœº°"), ("r", "ŕŗř"),
    ("s", "śŝşšșß"), ("t", "ţťŧț™"), ("u", "ùúûüũūŭůűųµ"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ("1", "¹½¼"), ("2", "²"), ("3", "³¾"), ("!", "¡"), ("?", "¿"),
  ]
}
