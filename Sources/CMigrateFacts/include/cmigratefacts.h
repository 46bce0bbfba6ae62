#ifndef CMIGRATEFACTS_H
#define CMIGRATEFACTS_H

#include <stddef.h>

/// The bytes of one data file; not terminated by a zero.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} cmigratefacts_file;

cmigratefacts_file cmigratefacts_endpoints(void);
cmigratefacts_file cmigratefacts_public_urls(void);
cmigratefacts_file cmigratefacts_roles(void);

#endif
