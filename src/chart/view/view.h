/* What a reader chooses to see of a chart: one value, which view-json.h writes as short JSON. What
 * there is to choose of a chart says view-offers.h; what is left to draw of it says viewed.h.
 *
 * All zero is qm_view_default. A view borrows entities, measures and claims of its chart's dataset
 * and owns the rest: copy it by qm_view_copy(), not by assignment. */
#pragma once

#include "dataset/dataset.h"

#include <gio/gio.h>

/* The order of a panel's figures, where it is not the dataset's. */
typedef enum {
  QM_ORDERED_AS_GIVEN,
  QM_ORDERED_LARGEST_FIRST,
  QM_ORDERED_SMALLEST_FIRST,
  QM_ORDERED_BY_NAME,
} QmViewOrder;

/* A note at a mark: the reader's own, or the author's. */
typedef struct {
  const QmClaim *claim; /* (unowned) */
  GStrv texts;        /* pairs of a language's code and the text in it, lines divided by "\n"; "" is
                         every language, and that of a reader's own */
  gboolean is_placed; /* by hand; else it stands where there is room */
  double across, down; /* where it is placed: from the middle of the mark to that of the note, in
                          parts of the picture's width and height */
} QmCallOut;

/* Characters and lines of a call-out, and call-outs of a view, at most. */
#define QM_CALL_OUT_LENGTH 240
#define QM_CALL_OUT_LINES 8
#define QM_MAX_CALL_OUTS 20

typedef struct {
  const QmMeasure *measure; /* (unowned) the only one that is shown; NULL: all */
  gboolean is_log;
  const QmEntity *relative_to; /* (unowned) whose figures are 1: "China = 1"; NULL: as they are */
  QmViewOrder order;
  GPtrArray *hidden;         /* const QmEntity *, in the dataset's order; NULL: none */
  const QmClaim *highlight;  /* (unowned) before which the others step back; NULL: none */
  GArray *call_outs;         /* QmCallOut, in the dataset's order of their claims; NULL: none */
  gboolean shows_superseded; /* figures that others have taken the place of */
  QmDate year;               /* at which lines are read off; no date: none */
  QmDate from, to;           /* the part of a time axis that is shown, each at its date's beginning;
                                no dates: all of it */
} QmView;

/* As the dataset has it. */
extern const QmView qm_view_default;

QmView qm_view_copy (const QmView *view) G_GNUC_WARN_UNUSED_RESULT;

/* Makes view a copy of other, which may be the same. */
void qm_view_set (QmView *view, const QmView *other);

/* Makes view qm_view_default. */
void qm_view_clear (QmView *view);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmView, qm_view_clear)

/* --- Entities --- */

gboolean qm_view_is_hidden (const QmView *view, const QmEntity *entity);

/* Whatever is left to see: qm_view_hide() of viewed.h asks for that. */
void qm_view_add_hidden (QmView *view, const QmEntity *entity);

void qm_view_show (QmView *view, const QmEntity *entity);

/* --- Time --- */

/* TRUE if the part of the time axis that is shown has that position, a year with its fraction, or
 * if that is NAN. */
gboolean qm_view_covers (const QmView *view, double time);

/* TRUE if it has anything of that span, which may be a single moment, or if that is NAN. */
gboolean qm_view_covers_span (const QmView *view, double from, double to);

/* --- Call-outs --- */

/* Its text in the language in use (base/language.h), else in English, else in the first there is.
 * (unowned) */
const char *qm_call_out_get_text (const QmCallOut *call_out);

/* The same; NULL where the claim has none. */
const char *qm_view_get_call_out (const QmView *view, const QmClaim *claim);

/* NULL takes it away; another text stays where the one before was placed. FALSE, with a sentence in
 * error and no change, for a text that is blank, too long, or not plain lines, and for one call-out
 * too many. */
gboolean qm_view_set_call_out (QmView *view, const QmClaim *claim, const char *text,
                               GError **error);

/* The same with a text for each of several languages, as pairs of a code and a text. */
gboolean qm_view_set_call_out_texts (QmView *view, const QmClaim *claim, const char *const *texts,
                                     GError **error);

/* Places the claim's call-out, if it has one, by that much from its mark (see QmCallOut), to a
 * thousandth and within the size of a picture. FALSE where either is no number. */
gboolean qm_view_place_call_out (QmView *view, const QmClaim *claim, double across, double down);
