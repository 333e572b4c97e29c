/* What a session shows, as the evidence lists it. Claims are the dataset's own, also where a view
 * shows something computed from them. */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

/* The claims that a pane shows, each once, in the order of the chart. Element (const QmClaim *). */
GPtrArray *qm_shown_claims (QmSession *session, guint pane) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  const QmSource *source;
  guint n_claims; /* of the dataset, that cite it */
  guint n_here;   /* of those that are shown */
} QmShownSource;

/* The sources of what all panes show and of the claim that is selected, by their numbers. Element
 * QmShownSource. */
GArray *qm_shown_sources (QmSession *session) G_GNUC_WARN_UNUSED_RESULT;

typedef enum {
  QM_SHOWN,
  QM_SHOWN_ELSEWHERE,   /* in a chart that is not in front */
  QM_SHOWN_NOT_BY_VIEW, /* the chart in front has it, but its view leaves it out */
  QM_SHOWN_NOWHERE,     /* no chart has it */
} QmShown;

/* Where a claim is to be seen. */
QmShown qm_shown_where (QmSession *session, const QmClaim *claim);

G_END_DECLS
