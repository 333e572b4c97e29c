#include "extraction/figure.h"

#include <math.h>

/* How far, in tokens, "thì" may stand from "cứ". */
#define REACH_OF_THEN 8

void
qm_figure_add (QmFigureReader *reader, const QmFigure *figure)
{
  for (gsize i = figure->first; i < figure->last; i++)
    reader->is_taken[i] = TRUE;
  g_array_append_vals (reader->figures, figure, 1);
}

/* A whole number that counts by itself, in digits or words. */
static gboolean
read_whole (const QmFigureReader *reader, gsize i, QmNumber *numeral)
{
  return i < reader->tokens->n && !reader->is_taken[i] &&
         qm_number_read (reader->style, reader->tokens, i, FALSE, numeral) && !numeral->has_scale &&
         !numeral->is_part && numeral->value >= 1 &&
         fabs (numeral->value - round (numeral->value)) <= 0;
}

/* "One in five children", "9 out of 10 patients", "chín trên mười kiện"; not "five in 10 minutes".
 */
static gboolean
read_so_many_in (QmFigureReader *reader, gsize i)
{
  QmFigure figure = { .from = NAN };
  QmNumber part, whole;
  gsize joint, n = 0;

  if (!read_whole (reader, i, &part))
    return FALSE;
  joint = i + part.n_tokens;
  if (!reader->lexicon->has_plurals)
    n = qm_tokens_is (reader->tokens, joint, "trên") ? 1 : 0;
  else if (qm_tokens_is (reader->tokens, joint, "in"))
    n = qm_tokens_is (reader->tokens, joint + 1, "every") ? 2 : 1;
  else if (qm_tokens_is (reader->tokens, joint, "out") &&
           qm_tokens_is (reader->tokens, joint + 1, "of"))
    n = 2;
  if (n == 0 || !qm_tokens_continues (reader->tokens, joint + n) ||
      !read_whole (reader, joint + n, &whole) || part.value >= whole.value ||
      (whole.value > 10 && fmod (whole.value, 10) > 0))
    return FALSE;
  figure.first = i;
  figure.last = joint + n + whole.n_tokens;
  if (match (reader, figure.last, QM_ROLE_UNIT, NULL) != NULL)
    return FALSE;
  figure.amount = (QmAmount) { .first = i, .number = i, .last = figure.last };
  figure.amount.unit_first = figure.amount.unit_last = figure.last;
  figure.amount.numeral = (QmNumber) { .value = part.value / whole.value, .other_value = NAN };
  qm_amount_read_unit (reader->lexicon, reader->tokens, figure.last, FALSE, &figure.amount);
  figure.last = MAX (figure.last, figure.amount.last);
  qm_figure_read_precision (reader, &figure);
  qm_figure_add (reader, &figure);
  return TRUE;
}

/* A whole number in the tokens that follow, with what it counts. Its end, or i: none is there. */
static gsize
read_counted (const QmFigureReader *reader, gsize i, QmAmount *amount)
{
  if (!read_whole (reader, i, &amount->numeral))
    return i;
  amount->unit_first = amount->unit_last = amount->last = i + amount->numeral.n_tokens;
  qm_amount_read_unit (reader->lexicon, reader->tokens, amount->last, FALSE, amount);
  return amount->last;
}

/* "cứ ba hộ thì có một hộ": one in three of them. */
static gboolean
read_so_many_of (QmFigureReader *reader, gsize i)
{
  QmAmount whole = { 0 };
  QmNumber part;
  QmFigure figure = { .from = NAN, .is_word = TRUE };
  gsize begin = i + (qm_tokens_is (reader->tokens, i + 1, "mỗi") ? 2 : 1), end;

  if (!qm_tokens_is (reader->tokens, i, "cứ"))
    return FALSE;
  end = read_counted (reader, begin, &whole);
  while (end > begin && end < begin + REACH_OF_THEN &&
         qm_tokens_has (reader->tokens, end, QM_TOKEN_WORD) &&
         !qm_tokens_is (reader->tokens, end, "thì") && !qm_tokens_is (reader->tokens, end, "có"))
    end++;
  if (!qm_tokens_is (reader->tokens, end, "thì") && !qm_tokens_is (reader->tokens, end, "có"))
    return FALSE;
  begin = end + (qm_tokens_is (reader->tokens, end, "thì") ? 1 : 0);
  begin += qm_tokens_is (reader->tokens, begin, "có") ? 1 : 0;
  if (!read_whole (reader, begin, &part) || part.value >= whole.numeral.value ||
      match (reader, begin + part.n_tokens, QM_ROLE_UNIT, NULL) != NULL)
    return FALSE;
  figure.first = i;
  figure.last = begin + part.n_tokens;
  figure.amount = whole;
  figure.amount.numeral.value = part.value / whole.numeral.value;
  figure.amount.first = figure.amount.number = i;
  qm_figure_add (reader, &figure);
  return TRUE;
}

