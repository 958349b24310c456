import CArchive
import Glibc
import Stories

/// What is packed: a file alone, or a folder of files.
struct Archive {
  private let kind: DocumentKind
  private let reader: DocumentReader

  /// How many times as many bytes as a file has it may unfold into, once that is more than `DocumentReader.limit`.
  ///
  /// Text, even where it repeats itself, is far below.
  static let ratio = 100

  /// Reads what `stream`, of `kind`, holds.
  ///
  /// Throws `DocumentProblem` where it is broken, after what stands before that.
  static func read(_ stream: ByteStream, _ kind: DocumentKind, _ reader: DocumentReader) throws(DocumentProblem) {
    let source = ArchiveSource(stream, kind, reader.progress)
    guard let archive = archive_read_new() else { throw .system(ENOMEM) }
    reader.progress.archives += 1
    defer {
      archive_read_free(archive)
      reader.progress.archives -= 1
    }
    switch kind {
    case .gzip:
      archive_read_support_filter_gzip(archive)
      archive_read_support_format_raw(archive)
    case .zip:
      // By the directory at its end where it is held whole and has one, as other programs read it; else as it comes.
      archive_read_support_format_zip_streamable(archive)
      archive_read_support_format_zip_seekable(archive)
    default: archive_read_support_format_tar(archive)
    }
    let isOpen = try kind == .zip ? source.openWhole(archive) ?? source.open(archive) : source.open(archive)
    if isOpen < ARCHIVE_WARN { throw source.problem ?? .damaged(kind) }
    let unpacked = Archive(kind: kind, reader: reader)
    if kind == .gzip { try unpacked.readFile(archive, source) } else { try unpacked.readFolder(archive, source) }
  }

  private func readFile(_ archive: OpaquePointer, _ source: ArchiveSource) throws(DocumentProblem) {
    var entry: OpaquePointer?
    if archive_read_next_header(archive, &entry) < ARCHIVE_WARN { throw source.problem ?? .damaged(kind) }
    // Whatever begins like one and is none would be taken for itself.
    if archive_filter_code(archive, 0) != ARCHIVE_FILTER_GZIP { throw .damaged(kind) }
    try reader.readInside(source.entry(archive))
  }

  private func readFolder(_ archive: OpaquePointer, _ source: ArchiveSource) throws(DocumentProblem) {
    var count = 0
    while true {
      var entry: OpaquePointer?
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return }
      if status == ARCHIVE_RETRY { continue }
      guard status >= ARCHIVE_WARN, let entry else { throw source.problem ?? .damaged(kind) }
      count += 1
      if count > DocumentReader.parts { throw .tooManyParts(kind, limit: DocumentReader.parts) }
      guard archive_entry_filetype(entry) & 0o170000 == 0o100000 else { continue }
      let stream = source.entry(archive)
      if let name = name(entry) {
        if archive_entry_is_data_encrypted(entry) != 0 {
          if !reader.give(.locked(kind), part: name) { return }
          continue
        }
        if !readEntry(stream, name) { return }
      }
      // What is said of a part that could not be read to its end is said of the rest, too.
      if source.problem != nil { return }
      // Whatever is left of it is unfolded to get to the next, and so it counts.
      do throws(DocumentProblem) { while try !stream.read(1 << 16).isEmpty {} } catch {
        if let problem = source.problem { throw problem }
      }
    }
  }

  /// Reads an entry, unless it is neither a document nor text; says whether more parts are wanted.
  private func readEntry(_ stream: ByteStream, _ name: String) -> Bool {
    do throws(DocumentProblem) {
      if try PlainText.isBinary(stream.head(DocumentKind.headLength)) { return true }
    } catch {
      return reader.give(error, part: name)
    }
    return reader.open(stream, part: name)
  }

  /// The path of an entry, which is only shown; `nil` if it is one that programs leave behind.
  private func name(_ entry: OpaquePointer) -> String? {
    guard let path = archive_entry_pathname(entry) else { return nil }
    let bytes = Array(UnsafeRawBufferPointer(start: path, count: strlen(path)))
    let parts = TextBytes.string(bytes, declared: nil).split { $0 == "/" || $0 == "\\" }
      .filter { $0 != "." && $0 != ".." }
    if parts.isEmpty || parts.contains(where: { $0.first == "." || $0 == "__MACOSX" }) { return nil }
    return parts.joined(separator: "/")
  }
}

/// The bytes that an archive is made of.
private final class ArchiveSource {
  /// What makes it impossible to read on, in this archive or in all of the file.
  var problem: DocumentProblem? { progress.bomb ?? failure }
  private var failure: DocumentProblem?
  private let stream: ByteStream
  private let kind: DocumentKind
  private let progress: DocumentReader.Progress
  /// Whether no other archive is around it, so that its bytes are those of the file.
  private let isOutermost: Bool
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  /// All of the archive, if it is held whole.
  private var whole: UnsafeMutableRawBufferPointer?

  init(_ stream: ByteStream, _ kind: DocumentKind, _ progress: DocumentReader.Progress) {
    (self.stream, self.kind, self.progress) = (stream, kind, progress)
    isOutermost = progress.archives == 0
  }

  deinit {
    buffer.deallocate()
    whole?.deallocate()
  }

  /// Opens all of the stream at once, so that it can be read in any order; `nil` if it has more than `DocumentReader.limit`
  /// bytes, or breaks off.
  func openWhole(_ archive: OpaquePointer) throws(DocumentProblem) -> Int32? {
    let count = try stream.head(DocumentReader.limit + 1).count
    if count > DocumentReader.limit || !stream.isWhole { return nil }
    let bytes = try stream.read(count)
    let whole = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    whole.copyBytes(from: bytes)
    self.whole = whole
    if isOutermost { progress.packed += bytes.count }
    return archive_read_open_memory(archive, whole.baseAddress, whole.count)
  }

  func open(_ archive: OpaquePointer) -> Int32 {
    archive_read_open(
      archive, Unmanaged.passUnretained(self).toOpaque(), nil,
      { _, context, block in Unmanaged<ArchiveSource>.fromOpaque(context!).takeUnretainedValue().next(block) }, nil)
  }

  private func next(_ block: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    do throws(DocumentProblem) {
      let bytes = try stream.read(buffer.count)
      buffer.copyBytes(from: bytes)
      block?.pointee = UnsafeRawPointer(buffer.baseAddress)
      if isOutermost { progress.packed += bytes.count }
      return bytes.count
    } catch {
      failure = error
      return Int(ARCHIVE_FATAL)
    }
  }

  /// The bytes of the entry that `archive` is at; valid until it goes to the next.
  func entry(_ archive: OpaquePointer) -> ByteStream {
    ByteStream { [self] (most) throws(DocumentProblem) in
      if let problem { throw problem }
      let count = min(most, 1 << 16)
      var bytes = [UInt8](repeating: 0, count: count)
      let read = bytes.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, count) }
      if read < 0 {
        if read == Int(ARCHIVE_FATAL) { failure = failure ?? .damaged(kind) }
        throw problem ?? .damaged(kind)
      }
      progress.unpacked += read
      let limit = max(DocumentReader.limit, progress.packed * Archive.ratio)
      if progress.unpacked > limit {
        progress.bomb = .tooLarge(kind, limit: limit)
        throw .tooLarge(kind, limit: limit)
      }
      bytes.removeLast(count - read)
      return bytes
    }
  }
}
