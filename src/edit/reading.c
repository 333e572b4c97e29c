#include "edit/reading.h"

#include "base/language.h"
#include "edit/anchor.h"
#include "edit/guess.h"
#include "extraction/findings.h"
#include "extraction/paragraphs.h"

#include <cjson/cJSON.h>
#include <string.h>

struct _QmReading {
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

QmReading *
qm_reading_new (const char *text)
{
  QmReading *reading = g_new0 (QmReading, 1);
  g_autoptr (QmParagraphs) paragraphs = NULL;

  reading->text = divide (text);
  paragraphs = qm_paragraphs_new (reading->text, qm_language_current ());
  reading->paragraphs = g_strdupv (paragraphs->texts);
  reading->findings = qm_findings_read (reading->text, qm_language_current ());
  reading->figures = g_array_new (FALSE, TRUE, sizeof (QmReadFigure));
  g_array_set_clear_func (reading->figures, figure_clear);
  for (guint i = 0; i < reading->findings->len; i++) {
    const QmFinding *finding = reading->findings->pdata[i];
    QmReadFigure figure = { finding->paragraph, finding->start, finding->end, QM_FIGURE_OPEN,
                            NULL };

    g_array_append_val (reading->figures, figure);
  }
  reading->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return reading;
}

void
qm_reading_free (QmReading *reading)
{
  if (reading == NULL)
    return;

  g_free (reading->text);
  g_strfreev (reading->paragraphs);
  g_ptr_array_unref (reading->findings);
  g_array_unref (reading->figures);
  g_free (reading->source);
  g_hash_table_unref (reading->typed);
  g_free (reading);
}

/* --- As JSON --- */

char *
qm_reading_to_json (const QmReading *reading)
{
  cJSON *json = cJSON_CreateObject (), *dismissed, *typed;
  GHashTableIter iter;
  gpointer key, words;
  char *printed, *text;

  cJSON_AddStringToObject (json, "text", reading->text);
  if (reading->source != NULL)
    cJSON_AddStringToObject (json, "source", reading->source);
  typed = cJSON_AddObjectToObject (json, "typed");
  g_hash_table_iter_init (&iter, reading->typed);
  while (g_hash_table_iter_next (&iter, &key, &words))
    cJSON_AddStringToObject (typed, key, words);
  dismissed = cJSON_AddArrayToObject (json, "dismissed");
  for (guint i = 0; i < reading->figures->len; i++)
    if (qm_reading_get (reading, i)->state == QM_FIGURE_DISMISSED)
      cJSON_AddItemToArray (dismissed, cJSON_CreateNumber (i));
  printed = cJSON_PrintUnformatted (json);
  text = g_strdup (printed);
  cJSON_free (printed);
  cJSON_Delete (json);
  return text;
}

static const char *
get_string (const cJSON *json, const char *key)
{
  return cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (json, key));
}

QmReading *
qm_reading_from_json (const char *text)
{
  cJSON *json = cJSON_Parse (text);
  const char *read = get_string (json, "text");
  QmReading *reading = read != NULL ? qm_reading_new (read) : NULL;
  const cJSON *child;

  if (reading != NULL) {
    qm_reading_set_source (reading, get_string (json, "source"));
    cJSON_ArrayForEach (child, cJSON_GetObjectItemCaseSensitive (json, "typed"))
      if (cJSON_IsString (child))
        qm_reading_set_typed (reading, child->string, child->valuestring);
    cJSON_ArrayForEach (child, cJSON_GetObjectItemCaseSensitive (json, "dismissed"))
      if (cJSON_IsNumber (child) && child->valueint >= 0 &&
          (gsize) child->valueint < qm_reading_count (reading))
        qm_reading_dismiss (reading, (gsize) child->valueint, TRUE);
  }
  cJSON_Delete (json);
  return reading;
}

/* --- Figures --- */

const char *const *
qm_reading_get_paragraphs (const QmReading *reading)
{
  return (const char *const *) reading->paragraphs;
}

gsize
qm_reading_count (const QmReading *reading)
{
  return reading->figures->len;
}

