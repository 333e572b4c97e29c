#include "extraction/figure.h"

#include "extraction/times.h"

#include <math.h>
#include <string.h>

/* "ba trong số năm cây cầu" */
static gboolean
is_out_of (const QmFigureReader *reader, gsize i)
{
  QmNumber whole;

  return qm_tokens_is (reader->tokens, i, "trong") && qm_tokens_is (reader->tokens, i + 1, "số") &&
         qm_tokens_continues (reader->tokens, i + 2) &&
         qm_number_read (reader->style, reader->tokens, i + 2, FALSE, &whole);
}

/* "a one-year deal" */
static gboolean
is_one_unit (const QmFigureReader *reader, const QmAmount *amount)
{
  return qm_tokens_is (reader->tokens, amount->unit_first - 1, "-") &&
         match (reader, amount->unit_first, QM_ROLE_UNIT, NULL) != NULL;
}

/* "one" and its like, and "năm" in Vietnamese, count only what can be counted. */
static gboolean
is_count_in_words (const QmFigureReader *reader, const QmAmount *amount)
{
  gsize last = amount->number + amount->numeral.n_tokens;
  const QmLexeme *bar = match_before (reader, amount->number, QM_ROLE_NO_COUNT, NULL);

  if (amount->numeral.is_written || amount->numeral.has_scale || amount->numeral.is_part)
    return TRUE;
  if (!reader->lexicon->has_plurals)
    return bar == NULL && amount->numeral.value > 1 && qm_tokens_continues (reader->tokens, last) &&
           (amount->numeral.n_tokens > 1 || is_out_of (reader, last) ||
            match (reader, last, QM_ROLE_COUNTED, NULL) != NULL);
  if (amount->numeral.value != 1)
    return TRUE;
  return (bar == NULL || is_one_unit (reader, amount)) && amount->unit_first < amount->unit_last;
}

/* "one of the best speakers": what is counted stands after the article, and, as in "one of the two
 * speakers", after a figure of its own. */
static void
read_one_of (const QmFigureReader *reader, QmAmount *amount)
{
  gsize i = amount->number + 1;

  if (amount->numeral.value != 1 || amount->numeral.is_written ||
      !qm_tokens_is (reader->tokens, i, "of"))
    return;
  if (qm_tokens_is_any (reader->tokens, i + 1,
                        "the|my|his|her|its|our|their|your|those|these|several|many")) {
    gsize n = 0, begin = i + 2;

    if (match (reader, begin, QM_ROLE_NUMBER, &n) != NULL &&
        qm_tokens_is (reader->tokens, begin + n, "-"))
      n = 0;
    qm_amount_read_unit (reader->lexicon, reader->tokens, begin + n, FALSE, amount);
    if (n > 0)
      amount->last = i;
  }
}

/* "hundreds of", "gấp đôi", "half of": a figure in one phrase. */
static gsize
read_phrase (QmFigureReader *reader, gsize i)
{
  static const QmRole roles[] = { QM_ROLE_MANY, QM_ROLE_TIMES, QM_ROLE_PART_OF };
  const QmLexeme *found = NULL;
  QmRole role = QM_ROLE_MANY;
  gsize n = 0;
  QmFigure figure = { .from = NAN, .is_word = TRUE };

  for (gsize k = 0; k < G_N_ELEMENTS (roles) && found == NULL; k++) {
    role = roles[k];
    found = match (reader, i, role, &n);
  }
  /* "double-digit", "double the 120 decibels", "by half a point" */
  if (found == NULL || qm_tokens_is (reader->tokens, i + n, "-") ||
      qm_tokens_has (reader->tokens, i + n, QM_TOKEN_NUMBER) ||
      (role == QM_ROLE_PART_OF && qm_tokens_is (reader->tokens, i + n - 1, "half") &&
       match (reader, i + n, QM_ROLE_ARTICLE, NULL) != NULL))
    return 0;
  figure.first = i;
  figure.last = i + n;
  figure.amount = (QmAmount) { .first = i, .number = i, .last = i + n };
  figure.amount.numeral.other_value = NAN;
  figure.amount.numeral.value = found->value;
  figure.amount.unit_first = figure.amount.unit_last = i + n;
  figure.amount.unit = role == QM_ROLE_TIMES ? "times" : NULL;
  if (role == QM_ROLE_MANY) {
    qm_amount_read_unit (reader->lexicon, reader->tokens, i + n, FALSE, &figure.amount);
    /* "Tens of thousands fled", "Dozens were hurt" */
    if (figure.amount.unit_first == figure.amount.unit_last && n < 3 &&
        !reader->tokens->items[i].is_first)
      return 0;
    figure.from = found->value;
    figure.amount.numeral.value = 10 * found->value;
    figure.precision = QM_BETWEEN;
    figure.last = figure.amount.last;
  } else {
    qm_figure_read_precision (reader, &figure);
  }
  qm_figure_add (reader, &figure);
  return figure.last - i;
}

/* Where an ordinal is one, the place may be a word, or end in "th". The end of it; i: there is
 * none.
 */
