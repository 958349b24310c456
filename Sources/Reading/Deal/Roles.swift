import Stories

/// Tells what is bought and the part that each entity has in the deal, by adding up the events.
///
/// A class, since all that is weighed for the choices is asked of it, and a copy would count all its lists. Its variables go
/// without the checks at run time that they are not changed while they are read: none is handed to anything that changes it.
final class Roles {
  let prose: Prose
  /// Who is in the story, with the parts of businesses that the events have no name for.
  @exclusivity(unchecked) private(set) var cast: Cast
  @exclusivity(unchecked) private(set) var events: [DealEvent] = []
  /// Evidence that an entity is what is bought, and that it answers offers.
  @exclusivity(unchecked) private(set) var objects: [Double]
  @exclusivity(unchecked) private(set) var wooed: [Double]
  /// The parts of businesses that are sold or bought without a name.
  @exclusivity(unchecked) private(set) var units: DescribedUnits
  /// Evidence for each role of each entity, those of one entity side by side.
  @exclusivity(unchecked) private var scores: [Double]

  /// For each entity whether it is a family.
  @exclusivity(unchecked) private var families: [Bool]
  /// Those that may be what is bought, with what is told of each.
  @exclusivity(unchecked) private(set) var choice: TargetChoice?
  /// The roles that the rules give, from which the choice goes on; empty without a target.
  @exclusivity(unchecked) private(set) var ruled: [Party.Role?] = []
  private let weights: TargetWeights
  private let roleWeights: RoleWeights

  /// What is evidence enough for a target.
  private static let enough = 1.5
  /// More deals than this in one text are no round-up, but a list of prices.
  static let most = 24
  /// What is evidence enough for a part in the deal.
  static let part = 1.1

  init(_ prose: Prose, _ cast: Cast, _ model: Model) {
    weights = model.target
    roleWeights = model.roles
    self.prose = prose
    self.cast = cast.withTradingMedia(prose)
    let cast = self.cast
    units = DescribedUnits(prose, after: cast)
    var families = [Bool](filledWith: false, count: cast.entities.count)
    for denotation in cast.denotations where cast.entities[denotation.entity].isBody && !families[denotation.entity] {
      families[denotation.entity] = prose.tokens[denotation.tokens].contains { $0.isFamily }
    }
    self.families = families
    objects = Array(filledWith: 0, count: cast.entities.count)
    wooed = objects
    scores = Array(filledWith: 0, count: cast.entities.count * Roles.count)
  }

