#include "cldns.h"

#include <dlfcn.h>
#include <ldns/ldns.h>
#include <pthread.h>
#include <stdlib.h>

// The name carries the version of the library's interface that the header belongs to.
static const char library_name[] = "libldns.so.3";

#define FUNCTIONS(F) \
  F(ldns_dname_new_frm_str) F(ldns_get_errorstr_by_id) F(ldns_pkt2wire) F(ldns_pkt_additional) F(ldns_pkt_aa) \
  F(ldns_pkt_answer) F(ldns_pkt_authority) F(ldns_pkt_edns) F(ldns_pkt_edns_udp_size) F(ldns_pkt_edns_extended_rcode) \
  F(ldns_pkt_free) F(ldns_pkt_get_opcode) F(ldns_pkt_get_rcode) F(ldns_pkt_id) F(ldns_pkt_qr) F(ldns_pkt_query_new) \
  F(ldns_pkt_question) F(ldns_pkt_ra) F(ldns_pkt_set_edns_udp_size) F(ldns_pkt_set_id) F(ldns_pkt_tc) F(ldns_rdf2str) \
  F(ldns_rdf_deep_free) F(ldns_rr_get_class) F(ldns_rr_get_type) F(ldns_rr_list_rr) F(ldns_rr_list_rr_count) \
  F(ldns_rr_owner) F(ldns_rr_rd_count) F(ldns_rr_rdf) F(ldns_rr_ttl) F(ldns_wire2pkt)

#define DECLARE(name) __typeof__(&name) name;
static struct {
  FUNCTIONS(DECLARE)
} ldns;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_loaded = false;
static char load_error[256] = "";

static void load(void) {
  void *handle = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
  const char *fault = handle ? NULL : dlerror();
#define FIND(name) \
  if (!fault && !(ldns.name = (__typeof__(&name))dlsym(handle, #name))) fault = dlerror();
  FUNCTIONS(FIND)
  if (fault) {
    size_t length = strlen(fault);
    if (length >= sizeof load_error) length = sizeof load_error - 1;
    memcpy(load_error, fault, length);
    load_error[length] = 0;
    return;
  }
  is_loaded = true;
}

static bool ready(void) {
  pthread_once(&once, load);
  return is_loaded;
}

struct cldns_message {
  ldns_pkt *packet;
};

const char *cldns_status_text(int status) {
  if (!ready()) return load_error;
  if (status == CLDNS_NO_MEMORY) return "memory is short";
  const char *text = ldns.ldns_get_errorstr_by_id((ldns_status)status);
  return text ? text : "unknown error";
}

int cldns_query(const char *name, uint16_t type, uint16_t id, uint16_t udp_size, uint8_t **wire, size_t *length) {
  if (!ready()) return CLDNS_NO_LIBRARY;
  ldns_rdf *owner = ldns.ldns_dname_new_frm_str(name);
  if (!owner) return LDNS_STATUS_INVALID_STR;
  ldns_pkt *packet = ldns.ldns_pkt_query_new(owner, (ldns_rr_type)type, LDNS_RR_CLASS_IN, LDNS_RD);
  if (!packet) {
    ldns.ldns_rdf_deep_free(owner);
    return CLDNS_NO_MEMORY;
  }
  ldns.ldns_pkt_set_id(packet, id);
  if (udp_size) ldns.ldns_pkt_set_edns_udp_size(packet, udp_size);
  ldns_status status = ldns.ldns_pkt2wire(wire, packet, length);
  ldns.ldns_pkt_free(packet);
  return (int)status;
}

int cldns_decode(const uint8_t *wire, size_t length, cldns_message **message) {
  if (!ready()) return CLDNS_NO_LIBRARY;
  cldns_message *decoded = calloc(1, sizeof *decoded);
  if (!decoded) return CLDNS_NO_MEMORY;
  ldns_status status = ldns.ldns_wire2pkt(&decoded->packet, wire, length);
  if (status != LDNS_STATUS_OK) {
    free(decoded);
    return (int)status;
  }
  *message = decoded;
  return 0;
}

void cldns_message_free(cldns_message *message) {
  if (!message) return;
  ldns.ldns_pkt_free(message->packet);
  free(message);
}

cldns_header cldns_message_header(const cldns_message *message) {
  const ldns_pkt *packet = message->packet;
  bool has_edns = ldns.ldns_pkt_edns(packet);
  uint16_t high = has_edns ? (uint16_t)ldns.ldns_pkt_edns_extended_rcode(packet) : 0;
  return (cldns_header){
    .id = ldns.ldns_pkt_id(packet),
    .opcode = (uint8_t)ldns.ldns_pkt_get_opcode(packet),
    .response_code = (uint16_t)(high << 4 | (uint16_t)ldns.ldns_pkt_get_rcode(packet)),
    .is_response = ldns.ldns_pkt_qr(packet),
    .is_authoritative = ldns.ldns_pkt_aa(packet),
    .is_truncated = ldns.ldns_pkt_tc(packet),
    .recursion_available = ldns.ldns_pkt_ra(packet),
    .edns_size = has_edns ? ldns.ldns_pkt_edns_udp_size(packet) : 0,
  };
}

static ldns_rr_list *list(const cldns_message *message, cldns_section section) {
  switch (section) {
    case CLDNS_QUESTION: return ldns.ldns_pkt_question(message->packet);
    case CLDNS_ANSWER: return ldns.ldns_pkt_answer(message->packet);
    case CLDNS_AUTHORITY: return ldns.ldns_pkt_authority(message->packet);
    case CLDNS_ADDITIONAL: return ldns.ldns_pkt_additional(message->packet);
  }
  return NULL;
}

size_t cldns_record_count(const cldns_message *message, cldns_section section) {
  ldns_rr_list *records = list(message, section);
  return records ? ldns.ldns_rr_list_rr_count(records) : 0;
}

cldns_record cldns_record_at(const cldns_message *message, cldns_section section, size_t index) {
  ldns_rr *record = ldns.ldns_rr_list_rr(list(message, section), index);
  cldns_record result = {0};
  if (!record) return result;
  result.owner = ldns.ldns_rdf2str(ldns.ldns_rr_owner(record));
  result.type = (uint16_t)ldns.ldns_rr_get_type(record);
  result.class = (uint16_t)ldns.ldns_rr_get_class(record);
  // A question has neither.
  if (section != CLDNS_QUESTION) {
    result.ttl = ldns.ldns_rr_ttl(record);
    if (ldns.ldns_rr_rd_count(record) > 0) result.value = ldns.ldns_rdf2str(ldns.ldns_rr_rdf(record, 0));
  }
  return result;
}

void cldns_record_free(cldns_record record) {
  free(record.owner);
  free(record.value);
}
