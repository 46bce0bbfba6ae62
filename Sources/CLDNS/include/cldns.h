#ifndef CLDNS_H
#define CLDNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What Azimuth needs of ldns: the packing and unpacking of DNS messages. The library is opened when it is first needed:
// linked, it and libcrypto behind it would cost every start of the program more than a millisecond.

/// A decoded message.
typedef struct cldns_message cldns_message;

/// The header of a message, and what its EDNS record says.
typedef struct {
  uint16_t id;
  uint8_t opcode;
  uint16_t response_code;
  bool is_response;
  bool is_authoritative;
  bool is_truncated;
  bool recursion_available;
  /// 0 where the message has no EDNS record.
  uint16_t edns_size;
} cldns_header;

/// A record: its texts live until `cldns_record_free`.
typedef struct {
  char *owner;
  uint16_t type;
  uint16_t class;
  uint32_t ttl;
  /// The first field in presentation form: the address, the name that follows. NULL where the record has none.
  char *value;
} cldns_record;

/// The sections of a message.
typedef enum { CLDNS_QUESTION, CLDNS_ANSWER, CLDNS_AUTHORITY, CLDNS_ADDITIONAL } cldns_section;

/// The status that says that ldns isn't installed.
#define CLDNS_NO_LIBRARY (-1)
/// The status that says that memory is short.
#define CLDNS_NO_MEMORY (-2)

/// ldns's words, or the dynamic linker's, for a status.
const char *cldns_status_text(int status);

/// Packs a question with recursion desired. `udp_size` 0 leaves EDNS out. `*wire` is freed with `free`.
/// Returns 0 or a status.
int cldns_query(const char *name, uint16_t type, uint16_t id, uint16_t udp_size, uint8_t **wire, size_t *length);

/// Unpacks a message. Returns 0 or a status.
int cldns_decode(const uint8_t *wire, size_t length, cldns_message **message);
void cldns_message_free(cldns_message *message);

cldns_header cldns_message_header(const cldns_message *message);
size_t cldns_record_count(const cldns_message *message, cldns_section section);
/// The record at `index`; its owner is NULL where memory is short.
cldns_record cldns_record_at(const cldns_message *message, cldns_section section, size_t index);
void cldns_record_free(cldns_record record);

#endif
