#include "extraction/findings.h"

#include "extraction/amount.h"
#include "extraction/paragraphs.h"
#include "extraction/subject.h"
#include "extraction/times.h"

#include <math.h>
#include <string.h>

/* How far, in tokens, a word still says something of a number: that it is to come, that it rose. */
#define REACH_OF_PROJECTED 16
#define REACH_OF_ESTIMATE 10
#define REACH_OF_CHANGE 5

/* What is read of a figure before it becomes a finding. */
typedef struct {
  QmAmount amount;   /* the second one of a range */
  double from;       /* the beginning of a range, or NAN */
  gsize first, last; /* tokens, from first up to but not including last */
  QmPrecision precision;
  gboolean is_word; /* a phrase of its own, which neither begins nor ends another */
} Figure;

typedef struct {
  const QmLexicon *lexicon;
  QmNumberStyle style;
  const QmTokens *tokens;
  gsize paragraph;
  gboolean *is_taken;          /* the tokens that are no figures, or belong to one already */
  GArray *times;               /* QmTime */
  GArray *figures;             /* Figure */
  gsize n_bytes, n_characters; /* of the paragraph, as far as they were counted */
} Reader;

void
qm_finding_free (QmFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->text);
  g_free (finding->unit_text);
  g_free (finding->time);
  g_free (finding->entity);
  g_free (finding->measure);
  g_free (finding);
}

static const QmLexeme *
match (const Reader *reader, gsize i, QmRole role, gsize *n)
{
  return qm_lexicon_match (reader->tokens, i, role, n);
}

static const QmLexeme *
match_before (const Reader *reader, gsize end, QmRole role, gsize *n)
{
  return qm_lexicon_match_before (reader->tokens, end, role, n);
}

/* --- Precision --- */

/* The longest phrase right before token end says it: "no more than" is no "more than". One that
 * tells a difference, "chậm hơn 1/3", is no bound. */
static QmPrecision
precision_before (const Reader *reader, gsize end, gsize *n)
{
  static const struct {
    QmRole role;
    QmPrecision precision;
  } roles[] = {
    { QM_ROLE_OVER, QM_OVER }, { QM_ROLE_UNDER, QM_UNDER }, { QM_ROLE_ABOUT, QM_ABOUT },
    { QM_ROLE_UP, QM_EXACT },  { QM_ROLE_DOWN, QM_EXACT },
  };
  QmPrecision precision = QM_EXACT;

  *n = 0;
  for (gsize k = 0; k < G_N_ELEMENTS (roles); k++) {
    gsize length;

    if (match_before (reader, end, roles[k].role, &length) != NULL && length > *n) {
      precision = roles[k].precision;
      *n = length;
    }
  }
  return precision;
}

static QmPrecision
precision_after (const Reader *reader, gsize i, gsize *n)
{
  if (!qm_tokens_continues (reader->tokens, i))
    return QM_EXACT;
  if (match (reader, i, QM_ROLE_OR_OVER, n) != NULL)
    return QM_OVER;
  return match (reader, i, QM_ROLE_OR_UNDER, n) != NULL ? QM_UNDER : QM_EXACT;
}

/* "more than 100 kilometers (60 miles)": what stands in brackets is the same figure again. */
static QmPrecision
precision_of_brackets (const Reader *reader, const Figure *figure)
{
  const Figure *before = reader->figures->len > 0
                             ? &g_array_index (reader->figures, Figure, reader->figures->len - 1)
                             : NULL;
  gboolean is_bracketed = before != NULL && before->last + 1 == figure->first &&
                          (qm_tokens_is (reader->tokens, before->last, "(") ||
                           qm_tokens_is (reader->tokens, before->last, "/"));

  return is_bracketed && (before->precision == QM_OVER || before->precision == QM_UNDER)
             ? before->precision
             : QM_EXACT;
}

