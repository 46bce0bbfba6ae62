#include "cjsonscan.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Which of 64 bytes are quotes, backslashes, opening and closing brackets: bit n for byte n.
typedef struct {
  uint64_t quotes, backslashes, opening, closing;
} marks;

#if defined(__SSE2__)

static uint64_t equal(const __m128i *bytes, char wanted) {
  const __m128i all = _mm_set1_epi8(wanted);
  uint64_t found = 0;
  for (int part = 0; part < 4; part++) {
    found |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes[part], all)) << (16 * part);
  }
  return found;
}

static marks mark(const uint8_t *text) {
  __m128i bytes[4], folded[4];
  for (int part = 0; part < 4; part++) {
    bytes[part] = _mm_loadu_si128((const __m128i *)(text + 16 * part));
    // [ and {, ] and } differ in this bit alone.
    folded[part] = _mm_or_si128(bytes[part], _mm_set1_epi8(0x20));
  }
  return (marks){equal(bytes, '"'), equal(bytes, '\\'), equal(folded, '{'), equal(folded, '}')};
}

#else

static marks mark(const uint8_t *text) {
  marks found = {0, 0, 0, 0};
  for (int place = 0; place < 64; place++) {
    const uint8_t byte = text[place];
    const uint64_t bit = UINT64_C(1) << place;
    found.quotes |= byte == '"' ? bit : 0;
    found.backslashes |= byte == '\\' ? bit : 0;
    found.opening |= (byte | 0x20) == '{' ? bit : 0;
    found.closing |= (byte | 0x20) == '}' ? bit : 0;
  }
  return found;
}

#endif

/// Which bytes follow an odd number of backslashes. `carry` says that of the byte after the 64.
static uint64_t escaped(uint64_t backslashes, uint64_t *carry) {
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
static uint64_t parity(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) {
    bits ^= bits << shift;
  }
  return bits;
}

size_t cjsonscan_container(const uint8_t *text, size_t length) {
  uint64_t carry = 0;
  uint64_t in_string = 0;
  int64_t depth = 0;
  for (size_t start = 0; start < length; start += 64) {
    uint8_t last[64] = {0};
    const uint8_t *block = text + start;
    if (length - start < 64) {
      memcpy(last, block, length - start);
      block = last;
    }
    const marks found = mark(block);
    const uint64_t skipped = found.backslashes || carry ? escaped(found.backslashes, &carry) : 0;
    const uint64_t strings = parity(found.quotes & ~skipped) ^ in_string;
    in_string = (uint64_t)((int64_t)strings >> 63);
    if (found.backslashes & ~strings) {
      return 0;
    }
    uint64_t opening = found.opening & ~strings;
    uint64_t closing = found.closing & ~strings;
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
