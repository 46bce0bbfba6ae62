#include "ctls.h"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// The names carry the version of the library's interface that the headers belong to.
static const char library_name[] = "libssl.so.3";
static const char crypto_library_name[] = "libcrypto.so.3";

#define SSL_FUNCTIONS(F) \
  F(SSL_CTX_ctrl) F(SSL_CTX_free) F(SSL_CTX_load_verify_locations) F(SSL_CTX_new) F(SSL_CTX_set_default_verify_paths) \
  F(SSL_connect) F(SSL_ctrl) F(SSL_free) F(SSL_get0_peer_certificate) F(SSL_get_current_cipher) F(SSL_get_error) \
  F(SSL_get_peer_cert_chain) F(SSL_get_verify_result) F(SSL_get_version) F(SSL_new) F(SSL_set_fd) \
  F(SSL_CIPHER_get_name) F(SSL_CTX_set_verify) F(TLS_client_method)
#define CRYPTO_FUNCTIONS(F) \
  F(ASN1_STRING_get0_data) F(ASN1_STRING_length) F(ASN1_TIME_to_tm) F(BIO_ctrl) F(BIO_free) F(BIO_new) F(BIO_s_mem) \
  F(ERR_clear_error) F(ERR_error_string_n) F(ERR_get_error) F(ERR_reason_error_string) F(EVP_sha256) \
  F(GENERAL_NAMES_free) F(OPENSSL_sk_num) F(OPENSSL_sk_value) F(X509_NAME_print_ex) F(X509_check_host) \
  F(X509_check_ip_asc) F(X509_digest) F(X509_get0_notAfter) F(X509_get0_notBefore) F(X509_get_ext_d2i) \
  F(X509_get_issuer_name) F(X509_get_subject_name) F(X509_verify_cert_error_string)

#define DECLARE(name) __typeof__(&name) name;
static struct {
  SSL_FUNCTIONS(DECLARE)
  CRYPTO_FUNCTIONS(DECLARE)
} tls;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_loaded = false;
static char load_error[256] = "";
static _Thread_local char thread_error[256] = "";

