import Testing

@testable import Documents

@Suite("Newsletters") struct NewsletterTests {
  private static let calder = """
    Calder Holdings raised its bid for Brightwater Ports to 3.6 billion crowns on
    Thursday. The port's board had turned down 3.2 billion a week before. It will
    meet on Friday, a person who knows its plans said.
    """
  private static let zephyr = """
    Le groupe Zéphyr a retiré son offre sur Tourbillon, selon deux personnes au
    fait du dossier. Les banques refusent de suivre, disent-elles, depuis que le
    régulateur a ouvert une enquête sur la vente de ses moulins.
    """

  private func newsletter(_ text: String, list: Bool = true, subject: String = "Deals of the day") -> Opened {
    Opened(
      "From: Harbour Brief <brief@example.com>\nSubject: \(subject)\nDate: Thu, 5 Mar 2026 07:00:00 +0000\n"
        + (list ? "List-Unsubscribe: <https://example.com/u>\n" : "")
        + "Content-Type: text/plain; charset=utf-8\n\n" + text)
  }

  private static func flat(_ text: String) -> String { text.replacing("\n", with: " ") }
  private static let stories = [
    "Calder raises its bid\n\n\(flat(calder))", "Zéphyr retire son offre\n\n\(flat(zephyr))",
  ]

  @Test(
    "several stories are told apart",
    arguments: [
      // By numbers, after a list of contents.
      "Good morning.\n\n1. Calder raises its bid\n2. Zéphyr retire son offre\n\n1. Calder raises its bid\n\n\(calder)\n\n2. Zéphyr retire son offre\n\n\(zephyr)\n",
      // By rules.
      "Good morning.\n\n=====\n\nCalder raises its bid\n\n\(calder)\n\n-----\n\nZéphyr retire son offre\n\n\(zephyr)\n\n-----\n\nUnsubscribe here",
      // By underlined headlines.
      "Good morning.\n\nCalder raises its bid\n---------------------\n\n\(calder)\n\nZéphyr retire son offre\n-----------------------\n\(zephyr)\n\nUnsubscribe",
      // By the links to the rest.
      "Calder raises its bid\n\n\(calder)\n\nRead more (https://example.com/1)\n\nZéphyr retire son offre\n\n\(zephyr)\n\n> Lire la suite : https://example.com/2\n",
    ])
  func several(_ text: String) {
    let opened = newsletter(text)
    #expect(opened.texts == Self.stories)
    #expect(opened.parts == ["1", "2"])
    #expect(opened.documents.allSatisfy { $0.facts.outlet == "Harbour Brief" && $0.facts.date == "2026-03-05" })
  }

  @Test("one story with headings within stays one") func one() {
    let text =
      "Calder raises its bid\n=====================\n\n\(Self.calder)\n\nA board that waits\n------------------\n\n\(Self.zephyr)\n"
    let opened = newsletter(text, subject: "Calder raises its bid")
    #expect(
      opened.texts == [
        "Calder raises its bid\n\n\(Self.flat(Self.calder))\n\nA board that waits\n\n\(Self.flat(Self.zephyr))"
      ])
    #expect(opened.parts == [nil])
  }

  @Test("what stands below a release about its company is no story") func appendix() {
    let text =
      "\(Self.calder)\n\n-----\n\nAbout Calder Holdings\n\n\(Self.zephyr)\n\n-----\n\nContact\n\nAnn Ash, +1 555 0100"
    let opened = newsletter(text, list: false, subject: "Calder raises its bid")
    #expect(opened.texts.count == 1)
  }

  @Test("figures are no numbers of stories") func figures() {
    let text = "1.5 billion crowns is what Calder pays.\n\n2.5 billion is what Brightwater wants.\n\n\(Self.calder)"
    #expect(newsletter(text).texts.count == 1)
  }
}
