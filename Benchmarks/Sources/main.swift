import SnapshotReading
import Glibc
import Routing
import Estate
import IPAddressing
func cpu() -> Double { var r = rusage(); getrusage(0, &r); return Double(r.ru_utime.tv_sec)+Double(r.ru_utime.tv_usec)*1e-6+Double(r.ru_stime.tv_sec)+Double(r.ru_stime.tv_usec)*1e-6 }
func peak() -> Int { var r = rusage(); getrusage(0, &r); return r.ru_maxrss }
let c = ContinuousClock()
let t0 = c.now; let c0 = cpu()
let e = try SnapshotReader.read([CommandLine.arguments[1]])
print("load", c.now - t0, "cpu", cpu()-c0, "peak MB", peak()/1024)
for _ in 0..<3 {
let t1 = c.now; let c1 = cpu()
var b = RouteTableBuilder(e)
var n = 0, sum = 0
for i in e.networkInterfaces.indices { guard let s = e.subnet(ofInterface: i) else { continue }; n += 1; let t = b.table(ofSubnet: s); sum &+= t.count }
print("tables", n, sum, c.now - t1, "cpu", cpu()-c1, "peak MB", peak()/1024)
}
for _ in 0..<3 {
let t1 = c.now; let c1 = cpu()
let x = ForwardingIndex(e)!
print("index", x.tableCount, x.classCount, x.nextHopCount, x.memoryBytes, c.now - t1, cpu()-c1)
}
let x = ForwardingIndex(e)!
let fd = open(CommandLine.arguments[1] + "/flat/pairs.bin", O_RDONLY)
let size = Int(lseek(fd, 0, SEEK_END)); lseek(fd, 0, SEEK_SET)
let n = size / 8
let words = [UInt32](unsafeUninitializedCapacity: 2*n+1) { b, k in var got = 0; while got < size { got += read(fd, UnsafeMutableRawBufferPointer(b).baseAddress! + got, size - got) }; k = 2*n+1 }
let qs = (0..<n).map { ForwardingQuery(interface: words[1+2*$0], address: IPv4Address(bits: words[2+2*$0])) }
var out = [UInt16](repeating: 0, count: n)
var best = 9.0
for _ in 0..<40 {
  let c1 = cpu()
  var m = out.mutableSpan
  x.nextHops(of: qs.span, into: &m)
  let d = cpu() - c1
  best = min(best, d)
}
print("lookup best M/s", Double(n)/best/1e6)
var s: UInt64 = 0
for (q, a) in zip(qs, out) { s &+= UInt64(a+1) &* UInt64(q.interface ^ q.address.bits) }
print("sum", s)
