import PathAnalysis
import Testing

@Suite("Paths")
struct TracerTests {}
