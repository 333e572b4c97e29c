#include "edit/article.h"

#include "base/language.h"
#include "dataset/unit.h"
#include "dataset/writer.h"
#include "edit/anchor.h"
#include "edit/edit-private.h"
#include "edit/guess.h"
#include "edit/typed.h"
#include "extraction/findings.h"
#include "extraction/paragraphs.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>

/* Bytes. */
#define MAX_PARAGRAPH 5000

/* So many figures where claims cite them are no chance. */
#define MIN_RECOGNISED 3

struct _QmArticle {
  char *text;
  char **paragraphs;
  GPtrArray *findings; /* QmFinding */
  GArray *figures;     /* QmReadFigure, one for each finding */
  char *source;
  GHashTable *typed;
};

static void
figure_clear (gpointer data)
{
  QmReadFigure *figure = data;

  g_free (figure->claim);
}

/* Where a paragraph that goes on beyond its room is divided: after a sentence, a word, or whatever
 * there is. */
static const char *
find_break (const char *text, const char *end)
{
  static const char *const signs[] = { ". ", " " };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++) {
    const char *sign = g_strrstr_len (text, end - text, signs[i]);

    if (sign != NULL && sign > text)
      return sign + strlen (signs[i]);
  }
  return g_utf8_find_prev_char (text, end + 1);
}

/* Takes paragraphs apart that are longer than any that somebody wrote. */
static char *
shorten (const char *text)
{
  GString *all = g_string_new (NULL);
  const char *next = text, *end;

  while ((end = strstr (next, "\n\n")) != NULL || *next != '\0') {
    if (end == NULL)
      end = next + strlen (next);
    while (end - next > MAX_PARAGRAPH) {
      const char *cut = find_break (next, next + MAX_PARAGRAPH);

      g_string_append_len (all, next, cut - next);
      g_string_append (all, "\n\n");
      next = cut;
    }
    g_string_append_len (all, next, end - next);
    next = end + strspn (end, "\n");
    g_string_append_len (all, end, next - end);
  }
  return g_string_free (all, FALSE);
}

/* Text from a page often has a line for each paragraph. */
static char *
divide (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_autofree char *plain = g_strjoinv ("\n", lines);

  if (strstr (plain, "\n\n") == NULL) {
    g_auto (GStrv) paragraphs = g_strsplit (plain, "\n", -1);

    return g_strjoinv ("\n\n", paragraphs);
  }
  return g_steal_pointer (&plain);
}

QmArticle *
qm_article_new (const char *text)
{
  QmArticle *article = g_new0 (QmArticle, 1);
  g_autoptr (QmParagraphs) paragraphs = NULL;
  g_autofree char *divided = NULL;

  divided = divide (text);
  article->text = shorten (divided);
  paragraphs = qm_paragraphs_new (article->text, qm_language_current ());
  article->paragraphs = g_strdupv (paragraphs->texts);
  article->findings = qm_findings_read (article->text, qm_language_current ());
  article->figures = g_array_new (FALSE, TRUE, sizeof (QmReadFigure));
  g_array_set_clear_func (article->figures, figure_clear);
  for (guint i = 0; i < article->findings->len; i++) {
    const QmFinding *finding = article->findings->pdata[i];
    QmReadFigure figure = {
      .paragraph = finding->paragraph,
      .start = finding->start,
      .end = finding->end,
      .is_bare = finding->unit == NULL && finding->unit_text == NULL,
    };

    g_array_append_val (article->figures, figure);
  }
  article->typed = qm_typed_new ();
  return article;
}

void
qm_article_free (QmArticle *article)
{
  if (article == NULL)
    return;

  g_free (article->text);
  g_strfreev (article->paragraphs);
  g_ptr_array_unref (article->findings);
  g_array_unref (article->figures);
  g_free (article->source);
  g_hash_table_unref (article->typed);
  g_free (article);
}

/* --- As JSON --- */

static cJSON *
to_tree (const QmArticle *article)
{
  cJSON *json = cJSON_CreateObject (), *dismissed;

  cJSON_AddStringToObject (json, "text", article->text);
  if (article->source != NULL)
    cJSON_AddStringToObject (json, "source", article->source);
  qm_typed_write (article->typed, json);
  dismissed = cJSON_AddArrayToObject (json, "dismissed");
  for (guint i = 0; i < article->figures->len; i++)
    if (qm_article_get (article, i)->state == QM_FIGURE_DISMISSED)
      cJSON_AddItemToArray (dismissed, cJSON_CreateNumber (i));
  return json;
}

