import Glibc
import Synchronization

/// A program that serves on loopback for as long as a test needs it; killed with all that it started.
public final class Daemon: Sendable {
  private let process: pid_t
  private let isOver = Mutex(false)

  /// Starts a program with its output in a file; nil where it can't be started.
  ///
  /// - Parameter words: The program's name, looked up in `PATH` and the folders of servers, and its arguments.
  public init?(_ words: [String], log: String) {
    guard let program = Self.path(of: words[0]) else { return nil }
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var arguments = words.map { strdup($0) } + [nil]
    var environment = [strdup("PATH=/usr/sbin:/usr/bin:/sbin:/bin"), nil]
    defer { for text in arguments + environment { free(text) } }
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, &attributes, &arguments, &environment) == 0 else { return nil }
    self.process = process
  }

  deinit {
    guard !isOver.withLock({ $0 }) else { return }
    kill(-process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// Where a program is; nil where it isn't installed.
  public static func path(of name: String) -> String? {
    if name.hasPrefix("/") { return name }
    return ["/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/bin"].map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }

  /// Runs a program to its end; nil where it can't be started.
  ///
  /// - Returns: Its status.
  public static func run(_ words: [String], log: String) -> Int32? {
    guard let daemon = Daemon(words, log: log) else { return nil }
    var status: Int32 = 0
    guard waitpid(daemon.process, &status, 0) == daemon.process else { return nil }
    daemon.isOver.withLock { $0 = true }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }
}
