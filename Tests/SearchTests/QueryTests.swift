import Search
import Stories
import Testing

@Suite struct QueryTests {
  /// The claims of the made-up story that `query` finds, by their first word.
  private func found(_ query: String, finished: Bool = true) throws -> [Int] {
    try Query(query, finished: finished).found(in: ferries).compactMap(\.claim)
  }

  @Test(arguments: [
    ("quillon", [0, 1]), ("QUILLON offer", [1]), ("off", [1, 2]), ("\"off\"", []), ("ffer", []),
    ("\"code source\"", [2]), ("\"source code\"", [3]), ("code source", [2, 3]), ("echo du val", [2]),
    ("écarté", [2]), ("ecartee", [2]), ("l'offre", [2]), ("l’offre", [2]), ("quillon -offer", [0]),
    ("-quillon", [2, 3]), ("410", [1]), ("code-sour", [2]), ("\"ferry arm\" quillon", [0]), ("« ferry arm »", [0]),
    // Straight marks hold others, and close by themselves where no straight one does.
    ("\"ferry » arm\" quillon", [0]), ("\"ferry arm” quillon", [0]),
  ])
  func findsWords(query: String, claims: [Int]) throws {
    #expect(try found(query) == claims)
  }

  @Test(arguments: [
    ("party:varnholm", [0, 3]), ("about:varnholm", [0]), ("source:varnholm", [0, 3]), ("source:kyst", [1, 3]),
    ("source:\"radio kyst\"", [1, 3]), ("source:\"kyst radio\"", []), ("party:quillon,pekin", [0, 1, 3]),
    ("party:beijing", [3]), ("certainty:denied", [0]), ("certainty:den", [0]), ("certainty:denied,reported", [0, 1]),
    ("-certainty:denied", [1, 2, 3]), ("stage:offered", [1]), ("stage:\"in talks\"", [3]), ("stage:talks", [3]),
    ("manner:own", [2]), ("manner:indirect source:kyst", [1, 3]), ("deal:ostrava quillon", [0, 1]),
    ("target:ferries certainty:reported", [1]), ("deal:tiktok", []), ("outlet:\"sound courier\" code", [2, 3]),
    ("date:2031 quillon", [0, 1]), ("date:2031-05-14 arm", [0]), ("date:2031-04 arm", []), ("date:2030.. arm", [0]),
    ("date:..2031-05-13 arm", []), ("date:2031-05..2031-06 arm", [0]), ("date:2029,2031 arm", [0]),
  ])
  func findsFields(query: String, claims: [Int]) throws {
    #expect(try found(query) == claims)
  }

  @Test(arguments: [
    ("partie:pékin", "party:beijing"), ("degré:démenti", "certainty:denied"), ("DEGRE:dementi", "certainty:denied"),
    ("étape:pourparlers", "stage:talks"), ("cible:ostrava", "deal:ostrava"), ("rachat:ostrava", "target:ostrava"),
    ("média:courier", "outlet:courier"), ("forme:propre", "manner:own"), ("sur:quillon", "about:quillon"),
    ("dans:affirmations code", "code"),
  ])
  func understandsFrench(french: String, english: String) throws {
    #expect(try found(french) == found(english))
    #expect(try !found(english).isEmpty)
  }

  @Test func findsPlacesInTheText() throws {
    let words = "quillon source"
    #expect(try found(words) == [])
    let places = try Query("in:text \(words)").found(in: ferries)
    #expect(places.map { ferries.text.string($0.place) } == ["Quillon"])
    #expect(try Query("dans:texte quillon absent").found(in: ferries).isEmpty)
    // What is asked of claims must hold for one of them, and it need not be the one with the words.
    #expect(try Query("in:text crowns certainty:denied stage:rejected").found(in: ferries).count == 1)
    #expect(try Query("in:text crowns certainty:denied stage:offered").found(in: ferries).isEmpty)
  }

  @Test(arguments: [
    // What is noted on a party counts for what it says, and for what is said of it.
    ("note:code", [0, 1]), ("note:\"them about\"", [0, 1]), ("note:\"about them\"", []), ("note:cod -offer", [0]),
    ("note:absent,CROWNS certainty:denied", [0]), ("-note:code", [2, 3]), ("tag:zurich", [3]), ("tag:up", [3]),
    ("tag:\"follow zürich\"", []), ("tag:urgent", []), ("-tag:follow", [0, 1, 2]), ("is:marked", [1, 3]),
    ("is:noted", [0, 1]), ("is:corrected", [0]), ("is:marked,corrected", [0, 1, 3]), ("is:marked is:noted", [1]),
    ("-is:marked", [0, 2]), ("is:mar", [1, 3]), ("is:n", [0, 1]), ("is:unread", [0, 1, 2, 3]), ("is:read", []),
    ("-is:read off", [1, 2]), ("is:read,unread off", [1, 2]), ("is:unread is:corrected", [0]),
    ("étiquette:zurich", [3]), ("est:marqué", [1, 3]), ("est:noté", [0, 1]), ("est:corrigé", [0]), ("est:lu", []),
    ("est:non-lu off", [1, 2]), ("est:\"non lu\" off", [1, 2]), ("is:non off", [1, 2]),
  ])
  func findsWhatIsNoted(query: String, claims: [Int]) throws {
    #expect(try Query(query).found(in: notedFerries).compactMap(\.claim) == claims)
  }

