/// What routers print, as samples. FRR's were printed by FRR 8.4.4, keys and names changed; Cisco's and Junos' follow the
/// vendors' manuals.
enum EdgeSamples {
  static let frrConfiguration = """
    Building configuration...

    Current configuration:
    !
    frr version 8.4.4
    frr defaults traditional
    hostname ce
    no ip forwarding
    hostname vm
    service integrated-vtysh-config
    !
    interface pri.200
     ip address 172.16.0.1/30
    exit
    !
    interface sec.200
     ip address 172.16.1.1/30
    exit
    !
    router bgp 65001
     bgp router-id 192.0.2.1
     no bgp ebgp-requires-policy
     neighbor azure peer-group
     neighbor azure remote-as 12076
     neighbor 172.16.0.2 peer-group azure
     neighbor 172.16.0.2 password Contoso
     neighbor 172.16.1.2 peer-group azure
     neighbor 172.16.1.2 shutdown
     !
     address-family ipv4 unicast
      network 192.168.10.0/24
      network 192.168.20.0/24
      neighbor 172.16.0.2 prefix-list all out
     exit-address-family
    exit
    !
    route-map prepend permit 10
     set as-path prepend 65001 65001
    exit
    !
    end
    """

  static let frrSummary = """
    {
    "ipv4Unicast":{
      "routerId":"192.0.2.1",
      "as":65001,
      "vrfName":"default",
      "peers":{
        "172.16.0.2":{"hostname":"msee1","remoteAs":12076,"localAs":65001,"version":4,"msgRcvd":7,"msgSent":7,
          "peerUptime":"00:00:02","pfxRcd":1,"pfxSnt":3,"state":"Established","peerState":"OK","idType":"ipv4"},
        "172.16.1.2":{"remoteAs":12076,"localAs":65001,"version":4,"msgRcvd":0,"msgSent":0,
          "peerUptime":"never","pfxRcd":0,"pfxSnt":0,"state":"Idle (Admin)","peerState":"Admin","idType":"ipv4"}
      },
      "failedPeers":1,"totalPeers":2
    }
    }
    """

  static let frrTable = """
    {"vrfId": 0, "vrfName": "default", "routerId": "192.0.2.1", "defaultLocPrf": 100, "localAS": 65001,
     "routes": {"10.100.0.0/16": [{"valid":true,"bestpath":true,"network":"10.100.0.0/16","weight":0,
       "peerId":"172.16.0.2","path":"12076","origin":"IGP","nexthops":[{"ip":"172.16.0.2","used":true}]}]
     ,"192.168.10.0/24": [{"valid":true,"bestpath":true,"network":"192.168.10.0/24","weight":32768,
       "peerId":"(unspec)","path":"","origin":"IGP","nexthops":[{"ip":"0.0.0.0","used":true}]}]}}
    """

  static let ios = """
    CE1#show running-config
    Building configuration...
    Current configuration : 2410 bytes
    !
    hostname CE1
    !
    interface GigabitEthernet0/0/0
     no ip address
     negotiation auto
    !
    interface GigabitEthernet0/0/0.200
     description primary link
     encapsulation dot1Q 10 second-dot1q 200
     ip address 172.16.0.1 255.255.255.252
    !
    interface GigabitEthernet0/0/1.200
     encapsulation dot1Q 201
     ip address 172.16.0.6 255.255.255.252
     shutdown
    !
    router bgp 65001
     bgp log-neighbor-changes
     neighbor 172.16.0.2 remote-as 12076
     neighbor 172.16.0.2 password 7 0822455D0A16
     neighbor 172.16.0.5 remote-as 12075
     neighbor 172.16.0.5 local-as 1.10
     !
     address-family ipv4
      network 192.168.10.0
      network 10.1.0.0 mask 255.255.0.0
      neighbor 172.16.0.2 activate
     exit-address-family
    !
    ip route 0.0.0.0 0.0.0.0 203.0.113.1
    !
    end

    CE1#show ip bgp summary
    BGP router identifier 192.0.2.1, local AS number 65001
    BGP table version is 5, main routing table version 5

    Neighbor        V           AS MsgRcvd MsgSent   TblVer  InQ OutQ Up/Down  State/PfxRcd
    172.16.0.2      4        12076     123     124        5    0    0 00:58:09        3
    172.16.0.5      4        12075       0       0        1    0    0 never    Idle (Admin)

    CE1#show ip bgp neighbors 172.16.0.2 advertised-routes
    BGP table version is 5, local router ID is 192.0.2.1
    Status codes: s suppressed, d damped, h history, * valid, > best, i - internal,
    Origin codes: i - IGP, e - EGP, ? - incomplete

         Network          Next Hop            Metric LocPrf Weight Path
     *>  192.168.10.0     0.0.0.0                  0         32768 i
     *>  10.1.0.0/16      0.0.0.0                  0         32768 i
     *>  10.100.0.0/16    172.16.0.6                             0 65001 12076 i

    Total number of prefixes 3
    CE1#show ip bgp
         Network          Next Hop            Metric LocPrf Weight Path
     *>  10.100.0.0/16    172.16.0.2                             0 12076 i
     *                    172.16.0.5                             0 12076 12076 i
     *>  203.0.113.128/27
                          172.16.0.2                             0 12076 64600 ?
    CE1#show arp
    Protocol  Address          Age (min)  Hardware Addr   Type   Interface
    Internet  172.16.0.1              -   aabb.cc00.0100  ARPA   GigabitEthernet0/0/0.200
    Internet  172.16.0.2             12   6412.25a7.b8b0  ARPA   GigabitEthernet0/0/0.200
    Internet  172.16.0.5              0   Incomplete      ARPA
    """

