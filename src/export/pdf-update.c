#include "export/pdf-update.h"

#include "base/inflate.h"

#include <stdlib.h>
#include <string.h>

/* A line of the table of objects: "0000005185 00000 n \n". */
#define ROW_LENGTH 20

/* Of the file's end, in which it says where that table is. */
#define TAIL_LENGTH 64

#define END_OF_OBJECT "endobj"

struct _QmPdfUpdate {
  GByteArray *pdf;
  gsize table;     /* where Cairo's table of objects is */
  GArray *offsets; /* gsize, of each object by its number, as it was; 0: none */
  guint catalog, information;
  GArray *rows; /* Row, of those written anew, in any order */
  guint n_objects;
};

typedef struct {
  guint number;
  gsize offset;
} Row;

/* --- Reading --- */

static const char *
text_at (const QmPdfUpdate *update, gsize offset)
{
  return (const char *) update->pdf->data + offset;
}

guint
qm_pdf_update_reference (const char *object, const char *key)
{
  const char *found = strstr (object, key);

  return found != NULL ? (guint) strtoul (found + strlen (key), NULL, 10) : 0;
}

/* "startxref\n34814\n%%EOF\n", with nothing but text some way before it. */
static gsize
find_table (const GByteArray *pdf)
{
  const char *tail = (const char *) pdf->data + pdf->len - MIN (pdf->len, TAIL_LENGTH);
  const char *start = strstr (tail, "startxref");

  return start != NULL ? strtoul (start + strlen ("startxref"), NULL, 10) : 0;
}

/* "xref\n0 88\n" and a row for each object. */
static gboolean
read_table (QmPdfUpdate *update)
{
  const char *rows;
  char *end;

  if (update->table == 0 || update->table >= update->pdf->len ||
      !g_str_has_prefix (text_at (update, update->table), "xref\n0 "))
    return FALSE;

  update->n_objects =
      (guint) strtoul (text_at (update, update->table) + strlen ("xref\n0 "), &end, 10);
  rows = end + 1;
  if (rows + (gsize) update->n_objects * ROW_LENGTH > text_at (update, update->pdf->len))
    return FALSE;
  for (guint i = 0; i < update->n_objects; i++) {
    const char *row = rows + (gsize) i * ROW_LENGTH;
    gsize offset = row[17] == 'n' ? strtoul (row, NULL, 10) : 0;

    if (offset >= update->pdf->len)
      return FALSE;
    g_array_append_val (update->offsets, offset);
  }
  update->catalog =
      qm_pdf_update_reference (rows + (gsize) update->n_objects * ROW_LENGTH, "/Root ");
  update->information =
      qm_pdf_update_reference (rows + (gsize) update->n_objects * ROW_LENGTH, "/Info ");
  return update->catalog > 0 && update->catalog < update->n_objects;
}

QmPdfUpdate *
qm_pdf_update_new (GByteArray *pdf)
{
  QmPdfUpdate *update = g_new0 (QmPdfUpdate, 1);

  /* Searched as a text, it has to end. */
  g_byte_array_append (pdf, (const guint8 *) "", 1);
  g_byte_array_set_size (pdf, pdf->len - 1);
  update->pdf = g_byte_array_ref (pdf);
  update->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  update->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  update->table = find_table (pdf);
  if (read_table (update))
    return update;

  qm_pdf_update_free (update);
  return NULL;
}

void
qm_pdf_update_free (QmPdfUpdate *update)
{
  if (update == NULL)
    return;

  g_byte_array_unref (update->pdf);
  g_array_unref (update->offsets);
  g_array_unref (update->rows);
  g_free (update);
}

guint
qm_pdf_update_count (const QmPdfUpdate *update)
{
  return update->offsets->len;
}

guint
qm_pdf_update_catalog (const QmPdfUpdate *update)
{
  return update->catalog;
}

