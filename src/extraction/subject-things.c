#include "extraction/subject.h"

#include <string.h>

/* In tokens: how far before its figure the words for what it is of may stand, how far after it, and
 * the longest of them. */
#define REACH_BEFORE 40
#define REACH_AFTER 20
#define MAX_WORDS 8

/* The scores of what says that it is a quantity, of what is explained by a figure in brackets, of
 * what a colon parts from a list, of what begins a clause that its figure goes on, and, at least,
 * of what stands next to it. */
#define SAID_OUTRIGHT 102
#define SAID_IN_BRACKETS 70
#define SAID_BEFORE_COLON 60
#define NEXT_IN_CLAUSE 50
#define NEXT_TO_IT 18

static gboolean
matches (const QmTokens *tokens, gsize i, QmRole role)
{
  return qm_lexicon_match (tokens, i, role, NULL) != NULL;
}

static gboolean
is_level (const QmFigureReader *reader, gsize i)
{
  return (reader->marks[i] & QM_SUBJECT_LEVEL) != 0;
}

static gboolean
is_done (const QmFigureReader *reader, gsize i)
{
  return (reader->marks[i] & (QM_SUBJECT_DOING | QM_SUBJECT_LEVEL)) == QM_SUBJECT_DOING;
}

static gboolean
is_thing (const QmFigureReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;

  return i < tokens->n && !reader->is_taken[i] && tokens->items[i].kind == QM_TOKEN_WORD &&
         (reader->marks[i] & (QM_SUBJECT_DOING | QM_SUBJECT_LEVEL | QM_SUBJECT_BREAK)) == 0 &&
         !(qm_tokens_is (tokens, i, "average") && qm_tokens_is (tokens, i - 1, "on"));
}

/* What joins two words: a hyphen, "R&D", and between two of them "of" or "per". */
static gsize
skip_joint (const QmFigureReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;
  gboolean is_sign = qm_tokens_is_any (tokens, i, "-|&") && qm_tokens_is_glued (tokens, i) &&
                     qm_tokens_is_glued (tokens, i + 1);
  gboolean is_of = qm_tokens_is_any (tokens, i, "of|from|per") ||
                   (qm_tokens_is (tokens, i, "vào") &&
                    qm_lexicon_match_before (tokens, i, QM_ROLE_THING, NULL) != NULL);
  gsize next = i + 1;

  if (!qm_tokens_continues (tokens, i) || (!is_sign && !is_of))
    return i;
  while (is_of && qm_tokens_is_any (tokens, next, "the|a"))
    next++;
  return qm_tokens_continues (tokens, next) && is_thing (reader, next) ? next : i;
}

/* "xăng RON 95": a number that belongs to the name before it. */
static gboolean
is_model (const QmFigureReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;

  return qm_tokens_has (tokens, i, QM_TOKEN_NUMBER) && reader->is_taken[i] &&
         strlen (tokens->items[i].folded) < 4 && (reader->marks[i] & QM_SUBJECT_FIGURE) == 0 &&
         tokens->items[i - 1].is_capital && !reader->is_taken[i - 1] &&
         !qm_tokens_is (tokens, i + 1, "/") && !qm_tokens_is (tokens, i + 1, "-");
}

static gsize
end_of_thing (const QmFigureReader *reader, gsize first, gsize end)
{
  gsize last = first;

  while (last < end && last < first + MAX_WORDS &&
         (last == first || qm_tokens_continues (reader->tokens, last))) {
    gsize next = skip_joint (reader, last);

    if (next > last && last > first && next < end)
      last = next + 1;
    else if (is_thing (reader, last) || (last > first && is_model (reader, last)))
      last++;
    else
      break;
  }
  return last;
}

/* The first word of a sentence, which is written large in any case, is a name. */
static gboolean
begins_with_name (const QmFigureReader *reader, gsize first, gsize last)
{
  const QmTokens *tokens = reader->tokens;
  const char *word = tokens->items[first].folded;

  if (!tokens->items[first].is_first || matches (tokens, first, QM_ROLE_THING))
    return FALSE;
  return qm_subject_is_foreign (reader, first) ||
         (first + 1 < last &&
          (tokens->items[first + 1].is_capital || strstr (word, "’") != NULL ||
           strchr (word, '\'') != NULL || matches (tokens, first, QM_ROLE_NAME) ||
           qm_subject_is_acronym (tokens, first)));
}

