/* What the files share that read and write a view's JSON. */
#pragma once

#include "chart/view/view-offers.h"

#include <cjson/cJSON.h>

G_BEGIN_DECLS

typedef struct {
  const QmDataset *dataset;
  const QmChart *chart; /* NULL: not known, and whatever the dataset has is taken */
  QmViewOffers offers;  /* of chart, where that is known */
  QmView view;
  gboolean is_lenient; /* what cannot be taken is left out */
} QmViewReading;

/* Sets error to that sentence. Returns FALSE. */
gboolean qm_view_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The member's text, or NULL, with error set, where it is none. */
const char *qm_view_get_text (const cJSON *member, GError **error);

/* The words for QmViewOrder. */
extern const char *const qm_view_orders[QM_ORDERED_BY_NAME + 1];

typedef struct {
  const char *key;
  gboolean (*read) (QmViewReading *reading, const cJSON *member, GError **error);
} QmViewChoice;

#define QM_N_VIEW_CHOICES 9

/* In the order in which they are read, after the chart is known. */
extern const QmViewChoice qm_view_choices[QM_N_VIEW_CHOICES];

G_END_DECLS
