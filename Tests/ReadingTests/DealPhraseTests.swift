import Stories
import Testing

@testable import Reading

/// The usual sentences of deal news, one by one, with what is bought and who bids and sells.
@Suite struct DealPhraseTests {
  /// A sentence of `table` and what it tells, which stands below it.
  private static func cases(_ table: String) -> [(text: String, expected: String)] {
    let lines = table.split(separator: "\n").map { $0.drop { $0 == " " } }
    return stride(from: 0, to: lines.count, by: 2).map { (String(lines[$0]), String(lines[$0 + 1])) }
  }

  private static let english = """
    Acme Corp has taken a quarter of Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp said on Monday it had agreed to buy Belcor Inc from Tarpol Corp for $2 billion.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp, the Danish brewer, said on Monday that it would buy Belcor Inc, a cider maker, from Tarpol Corp, its Swedish parent.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Tarpol Corp has agreed to sell its cider unit Belcor Inc to Acme Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Tarpol Corp has agreed to sell its cider unit, Belcor Inc, to a consortium of Acme Corp and Norvane Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder
    Private equity firm Acme Corp is nearing a deal to acquire Belcor Inc from Tarpol Corp, people familiar with the matter said.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp has emerged as the frontrunner to buy Belcor Inc, beating rival bids from Norvane Corp and Holm Ltd.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder; Holm Ltd bidder
    Belcor Inc, which is controlled by Tarpol Corp, has received takeover approaches from Acme Corp and Norvane Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder
    Belcor Inc rejected a 3 billion pound takeover proposal from Acme Corp, saying it undervalued the company.
      Belcor Inc; Acme Corp bidder
    Belcor Inc's board has recommended Acme Corp's offer over a higher bid from Norvane Corp.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Acme Corp raised its offer for Belcor Inc to 12 euros a share, topping a rival bid by Norvane Corp.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Acme Corp walked away from talks to buy Belcor Inc after failing to agree on price.
      Belcor Inc; Acme Corp bidder
    Acme Corp has abandoned its pursuit of Belcor Inc, clearing the way for Norvane Corp.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Shares in Belcor Inc jumped after Acme Corp confirmed it was considering a possible offer for the company.
      Belcor Inc; Acme Corp bidder
    Acme Corp is weighing a bid for Belcor Inc, Bloomberg reported, citing people with knowledge of the matter.
      Belcor Inc; Acme Corp bidder
    Acme Corp denied a report that it was interested in Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp and Norvane Corp are preparing a joint bid for Belcor Inc.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    A group led by Acme Corp and including Norvane Corp has bid for Belcor Inc.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Tarpol Corp, the owner of Belcor Inc, is exploring a sale of the business that could fetch 400 million euros.
      Belcor Inc; Tarpol Corp seller
    Tarpol Corp has hired Goldman Sachs to advise on the sale of Belcor Inc. Acme Corp and Norvane Corp are among the interested parties.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder
    Tarpol Corp has put Belcor Inc up for sale and has drawn interest from Acme Corp, Norvane Corp and Holm Ltd, three people said.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder; Holm Ltd bidder
    Acme Corp, Norvane Corp and Holm Ltd have submitted first-round bids for Belcor Inc, which is being sold by Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder; Holm Ltd bidder
    The sale of Belcor Inc to Acme Corp by Tarpol Corp was completed on Friday.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Britain's competition watchdog has cleared Acme Corp's purchase of Belcor Inc from Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    The European Commission has blocked the planned takeover of Belcor Inc by Acme Corp.
      Belcor Inc; Acme Corp bidder
    A court has halted Acme Corp's acquisition of Belcor Inc after a challenge by Norvane Corp, a losing bidder.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Acme Corp will acquire a 49% stake in Belcor Inc from the Tarpol family.
      Belcor Inc; Tarpol family seller; Acme Corp bidder
    Acme Corp has bought a 9.9 percent stake in Belcor Inc from Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Tarpol Corp sold its remaining 12 percent stake in Belcor Inc to Acme Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp increased its stake in Belcor Inc to 25 percent by buying shares from Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    The Polish government has sold 30 percent of Belcor Inc to Acme Corp.
      Belcor Inc; Polish government seller; Acme Corp bidder
    Belcor Inc went into administration on Monday. Acme Corp and Norvane Corp are bidding for its shops.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Administrators have sold Belcor Inc to Acme Corp in a pre-pack deal.
      Belcor Inc; Acme Corp bidder
    Belcor Inc's management, backed by Acme Corp, is buying the company from Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Tarpol Corp is in exclusive talks to sell Belcor Inc to Acme Corp, having turned down an offer from Norvane Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder
    Norvane Corp lost out to Acme Corp in the auction for Belcor Inc.
      Belcor Inc; Norvane Corp bidder; Acme Corp bidder
    Acme Corp outbid Norvane Corp in an auction run by Tarpol Corp for its cider maker Belcor Inc.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder
    Acme Corp's hostile bid for Belcor Inc has failed, with only 31% of shareholders accepting.
      Belcor Inc; Acme Corp bidder
    Acme Corp has secured 67% acceptances for its offer for Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Belcor Inc has agreed to be acquired by Acme Corp in an all-stock deal.
      Belcor Inc; Acme Corp bidder
    Belcor Inc to be taken over by Acme Corp
      Belcor Inc; Acme Corp bidder
    Acme Corp to take Belcor Inc private in $3 bln deal
      Belcor Inc; Acme Corp bidder
    Acme Corp snaps up Belcor Inc from Tarpol Corp
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp bought Belcor Inc in 2015 for 1 billion euros. It is now selling the business to Norvane Corp.
      Belcor Inc; Acme Corp seller; Norvane Corp bidder
    Norvane Corp, advised by Lazard, has tabled a bid for Belcor Inc, whose biggest shareholder is Tarpol Corp.
      Belcor Inc; Norvane Corp bidder
    Acme Corp said it would not make an offer for Belcor Inc, a day after the Times reported its interest.
      Belcor Inc; Acme Corp bidder
    Acme Corp's chief executive, Ann Roe, said the purchase of Belcor Inc would make it the market leader.
      Belcor Inc; Acme Corp bidder
    Under the terms of the deal, Acme Corp will pay Tarpol Corp 300 million euros for Belcor Inc.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    The deal gives Acme Corp control of Belcor Inc. Tarpol Corp will keep a 10 percent stake.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp has won the race to buy Belcor Inc, seeing off competition from Norvane Corp and Holm Ltd.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder; Holm Ltd bidder
    Acme Corp has trumped Norvane Corp with a 5 billion dollar bid for Belcor Inc.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Acme Corp is the preferred bidder for Belcor Inc, according to the Financial Times. Norvane Corp remains in the running.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Tarpol Corp has shortlisted Acme Corp and Norvane Corp for the second round of the sale of Belcor Inc.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder
    Potential buyers of Belcor Inc include Acme Corp and Norvane Corp, analysts at Holm Ltd said.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Belcor Inc has attracted interest from buyout firms such as Acme Corp and Norvane Corp.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Activist investor Holm Ltd is urging Belcor Inc to accept Acme Corp's offer.
      Belcor Inc; Acme Corp bidder
    Tarpol Corp said it had received a binding offer from Acme Corp for its cider business Belcor Inc.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    The founder of Belcor Inc, Ann Roe, has sold the company to Acme Corp.
      Belcor Inc; Ann Roe seller; Acme Corp bidder
    Ann Roe, who owns 70 percent of Belcor Inc, has agreed to sell her stake to Acme Corp.
      Belcor Inc; Ann Roe seller; Acme Corp bidder
    Billionaire Ann Roe has made an offer for Belcor Inc.
      Belcor Inc; Ann Roe bidder
    Acme Corp, owned by billionaire Ann Roe, has made an offer for Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Holdings, a vehicle of the investor Ann Roe, will buy Belcor Inc.
      Belcor Inc; Acme Holdings bidder
    Germany's Acme Corp is to buy Britain's Belcor Inc from US private equity group Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Tarpol Corp's sale of Belcor Inc to Acme Corp has been referred to the competition authority.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp's planned acquisition of Belcor Inc, announced in May, faces an in-depth review.
      Belcor Inc; Acme Corp bidder
    The Justice Department sued to block Acme Corp's $4 billion acquisition of Belcor Inc from Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp called off its takeover of Belcor Inc on Friday.
      Belcor Inc; Acme Corp bidder
    Acme Corp has until July 4 to make a firm offer for Belcor Inc or walk away.
      Belcor Inc; Acme Corp bidder
    Belcor Inc said it had ended talks with Acme Corp and was no longer for sale.
      Belcor Inc; Acme Corp bidder
    Belcor Inc opened its books to Acme Corp after the suitor raised its offer.
      Belcor Inc; Acme Corp bidder
    Belcor Inc is being bought by its management with the support of Acme Corp.
      Belcor Inc; Acme Corp bidder
    Norvane Corp had also been interested in Belcor Inc, but Tarpol Corp chose Acme Corp.
      Belcor Inc; Tarpol Corp seller; Norvane Corp bidder; Acme Corp bidder
    Tarpol Corp picked Acme Corp over Norvane Corp as buyer of Belcor Inc.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder
    Acme Corp said it acquired Belcor Inc for an undisclosed sum.
      Belcor Inc; Acme Corp bidder
    Acme Corp said it signed a letter of intent to acquire Belcor Inc from Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp said it completed the previously announced sale of its Belcor unit to Norvane Corp.
      Belcor; Acme Corp seller; Norvane Corp bidder
    Acme Corp has launched a 30 dollar a share tender offer for Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Belcor Inc said it received a 30 dollar a share buyout proposal from its chairman, Ann Roe.
      Belcor Inc; Ann Roe bidder
    Acme Corp said it raised its stake in Belcor Inc to 9.8 pct and may seek control of the company.
      Belcor Inc; Acme Corp bidder
    Belcor Inc said it is considering a leveraged buyout by Acme Corp.
      Belcor Inc; Acme Corp bidder
    Belcor Inc shareholders approved the takeover by Acme Corp on Tuesday.
      Belcor Inc; Acme Corp bidder
    Belcor Inc investors voted in favour of Acme Corp's takeover.
      Belcor Inc; Acme Corp bidder
    Regulators gave the green light to Acme Corp's takeover of Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp won EU approval for its purchase of Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp offered to sell a factory to win approval for its purchase of Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp's takeover of Belcor Inc would be its largest since it bought Holm Ltd in 2011.
      Belcor Inc; Acme Corp bidder
    The acquisition of Belcor Inc is Acme Corp's third this year, after Holm Ltd and Norvane Corp.
      Belcor Inc; Acme Corp bidder
    Acme Corp, which competes with Norvane Corp, has agreed to buy Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp has agreed to buy Belcor Inc, a supplier of Norvane Corp.
      Belcor Inc; Acme Corp bidder
    Acme Corp has agreed to buy Belcor Inc, which supplies Norvane Corp and Holm Ltd.
      Belcor Inc; Acme Corp bidder
    Acme Corp has agreed to buy Belcor Inc. Goldman Sachs advised Acme Corp and Lazard advised Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp has agreed to buy Belcor Inc. The deal will be financed by a loan from Norvane Corp.
      Belcor Inc; Acme Corp bidder
    Acme Corp has agreed to buy Belcor Inc, people familiar with the matter told Reuters. Tarpol Corp, which owns 12 percent of Belcor Inc, backs the deal.
      Belcor Inc; Acme Corp bidder
    Ann Roe, an analyst at Norvane Corp, said Acme Corp could raise its bid for Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Tarpol Corp has decided to keep Belcor Inc after bids from Acme Corp and Norvane Corp fell short of its expectations.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder
    Tarpol Corp has scrapped the sale of Belcor Inc.
      Belcor Inc; Tarpol Corp seller
    Tarpol Corp cancelled the auction of Belcor Inc after Acme Corp withdrew.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Tarpol Corp has kicked off the sale of its cider business Belcor Inc, which could be worth 1 billion euros.
      Belcor Inc; Tarpol Corp seller
    Tarpol Corp plans to divest Belcor Inc.
      Belcor Inc; Tarpol Corp seller
    Tarpol Corp is considering options for Belcor Inc, including a sale.
      Belcor Inc; Tarpol Corp seller
    Bids for Tarpol Corp's cider unit Belcor Inc are due on Friday, with Acme Corp and Norvane Corp expected to take part.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder
    Acme Corp made it to the final round of bidding for Belcor Inc, along with Norvane Corp.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Acme Corp and Norvane Corp are competing for Belcor Inc.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Acme Corp and Norvane Corp are vying to buy Belcor Inc from Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder
    Acme Corp is facing competition from Norvane Corp for Belcor Inc.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Norvane Corp made a rival offer for Belcor Inc, which had accepted a bid from Acme Corp.
      Belcor Inc; Norvane Corp bidder; Acme Corp bidder
    Belcor Inc dropped its support for Acme Corp's bid in favour of a higher offer from Norvane Corp.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Belcor Inc urged shareholders to reject Acme Corp's hostile offer.
      Belcor Inc; Acme Corp bidder
    Belcor Inc has rebuffed an approach from Acme Corp.
      Belcor Inc; Acme Corp bidder
    Belcor Inc has agreed to a 2 billion dollar takeover by Acme Corp.
      Belcor Inc; Acme Corp bidder
    Belcor Inc is to be sold to Acme Corp by its owner, Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Belcor Inc's owners have agreed to sell the company to Acme Corp.
      Belcor Inc; Acme Corp bidder
    Belcor Inc's parent, Tarpol Corp, has agreed to sell it to Acme Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Belcor Inc's largest shareholder, Tarpol Corp, has agreed to sell its stake to Acme Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Tarpol Corp, the largest shareholder in Belcor Inc, has agreed to sell its holding to Acme Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp is to buy out Tarpol Corp, its partner in Belcor Inc.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp will take a majority stake in Belcor Inc, while Tarpol Corp will retain 30 percent.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp is poised to take over Belcor Inc after Norvane Corp pulled out of the race.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    A takeover battle for Belcor Inc has broken out between Acme Corp and Norvane Corp.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Belcor Inc, the subject of a bidding war between Acme Corp and Norvane Corp, reported higher profits.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Acme Corp has tabled an improved bid of 5 pounds a share for Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp improved its offer for Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp said its offer for Belcor Inc was final.
      Belcor Inc; Acme Corp bidder
    Acme Corp's offer values Belcor Inc at 2 billion dollars.
      Belcor Inc; Acme Corp bidder
    The offer from Acme Corp values Belcor Inc at 2 billion dollars.
      Belcor Inc; Acme Corp bidder
    Investment firm Acme Corp has teamed up with Norvane Corp to bid for Belcor Inc.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Acme Corp has partnered with Norvane Corp on a bid for Belcor Inc.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Acme Corp has held preliminary talks with Tarpol Corp about buying Belcor Inc.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp was the only company to submit a bid for Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp emerged as the winner of the auction for Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp, the winning bidder for Belcor Inc, beat Norvane Corp.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Acme Corp has raised its offer for Tarpol Corp's 30 percent stake in Belcor Inc.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp has agreed to buy Tarpol Corp's stake in Belcor Inc.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp has bid for Belcor Inc. The seller would be Tarpol Corp, whose board likes the price.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp, the world's largest brewer, is buying Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp on Tuesday announced plans to buy Belcor Inc from Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    A unit of Acme Corp has agreed to buy Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp's Norvane Corp unit has agreed to buy Belcor Inc.
      Belcor Inc; Norvane Corp bidder
    Acme Corp has agreed to buy a 51 percent stake in Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp agreed to pay 5 billion dollars for Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp is paying 5 billion dollars to acquire Belcor Inc from Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp has completed its acquisition of Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp has closed its purchase of Belcor Inc from Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Acme Corp will become the owner of Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Belcor Inc's new owner, Acme Corp, plans to close two plants.
      Belcor Inc; Acme Corp bidder
    Belcor Inc will become part of Acme Corp.
      Belcor Inc; Acme Corp bidder
    Belcor Inc has a new owner: Acme Corp.
      Belcor Inc; Acme Corp bidder
    Belcor Inc has been sold to Acme Corp.
      Belcor Inc; Acme Corp bidder
    Belcor Inc has been snapped up by Acme Corp.
      Belcor Inc; Acme Corp bidder
    Belcor Inc, maker of ciders, has been acquired by Acme Corp from Tarpol Corp.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder
    Belcor Inc confirmed it had received an approach from Acme Corp.
      Belcor Inc; Acme Corp bidder
    Belcor Inc is in talks to be acquired by Acme Corp.
      Belcor Inc; Acme Corp bidder
    Belcor Inc is in talks to sell itself to Acme Corp.
      Belcor Inc; Acme Corp bidder
    Belcor Inc is in advanced talks with Acme Corp about a sale.
      Belcor Inc; Acme Corp bidder
    Belcor Inc is exploring a sale after receiving takeover interest from Acme Corp and Norvane Corp.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Belcor Inc has hired advisers to explore a sale. Acme Corp is seen as a likely buyer.
      Belcor Inc; Acme Corp bidder
    Acme Corp has built a 7 percent stake in Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp is considering whether to bid for Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp is expected to make a formal offer for Belcor Inc this week.
      Belcor Inc; Acme Corp bidder
    Acme Corp is interested in buying Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp is looking to buy Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp wants to buy Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp has set its sights on Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp could buy Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp has no plans to bid for Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp ruled out a bid for Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp ended its takeover talks with Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp let its offer for Belcor Inc lapse.
      Belcor Inc; Acme Corp bidder
    Acme Corp's bid for Belcor Inc has lapsed.
      Belcor Inc; Acme Corp bidder
    Acme Corp scrapped a plan to buy Belcor Inc.
      Belcor Inc; Acme Corp bidder
    Acme Corp has lost the battle for Belcor Inc to Norvane Corp.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Acme Corp beat Norvane Corp in the race to buy Belcor Inc.
      Belcor Inc; Acme Corp bidder; Norvane Corp bidder
    Acme Corp and Norvane Corp have agreed to buy Belcor Inc from Tarpol Corp and split it between them.
      Belcor Inc; Tarpol Corp seller; Acme Corp bidder; Norvane Corp bidder
    Acme Corp is selling Belcor Inc to Norvane Corp.
      Belcor Inc; Acme Corp seller; Norvane Corp bidder
    Acme Corp is selling its stake in Belcor Inc to Norvane Corp.
      Belcor Inc; Acme Corp seller; Norvane Corp bidder
    Acme Corp has sold Belcor Inc.
      Belcor Inc; Acme Corp seller
    Acme Corp wants to sell Belcor Inc.
      Belcor Inc; Acme Corp seller
    Acme Corp is trying to sell Belcor Inc.
      Belcor Inc; Acme Corp seller
    Acme Corp is looking for a buyer for Belcor Inc.
      Belcor Inc; Acme Corp seller
    Acme Corp has agreed the sale of Belcor Inc to Norvane Corp for 300 million pounds.
      Belcor Inc; Acme Corp seller; Norvane Corp bidder
    Acme Corp has offloaded Belcor Inc to Norvane Corp.
      Belcor Inc; Acme Corp seller; Norvane Corp bidder
    Acme Corp has disposed of Belcor Inc.
      Belcor Inc; Acme Corp seller
    Acme Corp is to demerge Belcor Inc.
      Belcor Inc; Acme Corp seller
    Acme Corp has accepted an offer from Norvane Corp for Belcor Inc.
      Belcor Inc; Acme Corp seller; Norvane Corp bidder
    Acme Corp has received a 300 million pound offer for Belcor Inc from Norvane Corp.
      Belcor Inc; Acme Corp seller; Norvane Corp bidder
    Acme Corp rejected Norvane Corp's offer for Belcor Inc.
      Belcor Inc; Acme Corp seller; Norvane Corp bidder
    """

