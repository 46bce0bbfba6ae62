import AzimuthCommands
import Glibc

exit(await AzimuthProgram.run(Array(CommandLine.arguments.dropFirst()), in: .process()))
