#define _GNU_SOURCE /* memmem */
#include "base/file-kind.h"

#include "base/words.h"

#include <string.h>

typedef struct {
  const char *bytes;
  gsize n;
  const char *sentence;
} Kind;

#define BEGINS(bytes) bytes, sizeof bytes - 1

/* In each of them %s is the name of a file. */
static const Kind kinds[] = {
  { BEGINS ("%PDF-"), N_ ("“%s” is a PDF: copy its text or its table and paste it here") },
  { BEGINS ("\x89PNG\r\n\x1a\n"),
    N_ ("“%s” is a picture that carries no chart of Quymo’s: type or paste its figures") },
  { BEGINS ("\xff\xd8\xff"),
    N_ ("“%s” is a picture that carries no chart of Quymo’s: type or paste its figures") },
  { BEGINS ("GIF8"),
    N_ ("“%s” is a picture that carries no chart of Quymo’s: type or paste its figures") },
  { BEGINS ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    N_ ("“%s” is a document of an older office program: copy its cells or its text and paste them "
        "here, or save it as CSV") },
  { BEGINS ("\x1f\x8b"), N_ ("“%s” is compressed: unpack it and open what is in it") },
  { BEGINS ("7z\xbc\xaf\x27\x1c"), N_ ("“%s” is compressed: unpack it and open what is in it") },
  { BEGINS ("Rar!"), N_ ("“%s” is compressed: unpack it and open what is in it") },
  { BEGINS ("SQLite format 3"),
    N_ ("“%s” is a database: export a table of it as CSV and open that") },
  { BEGINS ("PAR1"), N_ ("“%s” is a database: export a table of it as CSV and open that") },
};

/* What is in a ZIP is named in it. */
static const Kind zips[] = {
  { BEGINS ("xl/"), N_ ("“%s” is a spreadsheet: copy its cells and paste them here, or save it as "
                        "CSV") },
  { BEGINS ("opendocument.spreadsheet"),
    N_ ("“%s” is a spreadsheet: copy its cells and paste them here, or save it as CSV") },
  { BEGINS ("word/"), N_ ("“%s” is a text document: copy its text and paste it here") },
  { BEGINS ("opendocument.text"), N_ ("“%s” is a text document: copy its text and paste it here") },
  { BEGINS ("ppt/"), N_ ("“%s” is a presentation: copy its text and paste it here") },
  { BEGINS ("opendocument.presentation"),
    N_ ("“%s” is a presentation: copy its text and paste it here") },
};

static gboolean
has (const char *bytes, gsize length, const Kind *kind)
{
  return memmem (bytes, length, kind->bytes, kind->n) != NULL;
}

static const char *
find_sentence (const char *bytes, gsize length)
{
  static const Kind zip = { BEGINS ("PK\x03\x04"), NULL }, page = { BEGINS ("<html"), NULL };
  static const Kind page_of_old = { BEGINS ("<!DOCTYPE"), NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].n && memcmp (bytes, kinds[i].bytes, kinds[i].n) == 0)
      return _ (kinds[i].sentence);
  if (length >= zip.n && memcmp (bytes, zip.bytes, zip.n) == 0) {
    for (gsize i = 0; i < G_N_ELEMENTS (zips); i++)
      if (has (bytes, length, &zips[i]))
        return _ (zips[i].sentence);
    return _ ("“%s” is compressed: unpack it and open what is in it");
  }
  if (length > 0 && bytes[0] == '<' &&
      (has (bytes, length, &page) || has (bytes, length, &page_of_old)))
    return _ ("“%s” is a web page: copy its text or its table and paste it here");
  return NULL;
}

char *
qm_file_kind_explain (const char *name, const void *bytes, gsize length)
{
  const char *sentence = find_sentence (bytes, MIN (length, QM_FILE_KIND_LENGTH));

  return sentence != NULL ? g_strdup_printf (sentence, name) : NULL;
}
