import Testing

@testable import Documents

@Suite("Messages") struct MailTests {
  private static let head = """
    From: The Harbour Post <alerts@harbourpost.example>
    To: desk@example.com
    Date: Thu, 5 Mar 2026 18:04:11 +0100
    MIME-Version: 1.0

    """

  /// A message with the subject and what follows it.
  private func mail(_ subject: String, _ rest: String) -> Opened {
    Opened(Self.head + "Subject: \(subject)\n" + rest)
  }

  @Test("a plain message: headline, outlet and day from the fields, lines joined") func plain() {
    let opened = mail(
      "Fwd: [deals] Brightwater turns Calder down",
      """

      Brightwater Ports turned down a bid of 3.2 billion crowns from
      Calder Holdings on Thursday, and said that the price was too
      low.

      Calder said it would think again.
      """)
    #expect(
      opened.texts == [
        """
        Brightwater turns Calder down

        Brightwater Ports turned down a bid of 3.2 billion crowns from Calder Holdings on Thursday, and said that the price was too low.

        Calder said it would think again.
        """
      ])
    #expect(
      opened.documents.map(\.facts) == [
        Document.Facts(headline: "Brightwater turns Calder down", outlet: "The Harbour Post", date: "2026-03-05")
      ])
    #expect(opened.parts == [nil])
    #expect(opened.problems.isEmpty)
  }

  @Test("quoted-printable in Latin-1, and format=flowed with spaces to delete") func encodings() {
    let opened = mail(
      "=?iso-8859-1?Q?L=27offre_de_Z=E9phyr?=",
      """
      Content-Type: text/plain; charset=iso-8859-1; format=flowed; DelSp=yes
      Content-Transfer-Encoding: quoted-printable

      Le groupe Z=E9phyr a pr=E9sent=E9 une offre de 40=A0millions d=92eur =20
      os pour Tourbillon.

      =AB=A0Nous r=E9fl=E9chissons=A0=BB, a dit sa pr=E9sidente.
      """)
    #expect(
      opened.texts == [
        """
        L'offre de Zéphyr

        Le groupe Zéphyr a présenté une offre de 40\u{A0}millions d’eur os pour Tourbillon.

        «\u{A0}Nous réfléchissons\u{A0}», a dit sa présidente.
        """
      ])
  }

  @Test("base64 in UTF-8; a charset that is wrong") func base64() {
    let opened = mail(
      "Offre",
      "Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: base64\n\nWsOpcGh5ciByZWZ1c2UgbOKAmW9mZnJlLg==\n"
    )
    #expect(opened.texts == ["Offre\n\nZéphyr refuse l’offre."])
  }

  @Test("quotation marks of Windows in what says that it is Latin-9") func windows() {
    let text =
      "From: Le Quai <a@b.example>\nSubject: L\nContent-Type: text/plain; charset=iso-8859-15\n\n40 € pour l’or"
    let bytes = text.unicodeScalars.map { $0 == "€" ? 0xA4 : $0 == "’" ? 0x92 : UInt8($0.value) }
    #expect(Opened(bytes).texts == ["L\n\n40 € pour l’or"])
  }

  @Test("of two forms the plain one; a file beside it is a part") func multipart() {
    let opened = mail(
      "Calder raises",
      """
      Content-Type: multipart/mixed; boundary="out"

      This is for old programs.
      --out
      Content-Type: multipart/alternative; boundary="in"

      --in
      Content-Type: text/plain

      Calder Holdings raised its bid for Brightwater Ports to 3.6 billion crowns.

      --in
      Content-Type: text/html

      <p>Calder raised.</p>

      --in--
      --out
      Content-Type: image/png; name="logo.png"
      Content-Transfer-Encoding: base64

      iVBORw0KGgo=
      --out
      Content-Type: text/plain; charset=iso-8859-1
      Content-Disposition: attachment; filename*=utf-8''r%C3%A9ponse.txt
      Content-Transfer-Encoding: 8bit

      Brightwater's board will meet on Friday.
      --out--
      """)
    #expect(
      opened.texts == [
        "Calder raises\n\nCalder Holdings raised its bid for Brightwater Ports to 3.6 billion crowns.",
        "Brightwater's board will meet on Friday.",
      ])
    #expect(opened.parts == [nil, "réponse.txt"])
    #expect(opened.problems.isEmpty)
  }

  @Test("a document without a type of its own is read to its end, and what is neither text nor document is passed over")
  func untyped() {
    let line = "<p>Calder Holdings raised its bid for Brightwater Ports to 3.6 billion crowns, and will wait.</p>\n"
    let page =
      "<html><body>\n" + String(repeating: line, count: 100) + "<p>The board meets on Friday at noon.</p></body></html>"
    let noise = String(repeating: "\u{1}\u{2}noise\n", count: 2000)
    let opened = mail(
      "Calder raises",
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee the page.\n"
        + [page, noise].map { "--b\nContent-Type: application/octet-stream\n\n\($0)\n" }.joined() + "--b--\n")
    #expect(opened.texts.count == 2 && opened.problems.isEmpty)
    #expect(opened.texts.last?.hasSuffix("The board meets on Friday at noon.") ?? false)
  }

  @Test("a message within a message") func carried() {
    let opened = mail(
      "For you",
      """
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: message/rfc822

      From: Le Quai <quai@example.net>
      Subject: Calder renonce
      Date: Wed, 4 Mar 2026 23:00:00 -0500

      Calder renonce au port de Brightwater.
      --b--
      """)
    #expect(opened.texts == ["Calder renonce\n\nCalder renonce au port de Brightwater."])
    #expect(opened.parts == ["1"])
    #expect(opened.documents.first?.facts.date == "2026-03-04")
    #expect(opened.documents.first?.facts.outlet == "Le Quai")
  }

  @Test(
    "a message that is forwarded is the story, with its own fields",
    arguments: [
      """
      Worth a look. A.

      ---------- Forwarded message ---------
      From: Le Quai <quai@example.net>
      Date: Wed, Mar 4, 2026 at 9:12 AM
      Subject: Calder walks away
      To: Ann <ann@example.com>

      Calder Holdings walked away from Brightwater Ports on Wednesday, a day before its bid was to end.
      """,
      """
      Begin forwarded message:

      From: Le Quai <quai@example.net>
      Subject: Calder walks away
      Date: 4 March 2026 at 09:12:00 GMT
      To: Ann <ann@example.com>

      > Calder Holdings walked away from Brightwater Ports on Wednesday, a day
      > before its bid was to end.

      Sent from my phone
      """,
      """
      FYI
      --\u{20}
      Ann
      Harbour desk, room 4

      -----Message d'origine-----
      De : Le Quai [mailto:quai@example.net]
      Envoyé : mercredi 4 mars 2026 09:12
      À : Ann
      Objet : TR: Calder walks away

      Calder Holdings walked away from Brightwater Ports on Wednesday, a day before its bid was to end.

      --\u{20}
      Le Quai, a newsletter
      """,
      """
      See below

      ________________________________
      From: Le Quai <quai@example.net>
      Sent: Wednesday, March 4, 2026 9:12 AM
      To: Ann; Bob
      Subject: Calder walks away

      Calder Holdings walked away from Brightwater Ports on Wednesday, a day before its bid was to end.
      """,
    ])
  func forwarded(_ text: String) {
    let opened = mail("Fwd: whatever", "Content-Type: text/plain; charset=utf-8\n\n" + text)
    #expect(
      opened.texts == [
        """
        Calder walks away

        Calder Holdings walked away from Brightwater Ports on Wednesday, a day before its bid was to end.
        """
      ])
    #expect(opened.documents.first?.facts.outlet == "Le Quai")
    #expect(opened.documents.first?.facts.date == "2026-03-04")
  }

  @Test(
    "an answer above or below what it quotes: the longer is the story",
    arguments: [
      """
      Interesting!

      On Wed, Mar 4, 2026 at 9:12 AM Le Quai <quai@example.net>
      wrote:

      > Calder Holdings walked away from Brightwater Ports on Wednesday.
      >
      > It gave no reason.
      >> An older one.
      """,
      """
      Le 4 mars 2026 à 09:12, Le Quai a écrit :
      > Calder Holdings walked away from Brightwater Ports on Wednesday.
      >
      > It gave no reason.

      Et alors ?
      """,
      """
      Calder Holdings walked away from Brightwater Ports on Wednesday.

      It gave no reason.

      On Tue, Bob <bob@example.com> wrote:
      > Anything new?
      """,
    ])
  func answered(_ text: String) {
    let opened = mail("Re: Calder walks away", "Content-Type: text/plain; charset=utf-8\n\n" + text)
    #expect(
      opened.texts == [
        "Calder walks away\n\nCalder Holdings walked away from Brightwater Ports on Wednesday.\n\nIt gave no reason."
      ])
  }

  @Test("notices and ways to leave the list are no text") func footers() {
    let opened = mail(
      "Calder",
      """

      View this email in your browser ( https://example.com/v/1 )

      Calder said no (https://example.com/track?a=1), and <https://example.com/x> so did Brightwater (the port).

      https://example.com/more

      This e-mail and its attachments are confidential and only for those whom it is sent to.

      Unsubscribe | Manage your preferences
      """)
    #expect(opened.texts == ["Calder\n\nCalder said no, and so did Brightwater (the port)."])
  }

  @Test("a message without a text says so, and so does a locked one") func nothing() {
    #expect(mail("x", "\n\n").problems == [Opened.Problem(problem: .noText(.mail), part: nil)])
    let locked = mail(
      "x",
      "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n--b\nContent-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--b--\n"
    )
    #expect(locked.problems == [Opened.Problem(problem: .locked(.mail), part: nil)])
  }

  @Test("a thousand parts within each other are too deep; broken ones come back") func hostile() {
    let deep = (0..<1000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
    #expect(mail("x", deep).problems == [Opened.Problem(problem: .tooDeep(.mail), part: nil)])
    let carried = String(repeating: "Content-Type: message/rfc822\n\n", count: 2000)
    #expect(mail("x", carried + "\nText").problems == [Opened.Problem(problem: .tooDeep(.mail), part: nil)])
    let noBoundary = mail("Calder", "Content-Type: multipart/mixed\n\nCalder said no.\n")
    #expect(noBoundary.documents.count + noBoundary.problems.count == 1)
    let cut = mail("Calder", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nCalder said no, and")
    #expect(cut.texts == ["Calder\n\nCalder said no, and"])
    let whole =
      Self.head
      + "Subject: =?utf-8?q?a?=\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/plain; format=flowed\n\nCalder \nsaid.\n--b\nContent-Type: message/rfc822\n\nFrom: x\n\n> On\n--b--\n"
    #expect(openBroken(Array(whole.utf8)) <= 1)
  }
}

@Suite("Boxes of messages") struct MailboxTests {
  private func message(_ number: Int, _ text: String) -> String {
    "From desk@example.com Thu Mar  5 18:04:11 2026\nFrom: Desk <desk@example.com>\nSubject: Story \(number)\n\n\(text)\n\n"
  }

  @Test("each message is a part; a line of text that looks like a divider is none") func messages() {
    let box =
      message(1, "Calder said no.\n\n>From here on, it said, it is silent.") + message(2, "")
      + message(3, "From Thursday on, Brightwater is\nFrom desk Thu Mar  5 18:04:11 2026")
    let opened = Opened(box)
    #expect(
      opened.texts == [
        "Story 1\n\nCalder said no.\n\nFrom here on, it said, it is silent.",
        "Story 3\n\nFrom Thursday on, Brightwater is From desk Thu Mar 5 18:04:11 2026",
      ])
    #expect(opened.parts == ["1", "3"])
    #expect(opened.problems == [Opened.Problem(problem: .noText(.mail), part: "2")])
  }

  @Test("only as many messages as are wanted are read") func stops() {
    var read = 0
    let one = Array(message(1, "Calder said no.").utf8)
    let stream = ByteStream { (_) throws(DocumentProblem) in
      read += 1
      return one
    }
    #expect(Opened(stream, atMost: 5).parts == ["1", "2", "3", "4", "5"])
    #expect(read < 100)
  }

  @Test("a message that is too large is a problem of its own, and never held") func large() {
    let filler = [UInt8](repeating: 0x78, count: 1 << 20) + [0x0A]
    var left = Mailbox.limit / filler.count + 3
    let start = Array(message(1, "Before.").utf8) + Array(message(2, "").utf8)
    var phase = 0
    let stream = ByteStream { (_) throws(DocumentProblem) in
      if phase == 0 {
        phase = 1
        return start
      }
      if left > 0 {
        left -= 1
        return filler
      }
      defer { phase += 1 }
      return phase == 1 ? Array("\n\(message(3, "After."))".utf8) : []
    }
    let opened = Opened(stream)
    #expect(opened.texts == ["Story 1\n\nBefore.", "Story 3\n\nAfter."])
    #expect(opened.problems == [Opened.Problem(problem: .tooLarge(.mail, limit: Mailbox.limit), part: "2")])
  }
}