  static let junosSet = """
    set system host-name ce1
    set interfaces ge-0/0/0 vlan-tagging
    set interfaces ge-0/0/0 unit 200 vlan-id 200
    set interfaces ge-0/0/0 unit 200 family inet address 172.16.0.1/30
    set interfaces ge-0/0/1 unit 200 vlan-tags outer 0x8100.10 inner 200
    set interfaces ge-0/0/1 unit 200 family inet address 172.16.0.5/30
    set routing-options autonomous-system 65001
    set protocols bgp group azure type external
    set protocols bgp group azure peer-as 12076
    set protocols bgp group azure neighbor 172.16.0.2 authentication-key "$9$abcdef"
    set protocols bgp group azure neighbor 172.16.0.6 local-as 65002
    set protocols bgp group azure neighbor 172.16.0.10
    deactivate protocols bgp group azure neighbor 172.16.0.10
    """

  static let junosBraces = """
    admin@ce1> show configuration
    ## Last commit: 2026-11-01 10:00:00 UTC by admin
    system {
        host-name ce1;
    }
    interfaces {
        ge-0/0/0 {
            vlan-tagging;
            unit 200 {
                vlan-id 200;
                family inet {
                    address 172.16.0.1/30;
                }
            }
        }
        ge-0/0/1 {
            unit 200 {
                vlan-tags outer 0x8100.10 inner 200;
                family inet {
                    address 172.16.0.5/30;
                }
            }
        }
    }
    routing-options {
        autonomous-system 65001;
    }
    protocols {
        bgp {
            group azure {
                type external;
                peer-as 12076;
                neighbor 172.16.0.2 {
                    authentication-key "$9$abcdef"; ## SECRET-DATA
                }
                neighbor 172.16.0.6 {
                    local-as 65002;
                }
                inactive: neighbor 172.16.0.10;
            }
        }
    }

    admin@ce1> show bgp summary
    Threading mode: BGP I/O
    Groups: 1 Peers: 2 Down peers: 1
    Peer                     AS      InPkt     OutPkt    OutQ   Flaps Last Up/Dwn State|#Active/Received/Accepted/Damped...
    172.16.0.2            12076       1234       1240       0       1  2d 3:04:05 Establ
      inet.0: 2/3/3/0
    172.16.0.6            12076          0          0       0       0       58:09 Connect

    admin@ce1> show route advertising-protocol bgp 172.16.0.2
    inet.0: 12 destinations, 14 routes (12 active, 0 holddown, 0 hidden)
      Prefix                  Nexthop              MED     Lclpref    AS path
    * 192.168.10.0/24         Self                                    I

    admin@ce1> show arp
    MAC Address       Address         Name                      Interface               Flags
    64:12:25:a7:b8:b0 172.16.0.2      172.16.0.2                ge-0/0/0.200            none
    """
}
