#define _GNU_SOURCE /* memmem */
#include "base/file-kind.h"

#include "base/words.h"

#include <string.h>

#define PICTURE N_ ("“%s” is a picture that carries no chart of Quymo’s: type or paste its figures")
#define COMPRESSED N_ ("“%s” is compressed: unpack it and open what is in it")
#define RECORDING N_ ("“%s” is a recording: type or paste the text of what is said in it")
#define PROGRAM N_ ("“%s” is a program: open a dataset, a table, a text or an exported picture")

typedef struct {
  const char *bytes;
  gsize n;
  const char *sentence;
  gsize offset;
} Kind;

#define BEGINS(bytes) bytes, sizeof bytes - 1

/* In each of them %s is the name of a file. */
static const Kind kinds[] = {
  { BEGINS ("%PDF-"), N_ ("“%s” is a PDF: copy its text or its table and paste it here"), 0 },
  { BEGINS ("\x89PNG\r\n\x1a\n"), PICTURE, 0 },
  { BEGINS ("\xff\xd8\xff"), PICTURE, 0 },
  { BEGINS ("GIF8"), PICTURE, 0 },
  { BEGINS ("II*\0"), PICTURE, 0 },
  { BEGINS ("MM\0*"), PICTURE, 0 },
  { BEGINS ("WEBP"), PICTURE, 8 },
  { BEGINS ("ftypheic"), PICTURE, 4 },
  { BEGINS ("ftypavif"), PICTURE, 4 },
  { BEGINS ("ID3"), RECORDING, 0 },
  { BEGINS ("OggS"), RECORDING, 0 },
  { BEGINS ("fLaC"), RECORDING, 0 },
  { BEGINS ("\xff\xfb"), RECORDING, 0 },
  { BEGINS ("WAVE"), RECORDING, 8 },
  { BEGINS ("AVI "), RECORDING, 8 },
  { BEGINS ("ftyp"), RECORDING, 4 },
  { BEGINS ("\x1a\x45\xdf\xa3"), RECORDING, 0 },
  { BEGINS ("\x7f"
            "ELF"),
    PROGRAM, 0 },
  { BEGINS ("MZ\x90"), PROGRAM, 0 },
  { BEGINS ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    N_ ("“%s” is a document of an older office program: copy its cells or its text and paste them "
        "here, or save it as CSV"),
    0 },
  { BEGINS ("{\\rtf"), N_ ("“%s” is rich text (RTF): copy its text and paste it here"), 0 },
  { BEGINS ("\x1f\x8b"), COMPRESSED, 0 },
  { BEGINS ("7z\xbc\xaf\x27\x1c"), COMPRESSED, 0 },
  { BEGINS ("Rar!"), COMPRESSED, 0 },
  { BEGINS ("SQLite format 3"),
    N_ ("“%s” is a database: export a table of it as CSV and open that"), 0 },
  { BEGINS ("PAR1"), N_ ("“%s” is a database: export a table of it as CSV and open that"), 0 },
};

/* What is in a ZIP is named in it. */
static const Kind zips[] = {
  { BEGINS ("xl/"),
    N_ ("“%s” is a spreadsheet: copy its cells and paste them here, or save it as "
        "CSV"),
    0 },
  { BEGINS ("opendocument.spreadsheet"),
    N_ ("“%s” is a spreadsheet: copy its cells and paste them here, or save it as CSV"), 0 },
  { BEGINS ("word/"), N_ ("“%s” is a text document: copy its text and paste it here"), 0 },
  { BEGINS ("opendocument.text"), N_ ("“%s” is a text document: copy its text and paste it here"),
    0 },
  { BEGINS ("ppt/"), N_ ("“%s” is a presentation: copy its text and paste it here"), 0 },
  { BEGINS ("opendocument.presentation"),
    N_ ("“%s” is a presentation: copy its text and paste it here"), 0 },
};

static gboolean
has (const char *bytes, gsize length, const Kind *kind)
{
  return memmem (bytes, length, kind->bytes, kind->n) != NULL;
}

static gboolean
begins (const char *bytes, gsize length, const Kind *kind)
{
  return length >= kind->offset + kind->n &&
         memcmp (bytes + kind->offset, kind->bytes, kind->n) == 0;
}

/* Letters of four bytes each, the least of them first or last. */
static gboolean
is_utf32 (const char *bytes, gsize length)
{
  gboolean is_little = TRUE, is_big = TRUE;

  for (gsize i = 0; i + 4 <= length; i += 4) {
    guint32 unit;

    memcpy (&unit, bytes + i, sizeof unit);
    is_little &= unit != 0 && g_unichar_validate (GUINT32_FROM_LE (unit));
    is_big &= unit != 0 && g_unichar_validate (GUINT32_FROM_BE (unit));
  }
  return length >= 4 && (is_little || is_big);
}

/* Noughts at even and at odd places are no letters, however wide, but for those of four bytes. */
static gboolean
is_binary (const char *bytes, gsize length)
{
  guint n[2] = { 0 };

  if (is_utf32 (bytes, length))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    n[i % 2] += bytes[i] == '\0';
  return n[0] > 0 && n[1] > 0 && MIN (n[0], n[1]) * 20 > MAX (n[0], n[1]);
}

static const char *
find_sentence (const char *bytes, gsize length)
{
  static const Kind zip = { BEGINS ("PK\x03\x04"), NULL, 0 }, page = { BEGINS ("<html"), NULL, 0 };
  static const Kind page_of_old = { BEGINS ("<!DOCTYPE"), NULL, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (begins (bytes, length, &kinds[i]))
      return _ (kinds[i].sentence);
  if (begins (bytes, length, &zip)) {
    for (gsize i = 0; i < G_N_ELEMENTS (zips); i++)
      if (has (bytes, length, &zips[i]))
        return _ (zips[i].sentence);
    return _ (COMPRESSED);
  }
  if (length > 0 && bytes[0] == '<' &&
      (has (bytes, length, &page) || has (bytes, length, &page_of_old)))
    return _ ("“%s” is a web page: copy its text or its table and paste it here");
  if (is_binary (bytes, length))
    return _ ("“%s” is no text, but data of another program: export it from there as CSV or text");
  return NULL;
}

char *
qm_file_kind_explain (const char *name, const void *bytes, gsize length)
{
  const char *sentence = find_sentence (bytes, MIN (length, QM_FILE_KIND_LENGTH));

  return sentence != NULL ? g_strdup_printf (sentence, name) : NULL;
}