static gsize
read_place (QmFigureReader *reader, gsize i, gboolean is_ordinal, QmNumber *numeral)
{
  const QmLexeme *word = is_ordinal ? match (reader, i, QM_ROLE_ORDINAL, NULL) : NULL;

  if (word != NULL) {
    *numeral = (QmNumber) { .value = word->value, .other_value = NAN };
    return i + 1;
  }
  if (!qm_number_read (reader->style, reader->tokens, i, FALSE, numeral) || !numeral->is_plain ||
      numeral->value > 500)
    return i;
  if (is_ordinal && qm_tokens_is_glued (reader->tokens, i + 1) &&
      qm_tokens_has (reader->tokens, i + 1, QM_TOKEN_WORD))
    return i + 2;
  /* "thứ 44/133" */
  return qm_tokens_is (reader->tokens, i + 1, "/") && qm_tokens_is_glued (reader->tokens, i + 1) &&
                 qm_tokens_has (reader->tokens, i + 2, QM_TOKEN_NUMBER)
             ? i + 3
             : i + 1;
}

/* "vị trí thứ 17", "ranked 10th", "ranks third"; no "dân số 45", no "phiên thứ 9 liên tiếp". */
static gboolean
read_rank (QmFigureReader *reader, gsize i)
{
  QmFigure figure = { .from = NAN };
  gsize n;
  const QmLexeme *rank = match_before (reader, i, QM_ROLE_RANK, &n);
  gsize end = rank != NULL ? read_place (reader, i, rank->value > 0, &figure.amount.numeral) : i;

  if (end == i || match_before (reader, i, QM_ROLE_THING, NULL) != NULL)
    return FALSE;
  if (qm_tokens_is (reader->tokens, end, "liên"))
    return TRUE;
  figure.first = i - n;
  figure.last = end;
  figure.amount.unit = "rank";
  figure.amount.number = figure.amount.first = i;
  figure.amount.last = figure.amount.unit_first = figure.amount.unit_last = end;
  qm_figure_add (reader, &figure);
  return TRUE;
}

/* "4 minutes 15 seconds 55", "2 giờ 15": the rest of a time that was stopped. */
static gboolean
is_rest_of_time (const QmFigureReader *reader, const QmFigure *figure)
{
  static const char *const units[] = { "hour", "minute", "second", NULL };
  const QmFigure *before = reader->figures->len > 0 ? &g_array_index (reader->figures, QmFigure,
                                                                      reader->figures->len - 1)
                                                    : NULL;

  if (before == NULL || before->last != figure->first || !figure->amount.numeral.is_plain ||
      figure->amount.unit_first < figure->amount.unit_last || figure->amount.numeral.value >= 1000)
    return FALSE;
  return before->amount.unit != NULL && g_strv_contains (units, before->amount.unit);
}

static gsize
read_figure (QmFigureReader *reader, gsize i)
{
  QmFigure figure = { .from = NAN };
  gsize n;

  n = qm_figure_end_of_ratio (reader, i) - i;
  if (n > 0)
    return n;
  if (qm_figure_read_part_of_unit (reader, i))
    return 1;
  n = read_phrase (reader, i);
  if (n > 0)
    return n;
  if (read_rank (reader, i) || qm_figure_read_part (reader, i))
    return 1;
  if (!qm_amount_read (reader->lexicon, reader->style, reader->tokens, i, &figure.amount) ||
      reader->is_taken[figure.amount.number])
    return 0;
  read_one_of (reader, &figure.amount);
  if (is_out_of (reader, figure.amount.unit_first))
    figure.amount.last = figure.amount.unit_last = figure.amount.unit_first;
  figure.first = figure.amount.first;
  figure.last = figure.amount.last;
  if (!qm_figure_read_range (reader, &figure) && !is_count_in_words (reader, &figure.amount))
    return figure.amount.numeral.n_tokens;
  n = figure.last - i;
  qm_figure_read_precision (reader, &figure);
  if (!isnan (figure.from))
    figure.precision = QM_BETWEEN;
  if (!qm_figure_is_age (reader, &figure) && !is_rest_of_time (reader, &figure))
    qm_figure_add (reader, &figure);
  return MAX (n, 1);
}

gboolean
qm_figure_is_money (const QmFigure *figure)
{
  const char *unit = figure->amount.unit;

  return unit != NULL && strlen (unit) == 3 && g_ascii_isupper (unit[0]);
}

void
qm_figure_clear (QmFigureReader *reader)
{
  g_clear_pointer (&reader->figures, g_array_unref);
  g_clear_pointer (&reader->times, g_array_unref);
  g_clear_pointer (&reader->is_taken, g_free);
  g_clear_pointer (&reader->marks, g_free);
}

void
qm_figure_read_all (QmFigureReader *reader)
{
  reader->is_taken = g_new0 (gboolean, reader->tokens->n + 1);
  reader->figures = g_array_new (FALSE, FALSE, sizeof (QmFigure));
  reader->times = qm_times_take (reader->lexicon, reader->tokens, reader->is_taken);
  for (gsize i = 0, n = 1; i < reader->tokens->n; i += MAX (n, 1))
    n = reader->is_taken[i] ? 1 : read_figure (reader, i);
  qm_figure_share_units (reader);
}
