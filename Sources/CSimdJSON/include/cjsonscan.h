#ifndef CJSONSCAN_H
#define CJSONSCAN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How many bytes the object or list takes that starts at `text`, by its brackets and quotes alone.
///
/// 0 where it doesn't end in `length` bytes, or where a backslash stands outside of strings: then the caller looks
/// byte by byte, which says where the text goes wrong.
size_t cjsonscan_container(const uint8_t *text, size_t length);

#ifdef __cplusplus
}
#endif

#endif
