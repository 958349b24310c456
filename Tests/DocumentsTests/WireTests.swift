import Testing

@testable import Documents

@Suite("The SGML of Reuters-21578") struct ReutersTests {
  private static let collection = """
    <!DOCTYPE lewis SYSTEM "lewis.dtd">
    <REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="5544" NEWID="17">
    <DATE>26-FEB-1987 15:18:06.67</DATE>
    <TOPICS><D>acq</D></TOPICS>
    <UNKNOWN>
    &#5;&#5;&#5;F
    </UNKNOWN>
    <TEXT>&#2;
    <TITLE>CALDER &lt;CLDR> RAISES BID</TITLE>
    <AUTHOR>    By Ann Ash, Reuters</AUTHOR>
    <DATELINE>    GENEVA, Feb 26 - </DATELINE><BODY>Calder Holdings Inc raised its bid for
    &lt;Brightwater Ports&gt; to 40 dlrs a share, or AT&T's price.
        The board will meet on Friday, it said in a
    statement.
     Reuter
    &#3;</BODY></TEXT>
    </REUTERS>
    <REUTERS NEWID="18">
    <DATE> 3-MAR-1987 09:00:00.00</DATE>
    <TEXT TYPE="BRIEF">&#2;
    ******<TITLE>CALDER SAYS NO COMMENT
    </TITLE>Blah blah blah.
    &#3;

    </TEXT>
    </REUTERS>
    <REUTERS NEWID="19">
    <DATE> 3-MAR-1987 09:00:00.00</DATE>
    <TEXT TYPE="UNPROC">&#2;
    Brightwater Ports has no comment.
    &#3;

    </TEXT>
    </REUTERS>

    """
  private static let text = """
    CALDER <CLDR> RAISES BID

    GENEVA, Feb 26 - Calder Holdings Inc raised its bid for <Brightwater Ports> to 40 dlrs a share, or AT&T's price.

    The board will meet on Friday, it said in a statement.

    Reuter
    """

  @Test("stories with headline, dateline and body; a headline alone is none") func stories() {
    let opened = Opened(Self.collection)
    #expect(opened.texts == [Self.text, "Brightwater Ports has no comment."])
    #expect(opened.parts == ["17", "19"])
    #expect(
      opened.documents.first?.facts
        == Document.Facts(
          headline: "CALDER <CLDR> RAISES BID", outlet: "Reuters", author: "Ann Ash", date: "1987-02-26", language: "en"
        ))
    #expect(opened.documents.last?.facts.date == "1987-03-03")
    #expect(opened.problems.isEmpty)
  }

  @Test("cut within a story, what came before stands") func cut() {
    let end = Self.collection.firstRange(of: "Brightwater Ports has")!.lowerBound
    let opened = Opened(String(Self.collection[..<end]))
    #expect(opened.parts == ["17"])
    #expect(opened.problems == [Opened.Problem(problem: .damaged(.reuters), part: nil)])
    #expect(openBroken(Array(Self.collection.utf8)) <= 1)
    #expect(Opened("<REUTERS>\n</REUTERS>\n").problems == [Opened.Problem(problem: .noText(.reuters), part: nil)])
  }
}

@Suite("Filings") struct FilingTests {
  private static let release = """
    <DOCUMENT>
    <TYPE>EX-99.1
    <SEQUENCE>2
    <FILENAME>ex99.htm
    <DESCRIPTION>PRESS RELEASE
    <TEXT>
    <HTML><HEAD><TITLE>x</TITLE></HEAD><BODY><P>Calder raises its bid</P><P>GENEVA, March 5, 2026 &#8211; Calder Holdings raised its bid.</P></BODY></HTML>
    </TEXT>
    </DOCUMENT>
    """
  private static let submission = """
    <SEC-DOCUMENT>0000000000-26-000017.txt : 20260305
    <SEC-HEADER>0000000000-26-000017.hdr.sgml : 20260305
    ACCESSION NUMBER:		0000000000-26-000017
    CONFORMED SUBMISSION TYPE:	SC TO-T
    FILED AS OF DATE:		20260305

    SUBJECT COMPANY:

    	COMPANY DATA:
    		COMPANY CONFORMED NAME:			BRIGHTWATER PORTS CORP

    FILED BY:

    	COMPANY DATA:
    		COMPANY CONFORMED NAME:			CALDER HOLDINGS INC
    </SEC-HEADER>
    <DOCUMENT>
    <TYPE>SC TO-T
    <SEQUENCE>1
    <FILENAME>d1.txt
    <TEXT>
    <PAGE>
                           SCHEDULE TO

    This Tender Offer Statement relates to the offer by Calder Holdings to
    purchase all outstanding shares of Brightwater Ports at $40 per share,
    net to the seller in cash.

    <PAGE>
    The offer ends on April 2, 2026, AT&amp;T said.
    </TEXT>
    </DOCUMENT>
    \(release)
    <DOCUMENT>
    <TYPE>GRAPHIC
    <SEQUENCE>3
    <FILENAME>logo.jpg
    <TEXT>
    begin 644 logo.jpg
    M_]C_X
    end
    </TEXT>
    </DOCUMENT>
    <DOCUMENT>
    <TYPE>EX-99.2
    <SEQUENCE>4
    <FILENAME>ex.pdf
    <TEXT>
    <PDF>
    begin 644 ex.pdf
    M)5!$
    end
    </PDF>
    </TEXT>
    </DOCUMENT>
    \(release)
    </SEC-DOCUMENT>

    """

  @Test("each text is a part by its type, filed by the bidder") func parts() {
    let opened = Opened(Self.submission)
    let release = "Calder raises its bid\n\nGENEVA, March 5, 2026 – Calder Holdings raised its bid."
    #expect(
      opened.texts == [
        "SCHEDULE TO\n\nThis Tender Offer Statement relates to the offer by Calder Holdings to purchase all outstanding shares of Brightwater Ports at $40 per share, net to the seller in cash.\n\nThe offer ends on April 2, 2026, AT&T said.",
        release, release,
      ])
    #expect(opened.parts == ["SC TO-T", "EX-99.1", "EX-99.1 2"])
    #expect(
      opened.documents.allSatisfy {
        $0.facts == Document.Facts(outlet: "CALDER HOLDINGS INC", date: "2026-03-05", language: "en")
      })
    #expect(opened.problems.isEmpty)
  }

  @Test("a filing of the form that feeds have, and one cut short") func cut() {
    let feed = """
      <SEC-DOCUMENT>x
      <FILING-DATE>20260306
      <FILER>
      <COMPANY-DATA>
      <CONFORMED-NAME>BRIGHTWATER PORTS CORP
      <DOCUMENT>
      <TYPE>8-K
      <TEXT>
      Brightwater turned Calder down.
      </TEXT>
      </DOCUMENT>
      """
    let opened = Opened(feed)
    #expect(opened.texts == ["Brightwater turned Calder down."])
    #expect(opened.documents.first?.facts.outlet == "BRIGHTWATER PORTS CORP")
    #expect(opened.documents.first?.facts.date == "2026-03-06")
    let end = Self.submission.firstRange(of: "GENEVA")!.lowerBound
    let cut = Opened(String(Self.submission[..<end]))
    #expect(cut.parts == ["SC TO-T"])
    #expect(cut.problems == [Opened.Problem(problem: .damaged(.filing), part: nil)])
    #expect(openBroken(Array(Self.submission.utf8)) <= 1)
    #expect(Opened("<SEC-DOCUMENT>x\n").problems == [Opened.Problem(problem: .noText(.filing), part: nil)])
  }
}
