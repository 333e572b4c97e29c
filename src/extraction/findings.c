#include "extraction/findings.h"

#include "extraction/paragraphs.h"
#include "extraction/subject.h"

#include <math.h>
#include <string.h>

/* How far, in tokens, a word still says that a number is to come. */
#define REACH_OF_PROJECTED 16
#define REACH_OF_PROJECTED_AFTER 5

/* ... or, where "by" stands before it, that it rose. */
#define REACH_OF_CHANGE_BY 9
#define REACH_OF_APART 8

/* A paragraph, and what is read of it. */
typedef struct {
  QmFigureReader figures;
  gsize paragraph;
  gsize n_bytes, n_characters; /* of the paragraph, as far as they were counted */
} Reading;

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
/* What stands right before a level tells no change: "up to 40", "down from 60", "lên 25". */
static gboolean
is_level (const QmFigureReader *reader, gsize end)
{
  if (end > 1 && qm_tokens_is (reader->tokens, end - 1, "from") &&
      qm_tokens_is_any (reader->tokens, end - 2, "up|down"))
    return TRUE;
  return qm_tokens_is_any (reader->tokens, end - 1, "to|at|lên|xuống|còn|tới");
}

/* "fell 312 points, or 0.8%": what only says the same again. */
static gboolean
is_same_again (const QmFigureReader *reader, gsize end)
{
  return end > 0 && (qm_tokens_is_any (reader->tokens, end - 1, "or|(") ||
                     (end > 1 && qm_tokens_is (reader->tokens, end - 2, "tương") &&
                      qm_tokens_is (reader->tokens, end - 1, "đương")));
}

/* "12 cents more than in April" */
static QmChange
change_by_than (const QmTokens *tokens, gsize i)
{
  static const struct {
    const char *word;
    QmChange change;
  } words[] = {
    { "more", QM_CHANGE_UP },      { "higher", QM_CHANGE_UP },    { "dearer", QM_CHANGE_UP },
    { "longer", QM_CHANGE_UP },    { "larger", QM_CHANGE_UP },    { "less", QM_CHANGE_DOWN },
    { "fewer", QM_CHANGE_DOWN },   { "lower", QM_CHANGE_DOWN },   { "cheaper", QM_CHANGE_DOWN },
    { "shorter", QM_CHANGE_DOWN }, { "smaller", QM_CHANGE_DOWN },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (words); k++)
    if (qm_tokens_is (tokens, i, words[k].word))
      return words[k].change;
  return QM_CHANGE_NONE;
}

/* "made up 40%", "gave up 9 yards", "raised $85m": nothing rose by that. */
static gboolean
is_no_rise (const QmTokens *tokens, gsize i, const QmFigure *figure)
{
  if (qm_tokens_is (tokens, i, "up"))
    return qm_tokens_is_any (tokens, i - 1,
                             "made|make|makes|making|set|signed|ended|gave|give|gives|giving|given|"
                             "picked|took|opened|lined|-");
  return i + 1 == figure->first && g_strcmp0 (figure->amount.unit, "percent") != 0 &&
         qm_tokens_is_any (tokens, i, "raised|raise|raises|raising|lifted|lift");
}

/* "brought down lines and left 9 homes", where "in May and June by 9 points" goes on. */
static gboolean
ends_change (const QmTokens *tokens, gsize i, gboolean has_by)
{
  return qm_tokens_has (tokens, i, QM_TOKEN_NUMBER) || qm_tokens_is_any (tokens, i, "to|;") ||
         (!has_by && qm_tokens_is_any (tokens, i, "and|but|while|with"));
}

/* before is the figure before it, or NULL. */
static QmChange
change_of (const QmFigureReader *reader, const QmFigure *figure, const QmFigure *before)
{
  const QmTokens *tokens = reader->tokens;
  gboolean has_by = qm_tokens_is (tokens, figure->first - 1, "by");
  gsize reach = has_by ? REACH_OF_CHANGE_BY : QM_FIGURE_REACH_OF_CHANGE;

  if (is_level (reader, figure->first))
    return QM_CHANGE_NONE;
  if (qm_lexicon_match (reader->tokens, figure->amount.first, QM_ROLE_TIMES, NULL) != NULL &&
      g_str_has_suffix (reader->tokens->items[figure->amount.first].folded, "ed"))
    return figure->amount.numeral.value < 1 ? QM_CHANGE_DOWN : QM_CHANGE_UP;
  if (before != NULL && is_same_again (reader, figure->first) && before->last + 3 >= figure->first)
    return change_of (reader, before, NULL);
  for (gsize k = 0; k < reach && figure->first > k; k++) {
    gsize i = figure->first - k - 1;

    if (!qm_tokens_continues (tokens, i + 1) || ends_change (tokens, i, has_by))
      break;
    if (qm_lexicon_match (tokens, i, QM_ROLE_UP, NULL) != NULL && !is_no_rise (tokens, i, figure))
      return QM_CHANGE_UP;
    if (qm_lexicon_match (reader->tokens, i, QM_ROLE_DOWN, NULL) != NULL)
      return QM_CHANGE_DOWN;
  }
  if (!qm_tokens_continues (reader->tokens, figure->last))
    return QM_CHANGE_NONE;
  /* "closed 42 points lower at" */
  if (qm_tokens_is_any (reader->tokens, figure->last + 1, "than|at"))
    return change_by_than (reader->tokens, figure->last);
  /* "a 3 percent drop" */
  if (g_strcmp0 (figure->amount.unit, "percent") != 0)
    return QM_CHANGE_NONE;
  if (qm_lexicon_match (reader->tokens, figure->last, QM_ROLE_UP, NULL) != NULL)
    return QM_CHANGE_UP;
  return qm_lexicon_match (reader->tokens, figure->last, QM_ROLE_DOWN, NULL) != NULL
             ? QM_CHANGE_DOWN
             : QM_CHANGE_NONE;
}

