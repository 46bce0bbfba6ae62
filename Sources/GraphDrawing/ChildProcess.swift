import Glibc

/// Another program, run to its end.
enum ChildProcess {
  /// Runs a program with these descriptors for its streams.
  ///
  /// - Parameter words: The program's path and its arguments.
  /// - Returns: Its status, or 128 and the signal that ended it.
  static func run(
    _ words: [String], input: Int32, output: Int32, errors: Int32
  ) throws(GraphvizError) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var arguments = words.map { strdup($0) } + [nil]
    // A locale of its own: numbers in the picture have points, whatever the user's language.
    var environment = [strdup("LC_ALL=C.UTF-8"), nil]
    defer { for text in arguments + environment { free(text) } }
    var process: pid_t = 0
    let refusal = posix_spawn(&process, words[0], &actions, nil, &arguments, &environment)
    guard refusal == 0 else { throw .system("posix_spawn of \(words[0])", code: refusal) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw .system("waitpid", code: errno) }
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }
}
