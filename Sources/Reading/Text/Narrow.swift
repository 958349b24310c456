/// A place among tokens or in a text in half the room, for what is made and copied by the dozen for each cue.
@propertyWrapper struct Narrow: Equatable, BitwiseCopyable {
  private var stored: Int32

  @inline(__always) init(wrappedValue: Int) { stored = Int32(truncatingIfNeeded: wrappedValue) }

  @inline(__always) var wrappedValue: Int {
    get { Int(stored) }
    set { stored = Int32(truncatingIfNeeded: newValue) }
  }
}

/// A range of such places; it was one when it was put in, so that it need not be asked again whether it is.
@propertyWrapper struct NarrowRange: Equatable, BitwiseCopyable {
  private var low: Int32
  private var end: Int32

  @inline(__always) init(wrappedValue: Range<Int>) {
    low = Int32(truncatingIfNeeded: wrappedValue.lowerBound)
    end = Int32(truncatingIfNeeded: wrappedValue.upperBound)
  }

  @inline(__always) var wrappedValue: Range<Int> {
    get { Range(uncheckedBounds: (Int(low), Int(end))) }
    set { self = NarrowRange(wrappedValue: newValue) }
  }
}

/// A range of such places, or none.
@propertyWrapper struct OptionalNarrowRange: Equatable, BitwiseCopyable {
  private var low: Int32
  private var end: Int32

  @inline(__always) init(wrappedValue: Range<Int>?) {
    low = Int32(truncatingIfNeeded: wrappedValue?.lowerBound ?? -1)
    end = Int32(truncatingIfNeeded: wrappedValue?.upperBound ?? -1)
  }

  @inline(__always) var wrappedValue: Range<Int>? {
    get { low < 0 ? nil : Range(uncheckedBounds: (Int(low), Int(end))) }
    set { self = OptionalNarrowRange(wrappedValue: newValue) }
  }
}