static QmArticle *
from_tree (const cJSON *json)
{
  const char *read = qm_edit_entry_string (json, "text");
  QmArticle *article = read != NULL ? qm_article_new (read) : NULL;
  const cJSON *child;

  if (article != NULL) {
    qm_article_set_source (article, qm_edit_entry_string (json, "source"));
    qm_typed_read (article->typed, json);
    cJSON_ArrayForEach (child, cJSON_GetObjectItemCaseSensitive (json, "dismissed"))
      if (cJSON_IsNumber (child) && child->valueint >= 0 &&
          (gsize) child->valueint < qm_article_count (article))
        qm_article_dismiss (article, (gsize) child->valueint, TRUE);
  }
  return article;
}

char *
qm_article_list_to_json (const GPtrArray *articles, guint current)
{
  cJSON *json = cJSON_CreateObject (), *texts;

  cJSON_AddNumberToObject (json, "current", current);
  texts = cJSON_AddArrayToObject (json, "texts");
  for (guint i = 0; i < articles->len; i++)
    cJSON_AddItemToArray (texts, to_tree (articles->pdata[i]));
  return qm_writer_print (json);
}

GPtrArray *
qm_article_list_from_json (const char *text, guint *current)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) qm_article_free);
  cJSON *json = cJSON_Parse (text);
  const cJSON *number = cJSON_GetObjectItemCaseSensitive (json, "current"), *child;

  cJSON_ArrayForEach (child, cJSON_GetObjectItemCaseSensitive (json, "texts")) {
    QmArticle *article = from_tree (child);

    if (article != NULL)
      g_ptr_array_add (articles, article);
  }
  *current = cJSON_IsNumber (number) && number->valueint > 0 ? (guint) number->valueint : 0;
  if (*current >= articles->len)
    *current = 0;
  cJSON_Delete (json);
  return articles;
}

/* --- Figures --- */

const char *const *
qm_article_get_paragraphs (const QmArticle *article)
{
  return (const char *const *) article->paragraphs;
}

gsize
qm_article_count (const QmArticle *article)
{
  return article->figures->len;
}

static QmReadFigure *
get (const QmArticle *article, gsize figure)
{
  return &g_array_index (article->figures, QmReadFigure, figure);
}

const QmReadFigure *
qm_article_get (const QmArticle *article, gsize figure)
{
  return get (article, figure);
}

void
qm_article_dismiss (QmArticle *article, gsize figure, gboolean is_dismissed)
{
  QmReadFigure *changed = get (article, figure);

  if (changed->state != QM_FIGURE_CLAIM)
    changed->state = is_dismissed ? QM_FIGURE_DISMISSED : QM_FIGURE_OPEN;
}

/* The paragraph that the quotation is of: by its place, "¶4". */
static gsize
paragraph_of (const QmArticle *article, const QmCitation *citation)
{
  gsize n = g_strv_length (article->paragraphs), paragraph;
  const char *at = qm_text_get (citation->at);

  if (at == NULL || !g_str_has_prefix (at, "¶"))
    return 0;
  paragraph = (gsize) g_ascii_strtoull (at + strlen ("¶"), NULL, 10);
  return paragraph <= n ? paragraph : 0;
}

/* Where the quoted words stand: in the paragraph that is cited, or in the only one that has them
 * where a newer version of the text has moved them. */
static gboolean
find_quote (const QmArticle *article, const QmCitation *citation, gsize *paragraph, gsize *start,
            gsize *end)
{
  const QmQuote *quote = &citation->quote;
  gsize n_found = 0;

  *paragraph = paragraph_of (article, citation);
  if (*paragraph > 0 && qm_anchor_find (article->paragraphs[*paragraph - 1], quote->exact,
                                        quote->before, quote->after, start, end))
    return TRUE;
  for (gsize i = 0; article->paragraphs[i] != NULL; i++)
    if (qm_anchor_find (article->paragraphs[i], quote->exact, quote->before, quote->after, start,
                        end)) {
      *paragraph = i + 1;
      n_found++;
    }
  return n_found == 1;
}

