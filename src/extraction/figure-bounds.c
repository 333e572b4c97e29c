#include "extraction/figure.h"

#include <math.h>

/* How far, in tokens, a word still says that a number is an estimate. */
#define REACH_OF_ESTIMATE 10

/* ... or that two numbers are its two ends, up to the sign before it. */
#define REACH_OF_WAY 8

/* So many figures are a list of one kind: two may be of two. */
#define MIN_LIST 3

/* --- Precision --- */

/* The longest phrase right before token end says it: "no more than" is no "more than". One that
 * tells a difference, "chậm hơn 1/3", is no bound, nor is the "độ" of "mật độ". */
static QmPrecision
precision_before (const QmFigureReader *reader, gsize end, gsize *n)
{
  static const struct {
    QmRole role;
    QmPrecision precision;
  } roles[] = {
    { QM_ROLE_OVER, QM_OVER }, { QM_ROLE_UNDER, QM_UNDER }, { QM_ROLE_ABOUT, QM_ABOUT },
    { QM_ROLE_UP, QM_EXACT },  { QM_ROLE_DOWN, QM_EXACT },  { QM_ROLE_THING, QM_EXACT },
  };
  QmPrecision precision = QM_EXACT;

  *n = 0;
  for (gsize k = 0; k < G_N_ELEMENTS (roles); k++) {
    gsize length;

    /* "twice as much as two years ago" has its "as much" taken. */
    if (match_before (reader, end, roles[k].role, &length) != NULL && length > *n &&
        !reader->is_taken[end - length]) {
      precision = roles[k].precision;
      *n = length;
    }
  }
  return precision;
}

/* "50,000 plus 12,000 in costs", "20 plus a car" */
static gboolean
is_sum (const QmFigureReader *reader, gsize i)
{
  return (qm_tokens_is_any (reader->tokens, i, "plus|+")) &&
         (qm_tokens_has (reader->tokens, i + 1, QM_TOKEN_NUMBER) ||
          match (reader, i + 1, QM_ROLE_CURRENCY, NULL) != NULL ||
          match (reader, i + 1, QM_ROLE_ARTICLE, NULL) != NULL);
}

static QmPrecision
precision_after (const QmFigureReader *reader, gsize i, gsize *n)
{
  if (!qm_tokens_continues (reader->tokens, i) || is_sum (reader, i))
    return QM_EXACT;
  if (match (reader, i, QM_ROLE_OR_OVER, n) != NULL)
    return QM_OVER;
  return match (reader, i, QM_ROLE_OR_UNDER, n) != NULL ? QM_UNDER : QM_EXACT;
}

/* "more than 100 kilometers (60 miles)": what stands in brackets is the same figure again. */
static QmPrecision
precision_of_brackets (const QmFigureReader *reader, const QmFigure *figure)
{
  const QmFigure *before = reader->figures->len > 0 ? &g_array_index (reader->figures, QmFigure,
                                                                      reader->figures->len - 1)
                                                    : NULL;
  gboolean is_bracketed = before != NULL && before->last + 1 == figure->first &&
                          qm_tokens_is_any (reader->tokens, before->last, "(|/");

  return is_bracketed && (before->precision == QM_OVER || before->precision == QM_UNDER)
             ? before->precision
             : QM_EXACT;
}

static gboolean
is_estimated (const QmFigureReader *reader, gsize i)
{
  for (gsize k = 0; k < REACH_OF_ESTIMATE && i > k && qm_tokens_continues (reader->tokens, i - k);
       k++)
    if (match (reader, i - k - 1, QM_ROLE_ESTIMATE, NULL) != NULL)
      return TRUE;
  return FALSE;
}

/* "448 trên 455 đại biểu": out of so many. */
static gboolean
is_on (const QmFigureReader *reader, gsize end)
{
  return end > 1 && qm_tokens_is (reader->tokens, end - 1, "trên") &&
         qm_tokens_has (reader->tokens, end - 2, QM_TOKEN_NUMBER);
}

/* "flew over a 5-km lake" says where. */
static gboolean
is_place (const QmFigureReader *reader, const QmFigure *figure, gsize article)
{
  return figure->amount.numeral.is_written && article > 0 &&
         qm_tokens_is_any (reader->tokens, article - 1, "over|about|around|under|above|below");
}

/* "waited", "to wait", "could take": what is done, and small words such as "for". */
static gboolean
may_be_verb (const QmFigureReader *reader, gsize i)
{
  const char *word = reader->tokens->items[i].folded;

  return match (reader, i, QM_ROLE_STOP, NULL) != NULL ||
         match (reader, i, QM_ROLE_VERB, NULL) != NULL ||
         match (reader, i, QM_ROLE_LEVEL, NULL) != NULL || g_str_has_suffix (word, "ed") ||
         g_str_has_suffix (word, "ing") || qm_tokens_is (reader->tokens, i - 1, "to") ||
         match_before (reader, i, QM_ROLE_PROJECTED, NULL) != NULL;
}

