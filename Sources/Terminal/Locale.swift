import CNcurses
import Glibc

/// The locale's character set, as far as the screen needs it.
enum Locale {
  /// Takes the environment's locale for characters and says whether it is UTF-8.
  ///
  /// ncurses and `wcwidth` count by the process's locale, so this comes before both.
  static func adoptIsUTF8() -> Bool {
    setlocale(LC_CTYPE, "")
    if isUTF8 { return true }
    // Bare servers rarely have the locale that SSH hands on; C.UTF-8 comes with the C library.
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { Environment[$0] }
    guard let name = names.first(where: { !$0.isEmpty })?.lowercased() else { return false }
    guard name.hasSuffix("utf-8") || name.hasSuffix("utf8") else { return false }
    setlocale(LC_CTYPE, "C.UTF-8")
    return isUTF8
  }

  private static var isUTF8: Bool { String(cString: nl_langinfo(CInt(CODESET))) == "UTF-8" }
}