/* "US exports" are exports of the US: a name before what is measured is whose it is. */
static gsize
skip_names (const QmFigureReader *reader, gsize first, gsize last)
{
  const QmTokens *tokens = reader->tokens;
  gsize i = first + (begins_with_name (reader, first, last) ? 1 : 0);

  while (i < last && !matches (tokens, i, QM_ROLE_THING) &&
         ((tokens->items[i].is_capital && !tokens->items[i].is_first) ||
          (i > first && is_model (reader, i))))
    i++;
  while (i > first && i < last && qm_tokens_is_glued (tokens, i))
    i++;
  return i;
}

/* The same in other words, which may be meant as well: "đám mây" of "EU hỗ trợ đám mây", and
 * "startup AI của Mỹ" of "startup AI". */
static void
add_variants (GArray *list, const QmFigureReader *reader, gsize first, gsize last, int score)
{
  const QmTokens *tokens = reader->tokens;
  gsize n = 0, end;

  if (reader->lexicon->has_plurals)
    return;
  if (first > 0 && (reader->marks[first - 1] & QM_SUBJECT_NAME) != 0 &&
      qm_lexicon_match (tokens, first, QM_ROLE_VERB, &n) != NULL && first + n < last)
    qm_subject_list_add (list, first + n, last, score,
                         qm_subject_tell_thing (tokens, first + n, last));
  if (qm_tokens_is (tokens, last, "của") && qm_tokens_continues (tokens, last + 1) &&
      (reader->marks[last + 1] & QM_SUBJECT_NAME) != 0) {
    end = qm_subject_end_of_name (reader, last + 1, tokens->n);
    qm_subject_list_add (list, first, end, score, qm_subject_tell_thing (tokens, first, end));
  }
}

static void
add (GArray *list, const QmFigureReader *reader, gsize first, gsize last, int score)
{
  gsize begin = skip_names (reader, first, last);

  if (last == first + 1 && strpbrk (reader->tokens->items[first].folded, "0123456789") != NULL)
    return;

  /* "có GDP gấp 3 lần": large letters right before it are no name. */
  if (begin < last || score < NEXT_TO_IT || last > first + 1 ||
      !qm_subject_is_acronym (reader->tokens, first) ||
      (qm_tokens_is (reader->tokens, first - 1, ".") && qm_tokens_is_glued (reader->tokens, first)))
    first = begin;
  if (first >= last)
    return;
  qm_subject_list_add (list, first, last, score,
                       qm_subject_tell_thing (reader->tokens, first, last));
  add_variants (list, reader, first, last, MIN (score, QM_SUBJECT_SURE) - 1);
}

/* "people per square kilometre" are not what is measured. */
static gboolean
is_density (const QmTokens *tokens, const QmAmount *amount)
{
  for (gsize i = amount->unit_first; i < amount->unit_last; i++)
    if (qm_tokens_is_any (tokens, i, "per|/|trên"))
      return TRUE;
  return FALSE;
}

/* "giảm 12,45 điểm", "fell 42 points": not what fell. */
static gboolean
is_points_of_change (const QmFigureReader *reader, const QmFigure *figure)
{
  return matches (reader->tokens, figure->amount.unit_first, QM_ROLE_UNIT) && figure->first > 0 &&
         (matches (reader->tokens, figure->first - 1, QM_ROLE_UP) ||
          matches (reader->tokens, figure->first - 1, QM_ROLE_DOWN));
}