/* "$3bn on roads over six years" says how long that took; after a verb, as in "had to wait over six
 * years", it is a bound. */
static gboolean
is_span (const QmFigureReader *reader, const QmFigure *figure)
{
  static const char *const units[] = { "day", "week", "month", "year", "decade", NULL };
  gsize over = figure->first - 1;

  if (figure->first < 2 || !qm_tokens_is (reader->tokens, over, "over") ||
      reader->figures->len == 0 || may_be_verb (reader, over - 1) ||
      g_array_index (reader->figures, QmFigure, reader->figures->len - 1).first <
          reader->tokens->items[over].sentence)
    return FALSE;
  return figure->amount.unit != NULL && g_strv_contains (units, figure->amount.unit);
}

void
qm_figure_read_precision (const QmFigureReader *reader, QmFigure *figure)
{
  gsize n = 0, n_article = 0, end = figure->first;

  /* "just over a third of" */
  figure->precision = is_span (reader, figure) || is_on (reader, end)
                          ? QM_EXACT
                          : precision_before (reader, end, &n);
  if (n == 0 && match_before (reader, end, QM_ROLE_ARTICLE, &n_article) != NULL &&
      !is_place (reader, figure, end - n_article))
    figure->precision = precision_before (reader, end - n_article, &n);
  if (figure->precision != QM_EXACT)
    figure->first -= n + n_article;
  if (figure->precision == QM_EXACT) {
    figure->precision = precision_after (reader, figure->last, &n);
    figure->last += figure->precision != QM_EXACT ? n : 0;
    /* "30+ countries" */
    if (figure->precision == QM_OVER && figure->amount.unit_first == figure->amount.unit_last &&
        qm_tokens_is_glued (reader->tokens, figure->last - 1) &&
        qm_tokens_continues (reader->tokens, figure->last)) {
      qm_amount_read_unit (reader->lexicon, reader->tokens, figure->last, FALSE, &figure->amount);
      figure->last = MAX (figure->last, figure->amount.unit_last);
    }
  }
  if (figure->precision == QM_EXACT)
    figure->precision = precision_of_brackets (reader, figure);
  if (figure->precision == QM_EXACT && is_estimated (reader, figure->first))
    figure->precision = QM_ABOUT;
}

/* --- Ranges --- */

static gboolean
tells_change (const QmFigureReader *reader, gsize i)
{
  return match_before (reader, i, QM_ROLE_UP, NULL) != NULL ||
         match_before (reader, i, QM_ROLE_DOWN, NULL) != NULL ||
         qm_tokens_is (reader->tokens, i - 1, "by");
}

/* "fell from 36 to 34", "raise the minimum wage from 820 to 1,000" tell two figures, "from 13 to 14
 * mm", "cut between 3 and 5" and "thêm từ 100 đến 150 mm" one range. */
static gboolean
is_way (const QmFigureReader *reader, gsize first, gsize n_from)
{
  if (qm_tokens_is_any (reader->tokens, first - n_from, "between|giữa") ||
      (first > n_from && qm_tokens_is (reader->tokens, first - n_from - 1, "thêm")))
    return FALSE;
  for (gsize k = n_from; k < n_from + REACH_OF_WAY && first > k; k++) {
    if (tells_change (reader, first - k))
      return TRUE;
    if (!qm_tokens_has (reader->tokens, first - k - 1, QM_TOKEN_WORD))
      return FALSE;
  }
  return FALSE;
}

static gboolean
same_unit (const QmFigureReader *reader, const QmAmount *a, const QmAmount *b)
{
  g_autofree char *first = qm_amount_get_unit_text (a, reader->tokens);
  g_autofree char *second = qm_amount_get_unit_text (b, reader->tokens);

  /* "$10-15 million" says once of which money they are. */
  return first == NULL || g_strcmp0 (first, second) == 0 ||
         (a->unit != NULL && g_strcmp0 (a->unit, b->unit) == 0) ||
         (b->unit == NULL && a->sign_first < a->sign_last);
}

/* "30 and 40 million" are both of millions, "500,000 to 2.5 million" are not. */
static gboolean
shares_scale (const QmNumber *numeral, const QmNumber *last)
{
  return last->has_scale && !numeral->has_scale &&
         numeral->value < MAX (1000, 10 * last->value / last->scale);
}

/* "between 15kHz and 17kHz", "1 to 1.5 degrees", "$62 and $68": what joins two amounts has to be
 * announced where it is an "and". */