/* "fell by 8% in Poland, 5% in Hungary" */
static QmChange
change_in_list (const QmFigureReader *reader, const QmFigure *figure, const QmFigure *before)
{
  QmChange change = change_of (reader, figure, before);
  const QmFigure *head = qm_subject_find_head (reader, figure);

  return change == QM_CHANGE_NONE && head != figure && !is_level (reader, figure->first) &&
                 !qm_tokens_is (reader->tokens, figure->last, "of")
             ? change_of (reader, head, NULL)
             : change;
}

/* --- Degrees --- */

/* "1.5 °C above average"; not "2 °C below zero". */
static gboolean
is_apart_after (const QmFigureReader *reader, gsize i)
{
  gsize n;

  if (!qm_tokens_continues (reader->tokens, i))
    return FALSE;
  if (qm_lexicon_match (reader->tokens, i, QM_ROLE_APART, NULL) != NULL)
    return TRUE;
  return (qm_lexicon_match (reader->tokens, i, QM_ROLE_OVER, &n) != NULL ||
          qm_lexicon_match (reader->tokens, i, QM_ROLE_UNDER, &n) != NULL) &&
         qm_tokens_has (reader->tokens, i + n, QM_TOKEN_WORD) &&
         !qm_tokens_is_any (reader->tokens, i + n, "zero|freezing|không");
}