static gboolean
is_estimated (const Reader *reader, gsize i)
{
  for (gsize k = 0; k < REACH_OF_ESTIMATE && i > k && qm_tokens_continues (reader->tokens, i - k);
       k++)
    if (match (reader, i - k - 1, QM_ROLE_ESTIMATE, NULL) != NULL)
      return TRUE;
  return FALSE;
}

static void
read_precision (const Reader *reader, Figure *figure)
{
  gsize n = 0, end = figure->first;

  /* "just over a third of" */
  figure->precision = precision_before (reader, end, &n);
  if (n == 0 && match_before (reader, end, QM_ROLE_ARTICLE, &n) != NULL)
    figure->precision = precision_before (reader, end - n, &n);
  if (figure->precision != QM_EXACT)
    figure->first -= n;
  if (figure->precision == QM_EXACT) {
    figure->precision = precision_after (reader, figure->last, &n);
    figure->last += figure->precision != QM_EXACT ? n : 0;
  }
  if (figure->precision == QM_EXACT)
    figure->precision = precision_of_brackets (reader, figure);
  if (figure->precision == QM_EXACT && is_estimated (reader, figure->first))
    figure->precision = QM_ABOUT;
}

/* --- Ranges --- */

static gboolean
tells_change (const Reader *reader, gsize i)
{
  return match_before (reader, i, QM_ROLE_UP, NULL) != NULL ||
         match_before (reader, i, QM_ROLE_DOWN, NULL) != NULL ||
         qm_tokens_is (reader->tokens, i - 1, "by");
}

/* "fell from 36 to 34" tells two figures, "from 13 to 14 mm" one range. */
static gboolean
is_way (const Reader *reader, gsize first, gsize n_from)
{
  for (gsize k = n_from; k < n_from + REACH_OF_CHANGE && first > k; k++)
    if (tells_change (reader, first - k))
      return TRUE;
  return FALSE;
}

static gboolean
same_unit (const Reader *reader, const QmAmount *a, const QmAmount *b)
{
  g_autofree char *first = qm_amount_get_unit_text (a, reader->tokens);
  g_autofree char *second = qm_amount_get_unit_text (b, reader->tokens);

  return first == NULL || g_strcmp0 (first, second) == 0 ||
         (a->unit != NULL && g_strcmp0 (a->unit, b->unit) == 0);
}

/* "between 15kHz and 17kHz", "1 to 1.5 degrees", "$62 and $68": what joins two amounts has to be
 * announced where it is an "and". */
static gboolean
read_range (const Reader *reader, Figure *figure)
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
      (qm_tokens_is (reader->tokens, joint, "and") || qm_tokens_is (reader->tokens, joint, "và") ||
       (tells_change (reader, figure->first) && figure->amount.unit != NULL)))
    return FALSE;
  if (is_way (reader, figure->first, n_from) && has_from)
    return FALSE;

  figure->from = figure->amount.numeral.value;
  if (second.numeral.has_scale && !figure->amount.numeral.has_scale &&
      figure->from < second.numeral.value)
    figure->from *= second.numeral.scale;
  if (!same_unit (reader, &figure->amount, &second) || figure->from >= second.numeral.value) {
    figure->from = NAN;
    return FALSE;
  }
  if (second.sign_first == second.sign_last) {
    second.sign_first = figure->amount.sign_first;
    second.sign_last = figure->amount.sign_last;
  }
  if (second.unit == NULL)
    second.unit = figure->amount.unit;
  figure->first -= has_from ? n_from : 0;
  figure->amount = second;
  figure->last = second.last;
  return TRUE;
}

/* --- Figures --- */

/* "one" and its like, and "năm" in Vietnamese, count only what can be counted. */
static gboolean
is_count_in_words (const Reader *reader, const QmAmount *amount)
{
  gsize last = amount->number + amount->numeral.n_tokens;
  const QmLexeme *bar = match_before (reader, amount->number, QM_ROLE_NO_COUNT, NULL);

  if (amount->numeral.is_written || amount->numeral.has_scale || amount->numeral.is_part)
    return TRUE;
  if (!reader->lexicon->has_plurals)
    return bar == NULL && amount->numeral.value > 1 && qm_tokens_continues (reader->tokens, last) &&
           (amount->numeral.n_tokens > 1 || match (reader, last, QM_ROLE_COUNTED, NULL) != NULL);
  if (amount->numeral.value != 1)
    return TRUE;
  return bar == NULL && amount->unit_first < amount->unit_last;
}