gboolean
qm_figure_read_range (const QmFigureReader *reader, QmFigure *figure)
{
  gsize n_from = 0, n;
  QmAmount second;
  gsize joint = figure->amount.unit_first < figure->amount.unit_last && figure->amount.unit == NULL
                    ? figure->amount.number + figure->amount.numeral.n_tokens
                    : figure->amount.last;
  gboolean has_from = match_before (reader, figure->first, QM_ROLE_FROM, &n_from) != NULL;
  gboolean is_hyphen = qm_tokens_has (reader->tokens, joint, QM_TOKEN_SIGN);

  if (!qm_tokens_continues (reader->tokens, joint) || figure->amount.numeral.is_part ||
      match (reader, joint, QM_ROLE_TO, &n) == NULL)
    return FALSE;
  while (match (reader, joint + n, QM_ROLE_TO, NULL) != NULL)
    n++;
  if (!qm_amount_read (reader->lexicon, reader->style, reader->tokens, joint + n, &second) ||
      reader->is_taken[second.number] ||
      second.numeral.is_written != figure->amount.numeral.is_written)
    return FALSE;
  if (!has_from && !is_hyphen &&
      (qm_tokens_is_any (reader->tokens, joint, "and|và") ||
       (tells_change (reader, figure->first) && figure->amount.unit != NULL)))
    return FALSE;
  if (is_way (reader, figure->first, n_from) && has_from)
    return FALSE;

  figure->from = figure->amount.numeral.value;
  if (shares_scale (&figure->amount.numeral, &second.numeral))
    figure->from *= second.numeral.scale;
  if (!same_unit (reader, &figure->amount, &second) || figure->from >= second.numeral.value) {
    figure->from = NAN;
    return FALSE;
  }
  if (figure->amount.sign_first < figure->amount.sign_last && second.sign_first == second.sign_last)
    qm_amount_take_sign (reader->lexicon, reader->tokens, &figure->amount, &second);
  if (second.unit == NULL)
    second.unit = figure->amount.unit;
  figure->first -= has_from ? n_from : 0;
  figure->amount = second;
  figure->last = second.last;
  return TRUE;
}

/* --- Lists --- */

/* Nothing but a comma or an "and" stands between them. */
static gboolean
is_joined (const QmTokens *tokens, const QmFigure *figure, const QmFigure *next)
{
  static const char *const words[] = { ",", "and", "or", "và", "hoặc", "hay" };
  gsize i = figure->last;

  for (gsize k = 0; k < G_N_ELEMENTS (words); k++)
    i += qm_tokens_is (tokens, i, words[k]) ? 1 : 0;
  return i > figure->last && i == next->first && qm_tokens_continues (tokens, i);
}

/* "30 x 20 cm", "439/468 đại biểu", "from 4.2 to 4.9 million", "từ 4,68 lên 4,96 triệu": two are
 * enough. */
static gboolean
is_paired (const QmFigureReader *reader, const QmFigure *figure, const QmFigure *next)
{
  return figure->last + 1 == next->first && qm_tokens_continues (reader->tokens, next->first) &&
         (qm_tokens_is_any (reader->tokens, figure->last, "x|×|/") ||
          (qm_tokens_is_any (reader->tokens, figure->last, "to|lên|xuống") &&
           match_before (reader, figure->first, QM_ROLE_FROM, NULL) != NULL));
}

/* A number in digits, and nothing said of it. */
static gboolean
is_unsaid (const QmFigure *figure)
{
  const QmAmount *amount = &figure->amount;

  return amount->unit == NULL && amount->unit_first == amount->unit_last && !figure->is_word &&
         amount->numeral.is_written && !amount->numeral.is_part;
}

/* As the last of its list has it. */
static void
share (QmFigure *figure, const QmFigure *last)
{
  QmNumber *numeral = &figure->amount.numeral;
  double scale = last->amount.numeral.scale;

  figure->amount.unit = last->amount.unit;
  figure->amount.unit_first = last->amount.unit_first;
  figure->amount.unit_last = last->amount.unit_last;
  if (!shares_scale (numeral, &last->amount.numeral))
    return;
  numeral->value *= scale;
  numeral->other_value *= scale;
  numeral->scale = scale;
  numeral->has_scale = TRUE;
}

void
qm_figure_share_units (QmFigureReader *reader)
{
  QmFigure *figures = (QmFigure *) (gpointer) reader->figures->data;

  for (guint i = reader->figures->len; i-- > 1;) {
    QmFigure *last = &figures[i], *first = last;

    if (last->amount.unit_first == last->amount.unit_last || !last->amount.numeral.is_written ||
        last->precision == QM_BETWEEN)
      continue;
    while (first > figures && is_unsaid (first - 1) && is_paired (reader, first - 1, first))
      share (--first, last);
    while (first > figures && is_unsaid (first - 1) && is_joined (reader->tokens, first - 1, first))
      first--;
    for (QmFigure *k = first; last - first >= MIN_LIST - 1 && k < last; k++)
      share (k, last);
  }
}