/* "412 bridges", "18,400 cases of measles". */
static void
add_counted (GArray *list, const QmFigureReader *reader, const QmFigure *figure)
{
  const QmAmount *amount = &figure->amount;
  gsize last = amount->unit_last, longer;

  if (amount->unit != NULL || amount->unit_first >= amount->unit_last ||
      is_density (reader->tokens, amount) || is_points_of_change (reader, figure))
    return;
  longer = skip_joint (reader, last);
  if (longer > last && qm_tokens_is (reader->tokens, last, "of"))
    qm_subject_list_add (list, amount->unit_first, end_of_thing (reader, longer, reader->tokens->n),
                         101,
                         qm_subject_tell_thing (reader->tokens, amount->unit_first,
                                                end_of_thing (reader, longer, reader->tokens->n)));
  qm_subject_list_add (list, amount->unit_first, last, 100,
                       qm_subject_tell_thing (reader->tokens, amount->unit_first, last));
  longer = end_of_thing (reader, last, reader->tokens->n);
  /* Without endings nothing shows where it ends, unless the word is known. */
  if (longer > last)
    qm_subject_list_add (list, amount->unit_first, longer,
                         reader->lexicon->has_plurals ||
                                 matches (reader->tokens, amount->unit_first, QM_ROLE_COUNTED)
                             ? 98
                             : 101,
                         qm_subject_tell_thing (reader->tokens, amount->unit_first, longer));
}

/* A unit of length, weight and their like: no share, and no money. */
static gboolean
is_size (const QmFigure *figure)
{
  return figure->amount.unit != NULL && !qm_figure_is_money (figure) &&
         !g_str_has_prefix (figure->amount.unit, "percent") &&
         g_strcmp0 (figure->amount.unit, "times") != 0;
}

/* ", up 12%": the comma does not part it from what is up. */
static gboolean
is_aside (const QmFigureReader *reader, const QmFigure *figure, gsize i)
{
  return qm_tokens_is (reader->tokens, i, ",") && i + 2 >= figure->first &&
         is_level (reader, i + 1);
}

/* "was highest in Malta (85%)" */
static gboolean
opens_bracket (const QmTokens *tokens, const QmFigure *figure, gsize i)
{
  return i + 1 == figure->first && qm_tokens_is (tokens, i, "(");
}

static gboolean
begins_clause (const QmFigureReader *reader, gsize i)
{
  if (reader->tokens->items[i].is_first)
    return TRUE;
  return qm_tokens_is_any (reader->tokens, i - 1, ",|;|:|(|có|với|và|còn");
}

/* "in Hanoi", "ở nông thôn": where it is measured. */
static gboolean
is_place (const QmTokens *tokens, gsize first)
{
  return qm_tokens_is_any (tokens, first - 1, "in|at|ở|tại");
}

/* "tỷ lệ điện gió chiếm 12%", "GDP gấp 3 lần": what tells a level of these things and figures. */
static gboolean
is_level_of (const QmFigureReader *reader, const QmFigure *figure, gsize first, gsize i)
{
  const QmTokens *tokens = reader->tokens;
  gboolean is_share =
      qm_tokens_is_any (tokens, first, "tỷ|tỉ") && qm_tokens_is_any (tokens, first + 1, "lệ|trọng");

  return (is_share && qm_tokens_is (tokens, i, "chiếm")) ||
         (qm_tokens_is (tokens, i, "gấp") && g_strcmp0 (figure->amount.unit, "times") == 0);
}

/* "cut deaths by 17%", "giảm chi phí 30%": what is cut, and not who or what cuts. */
static gboolean
is_object_of_change (const QmFigureReader *reader, const QmFigure *figure, gsize first, gsize last)
{
  const QmTokens *tokens = reader->tokens;
  gsize before = first;

  if (last + (qm_tokens_is (tokens, last, "by") ? 1 : 0) != figure->first ||
      (reader->lexicon->has_plurals && last == figure->first))
    return FALSE;
  while (before > 0 && qm_tokens_is_any (tokens, before - 1, "the|its|their|his|her|our"))
    before--;
  return before > 0 && qm_tokens_continues (tokens, before) &&
         (matches (tokens, before - 1, QM_ROLE_UP) || matches (tokens, before - 1, QM_ROLE_DOWN));
}

/* "Lượng khách đạt 2 triệu lượt", "The number of visitors reached": more than what is counted. */
static gboolean
is_quantity (const QmTokens *tokens, gsize first)
{
  return qm_tokens_is_any (tokens, first, "lượng|số|tổng|dân|number|population");
}

