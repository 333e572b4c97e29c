/* What a session shows, as the evidence lists it. Claims are the dataset's own, also where a view
 * shows something computed from them. */
#pragma once

#include "app/session/session.h"

/* Worked out once for all that is asked of it. Elements const QmClaim *, each once. */
typedef struct {
  QmSession *session;  /* (unowned) */
  GPtrArray *in_front; /* what the pane in front shows, in the order of the chart */
  GPtrArray *in_all;   /* what all panes show, though charts may share it */
} QmShownClaims;

QmShownClaims qm_shown_claims (QmSession *session) G_GNUC_WARN_UNUSED_RESULT;

void qm_shown_claims_clear (QmShownClaims *shown);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmShownClaims, qm_shown_claims_clear)

typedef struct {
  const QmSource *source;
  guint n_claims; /* of the dataset, that cite it */
  guint n_here;   /* of those that are shown */
} QmShownSource;

/* The sources of what all panes show and of the claim that is selected, by their numbers. Element
 * QmShownSource. */
GArray *qm_shown_sources (const QmShownClaims *shown) G_GNUC_WARN_UNUSED_RESULT;

typedef enum {
  QM_SHOWN,
  QM_SHOWN_ELSEWHERE,   /* in a chart that is not in front */
  QM_SHOWN_NOT_BY_VIEW, /* the chart in front has it, but its view leaves it out */
  QM_SHOWN_NOWHERE,     /* no chart has it */
} QmShown;

/* Where a claim is to be seen. */
QmShown qm_shown_where (const QmShownClaims *shown, const QmClaim *claim);
