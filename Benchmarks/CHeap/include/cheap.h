#ifndef CHEAP_H
#define CHEAP_H

#include <stddef.h>

/// The bytes that malloc has given out and not got back.
size_t cheap_bytes_in_use(void);

#endif
