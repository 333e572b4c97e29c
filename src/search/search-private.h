/* What is in an index: everything that can be found, and the texts by which it is. */
#pragma once

#include "search/search.h"

/* A text and its fold, however many things it belongs to. */
typedef struct {
  const char *words;
  QmFolded folded;
} QmSearchText;

/* How much a text says of the thing it belongs to, the most last. */
typedef enum {
  QM_WEIGHT_REST,
  QM_WEIGHT_STATEMENT,
  QM_WEIGHT_TITLE,
  QM_WEIGHT_NAME,
  QM_N_WEIGHTS
} QmWeight;

/* A text of a thing. */
typedef struct {
  guint item, text; /* positions in the index */
  guint order;      /* among the fields as they were added */
  QmWeight weight;
  gboolean is_for_machines; /* not to be shown */
} QmSearchField;

typedef struct {
  QmSearchKind kind;
  gconstpointer thing; /* QmChart, QmEntity, QmSource, QmText or QmClaim, by kind */
  GPtrArray *charts;   /* this and the next as in a result */
  GPtrArray *claims;
  const QmClaim *claim;
  guint first_field, n_fields;
} QmSearchItem;

struct _QmSearchIndex {
  QmDataset *dataset;
  GArray *items;  /* element QmSearchItem: charts, entities, sources, voices, claims */
  GArray *fields; /* element QmSearchField, by item */
  GArray *texts;  /* element QmSearchText */
  GHashTable *texts_by_words;
  GStringChunk *words; /* those that are not the dataset's own */
  GHashTable *voices;  /* a via's words → its item's position */
  guint first_entity, first_source, first_claim;
};

static inline QmSearchItem *
qm_search_index_item (const QmSearchIndex *index, guint i)
{
  return &g_array_index (index->items, QmSearchItem, i);
}

static inline const QmSearchText *
qm_search_index_text (const QmSearchIndex *index, guint i)
{
  return &g_array_index (index->texts, QmSearchText, i);
}

/* The i-th of the item's fields. */
static inline const QmSearchField *
qm_search_index_field (const QmSearchIndex *index, const QmSearchItem *item, guint i)
{
  return &g_array_index (index->fields, QmSearchField, item->first_field + i);
}

/* --- claim-words.c --- */

/* Where a text comes from. */
typedef enum {
  QM_WORDS_OF_DATASET,   /* it stays as long as the dataset */
  QM_WORDS_MADE,         /* it is gone after the call, as the next is */
  QM_WORDS_FOR_MACHINES, /* and not to be shown */
} QmWordsOrigin;

typedef void (*QmAddWords) (gpointer data, const char *words, QmWeight weight,
                            QmWordsOrigin origin);

/* Calls add for each text of the claim that is the same in all languages of the program, and for
 * those in the language in use. */
void qm_search_add_words (const QmClaim *claim, QmAddWords add, gpointer data);
void qm_search_add_words_in_use (const QmClaim *claim, QmAddWords add, gpointer data);

/* --- leads.c --- */

/* Fills the charts and claims of an index that has all its items. */
void qm_search_index_lead (QmSearchIndex *index);

/* --- result.c --- */

/* words (element QmQueryWord) are those that the item was found by. */
QmSearchResult *qm_search_result_new (const QmSearchIndex *index, const QmSearchItem *item,
                                      const GPtrArray *words) G_GNUC_WARN_UNUSED_RESULT;
void qm_search_result_free (QmSearchResult *result);