/* From what stands between it and the figure: a verb that tells a level makes it what is measured;
 * one of doing, whose it is. */
static int
score_before (const QmFigureReader *reader, const QmFigure *figure, gsize first, gsize last)
{
  const QmTokens *tokens = reader->tokens;
  int score = 20 - (int) (figure->first - last);
  gboolean is_level_between =
      figure->is_word || (last + 1 == figure->first && qm_tokens_is (tokens, last, "of"));
  gboolean is_broken = FALSE;

  /* "ước đạt", "exceeded" say how exact it is as well. */
  for (gsize i = figure->first; i < figure->amount.first; i++)
    is_level_between |= is_level (reader, i);
  for (gsize i = last; i < figure->first; i++) {
    is_level_between |= is_level (reader, i) || is_level_of (reader, figure, first, i);
    if (qm_tokens_is (tokens, i, "(") && i == last && i + 1 == figure->first)
      return SAID_IN_BRACKETS;
    is_broken |= (is_done (reader, i) && !is_level_of (reader, figure, first, i) &&
                  !(figure->is_word && i + 1 == figure->first)) ||
                 (tokens->items[i].kind == QM_TOKEN_SIGN && !reader->is_taken[i] &&
                  !is_aside (reader, figure, i) && !opens_bracket (tokens, figure, i));
  }
  /* "Internet use: Iceland 99%" */
  if (tokens->items[first].is_first && qm_tokens_is (tokens, last, ":"))
    return SAID_BEFORE_COLON;
  if (is_object_of_change (reader, figure, first, last))
    return NEXT_IN_CLAUSE + 25;
  /* ", lợi nhuận 2.400 tỷ đồng" */
  if (!reader->lexicon->has_plurals && last == figure->first && begins_clause (reader, first))
    return NEXT_IN_CLAUSE;
  /* "The tunnel is 57 km long" does not say what of it is. */
  if (qm_tokens_is_any (tokens, first - 1, "the|a"))
    score -= is_size (figure) ? 50 : 5;
  if (qm_lexicon_match_before (tokens, first, QM_ROLE_TOPIC, NULL) != NULL)
    score -= 10;
  if (is_place (tokens, first) && !qm_tokens_is (tokens, last, "of"))
    score -= 45;
  if (is_broken)
    return score - 20;
  if (is_level_between && is_quantity (tokens, first))
    return SAID_OUTRIGHT;
  return score + (is_level_between ? 50 : 0);
}

static void
add_before (GArray *list, const QmFigureReader *reader, const QmFigure *figure)
{
  gsize begin = reader->tokens->items[figure->first].sentence;

  if (figure->first - begin > REACH_BEFORE)
    begin = figure->first - REACH_BEFORE;
  for (gsize i = begin; i < figure->first;) {
    gsize last = end_of_thing (reader, i, figure->first);

    if (last > i)
      add (list, reader, i, last, score_before (reader, figure, i, last));
    i = MAX (last, i + 1);
  }
}

/* "treated 18,400 patients, up 23%": what another figure of the sentence counts. */
static void
add_counted_before (GArray *list, const QmFigureReader *reader, const QmFigure *figure)
{
  const QmFigure *before = figure;
  gboolean is_change = figure->first > 0 && is_level (reader, figure->first - 1) &&
                       g_strcmp0 (figure->amount.unit, "percent") == 0;

  while (before > (const QmFigure *) (gconstpointer) reader->figures->data) {
    const QmAmount *amount = &(--before)->amount;

    if (figure->first - before->first > REACH_BEFORE ||
        reader->tokens->items[before->first].sentence !=
            reader->tokens->items[figure->first].sentence)
      return;
    if (amount->unit == NULL && amount->unit_first < amount->unit_last)
      add (list, reader, amount->unit_first, amount->unit_last,
           (is_change ? 90 : 15) - (int) (figure->first - amount->unit_last));
  }
}

