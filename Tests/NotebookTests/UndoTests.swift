import Stories
import Testing

@testable import Notebook

/// Taking back and bringing back, which are entries like all others.
struct UndoTests {
  private let story = Sample.story()

  @Test func theLastThatHoldsIsTakenBackFirst() {
    var pen = Pen()
    let ids = ["a", "b", "c"].map { pen.put(.tag($0), .story, in: story) }
    func tags() -> [String] { pen.notebook.applied(to: story)?.remark(on: .story)?.tags ?? [] }
    #expect(tags() == ["a", "b", "c"])
    #expect(pen.notebook.undoable()?.id == ids[2])
    pen.put(.undo, .entry(ids[2]), in: nil)
    #expect(pen.notebook.undoable()?.id == ids[1])
    #expect(pen.notebook.redoableEntry()?.id == ids[2])
    pen.put(.undo, .entry(ids[1]), in: nil)
    #expect(tags() == ["a"])
    pen.put(.redo, .entry(ids[1]), in: nil)
    #expect(tags() == ["a", "b"])
    #expect(pen.notebook.redoableEntry()?.id == ids[2])
    pen.put(.tag("d"), .story, in: story)
    #expect(pen.notebook.redoableEntry() == nil)
    #expect(tags() == ["a", "b", "d"])
  }

  @Test func nothingIsTakenBackTwice() {
    var pen = Pen()
    let id = pen.put(.tag("a"), .story, in: story)
    for _ in 0..<2 { pen.put(.undo, .entry(id), in: nil) }
    pen.put(.redo, .entry(id), in: nil)
    #expect(pen.notebook.redoableEntry() == nil)
    #expect(pen.notebook.undoable()?.id == id)
    pen.put(.undo, .entry("unheard-of"), in: nil)
    #expect(pen.notebook.undoable()?.id == id)
  }

  /// Against a list and a stack, as any editor has them.
  @Test func randomStepsAgainstAStack() {
    var random = Random(seed: 3)
    var pen = Pen()
    var (done, taken): ([String], [String]) = ([], [])
    for step in 0..<3000 {
      switch random.below(5) {
      case 0, 1:
        done.append(pen.put(.tag("t\(step)"), .story, in: story))
        taken = []
      case 2, 3:
        #expect(pen.notebook.undoable()?.id == done.last)
        guard let id = done.popLast() else { continue }
        pen.put(.undo, .entry(id), in: nil)
        taken.append(id)
      default:
        #expect(pen.notebook.redoableEntry()?.id == taken.last)
        guard let id = taken.popLast() else { continue }
        pen.put(.redo, .entry(id), in: nil)
        done.append(id)
      }
    }
    let holding = pen.notebook.entries.filter { pen.notebook.holds($0) && $0.deed != .undo && $0.deed != .redo }
    #expect(holding.map(\.id).sorted() == done.sorted())
  }
}
