import Stories
import Testing

@Suite("The library") struct LibraryTests {
  private func names(_ library: Library) -> [String] { library.order.map { library.entries[$0].name } }

  @Test("stories come before others, move and go, and keep their indices")
  func order() {
    var library = Library(entries: [.init(name: "b"), .init(name: "d", state: .failed("no"))])
    library.add([.init(name: "c"), .init(name: "c2", state: .failed("no"))], before: 1)
    library.add([.init(name: "e")])
    library.add([.init(name: "a")], before: 0)
    #expect(names(library) == ["a", "b", "c", "c2", "d", "e"])
    #expect(library.entries.map(\.name) == ["b", "d", "c", "c2", "e", "a"])
    #expect(library.failures == 2)
    library.remove(3)
    #expect(names(library) == ["a", "b", "c", "d", "e"])
    #expect(library.failures == 1 && library.place(of: 3) == nil && library.place(of: 4) == 4)
    library.place(5, before: 4)
    #expect(names(library) == ["b", "c", "d", "a", "e"])
    library.place(3, before: nil)
    #expect(names(library) == ["b", "c", "d", "a", "e", "c2"])
    #expect(library.failures == 2)
    for (place, index) in library.order.enumerated() { #expect(library.place(of: index) == place) }
  }

  @Test("how many could not be read is always known")
  func failures() {
    var library = Library(entries: [.init(name: "a"), .init(name: "b")])
    library.set(0, to: .failed("no"))
    library.set(0, to: .failed("still not"))
    #expect(library.failures == 1)
    library.set(0, to: .waiting)
    #expect(library.failures == 0)
    library.remove(1)
    library.set(1, to: .failed("gone"))
    #expect(library.failures == 0)
  }
}
