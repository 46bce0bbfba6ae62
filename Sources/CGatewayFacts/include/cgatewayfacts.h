#ifndef CGATEWAYFACTS_H
#define CGATEWAYFACTS_H
#include <stddef.h>

// A data file's bytes, which live as long as the program.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} cgatewayfacts_file;

cgatewayfacts_file cgatewayfacts_gateway_skus(void);
cgatewayfacts_file cgatewayfacts_troubleshoot_codes(void);

#endif
