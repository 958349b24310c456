import Display

/// What a click on some part of the screen means.
enum Target: Hashable, Sendable {
  /// A pane, where nothing in it means more.
  case pane(Pane)
  /// A line of the article; its words start at the column of the screen.
  case line(Int, column: Int)
  /// A row of the list of parties, 0 for all.
  case party(Int)
  /// A row of the list of sources.
  case source(Int)
  /// A place among the claims that are visited.
  case claim(Int)
  /// What lies over the panes, where nothing in it means more.
  case overlay
  /// A story of the list.
  case story(Int)
  /// A row of what can be put right.
  case choice(Int)
  /// A row of what was put down.
  case kept(Int)
  /// A row of a view on a deal.
  case dealRow(Int)
  /// A row of what the search across stories found.
  case found(Int)
  /// The query line of that search, or the line that narrows the story list.
  case queryLine
  /// A key of the bottom line.
  case action(Action)
}

/// A target and where it is.
struct PlacedTarget: Hashable, Sendable {
  var place: Rect
  var target: Target
}

/// A frame under construction, with what a click on its parts means.
///
/// Whatever draws a part says there what the part stands for, so that picture and mouse cannot disagree.
struct Picture: Sendable {
  /// What is drawn.
  var frame: Frame
  private var targets: [PlacedTarget] = []

  init(size: Size) { frame = Frame(size: size) }

  /// Lays `paper` over what is there; `whole` is what all of it means where its own targets say nothing.
  mutating func add(_ name: String, at origin: Point, _ paper: Paper, whole: Target? = nil) {
    frame.layers.append(Frame.Layer(name: name, origin: origin, canvas: paper.canvas))
    if let whole {
      let size = paper.canvas.size
      targets.append(
        PlacedTarget(place: Rect(x: origin.x, y: origin.y, width: size.width, height: size.height), target: whole))
    }
    for var target in paper.targets {
      target.place.x += origin.x
      target.place.y += origin.y
      if case .line(let number, let column) = target.target { target.target = .line(number, column: column + origin.x) }
      targets.append(target)
    }
  }

  /// What is meant at `point`: the last that was drawn there and means something.
  func target(at point: Point) -> Target? { targets.last { $0.place.contains(point) }?.target }

  /// The pane or overlay at `point`.
  func surface(at point: Point) -> Target? {
    targets.last { placed in
      switch placed.target {
      case .pane, .overlay: placed.place.contains(point)
      default: false
      }
    }?.target
  }
}

extension Paper {
  /// Says what a click on `width` columns of row `y` from column `x` on means; on the whole row if no more is said.
  mutating func mean(_ target: Target, x: Int = 0, y: Int, width: Int? = nil, height: Int = 1) {
    let place = Rect(x: self.x + x, y: self.y + y, width: min(width ?? self.width, self.width - x), height: height)
    if case .line(let number, let column) = target {
      targets.append(PlacedTarget(place: place, target: .line(number, column: self.x + column)))
    } else {
      targets.append(PlacedTarget(place: place, target: target))
    }
  }
}
