/* What there is to choose of a chart, and among what: for the controls of the window, and for
 * whoever reads a view. */
#pragma once

#include "chart/view/view.h"

typedef struct _QmViewOffers {
  GPtrArray *measures;     /* const QmMeasure *, in the dataset's order; empty for fewer than two */
  GPtrArray *relative_to;  /* const QmEntity *, in the dataset's order */
  GPtrArray *entities;     /* const QmEntity *: those that can be hidden, in the dataset's order */
  gboolean has_log;        /* a logarithmic scale, where qm_view_can_be_log() has no objection */
  gboolean has_order;      /* QmViewOrder */
  gboolean has_superseded; /* figures that are superseded and can be shown beside the others */
  QmDate year_from, year_to; /* between which lines can be read off; no dates: they cannot */
  gboolean has_months;       /* some of the figures on those lines are of a month or a day */
  QmDate from, to;           /* the whole of a time axis, in years, of which a part can be shown; no
                                dates: it cannot */
  QmView author;             /* what of all that the author chose: qm_author_view() */
} QmViewOffers;

/* Of a chart of a dataset. (unowned: it lives as long as that) */
const QmViewOffers *qm_view_offers (const QmChart *chart);

/* Puts elements of a dataset's array that were offered in its order, each once. */
void qm_view_offers_tidy (GPtrArray *offered);