  /// The entities that are being bought, and each entity's role.
  func decide() -> (targets: [Int], roles: [Party.Role?]) {
    var reader = DealEvents(prose, cast)
    events = reader.find()
    let (lists, hints, belongings) = (reader.lists, reader.hints, reader.belongings)
    admit(reader.units)
    turnMergers()
    settleTalks()
    // By their places: an event that is taken out of the list is copied with all its own.
    for k in events.indices where !events[k].isState {
      let weight = events[k].weight
      if let object = events[k].object { objects[object] += 2 * weight }
      if let unit = events[k].unit { objects[unit.part] += 2 * unit.weight }
      // "rejected Acme's offer" tells as much as "Acme's offer for".
      if let answers = events[k].wooed { wooed[answers] += events[k].buyers.isEmpty ? weight : 1.5 * weight }
      for buyer in events[k].buyers { add(.bidder, buyer, 2 * weight) }
      for seller in events[k].sellers { add(.seller, seller, 2 * weight) }
      for partner in events[k].partners { add(.partner, partner, 2 * weight) }
    }
    addHoldings()
    let asking = turns()
    let ours = ours()
    for entity in ours { objects[entity] += 3 }
    let candidates = cast.entities.indices.filter {
      canBeTarget($0) && !asking.contains($0) && worth($0) > 0 && (evidence($0) >= Roles.enough || isOffered($0))
    }
    // In a list of deals each has but a sentence or two.
    let loose = cast.entities.indices.filter {
      canBeTarget($0) && !asking.contains($0) && worth($0) > 0 && evidence($0) >= 0.6 * Roles.enough
    }
    let choice = TargetChoice(
      cast.entities.indices.filter { canBeTarget($0) && !asking.contains($0) }, self, ours: ours)
    self.choice = choice
    // Whether there is a deal, the events tell; what is bought, the choice.
    let isDeal = !candidates.isEmpty || salient() != nil
    let target = isDeal ? choice.best(weights).map(productNamed(by:)) : nil
    let targets = listed(candidates, loose) ?? target.map { [$0] + together(with: $0) } ?? []
    settleUnits(among: targets)
    weigh(around: targets)
    var roles = cast.entities.indices.map { role($0, targets) }
    let owners = Set(belongings.filter { roles[$0.part] != nil && roles[$0.part] != .target }.map(\.owner))
    if !roles.contains(.bidder), targets.count == 1,
      let buyer = foremost(beside: targets[0], roles, except: owners)
    {
      roles[buyer] = .bidder
    }
    if !roles.contains(.seller), targets.count == 1, let parent = namesake(of: targets[0], roles) {
      roles[parent] = .seller
    }
    if !roles.contains(.seller), targets.count == 1, let family = idleFamily(roles) { roles[family] = .seller }
    for list in lists { join(list, &roles) }
    for event in events where event.isJoining && event.object.map({ roles[$0] == .bidder }) ?? false {
      join([event.object].compactMap { $0 } + event.buyers + event.sellers, &roles)
    }
    if targets.count == 1 {
      complete(&roles, beside: targets[0])
      follow(hints, &roles, beside: targets[0])
      admit(&roles, beside: targets[0])
      for list in lists { join(list, &roles) }
    }
    leaveToOwners(&roles)
    leaveToParts(belongings, &roles)
    // A person who bids or sells where a business does acts for it.
    for role in [Party.Role.bidder, .seller]
    where roles.indices.contains(where: { roles[$0] == role && cast.entities[$0].kind != .person }) {
      for entity in roles.indices
      where roles[entity] == role && cast.entities[entity].kind == .person && !isAlly(entity, targets) {
        roles[entity] = nil
      }
    }
    if !targets.isEmpty { choose(&roles) }
    return (targets, roles)
  }

  /// Lets the choice decide who bids and who sells; without weights the rules do.
  private func choose(_ roles: inout [Party.Role?]) {
    ruled = roles
    RoleChoice(weights: roleWeights).decide(self, RoleFeatures(self, roles), &roles)
  }

  /// The targets of a text that tells of several deals, one after the other; `nil` if it does not.
  private func listed(_ candidates: [Int], _ loose: [Int]) -> [Int]? {
    if units.entities.isEmpty { return listed(candidates, loose, below: cast.entities.count) }
    // What has a name tells whether there are several deals; what has none comes behind it among the entities.
    let end = cast.entities.count - units.entities.count
    let named = listed(candidates.filter { $0 < end }, loose.filter { $0 < end }, below: end)
    guard let named else { return nil }
    let told = events
    defer { events = told }
    for k in events.indices
    where events[k].unit != nil && events[k].object.map({ $0 == events[k].unit?.owner }) ?? true {
      events[k].settleUnit()
    }
    return listed(candidates, loose, below: cast.entities.count) ?? named
  }

  /// The same, of the entities with places below `end`.
  private func listed(_ candidates: [Int], _ loose: [Int], below end: Int) -> [Int]? {
    Bulletin(prose: prose, events: events).targets { $0 < end && canBeTarget($0) }
      ?? roundUp(loose, atLeast: 3) ?? roundUp(candidates, atLeast: 2)
  }

  /// Makes the parts of businesses among `targets` what changes hands in the events that tell of them.
  private func settleUnits(among targets: [Int]) {
    if units.entities.isEmpty { return }
    for k in events.indices {
      if let unit = events[k].unit, targets.contains(unit.part) { events[k].settleUnit() }
    }
  }

