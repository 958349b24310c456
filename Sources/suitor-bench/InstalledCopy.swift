import Glibc

/// The program as it is when it is installed, for as long as this lives: a copy of what the linker wrote.
///
/// The system keeps a file in larger pieces of memory that was written in large pieces, as `install` and packages do, than one
/// that the linker wrote here and there, and maps it a twelfth faster. `less`, beside which it is measured, is installed too.
final class InstalledCopy {
  /// Where it is.
  let path: String
  private let folder: String

  /// Copies `program`; `nil` if that cannot be done.
  init?(of program: String) {
    guard let folder = Files.temporaryFolder() else { return nil }
    self.folder = folder
    path = folder + "/suitor"
    guard let bytes = Files.read(program), Files.write(bytes, to: path), chmod(path, 0o755) == 0 else { return nil }
  }

  deinit { Files.remove(folder) }
}