/* Says that the part after it is a figure: "nearly a quarter", "of which a third"; "within a
 * quarter" is a time. */
static gboolean
tells_part (const QmFigureReader *reader, gsize end)
{
  static const QmRole roles[] = { QM_ROLE_OVER, QM_ROLE_ABOUT, QM_ROLE_UNDER };

  if (qm_tokens_is_any (reader->tokens, end - 1, "which|whom|by"))
    return TRUE;
  for (gsize k = 0; k < G_N_ELEMENTS (roles); k++)
    if (qm_lexicon_match_before (reader->tokens, end, roles[k], NULL) != NULL)
      return !qm_tokens_is (reader->tokens, end - 1, "within");
  return FALSE;
}

/* "a third less" */
static gboolean
compares (const QmFigureReader *reader, gsize i)
{
  return qm_tokens_continues (reader->tokens, i) &&
         qm_tokens_is_any (reader->tokens, i, "less|more|fewer|lower|higher|cheaper");
}

/* Another word than one of those that end what is counted, or that say what it does. */
static gboolean
goes_on_with_noun (const QmFigureReader *reader, gsize i)
{
  return qm_tokens_continues (reader->tokens, i) &&
         qm_tokens_has (reader->tokens, i, QM_TOKEN_WORD) &&
         !g_str_has_suffix (reader->tokens->items[i].folded, "ed") &&
         match (reader, i, QM_ROLE_STOP, NULL) == NULL &&
         match (reader, i, QM_ROLE_VERB, NULL) == NULL;
}

/* "nearly a quarter in Peru", "of which a third went", "at least half by May": a part of what was
 * said before; "over a third time" is none. */
static gboolean
read_part_of_said (QmFigureReader *reader, gsize i)
{
  gsize end = i + (match (reader, i, QM_ROLE_ARTICLE, NULL) != NULL ? 2 : 1);
  QmFigure figure = { .from = NAN, .is_word = TRUE, .first = i, .last = end };
  const QmLexeme *part = match (reader, end - 1, QM_ROLE_PART, NULL);

  if (part == NULL || (end == i + 1 && !qm_tokens_is (reader->tokens, i, "half")) ||
      (!compares (reader, end) && (!tells_part (reader, i) || goes_on_with_noun (reader, end))))
    return FALSE;
  figure.amount = (QmAmount) { .first = i, .number = i, .last = end };
  figure.amount.unit_first = figure.amount.unit_last = end;
  figure.amount.numeral = (QmNumber) { .value = part->value, .other_value = NAN };
  qm_figure_read_precision (reader, &figure);
  qm_figure_add (reader, &figure);
  return TRUE;
}

/* --- A part of a unit --- */

/* "half", "a quarter", "three quarters": its end; i where none begins. */
static gsize
end_of_part (const QmFigureReader *reader, gsize i, double *value)
{
  gsize n, begin = i + (match (reader, i, QM_ROLE_ARTICLE, NULL) != NULL ? 1 : 0);
  const QmLexeme *part = match (reader, begin, QM_ROLE_PART, &n);
  QmNumber numeral;

  if (part != NULL) {
    *value = part->value;
    return begin + n;
  }
  if (!qm_number_read (reader->style, reader->tokens, i, FALSE, &numeral) ||
      (!numeral.is_part && numeral.value >= 1))
    return i;
  *value = numeral.value;
  return i + numeral.n_tokens;
}

/* "a third to a half", "between a fifth and a quarter": two parts of the same, whatever it is.
 * FALSE where none begin. */
static gboolean
read_range_of_parts (QmFigureReader *reader, gsize i)
{
  QmFigure figure = { .from = NAN, .is_word = TRUE, .precision = QM_BETWEEN };
  double value = NAN;
  gsize joint = end_of_part (reader, i, &figure.from), end, n = 0, n_from = 0;

  /* "0.2-0.3 points" has a unit. */
  if (joint == i || match (reader, joint, QM_ROLE_TO, &n) == NULL ||
      (qm_tokens_has (reader->tokens, joint - 1, QM_TOKEN_NUMBER) &&
       !qm_tokens_is (reader->tokens, joint - 2, "/")))
    return FALSE;
  qm_lexicon_match_before (reader->tokens, i, QM_ROLE_FROM, &n_from);
  end = end_of_part (reader, joint + n, &value);
  if (end == joint + n || figure.from >= value || qm_tokens_is (reader->tokens, end, "-") ||
      (qm_tokens_is (reader->tokens, joint, "and") && n_from == 0))
    return FALSE;
  figure.first = i - n_from;
  figure.last = end;
  figure.amount = (QmAmount) { .first = i, .number = i, .last = end };
  figure.amount.unit_first = figure.amount.unit_last = end;
  figure.amount.numeral = (QmNumber) { .value = value, .other_value = NAN, .is_part = TRUE };
  qm_figure_add (reader, &figure);
  return TRUE;
}

