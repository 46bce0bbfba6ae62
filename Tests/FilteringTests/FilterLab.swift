import AzureResources
import Estate
import EstateFixtures
import Filtering
import IPAddressing
import Routing

/// A hub with two machines and a spoke with one, and short words for flows between them.
enum FilterLab {
  static let web = "10.0.0.4"
  static let db = "10.0.1.4"
  static let far = "10.1.0.4"

  static func make() -> EstateBuilder {
    var lab = EstateBuilder()
    lab.network(
      "hub", ["10.0.0.0/16"],
      subnets: ["web": "10.0.0.0/24", "db": "10.0.1.0/24", "AzureFirewallSubnet": "10.0.9.0/24"])
    lab.network("spoke", ["10.1.0.0/16"], subnets: ["app": "10.1.0.0/24"])
    lab.peer("spoke", "hub")
    lab.machine("web", in: "hub/web", web)
    lab.machine("db", in: "hub/db", db)
    lab.machine("far", in: "spoke/app", far)
    return lab
  }

  static func subnet(_ path: String) -> String { EstateBuilder.subnet(path) }

  static func evaluator(_ lab: EstateBuilder) throws -> (FilterEvaluator, Estate) {
    let estate = try lab.estate()
    return (FilterEvaluator(estate, tables: RouteTableBuilder(estate)), estate)
  }

  /// What the filters at a machine's NIC do.
  static func verdict(
    _ lab: EstateBuilder, at machine: String, _ direction: TrafficDirection, _ flow: Flow
  ) throws -> FilterVerdict {
    var (evaluator, estate) = try evaluator(lab)
    let interface = estate.networkInterfaceIndex(ResourceID(EstateBuilder.nic(machine)))
    return evaluator.verdict(flow, direction, at: .interface(interface ?? -1))
  }

  static func flow(
    _ source: String, to destination: String, _ port: UInt16? = nil, _ transport: SecurityRuleProtocol = .tcp
  ) throws -> Flow {
    Flow(transport, from: try IPAddress(source), port: 50000, to: try IPAddress(destination), port: port)
  }
}

extension FilterVerdict {
  /// `allow`, `deny`, `noFilters` or `unknown`.
  var word: String { Self.word(access) }

  static func word(_ access: FilterAccess) -> String {
    switch access {
    case .allow: "allow"
    case .deny: "deny"
    case .noFilters: "noFilters"
    case .unknown: "unknown"
    }
  }
}
