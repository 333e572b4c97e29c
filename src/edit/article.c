#include "edit/article-private.h"

#include "base/language.h"
#include "dataset/writer.h"
#include "edit/edit-private.h"
#include "edit/guess.h"
#include "edit/typed.h"
#include "extraction/findings.h"
#include "extraction/paragraphs.h"

#include <cjson/cJSON.h>
#include <string.h>

/* Bytes. */
#define MAX_PARAGRAPH 5000

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

const QmReadFigure *
qm_article_get (const QmArticle *article, gsize figure)
{
  return qm_article_figure (article, figure);
}

void
qm_article_dismiss (QmArticle *article, gsize figure, gboolean is_dismissed)
{
  QmReadFigure *changed = qm_article_figure (article, figure);

  if (changed->state != QM_FIGURE_CLAIM)
    changed->state = is_dismissed ? QM_FIGURE_DISMISSED : QM_FIGURE_OPEN;
}

gsize
qm_article_count_in (const QmArticle *article, QmFigureState state)
{
  gsize n = 0;

  for (gsize i = 0; i < article->figures->len; i++)
    n += qm_article_figure (article, i)->state == state;
  return n;
}

gsize
qm_article_find_open (const QmArticle *article, gsize figure, int step)
{
  gsize n = article->figures->len, i = figure;

  for (gsize k = 0; k < n; k++) {
    i = (i + (step < 0 ? n - 1 : 1)) % n;
    if (qm_article_figure (article, i)->state == QM_FIGURE_OPEN)
      return i;
  }
  return figure;
}

gsize
qm_article_find_begun (const QmArticle *article)
{
  gsize n = article->figures->len, first = n;
  GHashTableIter iter;
  gpointer key, words;

  g_hash_table_iter_init (&iter, article->typed);
  while (g_hash_table_iter_next (&iter, &key, &words)) {
    gsize figure =
        g_ascii_isdigit (*(const char *) key) ? (gsize) g_ascii_strtoull (key, NULL, 10) : n;

    if (figure < first && qm_article_figure (article, figure)->state == QM_FIGURE_OPEN)
      first = figure;
  }
  for (gsize i = 0; i < n && first == n; i++)
    if (qm_article_figure (article, i)->state == QM_FIGURE_OPEN)
      first = i;
  return first < n ? first : 0;
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

GHashTable *
qm_article_get_all_typed (QmArticle *article)
{
  return article->typed;
}

void
qm_article_set_typed (QmArticle *article, const char *key, const char *words)
{
  qm_typed_set (article->typed, key, words);
}
