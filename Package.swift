// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built alike: Swift 6 mode, explicit existentials and imports, warnings as errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library module and the tests beside it. All tests may use what `TestSupport` has.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], testing: [Target.Dependency] = []) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: strict),
    .testTarget(
      name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies + testing,
      swiftSettings: strict),
  ]
}

let package = Package(
  name: "azimuth",
  products: [
    // What the benchmarks, a package of their own, measure.
    .library(
      name: "AzimuthEngine",
      targets: [
        "CSimdJSON", "AzureFacts", "AzureResources", "Diagnosis", "Estate", "Filtering", "Findings", "IPAddressing",
        "PathAnalysis", "Routing", "SnapshotReading",
      ])
  ],
  targets: [
    // C and data.
    [.target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")])],
    [.target(name: "CAzureFacts")],
    [.target(name: "CNumberSearch")],
    // Opened at run time, not linked: see their headers.
    [.target(name: "CLDNS")],
    [.target(name: "CTLS")],
    [.target(name: "CMigrateFacts")],
    [.target(name: "CGatewayFacts")],
    [.target(name: "CExpressRouteFacts")],
    [.target(name: "CPrivateLinkFacts")],

    // Leaves.
    module("IPAddressing"),
    module("JSONDocument"),
    module("JSONReading", ["CSimdJSON", "JSONDocument"]),
    module("TerminalText"),
    module("CommandLineParsing", ["TerminalText"]),
    module("GraphDrawing"),
    module("AzureFacts", ["CAzureFacts", "IPAddressing"]),
    module("ExpressRouteFacts", ["CExpressRouteFacts"], testing: ["JSONDocument", "JSONReading"]),
    module("PacketCounts", ["ExpressRouteFacts", "IPAddressing"]),

    // What routers at the customer's end print.
    module("CustomerEdge", ["IPAddressing", "JSONDocument", "JSONReading"]),
    module("PrivateLinkZones", ["CPrivateLinkFacts"], testing: ["JSONDocument"]),

    // Live probes from this machine.
    module("DNSMessages", ["CLDNS"]),
    module("TLSHandshakes", ["CTLS"]),
    module(
      "Probing", ["DNSMessages", "IPAddressing", "JSONDocument", "TLSHandshakes"], testing: ["LoopbackServers"]),

    // The engine: pure functions of a snapshot.
    module("AzureResources", ["IPAddressing", "JSONReading"]),
    module("Estate", ["AzureResources", "IPAddressing", "JSONDocument", "JSONReading"], testing: ["SnapshotReading"]),
    module(
      "Routing", ["AzureFacts", "AzureResources", "Estate", "IPAddressing"],
      testing: ["JSONDocument", "JSONReading", "SnapshotReading"]),
    module(
      "FirewallRules", ["AzureResources", "Estate", "IPAddressing"],
      testing: ["EstateFixtures", "JSONDocument", "SnapshotReading"]),
    module(
      "Filtering",
      ["AzureFacts", "AzureResources", "CNumberSearch", "Estate", "IPAddressing", "JSONDocument", "Routing"],
      testing: ["EstateFixtures", "JSONReading", "SnapshotReading"]),
    module(
      "HybridConnectivity",
      ["AzureResources", "Estate", "IPAddressing", "JSONDocument", "JSONReading", "Routing"],
      testing: ["EstateFixtures", "SnapshotReading"]),
    module(
      "OperatorText", ["AzureResources", "HybridConnectivity", "IPAddressing", "JSONDocument", "JSONReading"],
      testing: ["Estate", "SnapshotReading"]),
    module(
      "NameResolution",
      ["AzureResources", "Estate", "IPAddressing", "JSONDocument", "PrivateLinkZones", "Routing"],
      testing: ["EstateFixtures", "JSONReading"]),
    module("Remediation", ["AzureResources", "Estate", "JSONDocument"], testing: ["EstateFixtures"]),
    module(
      "PathAnalysis",
      [
        "AzureFacts", "AzureResources", "Estate", "Filtering", "FirewallRules", "IPAddressing", "JSONDocument",
        "Routing",
      ],
      testing: ["EstateFixtures"]),
    module(
      "Findings",
      ["AzureResources", "Filtering", "IPAddressing", "JSONReading", "PathAnalysis", "Remediation", "Routing"]),
    module(
      "CustomerEdgeChecks",
      [
        "AzureResources", "CustomerEdge", "Estate", "Findings", "HybridConnectivity", "IPAddressing", "JSONReading",
      ],
      testing: ["JSONDocument", "SnapshotReading"]),
    module(
      "GatewayVerification",
      [
        "AzureResources", "CGatewayFacts", "Estate", "Findings", "HybridConnectivity", "IPAddressing", "JSONDocument",
        "JSONReading", "Routing",
      ],
      testing: ["EstateFixtures", "SnapshotReading"]),
    module(
      "CircuitVerification",
      [
        "AzureResources", "CustomerEdge", "CustomerEdgeChecks", "Estate", "ExpressRouteFacts", "Findings",
        "HybridConnectivity", "IPAddressing",
        "JSONDocument", "JSONReading", "PathAnalysis", "Remediation", "Routing",
      ],
      testing: ["EstateFixtures", "OperatorText", "SnapshotReading"]),
    module(
      "NameFindings",
      [
        "AzureResources", "Estate", "Findings", "IPAddressing", "JSONDocument", "NameResolution", "PathAnalysis",
        "PrivateLinkZones", "Remediation",
      ],
      testing: ["EstateFixtures", "JSONReading", "SnapshotReading"]),
    module(
      "Diagnosis",
      [
        "AzureFacts", "AzureResources", "CircuitVerification", "Estate", "Filtering", "Findings", "FirewallRules",
        "HybridConnectivity", "IPAddressing",
        "JSONDocument",
        "JSONReading", "NameFindings", "NameResolution", "PathAnalysis", "Remediation", "Routing",
      ],
      testing: ["EstateFixtures", "SnapshotReading"]),
    module(
      "PrivateLink",
      [
        "AzureFacts", "AzureResources", "Diagnosis", "Estate", "Findings", "IPAddressing", "JSONDocument",
        "JSONReading", "NameFindings", "NameResolution", "PathAnalysis", "PrivateLinkZones", "ProbeRecords",
        "Remediation", "Routing",
      ],
      testing: ["EstateFixtures", "SnapshotReading"]),
    module(
      "Auditing",
      [
        "AzureFacts", "AzureResources", "Estate", "Findings", "IPAddressing", "JSONDocument", "PathAnalysis", "Routing",
      ],
      testing: ["EstateFixtures", "JSONReading", "SnapshotReading"]),

    // Results of live probes, as snapshots hold them, and what they mean.
    module(
      "ProbeRecords", ["AzureResources", "Estate", "IPAddressing", "JSONDocument"],
      testing: ["EstateFixtures", "JSONReading", "SnapshotReading"]),
    module(
      "SnapshotSaving", ["JSONDocument", "JSONReading"],
      testing: ["AzureResources", "Estate", "SnapshotReading"]),

    module(
      "Migration",
      [
        "AzureFacts", "AzureResources", "CMigrateFacts", "Diagnosis", "Estate", "Findings", "IPAddressing",
        "JSONDocument", "JSONReading", "NameResolution", "ProbeRecords", "Routing",
      ],
      testing: ["DNSMessages", "LoopbackServers", "PrivateLinkZones", "Probing", "SnapshotReading"]),

    // For tests only.
    [
      .target(
        name: "TestSupport", dependencies: ["JSONDocument", "JSONReading"], path: "Tests/TestSupport",
        swiftSettings: strict),
      .target(
        name: "EstateFixtures",
        dependencies: ["AzureResources", "Estate", "JSONDocument", "SnapshotReading", "TestSupport"],
        path: "Tests/EstateFixtures", swiftSettings: strict),
      .target(
        name: "LoopbackServers", path: "Tests/LoopbackServers", exclude: ["connect_proxy.py"], swiftSettings: strict),
    ],

    module(
      "RouteComparison",
      ["AzureFacts", "AzureResources", "Estate", "IPAddressing", "JSONDocument", "Routing"],
      testing: ["SnapshotReading"]),

    // Answers in Azure's own shapes.
    module(
      "ARMAnswers",
      [
        "AzureFacts", "AzureResources", "Diagnosis", "Estate", "Filtering", "Findings", "HybridConnectivity",
        "IPAddressing", "JSONDocument", "NameResolution", "PathAnalysis", "PrivateLinkZones", "Routing",
      ],
      testing: ["JSONReading", "SnapshotReading"]),

    // Input.
    module(
      "SnapshotReading", ["AzureResources", "Estate", "JSONReading"],
      testing: ["AzureFacts", "IPAddressing", "JSONDocument", "Routing"]),

    // The program.
    module(
      "Reporting",
      [
        "ARMAnswers", "Auditing", "AzureFacts", "AzureResources", "CircuitVerification", "DNSMessages", "Diagnosis",
        "Estate", "ExpressRouteFacts", "Filtering", "Findings", "GatewayVerification", "HybridConnectivity",
        "IPAddressing", "JSONDocument", "JSONReading", "Migration", "NameFindings", "NameResolution", "PacketCounts",
        "PathAnalysis", "PrivateLink", "ProbeRecords", "Probing", "Remediation", "RouteComparison", "Routing",
        "TLSHandshakes", "TerminalText",
      ],
      testing: ["SnapshotReading"]),
    module(
      "AzimuthCommands",
      [
        "ARMAnswers", "Auditing", "AzureFacts", "AzureResources", "CircuitVerification", "CommandLineParsing",
        "CustomerEdge", "DNSMessages", "Diagnosis", "Estate", "ExpressRouteFacts", "Filtering", "Findings",
        "GatewayVerification", "GraphDrawing", "HybridConnectivity", "IPAddressing", "JSONDocument", "JSONReading",
        "Migration", "NameResolution", "OperatorText", "PacketCounts", "PathAnalysis", "PrivateLink", "ProbeRecords",
        "Probing", "Reporting", "RouteComparison", "Routing", "SnapshotReading", "SnapshotSaving", "TLSHandshakes",
        "TerminalText",
      ],
      testing: ["LoopbackServers"]),
    [
      .executableTarget(name: "azimuth", dependencies: ["AzimuthCommands"], swiftSettings: strict),
      .testTarget(name: "azimuthTests", dependencies: ["azimuth"], swiftSettings: strict),
      // A circuit built out of FRR's routers in network namespaces.
      .testTarget(
        name: "ExpressRouteLabTests",
        dependencies: [
          "AzureResources", "CircuitVerification", "CustomerEdge", "CustomerEdgeChecks", "Estate", "Findings",
          "GatewayVerification", "HybridConnectivity", "SnapshotReading",
        ],
        exclude: ["lab.py", "scenarios.py", "snapshot.py", "subinterfaces.py"], swiftSettings: strict),
      // Names answered by real servers, as an oracle.
      .testTarget(
        name: "NameServerTests",
        dependencies: [
          "AzureResources", "Estate", "IPAddressing", "JSONDocument", "JSONReading", "NameResolution", "Routing",
          "SnapshotReading",
        ],
        exclude: ["lab.py"], swiftSettings: strict),
      // The estate built out of the Linux kernel, as an oracle.
      .testTarget(
        name: "KernelTests",
        dependencies: [
          "AzureResources", "Diagnosis", "Estate", "EstateFixtures", "Findings", "IPAddressing", "JSONDocument",
          "PathAnalysis", "SnapshotReading",
        ],
        exclude: ["estate.py", "lab.py"], swiftSettings: strict),
    ],
  ].flatMap { $0 },
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)