  @Test func countsWhatIsOnTheStoryForAllOfIt() throws {
    var story = notedFerries
    story.remarks = [remark(.story, note: "weigh it", tags: ["desk"], marked: true)]
    for query in ["note:weigh", "tag:desk", "is:marked", "is:noted"] {
      #expect(try Query(query).found(in: story).compactMap(\.claim) == [0, 1, 2, 3], "\(query)")
    }
    #expect(try Query("is:corrected").found(in: story).compactMap(\.claim) == [0])
    // What is being bought is a matter of the whole story; a party of what it says and what is said of it.
    story.targets[0].corrected = .name
    #expect(try Query("is:corrected").found(in: story).compactMap(\.claim) == [0, 1, 2, 3])
    story.targets[0].corrected = []
    story.parties[0].corrected = .role
    #expect(try Query("is:corrected").found(in: story).compactMap(\.claim) == [0, 3])
  }

  @Test func takesWhatIsNotedAnywhereWhereTextsAreSearched() throws {
    func finds(_ query: String, _ story: Story = notedFerries, from least: Double = 0) throws -> Bool {
      try !Query("in:text \(query)").found(in: story, from: least).isEmpty
    }
    // The mark is on one claim, the tag on another, the note on a party.
    #expect(try finds("is:marked tag:zurich note:code varnholm"))
    #expect(try !finds("-tag:zurich"))
    #expect(try finds("-tag:urgent is:unread"))
    #expect(try !finds("is:read"))
    // A story need not claim anything.
    var bare = story(date: nil, [])
    bare.isRead = true
    bare.remarks = [remark(.story, note: "nothing in it")]
    #expect(try finds("note:nothing is:read", bare))
    #expect(try !finds("is:unread", bare))
    // What is too unsure is as if it were not there, with all that is noted on it.
    var unsure = ferries
    unsure.remarks = [remark(.claim(2), tags: ["odd"])]
    #expect(try finds("tag:odd", unsure, from: 0.4))
    #expect(try !finds("tag:odd", unsure, from: 0.5))
  }

  @Test func leavesOutWhatIsTooUnsure() throws {
    #expect(try Query("code").found(in: ferries, from: 0.5).compactMap(\.claim) == [3])
  }

  @Test(arguments: [
    ("", "empty", 0), ("in:text", "nothing to look for", 0), ("a \"b c", "not closed", 2),
    ("party:", "needs a value", 6),
    ("party: oracle", "needs a value", 6), ("colour:red", "no field", 0), ("certainty:sure", "none of", 10),
    ("stage:offered,xyz", "none of", 14), ("date:yesterday", "no date", 5), ("date:2020-9", "no date", 5),
    ("date:2020-13", "no date", 5), ("date:2020-09-31", "no date", 5), ("date:2018-02-30", "no date", 5),
    ("date:2019-02-29..2020", "no date", 5), ("date:1900-02-29", "no date", 5), ("date:2021..2020", "ends before", 5),
    ("in:margins x", "none of", 3),
    ("-in:text x", "cannot stand", 0),
    ("source:&", "letters", 7), ("note:&", "letters", 5), ("tag:", "needs a value", 4), ("is:good", "none of", 3),
    ("is:marked,read", "write is:read is:marked", 10), ("est:non-lu,corrigé", "write is:unread is:corrected", 11),
  ])
  func saysWhatIsWrongAndWhere(query: String, words: String, place: Int) {
    let error = #expect(throws: QueryError.self) { try Query(query) }
    #expect(error?.wording.english.contains(words) == true, "\(error?.wording.english ?? "")")
    #expect(error?.wording.french.isEmpty == false)
    #expect(error?.place.start == place)
  }

  @Test(arguments: [
    ("\"source co", [2, 3]), ("party:", []), ("quillon date:", [0, 1]), ("quillon date:203", [0, 1]),
    ("quillon date:2031-", [0, 1]), ("quillon date:2030..", [0, 1]), ("quillon -", [0, 1]), ("certainty:d", [0]),
    ("quillon is:", [0, 1]), ("quillon is:un", [0, 1]), ("quillon note:", [0, 1]), ("quillon -is:mar", [0, 1]),
  ])
  func bearsWithWhatIsBeingTyped(query: String, claims: [Int]) throws {
    #expect(try found(query, finished: false) == (claims.isEmpty ? [0, 1, 2, 3] : claims))
  }

  @Test(arguments: ["2020-02-29", "2000-02-29..2018-02-28", "2020-09-30", "2020-12-31", "2020-02..2020-04"])
  func takesEveryDayOfTheCalendar(date: String) throws {
    #expect(try !Query("date:\(date)").isEmpty)
  }

  @Test func takesAColonInAWordForAWord() throws {
    #expect(try found("10:30").isEmpty)
    #expect(try found("\"quillon: offer\"").isEmpty)
  }

  @Test func marksTheWords() throws {
    let query = try Query("quill \"ferry arm\" -crowns")
    let marks = query.marks(in: ferries.text, ferries.claims[0].span.range)
    #expect(marks.map(ferries.text.string) == ["ferry arm", "Quillon"])
  }
}
