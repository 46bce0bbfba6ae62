// simdjson behind a C interface: a Swift module that imports C++ would make every importer do so too.
#include "csimdjson.h"

#include <new>
#include <simdjson.h>

namespace {
struct Parser {
  simdjson::dom::parser parser;
  size_t max_depth = 0;
};
} // namespace

extern "C" void *csimdjson_parser_create(size_t max_depth) {
  auto *created = new (std::nothrow) Parser;
  if (created) {
    created->max_depth = max_depth;
  }
  return created;
}

extern "C" void csimdjson_parser_destroy(void *parser) { delete static_cast<Parser *>(parser); }

extern "C" csimdjson_document csimdjson_parse(void *parser, const uint8_t *json, size_t length) {
  auto *own = static_cast<Parser *>(parser);
  if (own->parser.capacity() < length || own->parser.max_depth() != own->max_depth) {
    // Grow in steps, so that a run of ever larger values does not allocate at each one.
    auto error = own->parser.allocate(length < 65536 ? 65536 : length + length / 2, own->max_depth);
    if (error) {
      return csimdjson_document{nullptr, nullptr, int32_t(error)};
    }
  }
  auto error = own->parser.parse(json, length, false).error();
  return csimdjson_document{own->parser.doc.tape.get(), own->parser.doc.string_buf.get(), int32_t(error)};
}

extern "C" const char *csimdjson_error_message(int32_t error) {
  return simdjson::error_message(static_cast<simdjson::error_code>(error));
}

extern "C" int32_t csimdjson_error_is_depth(int32_t error) { return error == simdjson::DEPTH_ERROR; }
