// Data files compiled into the program: SwiftPM's own resources would draw in all of Foundation.
#include "cexpressroutefacts.h"

static const unsigned char packet_counts[] = {
#embed "packet-counts.tsv"
};

static const unsigned char readings[] = {
#embed "readings.tsv"
};

cexpressroutefacts_file cexpressroutefacts_packet_counts(void) {
  return (cexpressroutefacts_file){packet_counts, sizeof packet_counts};
}

cexpressroutefacts_file cexpressroutefacts_readings(void) {
  return (cexpressroutefacts_file){readings, sizeof readings};
}

static const unsigned char gateway_skus[] = {
#embed "gateway-skus.tsv"
};

cexpressroutefacts_file cexpressroutefacts_gateway_skus(void) {
  return (cexpressroutefacts_file){gateway_skus, sizeof gateway_skus};
}

static const unsigned char limits[] = {
#embed "limits.tsv"
};

cexpressroutefacts_file cexpressroutefacts_limits(void) {
  return (cexpressroutefacts_file){limits, sizeof limits};
}

static const unsigned char peer_asns[] = {
#embed "peer-asns.tsv"
};

cexpressroutefacts_file cexpressroutefacts_peer_asns(void) {
  return (cexpressroutefacts_file){peer_asns, sizeof peer_asns};
}