  /// Adds the parts of businesses that the events tell of to those in the story.
  private func admit(_ units: DescribedUnits) {
    guard !units.entities.isEmpty else { return }
    cast.entities += units.entities
    let count = cast.entities.count
    families += [Bool](repeating: false, count: count - families.count)
    objects += [Double](repeating: 0, count: count - objects.count)
    wooed += [Double](repeating: 0, count: count - wooed.count)
    scores += [Double](repeating: 0, count: count * Roles.count - scores.count)
    self.units = units
    // "The unit employs 900": the part that is sold, not who was named last.
    cast.denotations.removeAll { $0.form == .periphrase && units.isDenoted(within: $0.tokens) }
    let sites = units.sites
    if sites.isEmpty { return }
    // "Roanne n'est plus à vendre": the works there.
    for site in sites { cast.entities[site].kind = .place }
    for k in events.indices {
      if let part = events[k].object.flatMap(units.part(at:)) {
        events[k].object = nil
        events[k].unit = events[k].unit ?? UnitTrade(part, of: units.owner(of: part), weight: events[k].weight)
      }
    }
  }

  /// Adds to what its owner sells or is asked for without its name.
  ///
  /// "Acme bought Belcor in 2015. It is now selling the business",
  /// "The family, which controls Belcor, has received an offer".
  private func addHoldings() {
    guard events.contains(where: { $0.object == nil && (!$0.sellers.isEmpty || $0.wooed != nil) }) else { return }
    // For each entity what it is said to own or hold: -1 for nothing, -2 for several things.
    var holdings = [Int](filledWith: -1, count: cast.entities.count)
    func note(_ owner: Int, _ object: Int) {
      if owner != object, holdings[owner] != object { holdings[owner] = holdings[owner] == -1 ? object : -2 }
    }
    for k in events.indices where events[k].isState || !events[k].holders.isEmpty {
      guard let object = events[k].object else { continue }
      if events[k].isState { for owner in events[k].sellers { note(owner, object) } }
      for holder in events[k].holders { note(holder, object) }
    }
    for k in events.indices where events[k].object == nil {
      if let answers = events[k].wooed, holdings[answers] >= 0 { objects[holdings[answers]] += events[k].weight }
      guard !events[k].isState, !events[k].sellers.isEmpty else { continue }
      for seller in events[k].sellers where holdings[seller] >= 0 {
        objects[holdings[seller]] += 1.5 * events[k].weight
      }
    }
  }

  /// What is bought with `target`, in the order of the text, and has no other part in the deal.
  private func together(with target: Int) -> [Int] {
    var found: [Int] = []
    // "Acme will buy Belcor with or without Zed", which Belcor is about to buy.
    let own = Set(events.lazy.filter { $0.buyers.contains(target) }.compactMap(\.object))
    for event in events where event.object == target {
      for other in event.others
      where canBeTarget(other) && !found.contains(other) && !own.contains(other)
        && score(other, .bidder) + score(other, .seller) == 0
      {
        found.append(other)
      }
    }
    return found
  }

  /// Turns mergers round in which what seems to be bought bids elsewhere.
  ///
  /// "Acme denies a merger with Belcor" tells not who buys whom; "Belcor offered 2 billion" does.
  private func turnMergers() {
    guard events.contains(where: { $0.isMutual }) else { return }
    var bids = [Double](filledWith: 0, count: cast.entities.count)
    // Who holds a part of whom, as one number each: "Belcor owns 54 pct of Acme" and takes the rest.
    var holdings: Set<Int> = []
    for event in events where !event.isMutual {
      for buyer in event.buyers { bids[buyer] += event.weight }
      guard let held = event.object else { continue }
      for holder in event.holders + (event.isState ? event.sellers : []) {
        holdings.insert(holder * cast.entities.count + held)
      }
    }
    let vehicles = vehicles()
    for index in events.indices where events[index].isMutual {
      guard let object = events[index].object, let buyer = events[index].buyers.first else { continue }
      let isHolder = holdings.contains(object * cast.entities.count + buyer)
      guard bids[object] > bids[buyer] || bids[object] == bids[buyer] && (isHolder || vehicles.contains(object)) else {
        continue
      }
      events[index].object = buyer
      events[index].buyers = [object]
    }
  }

  /// Those who are named as what was founded to buy another: "Acme Acquisition Corp", "Belcor Holdings".
  private func vehicles() -> Set<Int> {
    var found: Set<Int> = []
    for denotation in cast.denotations where denotation.form == .name && denotation.tokens.count > 1 {
      let isVehicle = denotation.tokens.dropFirst().contains {
        prose.isIn(.acquisition, $0) || prose.isIn(.holding, $0)
      }
      if isVehicle || isFormed(denotation) { found.insert(denotation.entity) }
    }
    return found
  }

