// Data files compiled into the program: SwiftPM's own resources would draw in all of Foundation.
#include "cprivatelinkfacts.h"

static const unsigned char zones[] = {
#embed "private-link-zones.tsv"
};

static const unsigned char suffixes[] = {
#embed "private-link-suffixes.tsv"
};

static const unsigned char ports[] = {
#embed "private-link-ports.tsv"
};

static const unsigned char resources[] = {
#embed "private-link-resources.tsv"
};

cprivatelinkfacts_file cprivatelinkfacts_zones(void) { return (cprivatelinkfacts_file){zones, sizeof zones}; }

cprivatelinkfacts_file cprivatelinkfacts_suffixes(void) { return (cprivatelinkfacts_file){suffixes, sizeof suffixes}; }

cprivatelinkfacts_file cprivatelinkfacts_ports(void) { return (cprivatelinkfacts_file){ports, sizeof ports}; }

cprivatelinkfacts_file cprivatelinkfacts_resources(void) {
  return (cprivatelinkfacts_file){resources, sizeof resources};
}
