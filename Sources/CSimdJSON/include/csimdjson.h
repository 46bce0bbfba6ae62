#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>

#include "cjsonscan.h"

#ifdef __cplusplus
extern "C" {
#endif

/// What a parse left behind: simdjson's tape and its string buffer, valid until the parser's next parse.
typedef struct {
  const uint64_t *tape;
  const uint8_t *strings;
  /// 0, or simdjson's error code.
  int32_t error;
} csimdjson_document;

/// A parser that refuses values nested deeper than `max_depth`; NULL when memory is short.
void *csimdjson_parser_create(size_t max_depth);
void csimdjson_parser_destroy(void *parser);

/// Parses one JSON value. At least 64 bytes after `length` must be readable.
csimdjson_document csimdjson_parse(void *parser, const uint8_t *json, size_t length);

/// simdjson's words for an error code.
const char *csimdjson_error_message(int32_t error);

/// Whether the error code means that the value is nested too deeply.
int32_t csimdjson_error_is_depth(int32_t error);

#ifdef __cplusplus
}
#endif

#endif