/* "the Arctic warmed by 3 °C", "limit global warming to 2 °C"; not "a day warming to 20 °C". */
static gboolean
is_apart_before (const QmFigureReader *reader, gsize first)
{
  if (qm_lexicon_match_before (reader->tokens, first, QM_ROLE_APART, NULL) != NULL)
    return TRUE;
  if (is_level (reader, first))
    return qm_tokens_is (reader->tokens, first - 2, "warming") &&
           qm_tokens_is_any (reader->tokens, first - 3, "global|limit|limiting|hold|holding|keep");
  for (gsize k = 1; k <= REACH_OF_APART && k <= first; k++) {
    if (!qm_tokens_continues (reader->tokens, first - k + 1) ||
        qm_tokens_has (reader->tokens, first - k, QM_TOKEN_NUMBER))
      return FALSE;
    if (qm_lexicon_match (reader->tokens, first - k, QM_ROLE_APART, NULL) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* The unit of a figure: of degrees that something is warmer, another than of what a thermometer
 * shows. */
static const char *
unit_of (const QmFigureReader *reader, const QmFigure *figure, QmChange change)
{
  static const char *const differences[][2] = {
    { "celsius", "difference in celsius" },
    { "fahrenheit", "difference in fahrenheit" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    if (g_strcmp0 (figure->amount.unit, differences[i][0]) == 0 &&
        (change != QM_CHANGE_NONE || is_apart_after (reader, figure->last) ||
         is_apart_before (reader, figure->first)))
      return differences[i][1];
  return figure->amount.unit;
}

/* --- Standing --- */

/* "in May" is no "may". */
static gboolean
tells_projected (const QmFigureReader *reader, gsize i)
{
  const QmToken *token = &reader->tokens->items[i];

  return (!token->is_capital || token->is_first) &&
         qm_lexicon_match (reader->tokens, i, QM_ROLE_PROJECTED, NULL) != NULL;
}

/* "1 tỷ cây đến năm 2025": right after it, too. */
static gboolean
is_projected_after (const QmFigureReader *reader, gsize i)
{
  for (gsize k = i; k < i + REACH_OF_PROJECTED_AFTER && qm_tokens_continues (reader->tokens, k);
       k++) {
    if (!qm_tokens_has (reader->tokens, k, QM_TOKEN_WORD))
      return FALSE;
    if (qm_tokens_is (reader->tokens, k + 1, "năm") && tells_projected (reader, k))
      return TRUE;
  }
  return FALSE;
}

/* "a target of 2%, cut its rate by 0.25": a thing that has its figure says nothing of the next. */
static gboolean
is_of_figure_before (const QmFigureReader *reader, const QmFigure *figure, gsize i)
{
  return figure > (const QmFigure *) (gconstpointer) reader->figures->data &&
         figure[-1].first > i && qm_tokens_is (reader->tokens, i + 1, "of");
}

/* "will sit in the 101-seat chamber": what is there already has its size. */
static gboolean
is_known_attribute (const QmTokens *tokens, const QmFigure *figure)
{
  return qm_tokens_is (tokens, figure->amount.number + figure->amount.numeral.n_tokens, "-") &&
         qm_tokens_is_any (tokens, figure->first - 1, "the|this|that|its|their|his|her");
}

static gboolean
is_projected (const QmFigureReader *reader, const QmFigure *figure)
{
  if (is_known_attribute (reader->tokens, figure))
    return FALSE;
  for (gsize k = 0; k < REACH_OF_PROJECTED && figure->first > k; k++) {
    gsize i = figure->first - k - 1;

    if (!qm_tokens_continues (reader->tokens, i + 1) || qm_tokens_is (reader->tokens, i, ";"))
      return FALSE;
    if (tells_projected (reader, i) && !is_of_figure_before (reader, figure, i))
      return TRUE;
  }
  return is_projected_after (reader, figure->last);
}

static void
set_values (QmFinding *finding, const QmFigure *figure)
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
count_characters (Reading *reading, gsize bytes)
{
  const char *text = reading->figures.tokens->text;

  if (bytes < reading->n_bytes)
    reading->n_bytes = reading->n_characters = 0;
  reading->n_characters +=
      (gsize) g_utf8_strlen (text + reading->n_bytes, (gssize) (bytes - reading->n_bytes));
  reading->n_bytes = bytes;
  return reading->n_characters;
}

/* (takes subjects) */
static char *
take_sure (GArray *subjects)
{
  char *sure = qm_subject_list_get_sure (subjects);

  g_array_unref (subjects);
  return sure;
}

static QmFinding *
new_finding (Reading *reading, const QmFigure *figure, const QmFigure *before)
{
  const QmFigureReader *reader = &reading->figures;
  const QmTokens *tokens = reader->tokens;
  gsize start = tokens->items[figure->first].start, end = tokens->items[figure->last - 1].end;
  QmFinding *finding = g_new0 (QmFinding, 1);

  set_values (finding, figure);
  finding->paragraph = reading->paragraph;
  finding->start = count_characters (reading, start);
  finding->end = count_characters (reading, end);
  finding->text = g_strndup (tokens->text + start, end - start);
  if (figure->amount.unit == NULL && figure->amount.unit_first == figure->amount.unit_last)
    finding->unit_of_list = qm_subject_find_head (reader, figure)->amount.unit;
  finding->unit_text = qm_amount_get_unit_text (&figure->amount, tokens);
  finding->change = change_in_list (reader, figure, before);
  finding->unit = unit_of (reader, figure, finding->change);
  finding->is_projected = is_projected (reader, figure);
  finding->time = take_sure (qm_subject_times (reader, figure, NULL));
  finding->entity = take_sure (qm_subject_names (reader, figure));
  finding->measure = take_sure (qm_subject_things (reader, figure));
  return finding;
}

static void
read_paragraph (Reading *reading, GPtrArray *findings)
{
  QmFigureReader *reader = &reading->figures;

  qm_figure_read_all (reader);
  if (reader->figures->len > 0)
    qm_subject_mark (reader);
  for (guint k = 0; k < reader->figures->len; k++) {
    const QmFigure *figure = &g_array_index (reader->figures, QmFigure, k);

    g_ptr_array_add (findings, new_finding (reading, figure, k > 0 ? figure - 1 : NULL));
  }

  qm_figure_clear (reader);
}

GPtrArray *
qm_findings_read (const char *text, const char *language)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) qm_finding_free);
  g_autoptr (QmParagraphs) paragraphs = qm_paragraphs_new (text, language);
  const QmLexicon *english = qm_lexicon_get ("en"), *vietnamese = qm_lexicon_get ("vi");
  /* Of all paragraphs: asked for each of them, a long text would never end. */
  QmNumberStyle in_english = qm_number_style (english, paragraphs->tokens, paragraphs->n);
  QmNumberStyle in_vietnamese = qm_number_style (vietnamese, paragraphs->tokens, paragraphs->n);

  for (gsize p = 0; p < paragraphs->n; p++) {
    const QmLexicon *lexicon = qm_lexicon_get (paragraphs->languages[p]);
    Reading reading = { .figures = { .lexicon = lexicon,
                                     .style = lexicon == english ? in_english : in_vietnamese,
                                     .tokens = paragraphs->tokens[p] },
                        .paragraph = p + 1 };

    read_paragraph (&reading, findings);
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
