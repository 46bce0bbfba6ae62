#ifndef CEXPRESSROUTEFACTS_H
#define CEXPRESSROUTEFACTS_H

#include <stddef.h>

/// The bytes of one data file; not terminated by a zero.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} cexpressroutefacts_file;

cexpressroutefacts_file cexpressroutefacts_packet_counts(void);
cexpressroutefacts_file cexpressroutefacts_readings(void);
cexpressroutefacts_file cexpressroutefacts_peer_asns(void);
cexpressroutefacts_file cexpressroutefacts_limits(void);
cexpressroutefacts_file cexpressroutefacts_gateway_skus(void);

#endif