/* Where what is in the object begins, behind "7 0 obj\n"; NULL where there is none. */
static const char *
find_object (const QmPdfUpdate *update, guint number)
{
  gsize offset = number < update->offsets->len ? g_array_index (update->offsets, gsize, number) : 0;
  const char *start = offset > 0 ? strstr (text_at (update, offset), " 0 obj\n") : NULL;

  return start != NULL ? start + strlen (" 0 obj\n") : NULL;
}

char *
qm_pdf_update_get (const QmPdfUpdate *update, guint number)
{
  const char *start = find_object (update, number);
  const char *end = start != NULL ? strstr (start, END_OF_OBJECT) : NULL;

  return end != NULL ? g_strndup (start, (gsize) (end - start)) : NULL;
}

GByteArray *
qm_pdf_update_get_stream (const QmPdfUpdate *update, guint number)
{
  const char *object = find_object (update, number);
  const char *start = object != NULL ? strstr (object, "stream\n") : NULL;

  if (start == NULL)
    return NULL;
  start += strlen ("stream\n");
  return qm_inflate (start, (gsize) (text_at (update, update->pdf->len) - start), FALSE, G_MAXINT,
                     NULL);
}

/* --- Writing --- */

static void
append (QmPdfUpdate *update, const char *text)
{
  g_byte_array_append (update->pdf, (const guint8 *) text, (guint) strlen (text));
}

static guint
begin_object (QmPdfUpdate *update, guint number)
{
  Row row = { .number = number > 0 ? number : update->n_objects++, .offset = update->pdf->len };
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n", row.number);

  g_array_append_val (update->rows, row);
  append (update, head);
  return row.number;
}

static guint
put (QmPdfUpdate *update, guint number, const char *object)
{
  guint put = begin_object (update, number);

  append (update, object);
  append (update, "\n" END_OF_OBJECT "\n");
  return put;
}

guint
qm_pdf_update_add_entries (QmPdfUpdate *update, guint number, const char *entries)
{
  g_autofree char *object = qm_pdf_update_get (update, number);
  char *end = object != NULL ? g_strrstr (object, ">>") : NULL;
  g_autofree char *changed = NULL;

  if (end != NULL)
    *end = '\0';
  changed = g_strconcat (end != NULL ? object : "<< ", entries, "\n>>", NULL);
  return put (update, number, changed);
}

guint
qm_pdf_update_put_stream (QmPdfUpdate *update, guint number, const char *entries,
                          gconstpointer bytes, gsize length)
{
  guint put = begin_object (update, number);
  g_autofree char *head =
      g_strdup_printf ("<< /Length %" G_GSIZE_FORMAT " %s >>\nstream\n", length, entries);

  append (update, head);
  g_byte_array_append (update->pdf, bytes, (guint) length);
  append (update, "\nendstream\n" END_OF_OBJECT "\n");
  return put;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint first = ((const Row *) a)->number, second = ((const Row *) b)->number;

  return (first > second) - (first < second);
}

void
qm_pdf_update_finish (QmPdfUpdate *update)
{
  gsize table = update->pdf->len;
  g_autoptr (GString) text = g_string_new ("xref\n");

  g_array_sort (update->rows, compare_rows);
  for (guint i = 0; i < update->rows->len; i++) {
    const Row *row = &g_array_index (update->rows, Row, i);

    g_string_append_printf (text, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", row->number,
                            row->offset);
  }
  g_string_append_printf (text,
                          "trailer\n<< /Size %u /Root %u 0 R /Info %u 0 R /Prev %" G_GSIZE_FORMAT
                          " >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          update->n_objects, update->catalog, update->information, update->table,
                          table);
  append (update, text->str);
}

char *
qm_pdf_update_string (const char *text)
{
  g_autofree gunichar2 *codes = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  GString *string = g_string_new ("<FEFF");

  for (gsize i = 0; codes != NULL && codes[i] != 0; i++)
    g_string_append_printf (string, "%04X", codes[i]);
  g_string_append_c (string, '>');
  return g_string_free (string, FALSE);
}
