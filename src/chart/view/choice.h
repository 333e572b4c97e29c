/* One thing that a reader can choose of a chart, with all that the program does with it. Each is a
 * record in a file of its own, choice-….c; a new one is that file, a line in the list, the fields
 * of QmView and QmViewOffers that hold it, and its control. */
#pragma once

#include "chart/view/view.h"
#include "dataset/dataset.h"

#include <cjson/cJSON.h>

typedef struct _QmViewOffers QmViewOffers;
typedef struct _QmViewedChart QmViewedChart;

/* A view that is read from its JSON. */
typedef struct {
  const QmDataset *dataset;
  const QmChart *chart;       /* NULL: not known, and whatever the dataset has is taken */
  const QmViewOffers *offers; /* of chart; NULL where that is not known */
  QmView view;
  gboolean is_lenient; /* what cannot be taken is left out */
  gsize next_entity;   /* behind the one last found: in a list most follow each other */
} QmViewReading;

/* Any function is NULL where there is nothing to do. */
typedef struct {
  const char *key; /* its member of a view's JSON */
  gboolean (*read) (QmViewReading *reading, const cJSON *member, GError **error);
  /* The member; NULL where the view leaves it as the dataset has it. */
  cJSON *(*write) (const QmView *view);
  /* Adds to offers what there is to choose of the chart. */
  void (*offer) (QmViewOffers *offers, const QmChart *chart);
  /* FALSE if the claim is not to be seen. */
  gboolean (*shows) (const QmView *view, const QmClaim *claim);
  /* Changes claims, those of a panel of the dataset that are to be seen: element const QmClaim *.
   */
  void (*apply) (QmViewedChart *viewed, const QmPanel *panel, GPtrArray *claims);
  /* In words, for a subtitle; NULL where there is nothing to say. */
  char *(*tell) (const QmViewedChart *viewed);
  guint place; /* among what is told, each another, below QM_N_VIEW_CHOICES */
} QmChoice;

/* Its record is qm_choice_<name>. In the order in which they are read, written and applied. */
#define QM_CHOICES(CHOICE)                                                                         \
  CHOICE (superseded) /* before all that asks what is shown */                                     \
  CHOICE (measure)                                                                                 \
  CHOICE (scale)                                                                                   \
  CHOICE (relative_to)                                                                             \
  CHOICE (order)                                                                                   \
  CHOICE (hidden) /* after the measure: of both, something has to be left */                       \
  CHOICE (highlight)                                                                               \
  CHOICE (call_outs)                                                                               \
  CHOICE (year)                                                                                    \
  CHOICE (years)

#define QM_CHOICE_DECLARE(name) extern const QmChoice qm_choice_##name;
QM_CHOICES (QM_CHOICE_DECLARE)
#undef QM_CHOICE_DECLARE

#define QM_CHOICE_COUNT(name) +1
enum { QM_N_VIEW_CHOICES = 0 QM_CHOICES (QM_CHOICE_COUNT) };
#undef QM_CHOICE_COUNT

/* All of them, ended by NULL. */
extern const QmChoice *const qm_choices[];

/* --- For their reading --- */

/* Sets error to that sentence. Returns FALSE. */
gboolean qm_choice_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The member's text, or NULL, with error set, where it is none. */
const char *qm_choice_get_text (const cJSON *member, GError **error);

/* Whether the element is among those offered, or no chart is known. */
gboolean qm_choice_is_offered (const QmViewReading *reading, const GPtrArray *offered,
                               gconstpointer element);

/* What that id names; NULL, with error set, where the dataset, or the chart if one is known, has no
 * such thing. */
const QmEntity *qm_choice_find_entity (QmViewReading *reading, const char *key, const char *id,
                                       GError **error);
const QmClaim *qm_choice_find_claim (const QmViewReading *reading, const char *key, const char *id,
                                     GError **error);

/* Reads each element of a list or an object by itself: with leniency, those that can be. */
typedef gboolean (*QmReadElement) (QmViewReading *reading, const cJSON *element, const char *key,
                                   GError **error);
gboolean qm_choice_read_each (QmViewReading *reading, const cJSON *member, QmReadElement read_one,
                              GError **error);