/* "half a mile", "two thirds of an acre", "a quarter of a million", "quarter-point": where the unit
 * begins; i where it does not, as in "half-year results" and "a third a year". */
static gsize
begin_of_unit (const QmFigureReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;
  gboolean is_half = qm_tokens_is (tokens, i - 1, "half");
  gsize next = i + (qm_tokens_is (tokens, i, "of") ? 1 : 0);
  const QmLexeme *unit;

  if (qm_tokens_is (tokens, i, "-") && (is_half || qm_tokens_is (tokens, i - 1, "quarter"))) {
    unit = match (reader, i + 1, QM_ROLE_UNIT, NULL);
    return unit != NULL && g_strcmp0 (unit->unit, "year") != 0 &&
                   g_strcmp0 (unit->unit, "century") != 0 && g_strcmp0 (unit->unit, "day") != 0
               ? i + 1
               : i;
  }
  return (next > i || is_half) && match (reader, next, QM_ROLE_ARTICLE, NULL) != NULL &&
                 (match (reader, next + 1, QM_ROLE_UNIT, NULL) != NULL ||
                  match (reader, next + 1, QM_ROLE_SCALE, NULL) != NULL)
             ? next + 1
             : i;
}

gboolean
qm_figure_read_part_of_unit (QmFigureReader *reader, gsize i)
{
  QmFigure figure = { .from = NAN, .first = i };
  double value = 0;
  gsize end = end_of_part (reader, i, &value), unit = end > i ? begin_of_unit (reader, end) : end;

  if (unit == end)
    return FALSE;
  figure.amount = (QmAmount) { .first = i, .number = i };
  if (match (reader, unit, QM_ROLE_SCALE, NULL) != NULL) {
    qm_amount_read (reader->lexicon, reader->style, reader->tokens, unit - 1, &figure.amount);
    figure.amount.numeral.value *= value;
    figure.amount.first = figure.amount.number = i;
  } else {
    figure.amount.numeral = (QmNumber) { .value = value, .other_value = NAN };
    qm_amount_read_unit (reader->lexicon, reader->tokens, unit, FALSE, &figure.amount);
  }
  figure.last = figure.amount.last;
  qm_figure_read_precision (reader, &figure);
  qm_figure_add (reader, &figure);
  return TRUE;
}

/* --- Ratios --- */

/* "three to one", "7 to 2", "1 chọi 7": they count nothing. The end of it, or i where none is. */
gsize
qm_figure_end_of_ratio (const QmFigureReader *reader, gsize i)
{
  gboolean is_match;
  gsize end = i;
  QmNumber first, second;

  if (!read_whole (reader, i, &first))
    return i;
  end += first.n_tokens;
  is_match = qm_tokens_is (reader->tokens, end, "chọi");
  if ((!is_match && !qm_tokens_is (reader->tokens, end, "to")) ||
      !read_whole (reader, end + 1, &second) ||
      (!is_match && (second.value > 10 || second.value >= first.value)) ||
      match_before (reader, i, QM_ROLE_FROM, NULL) != NULL ||
      match_before (reader, i, QM_ROLE_DOWN, NULL) != NULL)
    return i;
  end += 1 + second.n_tokens;
  return qm_tokens_has (reader->tokens, end, QM_TOKEN_WORD) &&
                 match (reader, end, QM_ROLE_STOP, NULL) == NULL
             ? i
             : end;
}

gboolean
qm_figure_read_part (QmFigureReader *reader, gsize i)
{
  return read_so_many_in (reader, i) || read_so_many_of (reader, i) ||
         read_range_of_parts (reader, i) || read_part_of_said (reader, i);
}

/* --- Ages --- */

gboolean
qm_figure_is_age (const QmFigureReader *reader, const QmFigure *figure)
{
  gsize i = figure->first;

  if (i == 0 || figure->amount.unit != NULL || !figure->amount.numeral.is_plain ||
      figure->amount.numeral.value > 99 ||
      (figure->precision != QM_OVER && figure->precision != QM_UNDER))
    return FALSE;
  if (qm_tokens_is_any (
          reader->tokens, i - 1,
          "aged|adults|girls|boys|those|anyone|patients|pensioners|residents|drivers|pupils|them"))
    return TRUE;
  return match (reader, i - 1, QM_ROLE_PLURAL, NULL) != NULL &&
         qm_tokens_is_any (reader->tokens, i, "under|over");
}
