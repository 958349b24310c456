import Testing

@testable import Documents

@Suite("Fields of messages") struct HeaderFieldTests {
  private func words(_ field: String) -> String { HeaderField.words(Array(field.utf8)) }
  private func parameters(_ field: String) -> [String: String] { HeaderField.parameters(Array(field.utf8)) }

  @Test(
    "encoded words",
    arguments: [
      ("Acme says no", "Acme says no"),
      ("Acme\r\n says\tno ", "Acme says no"),
      ("=?utf-8?Q?Acm=C3=A9_dit_non?=", "Acmé dit non"),
      ("=?ISO-8859-1?B?QWNt6SBkaXQgbm9u?=", "Acmé dit non"),
      ("=?utf-8?q?Acm=C3?= =?utf-8?q?=A9?= dit non", "Acmé dit non"),
      ("TR: =?windows-1252?q?l=92offre?= de =?utf-8*fr?q?Z=C3=A9phyr?=", "TR: l’offre de Zéphyr"),
      ("=?utf-8?q?a?= b =?utf-8?q?c?=", "a b c"),
      ("=?utf-8?q?a?==?utf-8?q?b?=", "ab"),
      ("=?utf-8?x?a?=", "=?utf-8?x?a?="), ("=?utf-8?q?no end", "=?utf-8?q?no end"), ("=?", "=?"),
      ("=??q?a?=", "=??q?a?="),
      ("2 =? 3", "2 =? 3"), ("=?no-such-charset?q?caf=E9?=", "café"),
    ])
  func encoded(_ field: String, _ expected: String) { #expect(words(field) == expected) }

  @Test("bytes that nobody encoded") func raw() {
    #expect(HeaderField.words([0x63, 0x61, 0x66, 0xE9]) == "café")
    #expect(words("café") == "café")
  }

  @Test("parameters") func parameters() {
    #expect(parameters("text/plain; charset=UTF-8; Format=\"flowed\"") == ["charset": "UTF-8", "format": "flowed"])
    #expect(parameters("attachment; filename=\"a; \\\"b\\\".txt\"") == ["filename": "a; \"b\".txt"])
    #expect(parameters("attachment; filename*=iso-8859-1'fr'd%E9p%EAche.txt") == ["filename": "dépêche.txt"])
    #expect(
      parameters("attachment; filename*1*=%20offre.txt; filename*0*=utf-8''l%E2%80%99; filename*2=\" x\"")
        == ["filename": "l’ offre.txt x"])
    #expect(parameters("attachment; filename=\"=?utf-8?q?caf=C3=A9.txt?=\"") == ["filename": "café.txt"])
    #expect(parameters("text/plain; ; =x; charset") == ["": "x"])
    #expect(parameters("text/plain") == [:])
  }

  @Test(
    "headlines in subjects",
    arguments: [
      ("Acme says no", "Acme says no"), ("Re: Fwd: [deals] TR : Acme says no", "Acme says no"),
      ("RE[2]: Acme", "Acme"), ("Regulator: no", "Regulator: no"), ("[deals]", "[deals]"), ("Re:", nil), ("", nil),
      ("Tr: Acmé", "Acmé"), ("[Alerte] Zéphyr : l’offre", "Zéphyr : l’offre"),
    ] as [(String, String?)])
  func subject(_ subject: String, _ expected: String?) { #expect(MailSubject.headline(subject) == expected) }

  @Test(
    "outlets in senders",
    arguments: [
      ("The Harbour Post <news@harbourpost.example>", "The Harbour Post"),
      ("\"Post, Harbour\" <a@b.example>", "Post, Harbour"),
      ("news@mail.harbourpost.example", "harbourpost.example"), ("<a@b.example>", "b.example"),
      ("a@b.example (Harbour Post)", "Harbour Post"), ("Ann [mailto:a@b.example]", "Ann"), ("Ann", "Ann"), ("", nil),
      ("'a@b.example' <a@b.example>", "b.example"),
    ] as [(String, String?)])
  func sender(_ sender: String, _ expected: String?) { #expect(MailSender.outlet(sender) == expected) }
}