/* "one of the best speakers": what is counted stands after the article. */
static void
read_one_of (const Reader *reader, QmAmount *amount)
{
  static const char *const owners[] = { "the",   "my",   "his",   "her",   "its",     "our",
                                        "their", "your", "those", "these", "several", "many" };
  gsize i = amount->number + 1;

  if (amount->numeral.value != 1 || amount->numeral.is_written ||
      !qm_tokens_is (reader->tokens, i, "of"))
    return;
  for (gsize k = 0; k < G_N_ELEMENTS (owners); k++)
    if (qm_tokens_is (reader->tokens, i + 1, owners[k]))
      qm_amount_read_unit (reader->lexicon, reader->tokens, i + 2, FALSE, amount);
}

static void
add (Reader *reader, Figure *figure)
{
  for (gsize i = figure->first; i < figure->last; i++)
    reader->is_taken[i] = TRUE;
  g_array_append_val (reader->figures, *figure);
}

/* "hundreds of", "gấp đôi", "half of": a figure in one phrase. */
static gsize
read_phrase (Reader *reader, gsize i)
{
  static const QmRole roles[] = { QM_ROLE_MANY, QM_ROLE_TIMES, QM_ROLE_PART_OF };
  const QmLexeme *found = NULL;
  QmRole role = QM_ROLE_MANY;
  gsize n = 0;
  Figure figure = { .from = NAN, .is_word = TRUE };

  for (gsize k = 0; k < G_N_ELEMENTS (roles) && found == NULL; k++) {
    role = roles[k];
    found = match (reader, i, role, &n);
  }
  if (found == NULL)
    return 0;
  figure.first = i;
  figure.last = i + n;
  figure.amount = (QmAmount){ .first = i, .number = i, .last = i + n };
  figure.amount.numeral.other_value = NAN;
  figure.amount.numeral.value = found->value;
  figure.amount.unit_first = figure.amount.unit_last = i + n;
  figure.amount.unit = role == QM_ROLE_TIMES ? "times" : NULL;
  if (role == QM_ROLE_MANY) {
    qm_amount_read_unit (reader->lexicon, reader->tokens, i + n, FALSE, &figure.amount);
    if (figure.amount.unit_first == figure.amount.unit_last)
      return 0;
    figure.from = found->value;
    figure.amount.numeral.value = 10 * found->value;
    figure.precision = QM_BETWEEN;
    figure.last = figure.amount.last;
  } else {
    read_precision (reader, &figure);
  }
  add (reader, &figure);
  return figure.last - i;
}

/* Where an ordinal is one, the place may be a word, or end in "th". The end of it; i: there is
 * none.
 */
static gsize
read_place (Reader *reader, gsize i, gboolean is_ordinal, QmNumber *numeral)
{
  const QmLexeme *word = is_ordinal ? match (reader, i, QM_ROLE_ORDINAL, NULL) : NULL;

  if (word != NULL) {
    *numeral = (QmNumber){ .value = word->value, .other_value = NAN };
    return i + 1;
  }
  if (!qm_number_read (reader->style, reader->tokens, i, FALSE, numeral) || !numeral->is_plain ||
      numeral->value > 500)
    return i;
  return is_ordinal && qm_tokens_is_glued (reader->tokens, i + 1) &&
                 qm_tokens_has (reader->tokens, i + 1, QM_TOKEN_WORD)
             ? i + 2
             : i + 1;
}

