#include "cjsonscan.h"

#include <stdbool.h>
#include <string.h>

/// Code for wider registers beside code for every machine; the system picks when the program starts.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_MACHINE __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_MACHINE
#endif

typedef uint8_t block __attribute__((ext_vector_type(64)));
typedef bool flags __attribute__((ext_vector_type(64)));

/// Bit n: whether byte n is the one that is wanted.
static inline __attribute__((always_inline)) uint64_t equal(const block *bytes, uint8_t wanted) {
  const flags found = __builtin_convertvector(*bytes == wanted, flags);
  uint64_t bits;
  memcpy(&bits, &found, sizeof bits);
  return bits;
}

/// Which bytes follow an odd number of backslashes. `carry` says that of the byte after the 64.
static inline uint64_t escaped(uint64_t backslashes, uint64_t *carry) {
  uint64_t found = *carry;
  backslashes &= ~found;
  *carry = 0;
  while (backslashes) {
    const int place = __builtin_ctzll(backslashes);
    if (place == 63) {
      *carry = 1;
      break;
    }
    const uint64_t next = UINT64_C(2) << place;
    found |= next;
    backslashes &= ~(next | (next - 1));
  }
  return found;
}

/// Bit n: whether an odd number of bits up to n is set.
static inline uint64_t parity(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) {
    bits ^= bits << shift;
  }
  return bits;
}

FOR_EACH_MACHINE
size_t cjsonscan_container(const uint8_t *text, size_t length) {
  uint64_t carry = 0;
  uint64_t in_string = 0;
  int64_t depth = 0;
  for (size_t start = 0; start < length; start += 64) {
    block bytes = 0;
    memcpy(&bytes, text + start, length - start < 64 ? length - start : 64);
    // [ and {, ] and } differ in this bit alone.
    const block folded = bytes | 0x20;
    const uint64_t backslashes = equal(&bytes, '\\');
    const uint64_t skipped = backslashes || carry ? escaped(backslashes, &carry) : 0;
    const uint64_t strings = parity(equal(&bytes, '"') & ~skipped) ^ in_string;
    in_string = (uint64_t)((int64_t)strings >> 63);
    if (backslashes & ~strings) {
      return 0;
    }
    const uint64_t opening = equal(&folded, '{') & ~strings;
    const uint64_t closing = equal(&folded, '}') & ~strings;
    const int ends = __builtin_popcountll(closing);
    if (depth > ends) {
      depth += __builtin_popcountll(opening) - ends;
      continue;
    }
    for (uint64_t both = opening | closing; both; both &= both - 1) {
      depth += opening & both & -both ? 1 : -1;
      if (depth <= 0) {
        return start + (size_t)__builtin_ctzll(both) + 1;
      }
    }
  }
  return 0;
}