@Suite("Messages that are pages") struct MailPageTests {
  private func mail(_ subject: String, _ page: String, list: Bool = false) -> Opened {
    Opened(
      "From: Le Quai <quai@example.net>\nDate: Thu, 5 Mar 2026 18:04:11 +0100\nSubject: \(subject)\n"
        + (list ? "List-Id: <quai.example.net>\n" : "")
        + "Content-Type: text/html; charset=utf-8\n\n" + page)
  }

  @Test("Outlook's own kind of page") func outlook() {
    let opened = mail(
      "Calder",
      """
      <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style>
      <!--[if gte mso 9]><xml><o:x>1</o:x></xml><![endif]--></head><body><div class="WordSection1">
      <p class="MsoNormal">Calder Holdings raised its bid<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>
      <p class="MsoNormal">The board meets.<o:p></o:p></p></div></body></html>
      """)
    #expect(opened.texts == ["Calder\n\nCalder Holdings raised its bid\n\nThe board meets."])
  }

  @Test(
    "a page that is forwarded",
    arguments: [
      """
      <p>FYI</p><div><div style="border-top:solid"><p><b>From:</b> Harbour Post &lt;a@example.com&gt; <br><b>Sent:</b> Wednesday, March 4, 2026 9:12 AM<br><b>To:</b> Ann<br><b>Subject:</b> Calder walks</p></div>
      <p>Calder Holdings walked away from Brightwater.</p></div>
      """,
      """
      <div>Voir ci-dessous</div><div class="gmail_quote">---------- Forwarded message ---------<br>De : <b>Harbour Post</b> &lt;a@example.com&gt;<br>Date: mer. 4 mars 2026 à 09:12<br>Subject: Calder walks<br>To: Ann<br><br><p>Calder Holdings walked away from Brightwater.</p></div>
      """,
      """
      <p>Look</p><div>Begin forwarded message:</div><blockquote type="cite"><div><b>From: </b>Harbour Post &lt;a@example.com&gt;</div><div><b>Subject: </b>Calder walks</div><div><b>Date: </b>4 March 2026 at 09:12</div><div><b>To: </b>Ann</div><br><div>Calder Holdings walked away from Brightwater.</div></blockquote>
      """,
    ])
  func forwarded(_ page: String) {
    let opened = mail("TR: x", page)
    #expect(opened.texts == ["Calder walks\n\nCalder Holdings walked away from Brightwater."])
    #expect(opened.documents.first?.facts.outlet == "Harbour Post")
    #expect(opened.documents.first?.facts.date == "2026-03-04")
  }