/* The figure that is quoted; NULL where the text has none there. */
static QmReadFigure *
find_quoted (const QmArticle *article, const QmCitation *citation)
{
  gsize paragraph, start, end;

  if (g_strcmp0 (citation->source->id, article->source) != 0 || citation->quote.exact == NULL ||
      !find_quote (article, citation, &paragraph, &start, &end))
    return NULL;
  for (gsize i = 0; i < article->figures->len; i++) {
    QmReadFigure *figure = get (article, i);

    if (figure->paragraph == paragraph && figure->start == start)
      return figure;
  }
  return NULL;
}

static gboolean
is_near (double a, double b)
{
  return fabs (a - b) <= 1e-9 * fabs (b);
}

static gboolean
says (const QmFinding *finding, const QmClaim *claim)
{
  double scale = qm_unit_scale (&claim->unit);

  if (claim->quantity.precision == QM_BETWEEN)
    return is_near (finding->low, claim->quantity.low * scale) &&
           is_near (finding->high, claim->quantity.high * scale);
  return is_near (finding->value, claim->quantity.value * scale);
}

/* The only figure of the cited paragraph with the claim's value, where no words are quoted. */
static QmReadFigure *
find_by_value (const QmArticle *article, const QmClaim *claim, const QmCitation *citation)
{
  gsize paragraph = paragraph_of (article, citation);
  QmReadFigure *found = NULL;

  if (citation->quote.exact != NULL || claim->kind != QM_CLAIM_FIGURE || paragraph == 0 ||
      g_strcmp0 (citation->source->id, article->source) != 0)
    return NULL;
  for (gsize i = 0; i < article->figures->len; i++) {
    QmReadFigure *figure = get (article, i);

    if (figure->paragraph != paragraph || !says (article->findings->pdata[i], claim))
      continue;
    if (found != NULL)
      return NULL;
    found = figure;
  }
  return found;
}

static QmReadFigure *
find_cited (const QmArticle *article, const QmClaim *claim, const QmCitation *citation)
{
  QmReadFigure *quoted = find_quoted (article, citation);

  return quoted != NULL ? quoted : find_by_value (article, claim, citation);
}

static void
match_claim (QmArticle *article, const QmClaim *claim)
{
  for (gsize i = 0; claim->derivation == NULL && i < claim->n_citations; i++) {
    QmReadFigure *figure = find_cited (article, claim, &claim->citations[i]);

    if (figure == NULL || figure->claim != NULL)
      continue;
    figure->state = QM_FIGURE_CLAIM;
    figure->claim = g_strdup (claim->id);
  }
}

void
qm_article_match (QmArticle *article, const QmDataset *dataset)
{
  for (gsize i = 0; i < article->figures->len; i++) {
    QmReadFigure *figure = get (article, i);

    g_clear_pointer (&figure->claim, g_free);
    if (figure->state == QM_FIGURE_CLAIM)
      figure->state = QM_FIGURE_OPEN;
  }
  for (gsize i = 0; dataset != NULL && i < dataset->n_claims; i++)
    match_claim (article, &dataset->claims[i]);
}

gboolean
qm_article_lacks (const QmArticle *article, const QmClaim *claim)
{
  const QmCitation *citation = claim->derivation == NULL ? &claim->citations[0] : NULL;
  gsize paragraph, start, end;

  return citation != NULL && citation->quote.exact != NULL &&
         g_strcmp0 (citation->source->id, article->source) == 0 &&
         !find_quote (article, citation, &paragraph, &start, &end);
}

gsize
qm_article_count_lost (const QmArticle *article, const QmDataset *dataset)
{
  gsize n = 0;

  for (gsize i = 0; dataset != NULL && i < dataset->n_claims; i++)
    n += qm_article_lacks (article, &dataset->claims[i]);
  return n;
}

/* Those of the source begin with no number. */
static gboolean
is_of_figure (const char *key)
{
  return g_ascii_isdigit (key[0]);
}

gboolean
qm_article_continue (QmArticle *article, const QmArticle *older, const QmDataset *dataset)
{
  GHashTableIter iter;
  gpointer key, words;

  if (older->source == NULL)
    return FALSE;
  qm_article_set_source (article, older->source);
  qm_article_match (article, dataset);
  if (qm_article_count_in (article, QM_FIGURE_CLAIM) == 0) {
    qm_article_set_source (article, NULL);
    return FALSE;
  }
  g_hash_table_iter_init (&iter, older->typed);
  while (g_hash_table_iter_next (&iter, &key, &words))
    if (!is_of_figure (key))
      qm_article_set_typed (article, key, words);
  return TRUE;
}

