import Glibc

// Tries the readers of documents with what libFuzzer makes up. SUITOR_FUZZ_READER names the reader; without it the content asks for
// one. The options are libFuzzer's.

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Entry.chosen.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// The driver of libFuzzer, which the sanitizer links in; its own `main` would stand in the way of this one.
@_silgen_name("LLVMFuzzerRunDriver")
private func drive(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ input: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(drive(&count, &arguments, tryInput))