/* "of the seats", "cho hạ tầng AI"; where there is no ending to tell by, the next words. */
static int
score_after (const QmFigureReader *reader, const QmFigure *figure, gsize first)
{
  const QmTokens *tokens = reader->tokens;
  gboolean is_money = qm_figure_is_money (figure);
  gboolean is_next = first == figure->last;
  gboolean is_of = qm_tokens_is_any (tokens, figure->last, "of|tổng|của");
  gboolean is_at = matches (tokens, figure->last, QM_ROLE_ABOUT_IT);

  if (figure->amount.unit == NULL && figure->amount.unit_first < figure->amount.unit_last)
    return 10 - (int) (first - figure->last);
  if ((is_of || qm_tokens_is (tokens, figure->last - 1, "of")) && first <= figure->last + 3)
    return 75;
  if (is_at && g_strcmp0 (figure->amount.unit, "rank") == 0 && first <= figure->last + 3)
    return 75;
  /* "gấp rưỡi về sản lượng" */
  if (qm_tokens_is (tokens, figure->last, "về") && first == figure->last + 1 &&
      g_strcmp0 (figure->amount.unit, "times") == 0)
    return 76;
  if (is_at && is_money && first <= figure->last + 3)
    return qm_tokens_is (tokens, figure->last, "in") ? 25 : 72;
  if (is_next && !reader->lexicon->has_plurals)
    return 74;
  return 15 - (int) (first - figure->last);
}

static void
add_after (GArray *list, const QmFigureReader *reader, const QmFigure *figure)
{
  const QmTokens *tokens = reader->tokens;
  gsize i = figure->last;

  while (i < figure->last + REACH_AFTER && qm_tokens_continues (tokens, i)) {
    gsize last = end_of_thing (reader, i, tokens->n);

    if (last > i)
      add (list, reader, i, last, score_after (reader, figure, i));
    i = MAX (last, i + 1);
  }
}

/* "1,200 of its 14,000 jobs", "144 trong số 188 UAV": what the whole counts. */
static void
add_of_whole (GArray *list, const QmFigureReader *reader, const QmFigure *figure)
{
  const QmFigure *next = figure + 1;
  gsize i = figure->last;

  if (next >= &g_array_index (reader->figures, QmFigure, reader->figures->len) ||
      !qm_tokens_is_any (reader->tokens, i, "of|trong") || figure->amount.unit != NULL ||
      figure->amount.unit_first < figure->amount.unit_last || next->amount.unit != NULL)
    return;
  while (i < next->first && i < figure->last + 3 &&
         (qm_tokens_is_any (reader->tokens, i, "of|the|its|their|all|these|those|trong|số") ||
          strchr (reader->tokens->items[i].folded, '\'') != NULL))
    i++;
  if (i == next->first)
    add_counted (list, reader, next);
}

static GArray *
list_things (const QmFigureReader *reader, const QmFigure *figure)
{
  GArray *list = qm_subject_list_new ();

  add_counted (list, reader, figure);
  add_of_whole (list, reader, figure);
  add_before (list, reader, figure);
  add_counted_before (list, reader, figure);
  add_after (list, reader, figure);
  return list;
}

static gboolean
has_sure (const GArray *list)
{
  return list->len > 0 && g_array_index (list, QmSubject, 0).score >= QM_SUBJECT_SURE;
}

/* What is sure of the other figure of its list. */
static void
add_from (GArray *list, const QmFigureReader *reader, const QmFigure *other)
{
  GArray *things = list_things (reader, other);

  if (has_sure (things)) {
    QmSubject *sure = &g_array_index (things, QmSubject, 0);

    qm_subject_list_add (list, sure->first, sure->last, QM_SUBJECT_SURE,
                         g_steal_pointer (&sure->text));
  }
  g_array_unref (things);
}

GArray *
qm_subject_things (const QmFigureReader *reader, const QmFigure *figure)
{
  GArray *list = list_things (reader, figure);
  const QmFigure *ends[] = { qm_subject_find_head (reader, figure),
                             qm_subject_find_tail (reader, figure) };

  for (gsize i = 0; i < G_N_ELEMENTS (ends) && !has_sure (list); i++)
    if (ends[i] != figure)
      add_from (list, reader, ends[i]);
  qm_subject_tell_basis (list, reader, figure);
  return list;
}
