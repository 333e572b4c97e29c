#include "edit/article-private.h"

#include "dataset/unit.h"
#include "edit/quotation.h"
#include "extraction/findings.h"

#include <math.h>
#include <string.h>

/* So many figures where claims cite them are no chance. */
#define MIN_RECOGNISED 3

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
  if (*paragraph > 0 && qm_quotation_find (article->paragraphs[*paragraph - 1], quote->exact,
                                           quote->before, quote->after, start, end))
    return TRUE;
  for (gsize i = 0; article->paragraphs[i] != NULL; i++)
    if (qm_quotation_find (article->paragraphs[i], quote->exact, quote->before, quote->after, start,
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
    QmReadFigure *figure = qm_article_figure (article, i);

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
    QmReadFigure *figure = qm_article_figure (article, i);

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
    QmReadFigure *figure = qm_article_figure (article, i);

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

/* The words of a figure with those before them, or after; free with g_free(). */
static char *
tell_place (const QmArticle *article, gsize i, gboolean is_before)
{
  const QmReadFigure *figure = qm_article_get (article, i);
  g_auto (QmQuotation) quotation =
      qm_quotation_make (article->paragraphs[figure->paragraph - 1], figure->start, figure->end);

  return is_before ? g_strconcat (quotation.before, "\n", quotation.exact, NULL)
                   : g_strconcat (quotation.exact, "\n", quotation.after, NULL);
}

/* What was dismissed stays so where the words on one side of it are the same. */
static void
continue_dismissed (QmArticle *article, const QmArticle *older)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < older->figures->len; i++)
    for (int side = 0; side < 2 && qm_article_get (older, i)->state == QM_FIGURE_DISMISSED; side++)
      g_hash_table_add (places, tell_place (older, i, side == 0));
  for (gsize i = 0; i < article->figures->len && g_hash_table_size (places) > 0; i++) {
    g_autofree char *before = tell_place (article, i, TRUE),
                    *after = tell_place (article, i, FALSE);

    if (g_hash_table_contains (places, before) || g_hash_table_contains (places, after))
      qm_article_dismiss (article, i, TRUE);
  }
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
  continue_dismissed (article, older);
  return TRUE;
}

GPtrArray *
qm_article_list_claims (const QmArticle *article, gsize figure, const QmDataset *dataset)
{
  GPtrArray *claims = g_ptr_array_new ();

  for (gsize i = 0; dataset != NULL && i < dataset->n_claims; i++) {
    const QmClaim *claim = &dataset->claims[i];

    for (gsize j = 0; claim->derivation == NULL && j < claim->n_citations; j++)
      if (find_cited (article, claim, &claim->citations[j]) ==
          qm_article_figure (article, figure)) {
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
      if (qm_article_figure (article, k)->paragraph == paragraph) {
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
