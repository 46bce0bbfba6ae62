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
