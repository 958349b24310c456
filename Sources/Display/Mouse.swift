/// Something that was done with the mouse.
public struct Mouse: Hashable, Sendable {
  /// What was done.
  public var deed: Deed
  /// The cell at which it was done.
  public var place: Point

  /// What can be done.
  public enum Deed: Hashable, Sendable {
    /// The main button was pressed, alone.
    case click
    /// The wheel was turned by one notch, towards the beginning or the end of a text.
    case wheelUp, wheelDown
  }

  /// Makes a deed at a place.
  public init(_ deed: Deed, at place: Point) {
    self.deed = deed
    self.place = place
  }
}
