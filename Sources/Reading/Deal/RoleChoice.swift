import Stories

/// Chooses who bids and who sells among those that a story of a deal names: by sums of learned weights over what the rules
/// found out and the words around the mentions.
///
/// The rules read what grammar tells; what they make of a story is one of the things that the choice weighs.
struct RoleChoice {
  let weights: RoleWeights

  /// Gives each candidate among `roles` the role that is chosen for it, or none; `rules` has added up the events.
  func decide(_ rules: Roles, _ features: RoleFeatures, _ roles: inout [Party.Role?]) {
    guard weights.slots.count > 1 else { return }
    weights.withSums(entities: roles.count, sentences: features.prose.sentences.count) { sums in
      features.write(rules, into: &sums)
      for entity in roles.indices where features.isCandidate[entity] {
        let sum = sums.sum(of: entity)
        if max(sum.bidder, sum.seller) > 0 {
          roles[entity] = sum.bidder >= sum.seller ? .bidder : .seller
        } else if roles[entity] == .bidder || roles[entity] == .seller {
          roles[entity] = nil
        }
      }
    }
  }
}
