#include "intake/office.h"

#include "base/unzip.h"
#include "base/words.h"
#include "intake/prose.h"

#include <string.h>

/* Bytes of a part that is unpacked: markup takes many times the room of the words. */
#define MAX_PART (64u << 20)

/* Of a document's own title, and of its first heading. */
#define RANK_OF_TITLE 2
#define RANK_OF_HEADING 1

typedef enum {
  NOTHING,
  PARAGRAPH,
  HEADING,
  ROW,
  CELL,
  SPACE,
  LINE,
  HYPHEN,
  WORDS, /* what is in it is text, in a format where not all is */
  NOTE,
  APART, /* what is in it is no part of the text */
} Role;

typedef struct {
  const char *name;
  Role role;
} Element;

/* Prefixes are those that all programs write. */
static const Element open_document[] = {
  { "text:p", PARAGRAPH },
  { "text:h", HEADING },
  { "text:s", SPACE },
  { "text:tab", SPACE },
  { "text:line-break", LINE },
  { "text:note", NOTE },
  { "text:note-citation", APART },
  { "table:table-row", ROW },
  { "table:table-cell", CELL },
  { "text:tracked-changes", APART },
  { "office:annotation", APART },
  { "office:forms", APART },
  { "text:sequence-decls", APART },
  { "text:table-of-content", APART },
  { "svg:title", APART },
  { "svg:desc", APART },
  { NULL, NOTHING },
};

static const Element word_document[] = {
  { "w:p", PARAGRAPH }, { "w:t", WORDS },        { "w:tab", SPACE },
  { "w:br", LINE },     { "w:cr", LINE },        { "w:noBreakHyphen", HYPHEN },
  { "w:tr", ROW },      { "w:tc", CELL },        { "mc:Fallback", APART },
  { "w:del", APART },   { "w:moveFrom", APART }, { "w:pPr", APART },
  { NULL, NOTHING },
};

typedef struct {
  const Element *elements;
  gboolean is_all_text; /* words count wherever they stand */
  QmFacts *facts;
  QmProse prose, notes;
  guint n_apart, n_words, n_rows, n_notes; /* elements of that role, one in the other */
  gboolean is_heading;
  gsize heading; /* where in the text it begins */
} Document;

static Role
role_of (const Document *document, const char *name)
{
  const Element *element = document->elements;

  while (element->name != NULL && !g_str_equal (element->name, name))
    element++;
  return element->role;
}

static QmProse *
get_prose (Document *document)
{
  return document->n_notes > 0 ? &document->notes : &document->prose;
}

/* The paragraphs of a cell stay in its row. */
static void
end_paragraph (Document *document)
{
  if (document->n_rows > 0 && document->n_notes == 0)
    qm_prose_add (&document->prose, " ", 1);
  else
    qm_prose_end_paragraph (get_prose (document));
}

/* In a Word document a heading is a paragraph in a style of that name. */
static void
find_heading (Document *document, const char *name, const char **keys, const char **values)
{
  const char *style = NULL;

  for (gsize i = 0; keys[i] != NULL; i++)
    if (g_str_equal (keys[i], "w:val"))
      style = values[i];
  if (g_str_equal (name, "w:pStyle") && style != NULL &&
      (g_str_equal (style, "Title") || g_str_equal (style, "Heading1")))
    document->is_heading = TRUE;
}

static void
begin_cb (GMarkupParseContext *context G_GNUC_UNUSED, const char *name, const char **keys,
          const char **values, gpointer data, GError **error G_GNUC_UNUSED)
{
  Document *document = data;
  Role role = role_of (document, name);

  find_heading (document, name, keys, values);
  document->n_apart += role == APART;
  if (document->n_apart > 0)
    return;
  document->n_words += role == WORDS;
  document->n_rows += role == ROW;
  document->n_notes += role == NOTE;
  if (role == PARAGRAPH || role == HEADING)
    document->heading = document->prose.text->len;
  document->is_heading |= role == HEADING;
  if (role == SPACE)
    qm_prose_add (get_prose (document), " ", 1);
  else if (role == LINE)
    qm_prose_end_line (get_prose (document));
  else if (role == HYPHEN)
    qm_prose_add (get_prose (document), "‑", strlen ("‑"));
  else if (role == CELL)
    qm_prose_begin_cell (get_prose (document));
}

static void
take_heading (Document *document)
{
  if (document->is_heading && document->prose.text->len > document->heading)
    qm_facts_offer (document->facts, "title", document->prose.text->str + document->heading,
                    RANK_OF_HEADING);
  document->is_heading = FALSE;
}

static void
end_cb (GMarkupParseContext *context G_GNUC_UNUSED, const char *name, gpointer data,
        GError **error G_GNUC_UNUSED)
{
  Document *document = data;
  Role role = role_of (document, name);

  if (document->n_apart > 0) {
    document->n_apart -= role == APART;
    return;
  }
  if (role == PARAGRAPH || role == HEADING) {
    take_heading (document);
    end_paragraph (document);
  }
  document->n_words -= role == WORDS;
  document->n_rows -= role == ROW;
  if (role == ROW)
    end_paragraph (document);
  if (role == NOTE)
    end_paragraph (document);
  document->n_notes -= role == NOTE;
}