static QmReadFigure *
get (const QmReading *reading, gsize figure)
{
  return &g_array_index (reading->figures, QmReadFigure, figure);
}

const QmReadFigure *
qm_reading_get (const QmReading *reading, gsize figure)
{
  return get (reading, figure);
}

void
qm_reading_dismiss (QmReading *reading, gsize figure, gboolean is_dismissed)
{
  QmReadFigure *changed = get (reading, figure);

  if (changed->state != QM_FIGURE_CLAIM)
    changed->state = is_dismissed ? QM_FIGURE_DISMISSED : QM_FIGURE_OPEN;
}

/* The paragraph that the quotation is of: by its place, "¶4". */
static gsize
paragraph_of (const QmReading *reading, const QmCitation *citation)
{
  gsize n = g_strv_length (reading->paragraphs), paragraph;

  if (citation->at == NULL || !g_str_has_prefix (citation->at, "¶"))
    return 0;
  paragraph = (gsize) g_ascii_strtoull (citation->at + strlen ("¶"), NULL, 10);
  return paragraph <= n ? paragraph : 0;
}

static void
match_citation (QmReading *reading, const QmClaim *claim, const QmCitation *citation)
{
  const QmQuote *quote = &citation->quote;
  gsize paragraph = paragraph_of (reading, citation), start, end;

  if (g_strcmp0 (citation->source->id, reading->source) != 0 || quote->exact == NULL ||
      paragraph == 0 ||
      !qm_anchor_find (reading->paragraphs[paragraph - 1], quote->exact, quote->before,
                       quote->after, &start, &end))
    return;
  for (gsize i = 0; i < reading->figures->len; i++) {
    QmReadFigure *figure = get (reading, i);

    if (figure->paragraph != paragraph || figure->start != start)
      continue;
    figure->state = QM_FIGURE_CLAIM;
    g_free (figure->claim);
    figure->claim = g_strdup (claim->id);
  }
}

void
qm_reading_match (QmReading *reading, const QmDataset *dataset)
{
  for (gsize i = 0; i < reading->figures->len; i++) {
    QmReadFigure *figure = get (reading, i);

    g_clear_pointer (&figure->claim, g_free);
    if (figure->state == QM_FIGURE_CLAIM)
      figure->state = QM_FIGURE_OPEN;
  }
  for (gsize i = 0; dataset != NULL && i < dataset->n_claims; i++)
    for (gsize j = 0; j < dataset->claims[i].n_citations; j++)
      if (dataset->claims[i].derivation == NULL)
        match_citation (reading, &dataset->claims[i], &dataset->claims[i].citations[j]);
}

gsize
qm_reading_count_in (const QmReading *reading, QmFigureState state)
{
  gsize n = 0;

  for (gsize i = 0; i < reading->figures->len; i++)
    n += get (reading, i)->state == state;
  return n;
}

gsize
qm_reading_find_open (const QmReading *reading, gsize figure, int step)
{
  gsize n = reading->figures->len, i = figure;

  for (gsize k = 0; k < n; k++) {
    i = (i + (step < 0 ? n - 1 : 1)) % n;
    if (get (reading, i)->state == QM_FIGURE_OPEN)
      return i;
  }
  return figure;
}

QmGuesses
qm_reading_guess (const QmReading *reading, gsize figure, const QmDataset *dataset)
{
  const QmFinding *finding = reading->findings->pdata[figure];

  return qm_guess (finding, reading->paragraphs[finding->paragraph - 1], dataset);
}

/* --- The source --- */

const char *
qm_reading_get_source (const QmReading *reading)
{
  return reading->source;
}

void
qm_reading_set_source (QmReading *reading, const char *source)
{
  char *before = reading->source;

  reading->source = g_strdup (source);
  g_free (before);
}

const char *
qm_reading_get_typed (const QmReading *reading, const char *key)
{
  const char *words = g_hash_table_lookup (reading->typed, key);

  return words != NULL ? words : "";
}

void
qm_reading_set_typed (QmReading *reading, const char *key, const char *words)
{
  g_hash_table_replace (reading->typed, g_strdup (key), g_strdup (words));
}
