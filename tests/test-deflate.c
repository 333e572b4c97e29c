#include "base/deflate.h"
#include "base/inflate.h"
#include "base/prefix-code.h"

#include <string.h>

/* More than the items of several blocks. */
#define LONG 200000

/* --- Whatever is deflated --- */

static void
check (const guint8 *bytes, gsize length, gsize near, gsize far, gsize most)
{
  g_autoptr (GByteArray) deflated = g_byte_array_new (), inflated = NULL;

  qm_deflate (deflated, bytes, length, near, far);
  inflated = qm_inflate (deflated->data, deflated->len, TRUE, length, NULL);
  g_assert_nonnull (inflated);
  g_assert_cmpmem (inflated->data, inflated->len, bytes, length);
  g_assert_cmpuint (deflated->len, <=, most);
}

static void
test_bytes (void)
{
  g_autofree guint8 *bytes = g_malloc (LONG);

  for (guint n_values = 1; n_values <= 256; n_values *= 4)
    for (gsize length = 0; length < LONG; length = 2 * length + 1) {
      for (gsize i = 0; i < length; i++)
        bytes[i] = (guint8) g_test_rand_int_range (0, (int) n_values);
      check (bytes, length, 0, 0, length + length / 50 + 300);
      check (bytes, length, 3, 100, length + length / 50 + 300);
    }
}

/* What ends after any number of the same bytes, and what is as far back as can be told. */
static void
test_runs (void)
{
  g_autofree guint8 *bytes = g_malloc0 (LONG);

  for (gsize length = 1; length < 1100; length++) {
    check (bytes, length, 1, 0, 320);
    check (bytes, length, 0, 0, 320);
  }
  for (gsize far = 32766; far <= 32770; far++) {
    for (gsize i = 0; i < LONG; i++)
      bytes[i] = i < far ? (guint8) g_test_rand_int () : bytes[i - far];
    check (bytes, LONG, 0, far, far <= 32768 ? 36000 : LONG + 5000);
  }
}

/* Rows of dots and bars, as pictures have them, of more bytes than there are in a window. */
static void
test_rows (void)
{
  const gsize rows[] = { 31, 5761, 32768, 40000 };
  g_autofree guint8 *bytes = g_malloc (LONG);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    for (gsize at = 0; at < LONG; at++)
      bytes[at] = (guint8) (at % rows[i] / 40 * 7 + (g_test_rand_int_range (0, 50) == 0));
    check (bytes, LONG, 3, rows[i], LONG / 8);
  }
}

/* --- Codes --- */

/* Counts of which each is the sum of the two before make the longest codes. */
static void
fill_growing (guint32 *counts, guint n)
{
  for (guint i = 0; i < n; i++)
    counts[i] = i < 2 ? 1 : counts[i - 1] + counts[i - 2];
}

static void
check_code (const guint32 *counts, guint n, guint most_bits)
{
  QmPrefixCode code;
  guint32 room = 0;

  qm_prefix_code_make (&code, counts, n, most_bits);
  for (guint i = 0; i < n; i++) {
    g_assert_cmpuint (code.lengths[i], <=, most_bits);
    g_assert_true (counts[i] == 0 || code.lengths[i] > 0);
    room += code.lengths[i] > 0 ? 1u << (most_bits - code.lengths[i]) : 0;
    for (guint j = 0; j < n; j++) {
      guint bits = MIN (code.lengths[i], code.lengths[j]);

      g_assert_true (i == j || bits == 0 || ((code.bits[i] ^ code.bits[j]) & ((1u << bits) - 1)));
      g_assert_true (counts[i] <= counts[j] || code.lengths[i] <= code.lengths[j] ||
                     code.lengths[j] == 0);
    }
  }
  g_assert_cmpuint (room, ==, 1u << most_bits);
}

static void
test_codes (void)
{
  guint32 counts[QM_PREFIX_CODE_SYMBOLS] = { 0 };

  check_code (counts, 30, 15);
  counts[7] = 1;
  check_code (counts, 30, 15);
  fill_growing (counts, 19);
  check_code (counts, 19, 7);
  fill_growing (counts, 30);
  check_code (counts, 30, 15);
  for (guint i = 0; i < QM_PREFIX_CODE_SYMBOLS; i++)
    counts[i] = (guint32) g_test_rand_int_range (0, 3) << g_test_rand_int_range (0, 12);
  check_code (counts, QM_PREFIX_CODE_SYMBOLS, 15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deflate/any-bytes-come-back", test_bytes);
  g_test_add_func ("/deflate/runs-of-any-length-come-back", test_runs);
  g_test_add_func ("/deflate/rows-take-few-bytes", test_rows);
  g_test_add_func ("/deflate/codes-are-whole-and-not-too-long", test_codes);
  return g_test_run ();
}
