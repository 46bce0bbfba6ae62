public import AzureFacts
internal import AzureResources
public import Estate
public import IPAddressing

/// The next hops of all route tables of an estate, for questions by the million.
///
/// `EffectiveRouteTable.route(to:)` says which route takes an address's traffic, and why; this says where the packet
/// goes, in nanoseconds. Addresses that no table tells apart are one class: one map leads from an address to its class
/// for the whole estate, and a matrix from table and class to the next hop. Both are small, since thousands of tables
/// tell apart only as many addresses as the estate has prefixes of its own, and know few next hops.
///
/// IPv6 has no index; ask `subscript(table:)`.
public struct ForwardingIndex: Sendable {
  private let tables: [EffectiveRouteTable]
  private let hops: [ForwardingNextHop]
  let map: ForwardingAddressMap
  let matrix: ForwardingMatrix
  /// By subnet and NIC: the table; -1 for a NIC whose subnet the snapshot lacks.
  private let tableOfSubnet: [Int32]
  private let tableOfInterface: [Int32]
  /// Where each NIC's row of the matrix begins; a row without next hops for a NIC without table.
  let rowOfInterface: [UInt32]

  /// Computes the tables of all subnets and their common index.
  ///
  /// - Returns: nil beyond 65,535 different next hops, 65,536 classes of addresses or 2^32 cells of the matrix.
  /// - Complexity: O(routes, each shared layer counted once, + tables × classes).
  public init?(_ estate: Estate, asOf day: Day = .newest) {
    var builder = RouteTableBuilder(estate, asOf: day)
    let tableOfSubnet = estate.subnets.indices.map { Int32(truncatingIfNeeded: builder.tableNumber(ofSubnet: $0)) }
    let tableOfInterface = estate.networkInterfaces.indices.map { interface in
      estate.subnet(ofInterface: interface).map { tableOfSubnet[$0] } ?? -1
    }
    let addresses = estate.networkInterfaces.lazy.flatMap(\.ipConfigurations).compactMap { configuration -> UInt32? in
      guard case .v4(let address) = configuration.privateIPAddress else { return nil }
      return address.bits
    }
    self.init(
      builder.tables, tableOfSubnet: tableOfSubnet, tableOfInterface: tableOfInterface, frequent: Array(addresses))
  }

  /// The index of these tables.
  ///
  /// - Parameter frequent: Addresses that are asked for more than others.
  init?(
    _ tables: [EffectiveRouteTable], tableOfSubnet: [Int32] = [], tableOfInterface: [Int32] = [],
    frequent: [UInt32] = []
  ) {
    var compiler = ForwardingCompiler()
    var answers: [ForwardingCompiler.Compiled] = []
    for table in tables {
      guard let answer = compiler.compile(table) else { return nil }
      answers.append(answer)
    }
    answers.append(compiler.compileNothing())
    var sweep = ForwardingSweep(compiler.profiles)
    sweep.putFirst(frequent)
    guard let map = ForwardingAddressMap(sweep), let matrix = ForwardingMatrix(answers, compiler, sweep) else {
      return nil
    }
    self.tables = tables
    self.tableOfSubnet = tableOfSubnet
    self.tableOfInterface = tableOfInterface
    hops = compiler.nextHops
    self.map = map
    self.matrix = matrix
    rowOfInterface = tableOfInterface.map { matrix.rows[$0 < 0 ? tables.count : Int($0)] }
  }

  /// How many tables there are: no two of one network, route table and list of service endpoints.
  public var tableCount: Int { tables.count }

  /// A table, for its routes, its reasons and IPv6.
  public subscript(table number: Int) -> EffectiveRouteTable { tables[number] }

  /// The table of a subnet.
  ///
  /// - Parameter subnet: An index of `Estate.subnets`.
  public func table(ofSubnet subnet: Int) -> Int { Int(tableOfSubnet[subnet]) }

  /// The table of a NIC; nil where the snapshot lacks its subnet.
  ///
  /// - Parameter interface: An index of `Estate.networkInterfaces`.
  public func table(ofInterface interface: Int) -> Int? {
    tableOfInterface[interface] < 0 ? nil : Int(tableOfInterface[interface])
  }

  /// The number of the next hop; 0 where no route takes the address, which drops the packet.
  public func nextHop(table: Int, address: IPv4Address) -> Int {
    Int(matrix.nextHop(Int(matrix.rows[table]) + map.number(of: address.bits)))
  }

  /// The next hop with a number; nil for 0.
  public subscript(nextHop number: Int) -> ForwardingNextHop? { number == 0 ? nil : hops[number - 1] }

  /// How many next hops there are. Their numbers begin with 1.
  public var nextHopCount: Int { hops.count }

  /// How many classes of addresses some table tells apart.
  public var classCount: Int { map.classCount }

  /// Bytes on the heap of all that `nextHop` and `nextHops` read; the tables that the index was made from aren't.
  public var memoryBytes: Int {
    map.memoryBytes + matrix.memoryBytes + (tableOfSubnet.capacity + tableOfInterface.capacity) * 4
      + rowOfInterface.capacity * 4 + hops.capacity * MemoryLayout<ForwardingNextHop>.stride
  }
}
