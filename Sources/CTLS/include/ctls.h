#ifndef CTLS_H
#define CTLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What Azimuth needs of OpenSSL to look at a TLS server: a handshake on a connected socket, and what the server showed.
// The library is opened when it is first needed: linked, it would cost every start of the program most of a millisecond.

typedef struct ctls_session ctls_session;

/// What a call ended with.
typedef enum {
  CTLS_DONE,
  /// The socket has to be readable, or writable, before the call can go on.
  CTLS_WANTS_READ,
  CTLS_WANTS_WRITE,
  /// The other end closed or reset the connection.
  CTLS_CLOSED,
  /// `ctls_error` says what.
  CTLS_FAILED,
} ctls_status;

/// Whether OpenSSL can be opened; if not, `ctls_error(NULL)` is the dynamic linker's word.
bool ctls_available(void);

/// A session on a connected, non-blocking socket, which stays the caller's. `server_name` NULL sends no SNI.
/// `ca_file` NULL trusts what the system trusts. NULL where the file can't be used or memory is short: `ctls_error(NULL)`
/// says which, for the calling thread.
ctls_session *ctls_create(int descriptor, const char *server_name, const char *ca_file);
void ctls_free(ctls_session *session);

/// Goes on with the handshake. Certificates are judged afterwards: an untrusted one doesn't end it.
ctls_status ctls_handshake(ctls_session *session);
/// Words for the last failure of the session, or of the calling thread where there is none.
const char *ctls_error(const ctls_session *session);

/// `TLSv1.3` and the like.
const char *ctls_protocol(const ctls_session *session);
const char *ctls_cipher(const ctls_session *session);
/// 0 for a chain that ends at a trusted authority.
long ctls_verify_code(const ctls_session *session);
const char *ctls_verify_text(const ctls_session *session);

/// Whether the server showed a certificate at all.
bool ctls_has_certificate(const ctls_session *session);
/// The certificate's subject or issuer as one line (RFC 2253), freed with `free`; NULL where there is none.
char *ctls_subject(const ctls_session *session);
char *ctls_issuer(const ctls_session *session);
/// The validity in seconds since 1970; false where it can't be read.
bool ctls_validity(const ctls_session *session, int64_t *not_before, int64_t *not_after);
/// How many names and addresses the certificate is for.
size_t ctls_name_count(const ctls_session *session);
/// One of them as text, freed with `free`; NULL for kinds other than DNS names and IP addresses.
char *ctls_name(const ctls_session *session, size_t index);
/// Whether the certificate is for a name or an address, as RFC 6125 and RFC 9525 say.
bool ctls_matches(const ctls_session *session, const char *name_or_address);
/// How many certificates the server sent.
size_t ctls_chain_length(const ctls_session *session);
/// SHA-256 of the certificate in 32 bytes; false where there is none.
bool ctls_fingerprint(const ctls_session *session, uint8_t digest[32]);

#endif
