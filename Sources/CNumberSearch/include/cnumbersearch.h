#ifndef CNUMBERSEARCH_H
#define CNUMBERSEARCH_H

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// How many of 16 numbers in order are not above `number`. Four comparisons of four numbers each, without a branch.
static inline int32_t cnumbersearch_not_above(const uint32_t *_Nonnull numbers, uint32_t number) {
#if defined(__SSE2__)
  // There is no unsigned comparison: with the top bit turned over the order of signed numbers is theirs.
  const __m128i top = _mm_set1_epi32(INT32_MIN);
  const __m128i bound = _mm_xor_si128(_mm_set1_epi32((int32_t)number), top);
  const __m128i *four = (const __m128i *)numbers;
  const __m128i a = _mm_cmpgt_epi32(_mm_xor_si128(_mm_loadu_si128(four), top), bound);
  const __m128i b = _mm_cmpgt_epi32(_mm_xor_si128(_mm_loadu_si128(four + 1), top), bound);
  const __m128i c = _mm_cmpgt_epi32(_mm_xor_si128(_mm_loadu_si128(four + 2), top), bound);
  const __m128i d = _mm_cmpgt_epi32(_mm_xor_si128(_mm_loadu_si128(four + 3), top), bound);
  const __m128i above = _mm_packs_epi16(_mm_packs_epi32(a, b), _mm_packs_epi32(c, d));
  // In order, so that the first one above tells how many are not.
  return __builtin_ctz((uint32_t)_mm_movemask_epi8(above) | 0x10000u);
#else
  int32_t count = 0;
  for (int position = 0; position < 16; position++) count += numbers[position] <= number;
  return count;
#endif
}

/// Asks for the memory at an address before it is needed.
static inline void cnumbersearch_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

#endif
