import Glibc
import Reading
import Stories

// Compiles the lexicons of a Data folder, that of the current folder unless another is named.
let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "Data"

/// The bytes of the file at `path` below the folder.
func file(_ path: String) -> [UInt8]? {
  guard let stream = fopen("\(folder)/\(path)", "r") else { return nil }
  defer { fclose(stream) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 { bytes += chunk[..<count] }
  return bytes
}

/// Says what is wrong, and ends.
func fail(_ problem: String) -> Never {
  let line = "suitor-lexicon: \(problem)\n"
  _ = line.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
  exit(1)
}

/// Writes an image below the folder, and says so.
func write(_ image: [UInt8], to path: String) {
  let path = "\(folder)/\(path)"
  guard let stream = fopen(path, "w") else { fail("\(path): cannot be written; is \(folder) a folder of yours?") }
  let isWritten = fwrite(image, 1, image.count, stream) == image.count
  guard fclose(stream) == 0, isWritten else { fail("\(path): cannot be written whole; is the disk full?") }
  print("\(path): \(image.count) bytes")
}

mkdir("\(folder)/compiled", 0o777)
do throws(LexiconError) {
  write(try LexiconCompiler.compileLanguages(file: file), to: LexiconCompiler.languagesPath)
  for language in Language.allCases {
    write(try LexiconCompiler.compile(language, file: file), to: LexiconCompiler.path(language))
    write(try LexiconCompiler.compileModel(language, file: file), to: LexiconCompiler.modelPath(language))
  }
} catch {
  fail("\(error)")
}
