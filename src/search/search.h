/* Finding charts, claims, entities and sources by what a reader types, in every language of the
 * dataset and of the program at once, whichever of them is in use.
 *
 * Every word typed has to be found in some text of a thing, in any order; query.h says when a word
 * is. What is found by whole words comes first, then by their start, then by their inside; where
 * that is equal, by a name before a title before a statement before the rest; then in the order of
 * QmSearchKind and of the dataset. Several words count more where they stand as they were typed. */
#pragma once

#include "base/fold.h"
#include "dataset/dataset.h"

typedef enum {
  QM_SEARCH_CHART,
  QM_SEARCH_ENTITY,
  QM_SEARCH_SOURCE,
  QM_SEARCH_VOICE, /* someone through whom a source knows a figure: "McKinsey" */
  QM_SEARCH_CLAIM,
} QmSearchKind;

/* What it is called: "Chart". Static storage, in the language in use. */
const char *qm_search_kind_get_name (QmSearchKind kind);

typedef struct _QmSearchIndex QmSearchIndex;

/* Something found. All pointers are borrowed from the index. */
typedef struct {
  QmSearchKind kind;
  const QmEntity *entity; /* NULL for the other kinds */
  const QmSource *source;
  const QmText *voice;

  /* What it leads to, in the dataset's order. A chart: itself, and no claims. A claim: itself, and
   * the charts that show it. An entity: the claims about it or a part of it, also those that
   * compare it. A source or voice: the claims that come from it, computed ones with them. */
  const GPtrArray *charts; /* element const QmChart * */
  const GPtrArray *claims; /* element const QmClaim * */
  const QmChart *chart;    /* the first of charts; NULL where no chart shows it */
  const QmClaim *claim;    /* the first of claims on chart, else the first; NULL for a chart */

  /* In the language in use; but where the words are found in neither, detail is the text in which
   * they are, whatever its language. */
  char *title, *detail;
  GArray *title_marks, *detail_marks; /* element QmSpan: the words that were typed */
} QmSearchResult;

/* Reads all of the dataset's texts and words all of its figures: for 10,000 claims that takes a
 * moment, so not to be called before it is needed. */
QmSearchIndex *qm_search_index_new (QmDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
void qm_search_index_free (QmSearchIndex *index); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmSearchIndex, qm_search_index_free)

/* The best results for what was typed, which is UTF-8, at most limit of them; n_found, which may be
 * NULL, becomes the number of all. Nothing is found by a text without words. Element
 * QmSearchResult; free with g_ptr_array_unref(), before the index. */
GPtrArray *qm_search (const QmSearchIndex *index, const char *typed, guint limit,
                      guint *n_found) G_GNUC_WARN_UNUSED_RESULT;