  /// Whether a name is of a company that was made for the purpose: "Acme Inc, a company formed by", "newly formed Acme Inc".
  private func isFormed(_ denotation: Denotation) -> Bool {
    let (low, end) = (denotation.tokens.lowerBound, denotation.tokens.upperBound)
    if (max(0, low - 4)..<low).contains(where: { prose.isIn(.formed, $0) }) { return true }
    guard end + 1 < prose.tokens.count, prose.tokens[end].kind == .comma else { return false }
    for i in end + 1..<min(end + 8, prose.tokens.count) {
      if prose.isIn(.formed, i) { return true }
      if prose.tokens[i].isPunctuation || prose.isFinite(i) && !prose.tokens[i].has(.company) { return false }
    }
    return false
  }

  /// Takes who talks for who buys, where nothing else is told of either: "Acme is in talks with Belcor".
  private func settleTalks() {
    guard events.contains(where: { $0.talkers.count >= 2 }) else { return }
    var told: Set<Int> = []
    for event in events {
      for entity in [event.object, event.wooed].compactMap({ $0 }) { told.insert(entity) }
      told.formUnion(event.buyers)
      told.formUnion(event.sellers)
    }
    let wooed = wooedByTalks()
    for index in events.indices where events[index].talkers.count >= 2 {
      // "Acme is in talks with Belcor. It is also talking to Norvane": both might buy it.
      if events[index].talkers[0] == wooed, let wooed, !told.contains(wooed) {
        events[index].buyers = events[index].talkers.dropFirst().filter { cast.entities[$0].kind.isBusiness }
        events[index].object = wooed
        continue
      }
      guard events[index].talkers.count == 2 else { continue }
      var (first, other) = (events[index].talkers[0], events[index].talkers[1])
      // "The studio denies talks with the Japanese Acme": who comes from abroad.
      if isForeign(other, near: events[index].token), !isForeign(first, near: events[index].token) {
        swap(&first, &other)
      }
      guard !told.contains(first), !told.contains(other), cast.entities[first].kind.isBusiness,
        cast.entities[other].kind.isBusiness
      else { continue }
      events[index].object = other
      events[index].buyers = [first]
    }
  }

  /// The first business that talks with several others, one by one or all at once.
  private func wooedByTalks() -> Int? {
    // For each entity the first that it talks with, or -1.
    var partners = [Int](filledWith: -1, count: cast.entities.count)
    var several = [Bool](filledWith: false, count: cast.entities.count)
    for k in events.indices where events[k].talkers.count > 1 {
      let first = events[k].talkers[0]
      for other in events[k].talkers.dropFirst() {
        if partners[first] < 0 { partners[first] = other }
        if partners[first] != other { several[first] = true }
      }
    }
    return events.first {
      $0.talkers.count > 1 && several[$0.talkers[0]] && cast.entities[$0.talkers[0]].kind.isBusiness
    }?
    .talkers[0]
  }

  /// Whether an entity is named with a nationality in the block of token `i`.
  private func isForeign(_ entity: Int, near i: Int) -> Bool {
    guard let sentence = prose.sentence(of: i) else { return false }
    return cast.denotations(in: prose.sentences[sentence].tokens).contains {
      $0.entity == entity && $0.tokens.lowerBound > 0 && prose.tokens[$0.tokens.lowerBound - 1].has(.nationality)
    }
  }

  private func add(_ role: Party.Role, _ entity: Int, _ weight: Double) {
    // A person acts for others more often than not.
    let isOthers = cast.entities[entity].kind == .person && !cast.entities[entity].isIndependent
    scores[Roles.index(role, of: entity)] += isOthers ? 0.6 * weight : weight
  }

  func score(_ entity: Int, _ role: Party.Role) -> Double { scores[Roles.index(role, of: entity)] }

  private static func index(_ role: Party.Role, of entity: Int) -> Int {
    entity * count + place(of: role)
  }

  /// How many roles there are.
  static let count = 8