/* "vị trí thứ 17", "ranked 10th", "ranks third". */
static gboolean
read_rank (Reader *reader, gsize i)
{
  Figure figure = { .from = NAN };
  gsize n;
  const QmLexeme *rank = match_before (reader, i, QM_ROLE_RANK, &n);
  gsize end = rank != NULL ? read_place (reader, i, rank->value > 0, &figure.amount.numeral) : i;

  if (end == i)
    return FALSE;
  figure.first = i - n;
  figure.last = end;
  figure.amount.unit = "rank";
  figure.amount.number = figure.amount.first = i;
  figure.amount.last = figure.amount.unit_first = figure.amount.unit_last = end;
  add (reader, &figure);
  return TRUE;
}

static gsize
read_figure (Reader *reader, gsize i)
{
  Figure figure = { .from = NAN };
  gsize n = read_phrase (reader, i);

  if (n > 0)
    return n;
  if (read_rank (reader, i))
    return 1;
  if (!qm_amount_read (reader->lexicon, reader->style, reader->tokens, i, &figure.amount) ||
      reader->is_taken[figure.amount.number])
    return 0;
  read_one_of (reader, &figure.amount);
  figure.first = figure.amount.first;
  figure.last = figure.amount.last;
  if (!read_range (reader, &figure) && !is_count_in_words (reader, &figure.amount))
    return figure.amount.numeral.n_tokens;
  n = figure.last - i;
  read_precision (reader, &figure);
  if (!isnan (figure.from))
    figure.precision = QM_BETWEEN;
  add (reader, &figure);
  return MAX (n, 1);
}

/* --- Findings --- */

static QmChange
change_of (const Reader *reader, const Figure *figure)
{
  for (gsize k = 0; k < REACH_OF_CHANGE && figure->first > k; k++) {
    gsize i = figure->first - k - 1;

    if (!qm_tokens_continues (reader->tokens, i + 1) ||
        qm_tokens_has (reader->tokens, i, QM_TOKEN_NUMBER) ||
        qm_tokens_is (reader->tokens, i, "to"))
      break;
    if (match (reader, i, QM_ROLE_UP, NULL) != NULL)
      return QM_CHANGE_UP;
    if (match (reader, i, QM_ROLE_DOWN, NULL) != NULL)
      return QM_CHANGE_DOWN;
  }
  /* "a 3 percent drop" */
  if (!qm_tokens_continues (reader->tokens, figure->last) ||
      g_strcmp0 (figure->amount.unit, "percent") != 0)
    return QM_CHANGE_NONE;
  if (match (reader, figure->last, QM_ROLE_UP, NULL) != NULL)
    return QM_CHANGE_UP;
  return match (reader, figure->last, QM_ROLE_DOWN, NULL) != NULL ? QM_CHANGE_DOWN : QM_CHANGE_NONE;
}

