/* Runs a fuzz target for some seconds without a fuzzer: files of a corpus, changed at random by a
 * seed that counts up from 1. What the target is fed is in the file of the first argument, so that
 * it is still there after a crash. fuzz-NAME INPUT SECONDS FILE|FOLDER… */
#include <glib.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Larger ones would be few. */
#define MAX_LENGTH 65536

static void
add_file (GPtrArray *corpus, const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  if (g_file_get_contents (path, &text, &length, NULL) && length <= MAX_LENGTH)
    g_ptr_array_add (corpus, g_bytes_new (text, length));
}

static void
add_folder (GPtrArray *corpus, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    add_file (corpus, file);
  }
}

static gsize
random_place (GRand *dice, gsize length)
{
  return length > 0 ? g_rand_int (dice) % length : 0;
}

/* Puts bytes of other at some place of input, in place of some. */
static void
splice (GByteArray *input, GRand *dice, const guint8 *other, gsize length)
{
  gsize at = random_place (dice, input->len),
        n_out = random_place (dice, MIN (input->len - at, 64));
  g_autoptr (GByteArray) tail = g_byte_array_new ();

  g_byte_array_append (tail, input->data + at + n_out, (guint) (input->len - at - n_out));
  g_byte_array_set_size (input, (guint) at);
  g_byte_array_append (input, other, (guint) length);
  g_byte_array_append (input, tail->data, tail->len);
}

static void
change (GByteArray *input, GRand *dice, GBytes *other)
{
  static const char *const pieces[] = {
    "{",    "}",  "[",     "]",      ",",  ":",       "\"",      "\\",
    "null", "-1", "1e308", "1e-400", "0",  "\\uD800", "\\u0000", "\xef\xbf\xbf",
    "..",   "/",  "~",     "9999",   "\n", "[a]",     "=",       ";"
  };
  const char *piece = pieces[g_rand_int_range (dice, 0, G_N_ELEMENTS (pieces))];
  gsize length;
  const guint8 *bytes = g_bytes_get_data (other, &length);
  gsize start = random_place (dice, length);

  switch (g_rand_int_range (dice, 0, 4)) {
  case 0:
    if (input->len > 0)
      input->data[random_place (dice, input->len)] ^= (guint8) (1 << g_rand_int_range (dice, 0, 8));
    break;
  case 1:
    splice (input, dice, (const guint8 *) piece, strlen (piece));
    break;
  case 2:
    splice (input, dice, NULL, 0);
    break;
  default:
    splice (input, dice, bytes != NULL ? bytes + start : NULL,
            random_place (dice, MIN (length - start, 512)));
    break;
  }
}

static void
run (const GPtrArray *corpus, guint seed, const char *path)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
  GBytes *first = corpus->pdata[random_place (dice, corpus->len)];
  g_autoptr (GByteArray) input = g_byte_array_new ();
  gsize length;
  const guint8 *bytes = g_bytes_get_data (first, &length);

  g_byte_array_append (input, bytes, (guint) length);
  for (int n = g_rand_int_range (dice, 0, 6); n > 0; n--)
    change (input, dice, corpus->pdata[random_place (dice, corpus->len)]);
  g_file_set_contents_full (path, (const char *) input->data, input->len, G_FILE_SET_CONTENTS_NONE,
                            0600, NULL);
  LLVMFuzzerTestOneInput (input->data != NULL ? input->data : (const guint8 *) "", input->len);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gint64 end;
  guint seed = 0;

  if (argc < 4)
    return 2;
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  for (int i = 3; i < argc; i++) {
    if (g_file_test (argv[i], G_FILE_TEST_IS_DIR))
      add_folder (corpus, argv[i]);
    else
      add_file (corpus, argv[i]);
  }
  g_assert_cmpuint (corpus->len, >, 0);

  for (end = g_get_monotonic_time () + atoi (argv[2]) * G_USEC_PER_SEC;
       g_get_monotonic_time () < end;)
    run (corpus, ++seed, argv[1]);
  g_print ("%u inputs made from %u files\n", seed, corpus->len);
  return 0;
}
