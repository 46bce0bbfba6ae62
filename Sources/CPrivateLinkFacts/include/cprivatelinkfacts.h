#ifndef CPRIVATELINKFACTS_H
#define CPRIVATELINKFACTS_H

#include <stddef.h>

// A data file that is part of the program.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} cprivatelinkfacts_file;

cprivatelinkfacts_file cprivatelinkfacts_zones(void);
cprivatelinkfacts_file cprivatelinkfacts_suffixes(void);
cprivatelinkfacts_file cprivatelinkfacts_ports(void);
cprivatelinkfacts_file cprivatelinkfacts_resources(void);

#endif
