/* A figure of a text while it is read: which tokens it is, how exact it is and which range. */
#pragma once

#include "dataset/quantity.h"
#include "extraction/amount.h"

/* How far, in tokens, a word still says that a figure rose or fell. */
#define QM_FIGURE_REACH_OF_CHANGE 5

typedef struct {
  QmAmount amount;   /* the second one of a range */
  double from;       /* the beginning of a range, or NAN */
  gsize first, last; /* tokens, from first up to but not including last */
  QmPrecision precision;
  gboolean is_word; /* a phrase of its own, which neither begins nor ends another */
} QmFigure;

/* The figures of one paragraph, as far as they are read. */
typedef struct {
  const QmLexicon *lexicon;
  QmNumberStyle style;
  const QmTokens *tokens;
  gboolean *is_taken; /* the tokens that are no figures, or belong to one already */
  GArray *figures;    /* QmFigure */
  GArray *times;      /* QmTime */
  guint8 *marks;      /* of each token, what subject.h knows of it; NULL until it does */
} QmFigureReader;

static inline const QmLexeme *
match (const QmFigureReader *reader, gsize i, QmRole role, gsize *n)
{
  return qm_lexicon_match (reader->tokens, i, role, n);
}

static inline const QmLexeme *
match_before (const QmFigureReader *reader, gsize end, QmRole role, gsize *n)
{
  return qm_lexicon_match_before (reader->tokens, end, role, n);
}

/* Reads all of them, and the times, of a reader that has lexicon, style and tokens; what it fills
 * is to be freed with qm_figure_clear(). */
void qm_figure_read_all (QmFigureReader *reader);
void qm_figure_clear (QmFigureReader *reader);

/* --- figure-parts.c --- */

/* One more, of a reader that is reading. */
void qm_figure_add (QmFigureReader *reader, const QmFigure *figure);

/* Reads a part of a whole that begins at token i and is more than a fraction: "one in five", "cứ ba
 * hộ thì có một hộ", "nearly a quarter". FALSE where none does. */
gboolean qm_figure_read_part (QmFigureReader *reader, gsize i);

/* "half a mile", "quarter-point", "a quarter of a percentage point". FALSE where none begins. */
gboolean qm_figure_read_part_of_unit (QmFigureReader *reader, gsize i);

/* "three to one", "1 chọi 7": the end of a ratio, which is no figure; i where none begins. */
gsize qm_figure_end_of_ratio (const QmFigureReader *reader, gsize i);

/* "children under 5", "adults aged 65 and over": it says who is counted, and is no figure. */
gboolean qm_figure_is_age (const QmFigureReader *reader, const QmFigure *figure);

/* --- figure-bounds.c --- */

/* Of money: its unit is an ISO 4217 code. */
gboolean qm_figure_is_money (const QmFigure *figure);

/* How exactly the words around it say it; they are the figure's own then. */
void qm_figure_read_precision (const QmFigureReader *reader, QmFigure *figure);

/* Gives each figure of a list what only the last one says: "10, 20 and 30 per cent". */
void qm_figure_share_units (QmFigureReader *reader);

/* FALSE, and no change, where it begins no range. */
gboolean qm_figure_read_range (const QmFigureReader *reader, QmFigure *figure);
