#include "export/png-text.h"

#include "base/inflate.h"
#include "base/words.h"

#include <string.h>
#include <zlib.h>

/* What one text may become when it is decompressed: the longest dataset that is read, and a
 * little more. */
#define MAX_TEXT (17 << 20)

/* Around a chunk's data: its length and kind before it, its check sum behind it. */
#define HEAD 8
#define TAIL 4

/* https://www.w3.org/TR/png-3/#5PNG-file-signature */
const guint8 qm_png_signature[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };

/* Bytes that have not been read yet. */
typedef struct {
  const guint8 *data;
  gsize length;
} Rest;

typedef struct {
  char kind[5];
  Rest data;
  gboolean is_sound; /* its check sum is right */
} Chunk;

static guint32
number_at (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static void
skip (Rest *rest, gsize n)
{
  n = MIN (n, rest->length);
  rest->data += n;
  rest->length -= n;
}

/* FALSE where the file ends before the chunk does. */
static gboolean
next_chunk (Rest *file, Chunk *chunk)
{
  gsize length;

  if (file->length < HEAD + TAIL || number_at (file->data) > file->length - HEAD - TAIL)
    return FALSE;

  length = number_at (file->data);
  memcpy (chunk->kind, file->data + 4, 4);
  chunk->kind[4] = '\0';
  chunk->data = (Rest) { file->data + HEAD, length };
  chunk->is_sound = crc32 (crc32 (0, NULL, 0), file->data + 4, (uInt) (length + 4)) ==
                    number_at (file->data + HEAD + length);
  skip (file, HEAD + length + TAIL);
  return TRUE;
}

/* A picture is none without the chunks whose kind begins with a capital. */
static gboolean
is_needed (const Chunk *chunk)
{
  return g_ascii_isupper (chunk->kind[0]);
}

/* The string up to the next NUL, which is skipped as well; NULL where there is no NUL. */
static const char *
take_string (Rest *rest)
{
  const char *string = (const char *) rest->data;
  const guint8 *end = rest->length > 0 ? memchr (rest->data, 0, rest->length) : NULL;

  if (end == NULL)
    return NULL;
  skip (rest, (gsize) (end - rest->data) + 1);
  return string;
}

/* The text behind the key, in any of the three ways that PNG has. */
static char *
take_text (const char *kind, Rest rest)
{
  gboolean is_compressed = g_str_equal (kind, "zTXt");
  g_autoptr (GByteArray) text = NULL;

  if (g_str_equal (kind, "iTXt")) {
    is_compressed = rest.length > 0 && rest.data[0] != 0;
    skip (&rest, 2);
    /* Its language, and the key in that. */
    if (take_string (&rest) == NULL || take_string (&rest) == NULL)
      return NULL;
  } else if (is_compressed) {
    skip (&rest, 1);
  }

  if (is_compressed) {
    text = qm_inflate (rest.data, rest.length, FALSE, MAX_TEXT, NULL);
    return text != NULL ? g_strndup ((const char *) text->data, text->len) : NULL;
  }
  return rest.length <= MAX_TEXT ? g_strndup ((const char *) rest.data, rest.length) : NULL;
}

static void
read_chunk (const Chunk *chunk, const char *const *keys, char **texts, gsize n)
{
  static const char *const kinds[] = { "tEXt", "zTXt", "iTXt", NULL };
  Rest rest = chunk->data;
  const char *key;

  if (!chunk->is_sound || !g_strv_contains (kinds, chunk->kind))
    return;
  key = take_string (&rest);
  for (gsize i = 0; key != NULL && i < n; i++)
    if (texts[i] == NULL && g_str_equal (key, keys[i]))
      texts[i] = take_text (chunk->kind, rest);
}

/* NULL, or what is wrong with the file. */
static const char *
read_chunks (Rest file, const char *const *keys, char **texts, gsize n)
{
  Chunk chunk = { .kind = "" };
  gboolean is_first = TRUE;

  while (!g_str_equal (chunk.kind, "IEND")) {
    if (!next_chunk (&file, &chunk))
      return _ ("the picture is damaged: it ends too early");
    if (is_needed (&chunk) && (!chunk.is_sound || is_first != g_str_equal (chunk.kind, "IHDR")))
      return _ ("the picture is damaged: a part of it has been changed");
    is_first = FALSE;
    read_chunk (&chunk, keys, texts, n);
  }
  return NULL;
}

gboolean
qm_png_text_read (GBytes *png, const char *const *keys, char **texts, gsize n, GError **error)
{
  g_autofree char **found = g_new0 (char *, n);
  Rest file = { NULL, 0 };
  const char *problem;

  file.data = g_bytes_get_data (png, &file.length);
  if (file.length < sizeof qm_png_signature ||
      memcmp (file.data, qm_png_signature, sizeof qm_png_signature) != 0) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("it is no PNG picture"));
    return FALSE;
  }

  skip (&file, sizeof qm_png_signature);
  problem = read_chunks (file, keys, found, n);
  if (problem == NULL) {
    memcpy (texts, found, n * sizeof *texts);
    return TRUE;
  }

  for (gsize i = 0; i < n; i++)
    g_free (found[i]);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, problem);
  return FALSE;
}
