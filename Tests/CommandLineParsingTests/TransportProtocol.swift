import CommandLineParsing

enum TransportProtocol: String, CaseIterable, ArgumentValue {
  case tcp
  case udp
  case icmp
}
