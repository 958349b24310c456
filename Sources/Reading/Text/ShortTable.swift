/// Numbers by keys of which there are seldom more than a handful: these stand in a list, which takes less time than to hash them, and
/// only more of them in a dictionary.
struct ShortTable<Key: Hashable> {
  private var list: [(key: Key, value: Int)] = []
  private var rest: [Key: Int]?

  /// So many keys stand in the list.
  private static var most: Int { 8 }

  /// The number of `key`, which is never taken away again.
  subscript(key: Key) -> Int? {
    get {
      for k in list.indices where list[k].key == key { return list[k].value }
      return rest?[key]
    }
    set {
      guard let newValue else { return }
      if let k = list.firstIndex(where: { $0.key == key }) {
        list[k].value = newValue
      } else if list.count < Self.most {
        list.append((key, newValue))
      } else if rest == nil {
        rest = [key: newValue]
      } else {
        rest?[key] = newValue
      }
    }
  }
}