static void load(void) {
  void *crypto = dlopen(crypto_library_name, RTLD_NOW | RTLD_LOCAL);
  const char *fault = crypto ? NULL : dlerror();
  void *library = fault ? NULL : dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
  if (!fault && !library) fault = dlerror();
#define FIND_SSL(name) \
  if (!fault && !(tls.name = (__typeof__(&name))dlsym(library, #name))) fault = dlerror();
#define FIND_CRYPTO(name) \
  if (!fault && !(tls.name = (__typeof__(&name))dlsym(crypto, #name))) fault = dlerror();
  SSL_FUNCTIONS(FIND_SSL)
  CRYPTO_FUNCTIONS(FIND_CRYPTO)
  if (fault) {
    snprintf(load_error, sizeof load_error, "%s", fault);
    return;
  }
  is_loaded = true;
}

bool ctls_available(void) {
  pthread_once(&once, load);
  return is_loaded;
}

struct ctls_session {
  SSL_CTX *context;
  SSL *ssl;
  GENERAL_NAMES *names;
  char error[256];
};

// The reason that OpenSSL noted first for this thread, which is nearest to the cause.
static void take_error(char *text, size_t size, const char *otherwise) {
  unsigned long code = tls.ERR_get_error();
  const char *reason = code ? tls.ERR_reason_error_string(code) : NULL;
  if (reason) {
    snprintf(text, size, "%s", reason);
  } else if (code) {
    tls.ERR_error_string_n(code, text, size);
  } else {
    snprintf(text, size, "%s", otherwise);
  }
  tls.ERR_clear_error();
}

static bool is_address(const char *text) {
  struct in6_addr address;
  return inet_pton(AF_INET, text, &address) == 1 || inet_pton(AF_INET6, text, &address) == 1;
}

ctls_session *ctls_create(int descriptor, const char *server_name, const char *ca_file) {
  if (!ctls_available()) return NULL;
  tls.ERR_clear_error();
  ctls_session *session = calloc(1, sizeof *session);
  bool is_ready = session && (session->context = tls.SSL_CTX_new(tls.TLS_client_method()));
  if (is_ready) {
    tls.SSL_CTX_set_verify(session->context, SSL_VERIFY_NONE, NULL);
    is_ready = ca_file ? tls.SSL_CTX_load_verify_locations(session->context, ca_file, NULL) == 1
                       : tls.SSL_CTX_set_default_verify_paths(session->context) == 1;
  }
  is_ready = is_ready && (session->ssl = tls.SSL_new(session->context)) && tls.SSL_set_fd(session->ssl, descriptor) == 1;
  // RFC 6066 §3: addresses are no server names.
  if (is_ready && server_name && !is_address(server_name)) {
    is_ready = tls.SSL_ctrl(session->ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, (void *)server_name);
  }
  if (is_ready) return session;
  take_error(thread_error, sizeof thread_error, "memory is short");
  ctls_free(session);
  return NULL;
}

void ctls_free(ctls_session *session) {
  if (!session) return;
  if (session->names) tls.GENERAL_NAMES_free(session->names);
  if (session->ssl) tls.SSL_free(session->ssl);
  if (session->context) tls.SSL_CTX_free(session->context);
  free(session);
}

ctls_status ctls_handshake(ctls_session *session) {
  tls.ERR_clear_error();
  errno = 0;
  int result = tls.SSL_connect(session->ssl);
  if (result == 1) {
    X509 *certificate = tls.SSL_get0_peer_certificate(session->ssl);
    if (certificate) session->names = tls.X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
    return CTLS_DONE;
  }
  int code = errno;
  switch (tls.SSL_get_error(session->ssl, result)) {
    case SSL_ERROR_WANT_READ: return CTLS_WANTS_READ;
    case SSL_ERROR_WANT_WRITE: return CTLS_WANTS_WRITE;
    case SSL_ERROR_ZERO_RETURN: return CTLS_CLOSED;
    case SSL_ERROR_SYSCALL:
      if (code == 0 || code == ECONNRESET || code == EPIPE) return CTLS_CLOSED;
      take_error(session->error, sizeof session->error, strerror(code));
      return CTLS_FAILED;
    default: break;
  }
  take_error(session->error, sizeof session->error, "the handshake failed");
  // OpenSSL 3 reports a connection that just ends as an error of the protocol.
  return strcmp(session->error, "unexpected eof while reading") == 0 ? CTLS_CLOSED : CTLS_FAILED;
}

const char *ctls_error(const ctls_session *session) {
  if (!is_loaded) return load_error;
  return session ? session->error : thread_error;
}

const char *ctls_protocol(const ctls_session *session) { return tls.SSL_get_version(session->ssl); }

const char *ctls_cipher(const ctls_session *session) {
  return tls.SSL_CIPHER_get_name(tls.SSL_get_current_cipher(session->ssl));
}

long ctls_verify_code(const ctls_session *session) { return tls.SSL_get_verify_result(session->ssl); }

const char *ctls_verify_text(const ctls_session *session) {
  return tls.X509_verify_cert_error_string(ctls_verify_code(session));
}

static X509 *certificate(const ctls_session *session) { return tls.SSL_get0_peer_certificate(session->ssl); }

bool ctls_has_certificate(const ctls_session *session) { return certificate(session) != NULL; }

static char *line(const X509_NAME *name) {
  BIO *memory = name ? tls.BIO_new(tls.BIO_s_mem()) : NULL;
  if (!memory) return NULL;
  tls.X509_NAME_print_ex(memory, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
  char *bytes = NULL;
  long length = tls.BIO_ctrl(memory, BIO_CTRL_INFO, 0, &bytes);
  char *text = length >= 0 ? malloc((size_t)length + 1) : NULL;
  if (text) {
    memcpy(text, bytes, (size_t)length);
    text[length] = 0;
  }
  tls.BIO_free(memory);
  return text;
}

char *ctls_subject(const ctls_session *session) {
  X509 *shown = certificate(session);
  return shown ? line(tls.X509_get_subject_name(shown)) : NULL;
}

char *ctls_issuer(const ctls_session *session) {
  X509 *shown = certificate(session);
  return shown ? line(tls.X509_get_issuer_name(shown)) : NULL;
}

static bool seconds(const ASN1_TIME *time, int64_t *result) {
  struct tm parts = {0};
  if (!time || tls.ASN1_TIME_to_tm(time, &parts) != 1) return false;
  *result = (int64_t)timegm(&parts);
  return true;
}

bool ctls_validity(const ctls_session *session, int64_t *not_before, int64_t *not_after) {
  X509 *shown = certificate(session);
  return shown && seconds(tls.X509_get0_notBefore(shown), not_before) &&
         seconds(tls.X509_get0_notAfter(shown), not_after);
}

size_t ctls_name_count(const ctls_session *session) {
  int count = session->names ? tls.OPENSSL_sk_num((const OPENSSL_STACK *)session->names) : 0;
  return count > 0 ? (size_t)count : 0;
}

char *ctls_name(const ctls_session *session, size_t index) {
  const GENERAL_NAME *name = tls.OPENSSL_sk_value((const OPENSSL_STACK *)session->names, (int)index);
  if (!name) return NULL;
  if (name->type == GEN_DNS) {
    int length = tls.ASN1_STRING_length(name->d.dNSName);
    char *text = length >= 0 ? malloc((size_t)length + 1) : NULL;
    if (!text) return NULL;
    memcpy(text, tls.ASN1_STRING_get0_data(name->d.dNSName), (size_t)length);
    text[length] = 0;
    return text;
  }
  if (name->type != GEN_IPADD) return NULL;
  int length = tls.ASN1_STRING_length(name->d.iPAddress);
  char text[INET6_ADDRSTRLEN];
  int family = length == 4 ? AF_INET : length == 16 ? AF_INET6 : -1;
  if (family < 0 || !inet_ntop(family, tls.ASN1_STRING_get0_data(name->d.iPAddress), text, sizeof text)) return NULL;
  return strdup(text);
}

bool ctls_matches(const ctls_session *session, const char *name_or_address) {
  X509 *shown = certificate(session);
  if (!shown) return false;
  if (is_address(name_or_address)) return tls.X509_check_ip_asc(shown, name_or_address, 0) == 1;
  return tls.X509_check_host(shown, name_or_address, 0, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS, NULL) == 1;
}

size_t ctls_chain_length(const ctls_session *session) {
  STACK_OF(X509) *chain = tls.SSL_get_peer_cert_chain(session->ssl);
  int count = chain ? tls.OPENSSL_sk_num((const OPENSSL_STACK *)chain) : 0;
  return count > 0 ? (size_t)count : 0;
}

bool ctls_fingerprint(const ctls_session *session, uint8_t digest[32]) {
  X509 *shown = certificate(session);
  unsigned int length = 0;
  return shown && tls.X509_digest(shown, tls.EVP_sha256(), digest, &length) == 1 && length == 32;
}