  @Test("a page that answers another") func answered() {
    let opened = mail(
      "Re: Calder walks",
      "<div>Thanks!</div><div>On Wed, Mar 4, 2026 at 9:12 AM Ann &lt;ann@example.com&gt; wrote:</div><blockquote class=\"gmail_quote\"><p>Calder Holdings walked away from Brightwater.</p></blockquote>"
    )
    #expect(opened.texts == ["Calder walks\n\nCalder Holdings walked away from Brightwater."])
  }

  @Test("the stories of a newsletter, below headings or between rules") func newsletter() {
    let calder =
      "Calder Holdings raised its bid for Brightwater Ports to 3.6 billion crowns on Thursday. The board had turned down 3.2 billion a week before, and will meet on Friday to look at it again."
    let zephyr =
      "Le groupe Zéphyr a retiré son offre sur Tourbillon, selon deux personnes au fait du dossier. Les banques refusent de suivre depuis que le régulateur a ouvert une enquête sur ses moulins."
    let expected = ["Calder raises\n\n\(calder)", "Zéphyr renonce\n\n\(zephyr)"]
    let headings = mail(
      "The deals",
      "<p>Good morning.</p><h2>Calder raises</h2><p>\(calder)</p><h2>Zéphyr renonce</h2><p>\(zephyr)</p><p>Unsubscribe</p>"
    )
    #expect(headings.texts == expected)
    let rules = mail(
      "The deals", "<div>Calder raises</div><p>\(calder)</p><hr><div>Zéphyr renonce</div><p>\(zephyr)</p>")
    #expect(rules.texts == expected)
  }

  @Test("a stub beside a page yields to it") func stub() {
    let opened = Opened(
      """
      From: Le Quai <quai@example.net>
      Subject: Calder
      Content-Type: multipart/alternative; boundary=b

      --b
      Content-Type: text/plain

      Your program cannot show this message. View it in your browser.
      --b
      Content-Type: multipart/related; boundary=c

      --c
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <p>Calder Holdings raised its bid for Brightwater Ports to 3.6 billion crow=
      ns, said the port=E2=80=99s board, which is going to meet on Friday at noon.</p>
      --c--
      --b--
      """)
    #expect(
      opened.texts == [
        "Calder\n\nCalder Holdings raised its bid for Brightwater Ports to 3.6 billion crowns, said the port’s board, which is going to meet on Friday at noon."
      ])
  }
}
