#include "annotate/annotate.h"

#include "annotate/annotate-writer.h"
#include "base/language.h"
#include "base/words.h"
#include "chart/words/wording.h"

typedef struct {
  const QmDataset *dataset;
  QmArticle *article;
  const QmAnnotateWriter *writer;
  GString *file;
  GHashTable *notes; /* QmClaim → QmAnnotateNote, of those that stand in the text */
  GPtrArray *told;   /* QmClaim, in the order of their numbers */
  guint n_notes;
} Draft;

static void
free_note (gpointer data)
{
  QmAnnotateNote *note = data;

  g_strfreev (note->lines);
  g_free (note);
}

/* --- What is told of a claim --- */

static void
add_line (GPtrArray *lines, char *line)
{
  if (line != NULL && line[0] != '\0')
    g_ptr_array_add (lines, line);
  else
    g_free (line);
}

static QmAnnotateNote *
make_note (Draft *draft, const QmClaim *claim)
{
  QmAnnotateNote *note = g_new0 (QmAnnotateNote, 1);
  GPtrArray *lines = g_ptr_array_new ();

  add_line (lines, qm_wording_statement (claim));
  add_line (lines, qm_wording_computation (claim));
  add_line (lines, qm_wording_citations (claim, qm_wording_citation, "; "));
  add_line (lines, qm_wording_reservations (claim));
  add_line (lines, claim->checked_by != NULL ? qm_wording_checked (claim)
                                             : g_strdup (_ ("Not checked yet")));
  g_ptr_array_add (lines, NULL);
  note->number = ++draft->n_notes;
  note->lines = (char **) g_ptr_array_free (lines, FALSE);
  note->url = claim->n_citations > 0 ? claim->citations[0].source->url : NULL;
  g_hash_table_insert (draft->notes, (gpointer) claim, note);
  g_ptr_array_add (draft->told, (gpointer) claim);
  return note;
}

/* --- The text --- */

/* That of which the most claims are found, where the text does not say what it is of. */
static void
find_source (const Draft *draft)
{
  const char *best = NULL;
  gsize most = 0;

  if (qm_article_get_source (draft->article) != NULL)
    return;
  for (gsize i = 0; i < draft->dataset->n_sources; i++) {
    qm_article_set_source (draft->article, draft->dataset->sources[i].id);
    qm_article_match (draft->article, draft->dataset);
    if (qm_article_count_in (draft->article, QM_FIGURE_CLAIM) > most) {
      most = qm_article_count_in (draft->article, QM_FIGURE_CLAIM);
      best = draft->dataset->sources[i].id;
    }
  }
  qm_article_set_source (draft->article, best);
}

static void
write_figure (Draft *draft, gsize figure, const char *words)
{
  g_autoptr (GPtrArray) claims = qm_article_list_claims (draft->article, figure, draft->dataset);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  for (guint i = 0; i < claims->len; i++) {
    QmAnnotateNote *note = g_hash_table_lookup (draft->notes, claims->pdata[i]);

    g_ptr_array_add (notes, note != NULL ? note : make_note (draft, claims->pdata[i]));
  }
  draft->writer->mark (draft->file, words, notes);
}

/* From the figure on that comes next; returns the one after the paragraph. */
static gsize
write_paragraph (Draft *draft, gsize number, gsize figure)
{
  const char *text = qm_article_get_paragraphs (draft->article)[number - 1];
  gsize n = qm_article_count (draft->article), place = 0;
  const char *rest = text;

  draft->writer->begin_paragraph (draft->file, number);
  for (; figure < n; figure++) {
    const QmReadFigure *read = qm_article_get (draft->article, figure);
    g_autofree char *before = NULL, *words = NULL;
    const char *start, *end;

    if (read->paragraph > number)
      break;
    if (read->state != QM_FIGURE_CLAIM || read->start < place)
      continue;
    start = g_utf8_offset_to_pointer (rest, (glong) (read->start - place));
    end = g_utf8_offset_to_pointer (start, (glong) (read->end - read->start));
    before = g_strndup (rest, (gsize) (start - rest));
    words = g_strndup (start, (gsize) (end - start));
    draft->writer->words (draft->file, before);
    write_figure (draft, figure, words);
    rest = end;
    place = read->end;
  }
  draft->writer->words (draft->file, rest);
  draft->writer->end_paragraph (draft->file);
  return figure;
}