GPtrArray *
qm_article_list_claims (const QmArticle *article, gsize figure, const QmDataset *dataset)
{
  GPtrArray *claims = g_ptr_array_new ();

  for (gsize i = 0; dataset != NULL && i < dataset->n_claims; i++) {
    const QmClaim *claim = &dataset->claims[i];

    for (gsize j = 0; claim->derivation == NULL && j < claim->n_citations; j++)
      if (find_cited (article, claim, &claim->citations[j]) == get (article, figure)) {
        g_ptr_array_add (claims, (gpointer) claim);
        break;
      }
  }
  return claims;
}

gboolean
qm_article_find_paragraph (const QmArticle *article, const QmClaim *claim, gsize *figure)
{
  for (gsize i = 0; claim->derivation == NULL && i < claim->n_citations; i++) {
    gsize paragraph = g_strcmp0 (claim->citations[i].source->id, article->source) == 0
                          ? paragraph_of (article, &claim->citations[i])
                          : 0;

    for (gsize k = 0; paragraph > 0 && k < article->figures->len; k++)
      if (get (article, k)->paragraph == paragraph) {
        *figure = k;
        return TRUE;
      }
  }
  return FALSE;
}

static gboolean
is_called (const QmText *title, const char *words)
{
  const char *variant;

  for (gsize i = 0; (variant = qm_text_get_variant (title, i)) != NULL; i++)
    if (g_str_equal (variant, words))
      return TRUE;
  return FALSE;
}

/* How many claims of the source's the text has where they cite it. */
static guint
count_cited (QmArticle *article, const QmDataset *dataset, const QmSource *source)
{
  guint n = 0;

  article->source = (char *) source->id;
  for (gsize i = 0; i < dataset->n_claims; i++)
    for (gsize j = 0; dataset->claims[i].derivation == NULL && j < dataset->claims[i].n_citations;
         j++)
      n += find_cited (article, &dataset->claims[i], &dataset->claims[i].citations[j]) != NULL;
  article->source = NULL;
  return n;
}

void
qm_article_recognise (QmArticle *article, const QmDataset *dataset)
{
  const QmSource *best = NULL;
  guint most = MIN_RECOGNISED - 1;

  for (gsize i = 0; dataset != NULL && article->paragraphs[0] != NULL && i < dataset->n_sources;
       i++) {
    gboolean is_called_so = is_called (dataset->sources[i].title, article->paragraphs[0]);
    guint n = is_called_so ? G_MAXUINT : count_cited (article, dataset, &dataset->sources[i]);

    if (n > most) {
      best = &dataset->sources[i];
      most = n;
    }
  }
  if (best != NULL)
    qm_article_set_source (article, best->id);
}

gsize
qm_article_count_in (const QmArticle *article, QmFigureState state)
{
  gsize n = 0;

  for (gsize i = 0; i < article->figures->len; i++)
    n += get (article, i)->state == state;
  return n;
}

gsize
qm_article_find_open (const QmArticle *article, gsize figure, int step)
{
  gsize n = article->figures->len, i = figure;

  for (gsize k = 0; k < n; k++) {
    i = (i + (step < 0 ? n - 1 : 1)) % n;
    if (get (article, i)->state == QM_FIGURE_OPEN)
      return i;
  }
  return figure;
}

QmGuesses
qm_article_guess (const QmArticle *article, gsize figure, const QmDataset *dataset)
{
  const QmFinding *finding = article->findings->pdata[figure];
  const char *date = qm_article_get_typed (article, "issued");

  return qm_guess (finding, article->paragraphs[finding->paragraph - 1], dataset,
                   date[0] != '\0' ? date : NULL);
}

/* --- The source --- */

const char *
qm_article_get_source (const QmArticle *article)
{
  return article->source;
}

void
qm_article_set_source (QmArticle *article, const char *source)
{
  char *before = article->source;

  article->source = g_strdup (source);
  g_free (before);
}

const char *
qm_article_get_typed (const QmArticle *article, const char *key)
{
  return qm_typed_get (article->typed, key);
}

void
qm_article_forget_typed (QmArticle *article, gsize figure)
{
  g_autofree char *start = g_strdup_printf ("%" G_GSIZE_FORMAT " ", figure);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, article->typed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_prefix (key, start))
      g_hash_table_iter_remove (&iter);
}

void
qm_article_set_typed (QmArticle *article, const char *key, const char *words)
{
  qm_typed_set (article->typed, key, words);
}
