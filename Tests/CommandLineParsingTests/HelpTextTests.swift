import CommandLineParsing
import TerminalText
import Testing

@Suite("Help")
struct HelpTextTests {
  @Test("The program introduces itself")
  func program() {
    #expect(
      SampleProgram.program.help() == """
        Usage: azimuth COMMAND

        Find out why a connection in an Azure network fails.

        Azimuth reads a snapshot of the network's configuration and follows a connection
        through it, there and back.

        Nothing is changed and nothing is sent anywhere.

        Commands:
          diagnose    Find out why a connection fails.
          flow        Ask whether security rules let a packet through.
          snapshot    Look into a snapshot.
          help        Show help for a command.
          completion  Print the script that completes words in a shell.

        Options:
          -h, --help     Show this help.
              --version  Show the version.

        Examples:
          Ask why the database can't be reached:
            azimuth diagnose vm-web sql-1:1433

        Exit codes:
          0  reachable
          1  blocked
          2  usage

        Environment:
          AZIMUTH_SNAPSHOT  the snapshot to read where --snapshot isn't given

        Help on a command: azimuth COMMAND --help

        """)
  }

  @Test("A command shows usage, arguments, options with defaults and allowed values, examples and exit codes")
  func command() {
    #expect(
      SampleProgram.program.help(for: ["diagnose"]) == """
        Usage: azimuth diagnose SOURCE DESTINATION[:PORT] [OPTIONS]

        Find out why a connection fails.

        The answer is one verdict with its cause and remedy. Name resolution, the
        forward path and the return path are each followed to their end.

        A resource is named by
          its ID, its name, or group/name.

        Arguments:
          SOURCE              Where the connection starts.
          DESTINATION[:PORT]  Where it should go.

        Options:
              --protocol tcp|udp|icmp  The transport protocol. Default: tcp.
          -p, --port NUMBER            The source port. Default: 0.
          -e, --explain                Print every step.
          -h, --help                   Show this help.

        Common options:
          -s, --snapshot PATH         The snapshot to read, a file or a folder. May be
                                      given more than once. Environment:
                                      AZIMUTH_SNAPSHOT.
          -o, --output FORMAT         How the answer is printed. Allowed: table, json,
                                      csv, tsv, yaml, none. Default: table.
          -g, --resource-group GROUP  Only resources of this group.
          -v, --verbose               Say more.

        Examples:
          Ask why the database can't be reached:
            azimuth diagnose vm-web sql-1:1433
          Ask whether the internet gets in, for a script:
            azimuth diagnose internet vm-web:443 -o json

        Exit codes:
          0  reachable
          1  blocked
          2  usage

        """)
  }

  @Test("Help is laid out for the width it gets")
  func narrow() {
    #expect(
      SampleProgram.program.help(for: ["diagnose"], width: 50) == """
        Usage: azimuth diagnose SOURCE DESTINATION[:PORT]
                                [OPTIONS]

        Find out why a connection fails.

        The answer is one verdict with its cause and
        remedy. Name resolution, the forward path and the
        return path are each followed to their end.

        A resource is named by
          its ID, its name, or group/name.

        Arguments:
          SOURCE              Where the connection starts.
          DESTINATION[:PORT]  Where it should go.

        Options:
              --protocol tcp|udp|icmp
                             The transport protocol.
                             Default: tcp.
          -p, --port NUMBER  The source port. Default: 0.
          -e, --explain      Print every step.
          -h, --help         Show this help.

        Common options:
          -s, --snapshot PATH  The snapshot to read, a
                               file or a folder. May be
                               given more than once.
                               Environment:
                               AZIMUTH_SNAPSHOT.
          -o, --output FORMAT  How the answer is printed.
                               Allowed: table, json, csv,
                               tsv, yaml, none. Default:
                               table.
          -g, --resource-group GROUP
                               Only resources of this
                               group.
          -v, --verbose        Say more.

        Examples:
          Ask why the database can't be reached:
            azimuth diagnose vm-web sql-1:1433
          Ask whether the internet gets in, for a script:
            azimuth diagnose internet vm-web:443 -o json

        Exit codes:
          0  reachable
          1  blocked
          2  usage

        """)
  }

  @Test("A group shows its commands and no exit codes")
  func group() {
    #expect(
      SampleProgram.program.help(for: ["snapshot"]) == """
        Usage: azimuth snapshot COMMAND

        Look into a snapshot.

        A snapshot is a set of resources and observations at one time.

        Commands:
          info   Count what a snapshot holds.
          merge  Join snapshots into one.

        Options:
          -h, --help  Show this help.

        Help on a command: azimuth snapshot COMMAND --help

        """)
  }

  @Test("The program's own commands show no exit codes, as those are about its answers")
  func ownCommand() {
    #expect(
      SampleProgram.program.help(for: ["completion"]) == """
        Usage: azimuth completion SHELL

        Print the script that completes words in a shell.

        Put the line for your shell into its startup file:

          bash  source <(azimuth completion bash)
          zsh   source <(azimuth completion zsh)
          fish  azimuth completion fish | source

        Arguments:
          SHELL  The shell. Allowed: bash, zsh, fish.

        Options:
          -h, --help  Show this help.

        """)
  }

  @Test("There is no help for what isn't there")
  func nothing() {
    #expect(SampleProgram.program.help(for: ["snapshot", "nothing"]) == nil)
  }

  @Test(
    "No line is wider than the terminal, save for usage words and what stands for itself", arguments: [60, 80, 100])
  func widths(width: Int) throws {
    for path in [[], ["diagnose"], ["flow"], ["snapshot"], ["snapshot", "merge"]] {
      let help = try #require(SampleProgram.program.help(for: path, width: width))
      for line in help.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    }
  }
}
