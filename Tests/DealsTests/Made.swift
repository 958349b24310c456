import BuiltIn
import Deals
import Reading
import Stories

/// The stories that come with the program, read as the program reads them, in the order of their names.
enum Bundled {
  static let reader = StoryReader(
    file: { bytes($0).map(Array.init) }, image: { bytes($0).map(UnsafeRawBufferPointer.init) })

  static let library: Library = {
    let paths = (0..<built_in_file_count).map { String(cString: built_in_file_at($0).pointee.path) }
    return Library(
      entries: paths.filter { $0.hasPrefix("stories/") && $0.hasSuffix(".txt") }.sorted().compactMap { path in
        let name = String(path.dropFirst("stories/".count))
        guard let bytes = bytes(path), let story = try? reader.read(Array(bytes), name: name) else { return nil }
        return Library.Entry(name: name, state: .read(story))
      })
  }()

  /// The words of contrast that come with the program.
  static let contrasts: [Language: Contrasts] = [
    .english: Contrasts(Array(bytes("lexicon/en/contrasts.txt")!)),
    .french: Contrasts(Array(bytes("lexicon/fr/contrasts.txt")!)),
  ]

  private static func bytes(_ path: String) -> UnsafeBufferPointer<UInt8>? {
    for index in 0..<built_in_file_count {
      let file = built_in_file_at(index).pointee
      if String(cString: file.path) == path { return UnsafeBufferPointer(start: file.bytes, count: file.count) }
    }
    return nil
  }
}

/// A story under construction: parties by name, claims by their words.
struct Made {
  var story: Story
  private var text = ""

  init(_ name: String, _ date: String?, target: String? = nil, _ parties: [(String, Party.Role?)] = []) {
    story = Story(name: name, text: StoryText(bytes: []), language: .english, layout: Layout(date: date))
    if let target { story.targets = [party(target, .target)] }
    for (name, role) in parties { add(name, role) }
  }

  private func party(_ name: String, _ role: Party.Role?) -> Party {
    let kind: Party.Kind = role == .regulator ? .regulator : role == .government ? .government : .company
    return Party(id: name.lowercased(), name: Wording(name), kind: kind, role: role)
  }

  /// Adds a party that is named twice.
  mutating func add(_ name: String, _ role: Party.Role?, _ kind: Party.Kind? = nil) {
    var party = party(name, role)
    if let kind { party.kind = kind }
    let index = story.parties.count
    story.parties.append(party)
    for _ in 0..<2 {
      let span = say(name)
      story.mentions.append(Mention(span: span, referent: .party(index), form: .name))
    }
  }

  @discardableResult private mutating func say(_ words: String) -> Span {
    let start = text.utf8.count
    text += words + ". "
    story.text = StoryText(bytes: Array(text.utf8))
    return Span(start, start + words.utf8.count)
  }

  /// Adds a claim; `by` are its sources, the nearest first, parties by name.
  @discardableResult mutating func claim(
    _ words: String, by sources: [String] = [], _ certainty: Claim.Certainty = .asserted, stage: Stage? = nil,
    about parties: [String] = [], _ terms: [(Claim.Term.Kind, Double, String)] = [], cue: String? = nil
  ) -> Int {
    let chain = sources.map { name in
      if let known = story.sources.firstIndex(where: { $0.name.english == name }) { return known }
      let party = story.parties.firstIndex { $0.name.english == name }
      let kind: Source.Kind = party != nil ? .party : name == "people familiar" ? .anonymous : .newsAgency
      story.sources.append(Source(id: name.lowercased(), name: Wording(name), kind: kind, party: party))
      return story.sources.count - 1
    }
    let cue = cue.map { say($0) }
    let span = say(words)
    story.claims.append(
      Claim(
        span: span, cue: cue, chain: chain, manner: sources.isEmpty ? .ownVoice : .indirect, certainty: certainty,
        stage: stage,
        parties: parties.map { name in story.parties.firstIndex { $0.name.english == name }! },
        terms: terms.map { Claim.Term(kind: $0.0, amount: $0.1, unit: $0.2, span: span) }))
    return story.claims.count - 1
  }
}

/// A library of stories.
func library(_ stories: [Made]) -> Library {
  Library(entries: stories.map { .init(name: $0.story.name, state: .read($0.story)) })
}
