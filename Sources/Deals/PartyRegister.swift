import Stories

/// Who the parties of some stories are, each once, however a story calls it.
///
/// The same name is the same party, but for case, accents, marks and legal form. The short form of a company's name is
/// that company only if both are named in these stories, no other name has the same short form, and what the long one has
/// in addition does not make another company of it ("TikTok Global"). Persons are never merged: a surname may be anybody's.
public struct PartyRegister: Sendable {
  /// A party of several stories.
  public struct Entry: Sendable {
    /// The name that is shown: the commonest.
    public var name: Wording
    /// The other names, each with why it is the same party.
    public var aliases: [Alias]
    /// What kind of actor most stories take it for.
    public var kind: Party.Kind
    /// How often it is mentioned.
    public var mentions: Int
    /// What it is compared as: the keys of its names.
    var keys: [String]
  }

  /// Another name of a party.
  public struct Alias: Hashable, Sendable {
    /// The name.
    public var name: String
    /// Why it is the same party's.
    public var reason: Reason
  }

  /// Why two names are one party's.
  public enum Reason: Hashable, Sendable, CaseIterable {
    /// They differ in case, accents, marks or legal form.
    case spelling
    /// One is the short form of the other, in stories on the same deal.
    case shortForm
    /// A story uses it for the party: another name by the list of names, or who speaks for it.
    case standsFor
  }

  /// The parties, in the order in which the stories bring them up.
  public private(set) var parties: [Entry] = []
  private var places: [String: Int] = [:]

  /// The index in `parties` of the party with a key.
  func index(of key: String) -> Int? { places[key] }

  /// The index in `parties` of `party`, one of a story's.
  public func index(of party: Party) -> Int? { places[party.key] }

  private struct Found {
    var names: [Wording: Int] = [:]
    var kinds: [Party.Kind: Int] = [:]
    var mentions = 0
    var surfaces: [String: Int] = [:]
    var order: Int
  }

  init(_ stories: [(Int, Library)]) {
    var found: [String: Found] = [:]
    for (index, library) in stories {
      guard let story = library.story(index) else { continue }
      // A target that does not act is no party of the story, but one of the deal.
      let keys = story.parties.map(\.key)
      let targets = story.targets.map(\.key)
      for (key, party) in zip(keys + targets, story.parties + story.targets) where found[key]?.names[party.name] == nil
      {
        let order = found.count
        found[key, default: Found(order: order)].names[party.name] = 0
      }
      for (key, party) in zip(keys, story.parties) {
        found[key]?.names[party.name, default: 0] += 1
        found[key]?.kinds[party.kind, default: 0] += 1
      }
      for (key, target) in zip(targets, story.targets) where !keys.contains(key) {
        found[key]?.names[target.name, default: 0] += 1
        found[key]?.kinds[target.kind, default: 0] += 1
      }
      for mention in story.mentions {
        let key: String
        switch mention.referent {
        case .party(let party): key = keys[party]
        case .target(let target) where !keys.contains(targets[target]): key = targets[target]
        default: continue
        }
        found[key]?.mentions += 1
        // What is longer is no name that anybody compares, and strings take long to compare where marks pile up.
        if mention.form == .name, mention.span.count <= 300 {
          found[key]?.surfaces[story.text.string(mention.span), default: 0] += 1
        }
      }
    }
    let longForms = Self.longForms(found)
    for (key, one) in found.sorted(by: { $0.value.order < $1.value.order }) where longForms[key] == nil {
      places[key] = parties.count
      parties.append(Self.entry(key, one))
    }
    for (short, long) in longForms.sorted(by: { $0.key < $1.key }) {
      guard let place = places[long], let one = found[short] else { continue }
      places[short] = place
      merge(Self.entry(short, one), into: place)
    }
  }

  private static func entry(_ key: String, _ found: Found) -> Entry {
    let name = found.names.max { ($0.value, $1.key.english) < ($1.value, $0.key.english) }!.key
    var aliases: [Alias] = []
    var seen: Set = [name.english, name.french]
    let others = found.names.keys.map(\.english).sorted() + found.surfaces.keys.sorted()
    for other in others where seen.insert(other).inserted {
      aliases.append(Alias(name: other, reason: NameKey.make(other) == key ? .spelling : .standsFor))
    }
    let kind = found.kinds.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .other
    return Entry(name: name, aliases: aliases, kind: kind, mentions: found.mentions, keys: [key])
  }

  private mutating func merge(_ short: Entry, into place: Int) {
    parties[place].keys += short.keys
    parties[place].mentions += short.mentions
    // The name is a short form; what a story names for it is named for the whole.
    let all = [Alias(name: short.name.english, reason: .shortForm)] + short.aliases
    for alias in all where alias.name != parties[place].name.english {
      if let known = parties[place].aliases.firstIndex(where: { $0.name == alias.name }) {
        if alias.reason == .shortForm { parties[place].aliases[known].reason = .shortForm }
      } else {
        parties[place].aliases.append(alias)
      }
    }
    parties[place].aliases.sort { $0.name < $1.name }
  }

  /// For each name that is the short form of exactly one other, that other.
  private static func longForms(_ found: [String: Found]) -> [String: String] {
    let companies = found.filter { key, one in
      one.kinds.keys.contains { $0 == .company || $0 == .fund } && !key.isEmpty
    }
    // From each long name to the short ones that it begins or ends with, so that many names take no longer each.
    var longer: [String: Set<String>] = [:]
    for (long, one) in companies {
      let words = long.split(separator: " ")
      for count in 1..<max(1, words.count) {
        for (part, rest) in [
          (words.prefix(count), words.dropFirst(count)), (words.suffix(count), words.dropLast(count)),
        ] {
          let short = part.joined(separator: " ")
          guard companies[short] != nil, short.utf8.count >= 3 else { continue }
          let isOwn = rest.contains { word in
            ownCompany.contains(String(word)) && !(one.kinds[.fund] != nil && fundWords.contains(String(word)))
          }
          if !isOwn { longer[short, default: []].insert(long) }
        }
      }
    }
    // A word that several names begin with is nobody's short form.
    let longForms = longer.compactMapValues { $0.count == 1 ? $0.first : nil }
    // No chains: the short form of a short form is left alone.
    return longForms.filter { longForms[$0.value] == nil }
  }

  /// Words that funds have in their full names.
  private static let fundWords: Set<String> = ["capital", "partners", "ventures"]

  /// Words that make another company of a name: part of the world, kind of business of its own, a neighbour's name.
  private static let ownCompany: Set<String> = [
    "global", "international", "america", "americas", "american", "north", "south", "east", "west", "europe",
    "european",
    "asia", "japan", "china", "france", "deutschland", "uk", "us", "usa", "canada", "india", "africa", "capital",
    "ventures", "partners", "bank", "finance", "financial", "services", "foundation", "union", "university", "new",
    "nouveau", "nouvelle", "media", "cloud", "energy", "power", "studios", "pictures", "air", "british", "general",
    "united", "national", "first", "royal", "and",
  ]
}