static void
write_text (Draft *draft)
{
  const QmSource *source;
  gsize figure = 0;

  find_source (draft);
  qm_article_match (draft->article, draft->dataset);
  source = qm_article_get_source (draft->article) != NULL
               ? qm_dataset_find_source (draft->dataset, qm_article_get_source (draft->article))
               : NULL;
  if (source != NULL) {
    g_autofree char *words = qm_wording_source (source);

    draft->writer->line (draft->file, words);
  }
  for (gsize i = 0; qm_article_get_paragraphs (draft->article)[i] != NULL; i++)
    figure = write_paragraph (draft, i + 1, figure);
}

/* --- The claims --- */

static gboolean
is_of_text (const Draft *draft, const QmClaim *claim)
{
  const char *source = draft->article != NULL ? qm_article_get_source (draft->article) : NULL;

  return source != NULL && claim->derivation == NULL && claim->n_citations > 0 &&
         g_str_equal (claim->citations[0].source->id, source);
}

typedef enum { IN_TEXT, LOST, COMPUTED, OTHER, N_SECTIONS } Section;

static Section
section_of (const Draft *draft, const QmClaim *claim, guint n_in_text)
{
  guint place;

  if (g_ptr_array_find (draft->told, claim, &place) && place < n_in_text)
    return IN_TEXT;
  if (is_of_text (draft, claim))
    return LOST;
  return claim->derivation != NULL ? COMPUTED : OTHER;
}

static void
write_section (Draft *draft, Section section, const char *heading, const GPtrArray *claims,
               guint n_in_text)
{
  gboolean is_begun = FALSE;

  for (guint i = 0; i < claims->len; i++) {
    const QmClaim *claim = claims->pdata[i];
    QmAnnotateNote *note;

    if (section_of (draft, claim, n_in_text) != section)
      continue;
    if (!is_begun)
      draft->writer->heading (draft->file, heading);
    is_begun = TRUE;
    note = g_hash_table_lookup (draft->notes, claim);
    draft->writer->note (draft->file, note != NULL ? note : make_note (draft, claim),
                         section == IN_TEXT);
  }
}

/* Those that the text shows in its order, and then those that it does not. */
static void
write_claims (Draft *draft)
{
  const char *const headings[N_SECTIONS] = {
    [IN_TEXT] = _ ("Claims of this text"),
    [LOST] = _ ("Not found in this text"),
    [COMPUTED] = _ ("Computed"),
    [OTHER] = draft->article != NULL ? _ ("From other sources") : _ ("Claims"),
  };
  guint n_in_text = draft->told->len;
  g_autoptr (GPtrArray) claims = g_ptr_array_copy (draft->told, NULL, NULL);

  for (gsize i = 0; i < draft->dataset->n_claims; i++)
    if (!g_hash_table_contains (draft->notes, &draft->dataset->claims[i]))
      g_ptr_array_add (claims, (gpointer) &draft->dataset->claims[i]);
  for (Section section = IN_TEXT; section < N_SECTIONS; section++)
    write_section (draft, section, headings[section], claims, n_in_text);
}

static char *
count_checked (const QmDataset *dataset)
{
  guint n_checked = 0, n = (guint) dataset->n_claims;

  for (gsize i = 0; i < dataset->n_claims; i++)
    n_checked += dataset->claims[i].checked_by != NULL;
  return g_strdup_printf (ngettext ("%u of %u claim is checked", "%u of %u claims are checked", n),
                          n_checked, n);
}

/* --- All of it --- */

gboolean
qm_annotate_find_format (const char *name, QmAnnotateFormat *format)
{
  g_autofree char *small = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (small, ".odt"))
    *format = QM_ANNOTATE_ODT;
  else if (g_str_has_suffix (small, ".html") || g_str_has_suffix (small, ".htm"))
    *format = QM_ANNOTATE_HTML;
  else
    return FALSE;
  return TRUE;
}

GBytes *
qm_annotate (const QmDataset *dataset, QmArticle *article, QmAnnotateFormat format, GError **error)
{
  static const QmAnnotateWriter *const writers[] = {
    [QM_ANNOTATE_HTML] = &qm_annotate_html,
    [QM_ANNOTATE_ODT] = &qm_annotate_odt,
  };
  g_autoptr (GHashTable) notes = g_hash_table_new_full (NULL, NULL, NULL, free_note);
  g_autoptr (GPtrArray) told = g_ptr_array_new ();
  g_autofree char *checked = count_checked (dataset);
  Draft draft = {
    .dataset = dataset,
    .article = article,
    .writer = writers[format],
    .file = g_string_new (NULL),
    .notes = notes,
    .told = told,
  };

  draft.writer->begin (draft.file, qm_text_get (dataset->title), qm_language_current ());
  draft.writer->line (draft.file, checked);
  if (article != NULL)
    write_text (&draft);
  write_claims (&draft);
  return draft.writer->end (draft.file, error);
}