static gboolean
is_projected (const Reader *reader, const Figure *figure)
{
  for (gsize k = 0; k < REACH_OF_PROJECTED && figure->first > k; k++) {
    gsize i = figure->first - k - 1;

    if (!qm_tokens_continues (reader->tokens, i + 1) || qm_tokens_is (reader->tokens, i, ";"))
      return FALSE;
    if (match (reader, i, QM_ROLE_PROJECTED, NULL) != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
set_values (QmFinding *finding, const Figure *figure)
{
  double value = figure->amount.numeral.value;
  gboolean is_range = !isnan (figure->from);

  finding->precision = figure->precision;
  finding->value = is_range ? NAN : value;
  finding->low = is_range ? figure->from : NAN;
  finding->high = is_range ? value : NAN;
  finding->other_value = is_range ? NAN : figure->amount.numeral.other_value;
  if (is_range)
    return;
  if (figure->precision == QM_OVER || figure->precision == QM_EXACT)
    finding->low = value;
  if (figure->precision == QM_UNDER || figure->precision == QM_EXACT)
    finding->high = value;
}

/* Figures stand in their order: what lies before the last one has been counted. */
static gsize
count_characters (Reader *reader, gsize bytes)
{
  const char *text = reader->tokens->text;

  if (bytes < reader->n_bytes)
    reader->n_bytes = reader->n_characters = 0;
  reader->n_characters +=
      (gsize) g_utf8_strlen (text + reader->n_bytes, (gssize) (bytes - reader->n_bytes));
  reader->n_bytes = bytes;
  return reader->n_characters;
}

static QmFinding *
new_finding (Reader *reader, const Figure *figure)
{
  const QmTokens *tokens = reader->tokens;
  const char *text = tokens->text;
  gsize start = tokens->items[figure->first].start, end = tokens->items[figure->last - 1].end;
  QmFinding *finding = g_new0 (QmFinding, 1);

  set_values (finding, figure);
  finding->paragraph = reader->paragraph;
  finding->start = count_characters (reader, start);
  finding->end = count_characters (reader, end);
  finding->text = g_strndup (text + start, end - start);
  finding->unit = figure->amount.unit;
  finding->unit_text = qm_amount_get_unit_text (&figure->amount, tokens);
  finding->change = change_of (reader, figure);
  finding->is_projected = is_projected (reader, figure);
  finding->time = qm_subject_time (tokens, reader->times, figure->first);
  finding->entity = qm_subject_entity (tokens, figure->first);
  finding->measure = qm_subject_measure (reader->lexicon, tokens, figure->last);
  return finding;
}

static void
read_paragraph (Reader *reader, GPtrArray *findings)
{
  reader->is_taken = g_new0 (gboolean, reader->tokens->n + 1);
  reader->times = qm_times_take (reader->lexicon, reader->tokens, reader->is_taken);
  reader->figures = g_array_new (FALSE, FALSE, sizeof (Figure));

  for (gsize i = 0, n = 1; i < reader->tokens->n; i += MAX (n, 1))
    n = reader->is_taken[i] ? 1 : read_figure (reader, i);
  for (guint k = 0; k < reader->figures->len; k++)
    g_ptr_array_add (findings, new_finding (reader, &g_array_index (reader->figures, Figure, k)));

  g_array_unref (reader->figures);
  g_array_unref (reader->times);
  g_free (reader->is_taken);
}

static void
free_finding (gpointer data)
{
  qm_finding_free (data);
}

GPtrArray *
qm_findings_read (const char *text, const char *language)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (free_finding);
  g_autoptr (QmParagraphs) paragraphs = qm_paragraphs_new (text, language);
  const QmLexicon *english = qm_lexicon_get ("en"), *vietnamese = qm_lexicon_get ("vi");
  /* Of all paragraphs: asked for each of them, a long text would never end. */
  QmNumberStyle in_english = qm_number_style (english, paragraphs->tokens, paragraphs->n);
  QmNumberStyle in_vietnamese = qm_number_style (vietnamese, paragraphs->tokens, paragraphs->n);

  for (gsize p = 0; p < paragraphs->n; p++) {
    const QmLexicon *lexicon = qm_lexicon_get (paragraphs->languages[p]);
    Reader reader = { .lexicon = lexicon,
                      .style = lexicon == english ? in_english : in_vietnamese,
                      .tokens = paragraphs->tokens[p],
                      .paragraph = p + 1 };

    read_paragraph (&reader, findings);
  }
  return findings;
}

double
qm_findings_read_number (const char *typed, const char *language)
{
  gboolean is_negative = g_str_has_prefix (typed, "−") || g_str_has_prefix (typed, "-");
  const char *amount = is_negative ? g_utf8_next_char (typed) : typed;
  g_autoptr (GPtrArray) findings = qm_findings_read (amount, language);
  const QmFinding *finding = findings->len == 1 ? findings->pdata[0] : NULL;
  double number;
  char *end;

  /* The language first: what is 170.000 in one is no 170 there. A word that it does not know, which
   * may be another's for thousands, is not passed over. */
  if (finding != NULL && finding->start == 0 &&
      (finding->unit != NULL || finding->unit_text == NULL) &&
      finding->end == (gsize) g_utf8_strlen (amount, -1) && !isnan (finding->value))
    return is_negative ? -finding->value : finding->value;
  number = g_ascii_strtod (typed, &end);
  return end > typed && *end == '\0' ? number : NAN;
}
