import Glibc

/// Measures one thing in a process of its own, so that its peak of memory is its own.
let usage = """
  usage: azimuth-benchmarks load|parse|compare|decoder|decoder-without-rules|tables|next-hop|filters|diagnose FOLDER [RUNS]
         azimuth-benchmarks generate FOLDER

  FOLDER holds tenant.json, gateway_learned_routes.json and service_tags.json, and for next-hop flat/pairs.bin.

  """

func complain(_ text: String) {
  _ = Array(text.utf8).withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 2, let work = arguments.first else {
  complain(usage)
  exit(64)
}
let tenant = Tenant(folder: arguments[2])
let runs = arguments.count > 2 ? Int(arguments[3]) ?? 5 : 5
do {
  switch work {
  case "load": try LoadBenchmark.estate(tenant, runs: runs)
  case "parse": try LoadBenchmark.parse(tenant, runs: runs)
  case "compare": try LoadBenchmark.againstDecoder(tenant, runs: runs)
  case "decoder": try DecoderPeer.run(tenant, readsRules: true, runs: runs)
  case "decoder-without-rules": try DecoderPeer.run(tenant, readsRules: false, runs: runs)
  case "tables": try TablesBenchmark.run(tenant, runs: runs)
  case "next-hop": try LookupBenchmark.run(tenant, runs: runs)
  case "filters": try FiltersBenchmark.run(tenant, runs: runs)
  case "diagnose": try DiagnoseBenchmark.run(tenant, runs: runs)
  case "generate": try SmallTenant.write(to: tenant)
  default:
    complain(usage)
    exit(64)
  }
} catch {
  complain("\(error)\n")
  exit(1)
}
