#include "app/pages/source-row.h"

#include "chart/words/wording.h"
#include "search/claim-words.h"
#include "search/query.h"

#include <string.h>

struct _QmSourceRow {
  GObject parent_instance;

  QmDataset *dataset; /* a reference */
  QmSourceRowKind kind;
  const QmSource *source;
  const QmText *via;    /* NULL: the source itself */
  const QmClaim *claim; /* NULL for a heading */
  GString *places;      /* of a claim: "¶3, ¶4" */
  GPtrArray *claims;    /* of a heading: the rows (QmSourceRow) under it; owned */
  guint n_claims;
  QmFolded text; /* made when it is first asked for */
};

G_DEFINE_FINAL_TYPE (QmSourceRow, qm_source_row, G_TYPE_OBJECT)

/* --- Building the rows --- */

/* What has been found of a source. */
typedef struct {
  QmSourceRow *heading;
  GPtrArray *voices; /* headings (QmSourceRow); the first is the source itself, and not shown */
  GHashTable *voices_by_words;
} Found;

static QmSourceRow *
create_row (QmDataset *dataset, QmSourceRowKind kind, const QmSource *source, const QmText *via)
{
  QmSourceRow *row = g_object_new (QM_TYPE_SOURCE_ROW, NULL);

  row->dataset = qm_dataset_ref (dataset);
  row->kind = kind;
  row->source = source;
  row->via = via;
  if (kind != QM_SOURCE_ROW_CLAIM)
    row->claims = g_ptr_array_new_with_free_func (g_object_unref);
  return row;
}

static void
init_found (Found *found, QmDataset *dataset, const QmSource *source)
{
  found->heading = create_row (dataset, QM_SOURCE_ROW_SOURCE, source, NULL);
  found->voices = g_ptr_array_new_with_free_func (g_object_unref);
  found->voices_by_words = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (found->voices, create_row (dataset, QM_SOURCE_ROW_VOICE, source, NULL));
}

static void
clear_found (gpointer data)
{
  Found *found = data;

  g_object_unref (found->heading);
  g_ptr_array_unref (found->voices);
  g_hash_table_unref (found->voices_by_words);
}

static QmSourceRow *
find_voice (Found *found, QmDataset *dataset, const QmCitation *citation)
{
  const char *words = qm_text_get (citation->via);
  QmSourceRow *voice;

  if (words == NULL)
    return found->voices->pdata[0];
  voice = g_hash_table_lookup (found->voices_by_words, words);
  if (voice == NULL) {
    voice = create_row (dataset, QM_SOURCE_ROW_VOICE, citation->source, citation->via);
    g_ptr_array_add (found->voices, voice);
    g_hash_table_insert (found->voices_by_words, (gpointer) words, voice);
  }
  return voice;
}

/* Claims come one after the other: the row of this one is the last there is, or there is none. */
static QmSourceRow *
last_row_of (const GPtrArray *rows, const QmClaim *claim)
{
  QmSourceRow *last = rows->len > 0 ? rows->pdata[rows->len - 1] : NULL;

  return last != NULL && last->claim == claim ? last : NULL;
}

static void
add_citation (Found *found, QmDataset *dataset, const QmClaim *claim, const QmCitation *citation)
{
  QmSourceRow *voice = find_voice (found, dataset, citation);
  QmSourceRow *row = last_row_of (voice->claims, claim);

  found->heading->n_claims += last_row_of (found->heading->claims, claim) == NULL;
  if (row == NULL) {
    row = create_row (dataset, QM_SOURCE_ROW_CLAIM, citation->source, citation->via);
    row->claim = claim;
    row->places = g_string_new (NULL);
    g_ptr_array_add (voice->claims, row);
    g_ptr_array_add (found->heading->claims, g_object_ref (row));
    voice->n_claims++;
  }
  if (citation->at != NULL)
    g_string_append_printf (row->places, "%s%s", row->places->len > 0 ? ", " : "",
                            qm_text_get (citation->at));
}

static void
list_found (GListStore *list, const Found *found)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  g_ptr_array_add (rows, found->heading);
  for (guint i = 0; i < found->voices->len; i++) {
    QmSourceRow *voice = found->voices->pdata[i];

    if (i > 0)
      g_ptr_array_add (rows, voice);
    for (guint j = 0; j < voice->claims->len; j++)
      g_ptr_array_add (rows, voice->claims->pdata[j]);
  }
  g_list_store_splice (list, g_list_model_get_n_items (G_LIST_MODEL (list)), 0, rows->pdata,
                       rows->len);
}

