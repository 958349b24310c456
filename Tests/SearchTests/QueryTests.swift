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
    ("source:&", "letters", 7),
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
