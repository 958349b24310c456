import Stories

/// Which claims are visited: what the person narrowed the story to.
enum Filter: Hashable, Sendable {
  case all
  /// The claims that a party makes or that are about it.
  case party(Int)
  /// The claims whose chain holds a source.
  case source(Int)
  /// What the article says in its own voice.
  case narrator

  /// Whether `claim` is visited.
  func admits(_ claim: Claim, of story: Story) -> Bool {
    switch self {
    case .all: true
    case .party(let party): claim.parties.contains(party) || story.makes(party, claim)
    case .source(let source): claim.chain.contains(source)
    case .narrator: claim.chain.isEmpty
    }
  }

  /// The filter that means in `story` what this one means in `before`; all if there is nothing like it.
  func carried(from before: Story, to story: Story) -> Filter {
    switch self {
    case .all, .narrator: self
    case .party(let party): story.parties.firstIndex { $0.id == before.parties[party].id }.map { .party($0) } ?? .all
    case .source(let source):
      story.sources.firstIndex { $0.id == before.sources[source].id }.map { .source($0) } ?? .all
    }
  }

  /// The name of what the story is narrowed to; `nil` if it is not.
  func name(in story: Story, _ language: Language) -> String? {
    switch self {
    case .all: nil
    case .party(let party): story.parties[party].name[language]
    case .source(let source): story.sources[source].name[language]
    case .narrator: Phrase.theArticle[language]
    }
  }
}