GListModel *
qm_source_row_list (QmDataset *dataset)
{
  GListStore *list = g_list_store_new (QM_TYPE_SOURCE_ROW);
  g_autofree Found *found = g_new0 (Found, dataset->n_sources);

  for (gsize i = 0; i < dataset->n_sources; i++)
    init_found (&found[i], dataset, &dataset->sources[i]);
  for (gsize i = 0; i < dataset->n_claims; i++)
    for (gsize j = 0; j < dataset->claims[i].n_citations; j++) {
      const QmCitation *citation = &dataset->claims[i].citations[j];

      add_citation (&found[citation->source - dataset->sources], dataset, &dataset->claims[i],
                    citation);
    }
  for (gsize i = 0; i < dataset->n_sources; i++) {
    list_found (list, &found[i]);
    clear_found (&found[i]);
  }
  return G_LIST_MODEL (list);
}

/* --- What a row tells --- */

QmSourceRowKind
qm_source_row_get_kind (QmSourceRow *self)
{
  g_return_val_if_fail (QM_IS_SOURCE_ROW (self), QM_SOURCE_ROW_SOURCE);

  return self->kind;
}

const QmSource *
qm_source_row_get_source (QmSourceRow *self)
{
  g_return_val_if_fail (QM_IS_SOURCE_ROW (self), NULL);

  return self->source;
}

const QmClaim *
qm_source_row_get_claim (QmSourceRow *self)
{
  g_return_val_if_fail (QM_IS_SOURCE_ROW (self), NULL);

  return self->claim;
}

guint
qm_source_row_get_n_claims (QmSourceRow *self)
{
  g_return_val_if_fail (QM_IS_SOURCE_ROW (self), 0);

  return self->n_claims;
}

static char *
word_voice (const QmSourceRow *self)
{
  return qm_wording_place (&(QmCitation) { .source = self->source, .via = self->via });
}

char *
qm_source_row_get_title (QmSourceRow *self)
{
  g_return_val_if_fail (QM_IS_SOURCE_ROW (self), NULL);

  switch (self->kind) {
  case QM_SOURCE_ROW_SOURCE:
    return qm_wording_source (self->source);
  case QM_SOURCE_ROW_VOICE:
    return word_voice (self);
  case QM_SOURCE_ROW_CLAIM:
    return qm_wording_statement (self->claim);
  case QM_N_SOURCE_ROW_KINDS:
    break;
  }
  g_assert_not_reached ();
}

char *
qm_source_row_get_details (QmSourceRow *self)
{
  g_return_val_if_fail (QM_IS_SOURCE_ROW (self), NULL);

  switch (self->kind) {
  case QM_SOURCE_ROW_SOURCE:
    return qm_wording_source_details (self->source);
  case QM_SOURCE_ROW_CLAIM:
    return g_strdup (self->places->str);
  case QM_SOURCE_ROW_VOICE:
  case QM_N_SOURCE_ROW_KINDS:
    break;
  }
  return g_strdup ("");
}

/* --- Filtering --- */

static char *
word_source (const QmSource *source)
{
  g_autofree char *name = qm_wording_source (source);
  g_autofree char *details = qm_wording_source_details (source);

  return g_strjoin ("\n", name, details, qm_wording_kind (source), source->url, NULL);
}

static char *
all_words (QmSourceRow *self)
{
  g_autofree char *source = word_source (self->source);
  g_autofree char *voice = word_voice (self);
  g_autofree char *claim = NULL;

  if (self->claim == NULL)
    return g_strjoin ("\n", source, voice, NULL);
  claim = qm_claim_words (self->claim, FALSE);
  return g_strjoin ("\n", source, voice, self->places->str, claim, NULL);
}

static gboolean
has_words (QmSourceRow *self, const GPtrArray *words)
{
  if (self->text.plain == NULL) {
    g_autofree char *text = all_words (self);

    self->text = qm_folded (text);
  }
  return qm_query_count (words, &self->text) == words->len;
}

gboolean
qm_source_row_matches (QmSourceRow *self, const GPtrArray *words)
{
  gboolean is_found = FALSE;

  g_return_val_if_fail (QM_IS_SOURCE_ROW (self), FALSE);

  if (words->len == 0)
    return TRUE;
  if (self->claims == NULL || self->claims->len == 0)
    return has_words (self, words);
  for (guint i = 0; i < self->claims->len && !is_found; i++)
    is_found = has_words (self->claims->pdata[i], words);
  return is_found;
}

/* --- The object --- */

static void
qm_source_row_finalize (GObject *object)
{
  QmSourceRow *self = QM_SOURCE_ROW (object);

  if (self->places != NULL)
    g_string_free (self->places, TRUE);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  qm_folded_clear (&self->text);
  qm_dataset_unref (self->dataset);
  G_OBJECT_CLASS (qm_source_row_parent_class)->finalize (object);
}

static void
qm_source_row_class_init (QmSourceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qm_source_row_finalize;
}

static void
qm_source_row_init (QmSourceRow *self G_GNUC_UNUSED)
{
}
