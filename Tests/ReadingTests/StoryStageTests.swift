import Stories
import Testing

@testable import Reading

/// Where a story leaves the deal, where a sentence owes its meaning to others or to who acts.
@Suite struct StoryStageTests {
  @Test(arguments: [
    // What goes on with the sentence before, or takes it back.
    (
      "Norvane SA et Belcor SA s'étaient promis un mariage entre égaux. Il n'aura finalement pas lieu.", Stage.withdrawn
    ),
    (
      "We said on Monday that Belcor Inc has been sold to Norvane Corp. It has not.\n\nNorvane is in talks with Belcor.",
      Stage.inTalks
    ),
    (
      "Nous avons écrit que Norvane SA avait racheté Belcor SA. Les deux groupes négocient encore le prix de la vente.",
      Stage.inTalks
    ),
    // What was before.
    (
      "Norvane Corp is the new owner of Belcor Inc. Belcor had rejected two offers last year.", Stage.completed
    ),
    (
      "Norvane SA offre 30 euros par action pour Belcor SA. L'opération a été bouclée. Belcor SA accepte l'offre.",
      Stage.completed
    ),
    // Courts and regulators do their office.
    ("The regulator looks at the purchase of Belcor Inc by Norvane Corp with suspicion.", Stage.underReview),
    ("A judge declined to block the sale of Belcor Inc to Norvane Corp.", Stage.approved),
    ("The commission rejected the merger of Belcor Inc and Norvane Corp.", Stage.blocked),
    ("Le tribunal de Wick examinera les offres pour Belcor SA.", Stage.offered),
    ("Le tribunal a gelé la vente de Belcor SA à Norvane SA.", Stage.blocked),
    ("Le Bureau de la concurrence se penche sur la vente de Belcor SA à Norvane SA.", Stage.underReview),
    // What is told as done, and is to be completed yet.
    (
      "Norvane Corp has bought Belcor Inc for 80 million dollars. Completion is subject to approval by the shareholders.",
      Stage.agreed
    ),
    ("Norvane Corp and Belcor Inc have suspended talks about a merger.", Stage.withdrawn),
    // Who sells, and for how much, though not what.
    ("The auction of Belcor Inc is over. Norvane Corp announces a sale for 212 million dollars.", Stage.agreed),
  ]) func tellsTheStage(text: String, stage: Stage) throws { #expect(try read(text).stage == stage) }

  /// A ticker that goes on downwards ends with how things stand; one that goes upwards begins with it.
  @Test func theLatestOfATickerCounts() throws {
    let entries = [
      "08.05 Final offers for Belcor Inc are due at noon.", "10.15 Norvane Corp has raised its offer for Belcor Inc.",
      "16.50 Norvane Corp has signed an agreement to buy Belcor Inc.",
    ]
    #expect(try read(entries.joined(separator: "\n\n")).stage == .agreed)
    #expect(try read(entries.reversed().joined(separator: "\n\n")).stage == .agreed)
  }
}