  /// The place of a role among all: a name by which it would be looked for is slow to compare.
  static func place(of role: Party.Role) -> Int {
    switch role {
    case .target: 0
    case .seller: 1
    case .bidder: 2
    case .partner: 3
    case .shareholder: 4
    case .adviser: 5
    case .regulator: 6
    case .government: 7
    }
  }

  // MARK: The others

  /// Adds up the roles once more, now that the target is known: what is said of other deals counts little.
  private func weigh(around targets: [Int]) {
    // Who bids sells something else, if it is not told what: "Acme, which sold a mill to Belcor in May".
    let bidders = cast.entities.indices.map { score($0, .bidder) >= 2 && score($0, .bidder) > score($0, .seller) }
    for index in scores.indices { scores[index] = 0 }
    // By their places, as above.
    for k in events.indices {
      var weight = events[k].weight
      if let object = events[k].object, !targets.contains(object) {
        // "Acme owns the brewer", where it is no brewer that was found: perhaps what is sold.
        let isOther = targets.count == 1 && events[k].isVague && bidders[object]
        weight *= isOther ? 0.8 : events[k].isState ? 0 : 0.25
      }
      if events[k].object == nil, events[k].sellers.contains(where: { bidders[$0] }) { weight *= 0.25 }
      for buyer in events[k].buyers { add(.bidder, buyer, 2 * weight) }
      // "The chairman of Belcor plans an offer", for Belcor itself.
      if let manager = events[k].manager, let principal = cast.entities[manager].speaksFor, targets.contains(principal)
      {
        add(.bidder, manager, 2 * events[k].weight)
      }
      // Whom a noun calls the owner acts for himself.
      for seller in events[k].sellers { add(.seller, seller, (events[k].isByName ? 3 : 2) * weight) }
      for partner in events[k].partners { add(.partner, partner, 2 * weight) }
      if !events[k].talkers.isEmpty { talk(events[k], targets) }
      for holder in events[k].holders { add(.shareholder, holder, weight) }
      for adviser in events[k].advisers { add(.adviser, adviser, weight) }
      if let answers = events[k].wooed, !targets.contains(answers), !cast.entities[answers].isBody || isFamily(answers)
      {
        add(.seller, answers, events[k].isChoice ? 1.2 * weight : weight)
      }
    }
  }

  /// Who talks with what is sold, or with who sells it, would buy it.
  private func talk(_ event: DealEvent, _ targets: [Int]) {
    guard let first = event.talkers.first else { return }
    let others = event.talkers.dropFirst()
    func sells(_ entity: Int) -> Bool {
      targets.contains(entity)
        || events.contains {
          $0.sellers.contains(entity) && ($0.object.map { targets.contains($0) } ?? ($0.weight >= 1))
        }
    }
    if sells(first) {
      for other in others where !sells(other) {
        // Who talks with a seller, and speaks for nobody, talks for himself.
        let isAlone = cast.entities[other].kind == .person && cast.entities[other].speaksFor == nil
        add(.bidder, other, (isAlone ? 2 : 1.2) * event.weight)
      }
    } else if others.contains(where: { sells($0) }) {
      add(.bidder, first, 1.2 * event.weight)
    } else if event.isVague, targets.count == 1 {
      // "The company had talked to Acme": who is sold, perhaps.
      for other in others { add(.bidder, other, 1.2 * event.weight) }
    }
  }

  func isFamily(_ entity: Int) -> Bool { families[entity] }

  private func role(_ entity: Int, _ targets: [Int]) -> Party.Role? {
    if targets.contains(entity) { return .target }
    switch cast.entities[entity].kind {
    // A state that sells what it owns, or buys.
    case .government:
      let best: Party.Role = score(entity, .bidder) > score(entity, .seller) ? .bidder : .seller
      return score(entity, best) >= Roles.part ? best : .government
    case .regulator: return .regulator
    case .company, .fund, .unknown, .product, .person: break
    default: return nil
    }
    let best = [Party.Role.seller, .bidder, .partner, .adviser, .shareholder].max {
      score(entity, $0) < score(entity, $1)
    }
    guard let best, score(entity, best) >= (best == .shareholder || best == .adviser ? 0.1 : Roles.part) else {
      return nil
    }
    return best
  }
}