  private static let french = """
    Acme SA a annoncé lundi avoir conclu un accord pour racheter Belcor SA à Tarpol SA pour 2 milliards d'euros.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Le brasseur danois Acme SA va racheter Belcor SA, un fabricant de cidre, à son propriétaire suédois Tarpol SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Tarpol SA a accepté de céder sa filiale de cidre Belcor SA à Acme SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Tarpol SA cède sa filiale Belcor SA à un consortium formé par Acme SA et Norvane SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder; Norvane SA bidder
    Le fonds Acme SA est sur le point de racheter Belcor SA à Tarpol SA, selon des sources proches du dossier.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Acme SA est entré en négociations exclusives avec Tarpol SA en vue d'acquérir Belcor SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Tarpol SA est entré en négociations exclusives avec Acme SA pour la cession de Belcor SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Acme SA est pressenti pour reprendre Belcor SA, devant Norvane SA et Holm SA.
      Belcor SA; Acme SA bidder; Norvane SA bidder; Holm SA bidder
    Belcor SA, contrôlé par Tarpol SA, a reçu des marques d'intérêt d'Acme SA et de Norvane SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder; Norvane SA bidder
    Belcor SA a rejeté l'offre de 3 milliards d'euros d'Acme SA, jugée insuffisante.
      Belcor SA; Acme SA bidder
    Le conseil d'administration de Belcor SA recommande l'offre d'Acme SA plutôt que celle de Norvane SA.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Acme SA relève son offre sur Belcor SA à 12 euros par action, au-dessus de celle de Norvane SA.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Acme SA a renoncé à racheter Belcor SA, faute d'accord sur le prix.
      Belcor SA; Acme SA bidder
    Acme SA étudierait une offre sur Belcor SA, rapporte Bloomberg.
      Belcor SA; Acme SA bidder
    Acme SA dément s'intéresser à Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA et Norvane SA préparent une offre commune sur Belcor SA.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Tarpol SA, propriétaire de Belcor SA, envisage de vendre la société.
      Belcor SA; Tarpol SA seller
    Tarpol SA a mandaté Lazard pour la vente de Belcor SA. Acme SA et Norvane SA sont sur les rangs.
      Belcor SA; Tarpol SA seller; Acme SA bidder; Norvane SA bidder
    Tarpol SA a mis en vente Belcor SA, qui intéresse Acme SA, Norvane SA et Holm SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder; Norvane SA bidder; Holm SA bidder
    Acme SA, Norvane SA et Holm SA ont remis des offres indicatives pour Belcor SA, mis en vente par Tarpol SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder; Norvane SA bidder; Holm SA bidder
    La vente de Belcor SA à Acme SA par Tarpol SA a été finalisée vendredi.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    L'Autorité de la concurrence a autorisé le rachat de Belcor SA par Acme SA auprès de Tarpol SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    La Commission européenne s'oppose au projet de rachat de Belcor SA par Acme SA.
      Belcor SA; Acme SA bidder
    Le tribunal a suspendu l'acquisition de Belcor SA par Acme SA après un recours de Norvane SA, candidat malheureux.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Acme SA va acquérir 49 % de Belcor SA auprès de la famille Tarpol.
      Belcor SA; famille Tarpol seller; Acme SA bidder
    Acme SA a acheté 9,9 % du capital de Belcor SA à Tarpol SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Tarpol SA a cédé le solde de sa participation dans Belcor SA à Acme SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Acme SA monte à 25 % du capital de Belcor SA.
      Belcor SA; Acme SA bidder
    L'Etat a vendu 30 % de Belcor SA à Acme SA.
      Belcor SA; French government seller; Acme SA bidder
    Le tribunal de commerce a attribué Belcor SA à Acme SA, au détriment de Norvane SA.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Les dirigeants de Belcor SA, épaulés par Acme SA, reprennent la société à Tarpol SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Tarpol SA discute avec Acme SA de la vente de Belcor SA après avoir refusé une offre de Norvane SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder; Norvane SA bidder
    Norvane SA s'est incliné face à Acme SA dans les enchères pour Belcor SA.
      Belcor SA; Norvane SA bidder; Acme SA bidder
    L'OPA hostile d'Acme SA sur Belcor SA a échoué.
      Belcor SA; Acme SA bidder
    Belcor SA passe dans le giron d'Acme SA.
      Belcor SA; Acme SA bidder
    Belcor SA va être racheté par Acme SA.
      Belcor SA; Acme SA bidder
    Acme SA s'offre Belcor SA
      Belcor SA; Acme SA bidder
    Acme SA met la main sur Belcor SA, cédé par Tarpol SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Norvane SA, conseillé par Lazard, a déposé une offre sur Belcor SA, dont Tarpol SA est le premier actionnaire.
      Belcor SA; Norvane SA bidder
    Le PDG d'Acme SA, Marc Roe, estime que l'acquisition de Belcor SA fera du groupe le numéro un.
      Belcor SA; Acme SA bidder
    Aux termes de l'accord, Acme SA versera 300 millions d'euros à Tarpol SA pour Belcor SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Acme SA tient la corde pour le rachat de Belcor SA. Norvane SA reste en lice.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Tarpol SA a retenu Acme SA et Norvane SA pour le second tour de la vente de Belcor SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder; Norvane SA bidder
    Parmi les candidats au rachat de Belcor SA figurent Acme SA et Norvane SA, selon les analystes de Holm SA.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Belcor SA suscite l'intérêt de fonds comme Acme SA et Norvane SA.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Tarpol SA dit avoir reçu une offre ferme d'Acme SA pour son activité de cidre Belcor SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Le fondateur de Belcor SA, Marc Roe, a vendu la société à Acme SA.
      Belcor SA; Marc Roe seller; Acme SA bidder
    Marc Roe, qui détient 70 % de Belcor SA, cède sa participation à Acme SA.
      Belcor SA; Marc Roe seller; Acme SA bidder
    Le milliardaire Marc Roe a déposé une offre sur Belcor SA.
      Belcor SA; Marc Roe bidder
    L'allemand Acme SA rachète le britannique Belcor SA au fonds américain Tarpol SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Acme SA a abandonné son projet d'acquisition de Belcor SA.
      Belcor SA; Acme SA bidder
    Belcor SA a mis fin aux discussions avec Acme SA et n'est plus à vendre.
      Belcor SA; Acme SA bidder
    Tarpol SA se sépare de Belcor SA, repris par Acme SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Tarpol SA, qui possède Belcor SA depuis 2012, l'a vendu à Acme SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Acme SA, numéro un mondial de la bière, rachète Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA a annoncé mardi son intention de racheter Belcor SA à Tarpol SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Acme SA va prendre une participation de 51 % dans Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA a pris le contrôle de Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA débourse 5 milliards d'euros pour Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA a finalisé l'acquisition de Belcor SA auprès de Tarpol SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Acme SA devient propriétaire de Belcor SA.
      Belcor SA; Acme SA bidder
    Le nouveau propriétaire de Belcor SA, Acme SA, veut fermer deux usines.
      Belcor SA; Acme SA bidder
    Belcor SA a été vendu à Acme SA.
      Belcor SA; Acme SA bidder
    Belcor SA rejoint le groupe Acme SA.
      Belcor SA; Acme SA bidder
    Belcor SA tombe aux mains d'Acme SA.
      Belcor SA; Acme SA bidder
    Belcor SA confirme avoir été approché par Acme SA.
      Belcor SA; Acme SA bidder
    Belcor SA est la cible d'une OPA d'Acme SA.
      Belcor SA; Acme SA bidder
    Belcor SA cherche un repreneur. Acme SA et Norvane SA se sont manifestés.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Belcor SA pourrait passer sous pavillon d'Acme SA.
      Belcor SA; Acme SA bidder
    Acme SA lorgne Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA s'intéresse de près à Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA serait prêt à mettre 2 milliards d'euros sur la table pour Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA pourrait racheter Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA veut racheter Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA a déposé une offre ferme pour Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA a fait une offre de 2 milliards d'euros à Tarpol SA pour Belcor SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Acme SA lance une OPA amicale sur Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA lance une offre publique d'achat sur les actions Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA améliore son offre sur Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA retire son offre sur Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA exclut de relever son offre sur Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA a rompu les négociations avec Belcor SA.
      Belcor SA; Acme SA bidder
    L'offre d'Acme SA valorise Belcor SA 2 milliards d'euros.
      Belcor SA; Acme SA bidder
    L'offre d'Acme SA sur Belcor SA est jugée trop basse.
      Belcor SA; Acme SA bidder
    Le projet d'Acme SA de racheter Belcor SA inquiète les syndicats.
      Belcor SA; Acme SA bidder
    Le rachat de Belcor SA par Acme SA inquiète les syndicats.
      Belcor SA; Acme SA bidder
    La reprise de Belcor SA par Acme SA a été validée par le tribunal de commerce.
      Belcor SA; Acme SA bidder
    Deux candidats restent en lice pour Belcor SA : Acme SA et Norvane SA.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Acme SA a été retenu pour la reprise de Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA l'emporte face à Norvane SA pour la reprise de Belcor SA.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Acme SA et Norvane SA se disputent Belcor SA.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Acme SA et Norvane SA s'allient pour racheter Belcor SA à Tarpol SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder; Norvane SA bidder
    Acme SA, associé à Norvane SA, a déposé une offre pour Belcor SA.
      Belcor SA; Acme SA bidder; Norvane SA bidder
    Tarpol SA vend Belcor SA.
      Belcor SA; Tarpol SA seller
    Tarpol SA cherche un acquéreur pour Belcor SA.
      Belcor SA; Tarpol SA seller
    Tarpol SA a lancé la vente de Belcor SA.
      Belcor SA; Tarpol SA seller
    Tarpol SA a décidé de conserver Belcor SA après avoir reçu une offre d'Acme SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Tarpol SA a accepté l'offre d'Acme SA pour Belcor SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Tarpol SA a cédé ses 34 % dans Belcor SA à Acme SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Tarpol SA apporte ses titres Belcor SA à l'offre d'Acme SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Le vendeur, Tarpol SA, avait racheté Belcor SA en 2015. Acme SA le reprend.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Belcor SA, filiale de Tarpol SA, va être cédé à Acme SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Belcor SA, jusqu'ici détenu par Tarpol SA, passe sous le contrôle d'Acme SA.
      Belcor SA; Tarpol SA seller; Acme SA bidder
    Acme SA prend le quart de Belcor SA.
      Belcor SA; Acme SA bidder
    Tarpol SA a retenu trois candidats à la reprise de Belcor SA, sa filiale.
      Belcor SA; Tarpol SA seller
    La patronne d'Acme SA a signé lundi l'achat de Belcor SA.
      Belcor SA; Acme SA bidder
    Acme SA paie très cher Belcor SA.
      Belcor SA; Acme SA bidder
    Belcor SA est à vendre. Acme SA a quitté la compétition en mai.
      Belcor SA; Acme SA bidder
    Acme SA veut racheter Belcor SA. Son prix tournerait autour de 20 millions d'euros, selon le Courrier.
      Belcor SA; Acme SA bidder
    Acme SA rachète Belcor SA. « C'est fini », lâche Ann Roe.
      Belcor SA; Acme SA bidder
    La famille Roe vend Belcor SA à Acme SA.
      Belcor SA; famille Roe seller; Acme SA bidder
    La famille Roe, qui contrôle Belcor SA, a reçu une offre d'Acme SA.
      Belcor SA; famille Roe seller; Acme SA bidder
    Acme SA a racheté Belcor SA à la famille Roe, conseillée par Lazard.
      Belcor SA; famille Roe seller; Acme SA bidder
    """

  @Test(arguments: cases(english)) func readsEnglish(text: String, expected: String) throws {
    #expect(try deal(text) == expected)
  }

  @Test(arguments: cases(french)) func readsFrench(text: String, expected: String) throws {
    #expect(try deal(text) == expected)
  }

  /// The choice that is learned goes by the rules where they are sure, and other words count for little in a single sentence.
  @Test func theChoiceAgrees() throws {
    let cases = Self.cases(Self.english) + Self.cases(Self.french)
    let others = try cases.filter { try deal($0.0, by: reader) != $0.1 }
    #expect(others.count * 20 <= cases.count, "\(others)")
  }
}