static void
text_cb (GMarkupParseContext *context G_GNUC_UNUSED, const char *text, gsize length, gpointer data,
         GError **error G_GNUC_UNUSED)
{
  Document *document = data;

  if (document->n_apart == 0 && (document->is_all_text || document->n_words > 0))
    qm_prose_add (get_prose (document), text, length);
}

/* --- What a document says of itself --- */

static const struct {
  const char *element, *key;
  int rank; /* above RANK_OF_TITLE */
} facts_of[] = {
  { "dc:title", "title", 0 },
  { "dc:creator", "author", 0 }, /* of an OpenDocument: who was the last to change it */
  { "meta:initial-creator", "author", 1 },
  { "dc:language", "language", 0 },
  { "dc:publisher", "publisher", 0 },
  { "dcterms:modified", "issued", 0 },
  { "dc:date", "issued", 0 },
};

/* Of the element at hand. */
static void
fact_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer facts,
         GError **error G_GNUC_UNUSED)
{
  const char *element = g_markup_parse_context_get_element (context);
  g_autofree char *words = g_strndup (text, length);

  for (gsize i = 0; i < G_N_ELEMENTS (facts_of); i++)
    if (g_str_equal (facts_of[i].element, element))
      qm_facts_offer (facts, facts_of[i].key, words, RANK_OF_TITLE + facts_of[i].rank);
}

/* --- Parts --- */

static gboolean
parse (GBytes *bytes, const GMarkupParser *parser, gpointer data)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize mark = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  GMarkupParseContext *context = g_markup_parse_context_new (parser, 0, data, NULL);
  gboolean is_good =
      g_markup_parse_context_parse (context, text + mark, (gssize) (length - mark), NULL) &&
      g_markup_parse_context_end_parse (context, NULL);

  g_markup_parse_context_free (context);
  return is_good;
}

/* What is not there, or damaged, says nothing of it. */
static void
read_facts (GBytes *archive, const char *part, QmFacts *facts)
{
  static const GMarkupParser parser = { .text = fact_cb };
  g_autoptr (GBytes) bytes = qm_unzip_read (archive, part, MAX_PART, NULL);

  if (bytes != NULL)
    parse (bytes, &parser, facts);
}

static gboolean
read_part (GBytes *archive, const char *part, Document *document, GError **error)
{
  static const GMarkupParser parser = { begin_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GBytes) bytes = qm_unzip_read (archive, part, MAX_PART, error);

  if (bytes == NULL)
    return FALSE;
  if (parse (bytes, &parser, document))
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _ ("its part “%s” is damaged"), part);
  return FALSE;
}

static gboolean
read_parts (GBytes *archive, gboolean is_word, Document *document, GError **error)
{
  if (!is_word)
    return read_part (archive, "content.xml", document, error);
  if (!read_part (archive, "word/document.xml", document, error))
    return FALSE;
  if (qm_unzip_has (archive, "word/footnotes.xml"))
    return read_part (archive, "word/footnotes.xml", document, error);
  return TRUE;
}

/* An OpenDocument says what it is in a part of its own. */
static gboolean
is_open_document_text (GBytes *archive)
{
  static const char type[] = "application/vnd.oasis.opendocument.text";
  g_autoptr (GBytes) bytes = qm_unzip_read (archive, "mimetype", 1024, NULL);
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return length >= strlen (type) && strncmp (text, type, strlen (type)) == 0;
}

gboolean
qm_office_recognizes (GBytes *archive)
{
  return qm_unzip_has (archive, "word/document.xml") || is_open_document_text (archive);
}

char *
qm_office_read (GBytes *archive, QmFacts *facts, GError **error)
{
  gboolean is_word = qm_unzip_has (archive, "word/document.xml");
  Document document = { .facts = facts };
  char *text = NULL;

  if (!qm_office_recognizes (archive)) {
    g_set_error_literal (
        error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
        _ ("expected a text document (.odt or .docx), found another archive or a part of one"));
    return NULL;
  }
  document.elements = is_word ? word_document : open_document;
  document.is_all_text = !is_word;
  qm_prose_init (&document.prose);
  qm_prose_init (&document.notes);
  read_facts (archive, is_word ? "docProps/core.xml" : "meta.xml", facts);
  if (read_parts (archive, is_word, &document, error)) {
    qm_prose_end_paragraph (&document.prose);
    qm_prose_end_paragraph (&document.notes);
    g_string_append (document.prose.text, document.notes.text->str);
    text = g_string_free (g_steal_pointer (&document.prose.text), FALSE);
  }
  qm_prose_clear (&document.prose);
  qm_prose_clear (&document.notes);
  return text;
}
