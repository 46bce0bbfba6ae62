// swift-tools-version: 6.2
import PackageDescription

/// Measures azimuth. A package of its own, so that building azimuth needs nothing of it.
let package = Package(
  name: "azimuth-benchmarks",
  dependencies: [.package(name: "azimuth", path: "..")],
  targets: [
    .target(name: "CHeap", path: "CHeap"),
    .executableTarget(
      name: "azimuth-benchmarks",
      dependencies: ["CHeap", .product(name: "AzimuthEngine", package: "azimuth")],
      path: "Sources",
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ]),
  ]
)
