#include "extraction/subject.h"

#include <string.h>

/* In tokens: how far before and after its figure a name may stand. */
#define REACH_BEFORE 60
#define REACH_AFTER 25

/* ... and from a name to the figure that its verb gives it. */
#define REACH_OF_VERB 3

/* The score of a name that stands in a list with its figure, whatever else stands there. */
#define LISTED_WITH_IT 90

static gboolean
matches (const QmTokens *tokens, gsize i, QmRole role)
{
  return qm_lexicon_match (tokens, i, role, NULL) != NULL;
}

static gboolean
follows (const QmTokens *tokens, gsize i, QmRole role)
{
  return qm_lexicon_match_before (tokens, i, role, NULL) != NULL;
}

static gboolean
is_possessive (const QmTokens *tokens, gsize i)
{
  const char *word = tokens->items[i].folded;

  return strchr (word, '\'') != NULL || strstr (word, "’") != NULL;
}

/* "has", "paid", "treated"; "polled by" is what others do. */
static gboolean
is_doing (const QmTokens *tokens, gsize i)
{
  if (!qm_tokens_has (tokens, i, QM_TOKEN_WORD) || tokens->items[i].is_capital ||
      qm_tokens_is (tokens, i + 1, "by"))
    return FALSE;
  return matches (tokens, i, QM_ROLE_VERB) ||
         (strlen (tokens->items[i].folded) > 4 &&
          g_str_has_suffix (tokens->items[i].folded, "ed") && !matches (tokens, i, QM_ROLE_LEVEL) &&
          !matches (tokens, i, QM_ROLE_UP) && !matches (tokens, i, QM_ROLE_DOWN));
}

/* The first word of a sentence is written large in any case: it is a name only with another,
 * or where it is known for one. Whoever has or does something is whose the figure is: "Insurers
 * paid". */
static gboolean
is_sure_first (const QmFigureReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;

  return (qm_tokens_continues (tokens, i + 1) && tokens->items[i + 1].is_capital) ||
         qm_subject_is_acronym (tokens, i) || qm_subject_is_foreign (reader, i) ||
         matches (tokens, i, QM_ROLE_NAME) || is_possessive (tokens, i) ||
         (reader->lexicon->has_plurals &&
          (is_doing (tokens, i + 1) ||
           (matches (tokens, i + 1, QM_ROLE_PROJECTED) && is_doing (tokens, i + 2))));
}

static gboolean
is_name (const QmFigureReader *reader, gsize i)
{
  return (reader->marks[i] & QM_SUBJECT_NAME) != 0;
}

/* "Bộ Y tế", "Ngân hàng Nhà nước": what begins so has small syllables. */
static gsize
end_of_office (const QmTokens *tokens, gsize first, gsize end)
{
  gsize last = first;

  while (last < end && last < first + 5 && (last == first || qm_tokens_continues (tokens, last)) &&
         tokens->items[last].kind == QM_TOKEN_WORD && !matches (tokens, last, QM_ROLE_STOP) &&
         !matches (tokens, last, QM_ROLE_REPORT) && !matches (tokens, last, QM_ROLE_LEVEL) &&
         !matches (tokens, last, QM_ROLE_VERB) && !matches (tokens, last, QM_ROLE_PROJECTED) &&
         !matches (tokens, last, QM_ROLE_UP) && !matches (tokens, last, QM_ROLE_DOWN))
    last++;
  return last;
}

/* The number of a thing, which is neither a figure nor a year. */
static gboolean
is_model (const QmFigureReader *reader, gsize i)
{
  const QmToken *token = &reader->tokens->items[i];

  return token->kind == QM_TOKEN_NUMBER && reader->is_taken[i] && !token->is_glued &&
         (reader->marks[i] & QM_SUBJECT_FIGURE) == 0 && strlen (token->folded) < 4 &&
         !qm_tokens_is (reader->tokens, i + 1, "-");
}

/* "GPT-oss-120B", "COVID-19": after what hyphens join to the word, if there is a number in it, that
 * is no year; else where the word ends. */
static gsize
end_of_model (const QmFigureReader *reader, gsize word)
{
  const QmTokens *tokens = reader->tokens;
  gsize last = word + 1;
  gboolean has_number = FALSE;

  while (qm_tokens_is_glued (tokens, last) &&
         (qm_tokens_is (tokens, last, "-") ? qm_tokens_is_glued (tokens, last + 1)
                                           : tokens->items[last].kind != QM_TOKEN_SIGN)) {
    const char *folded = tokens->items[last].folded;

    if (strlen (folded) > 3 && g_ascii_isdigit (folded[0]))
      return word + 1;
    has_number |= strpbrk (folded, "0123456789") != NULL;
    last++;
  }
  return has_number ? last : word + 1;
}

gsize
qm_subject_end_of_name (const QmFigureReader *reader, gsize first, gsize end)
{
  const QmTokens *tokens = reader->tokens;
  gsize last = end_of_model (reader, first);

  if (matches (tokens, first, QM_ROLE_OFFICE) ||
      (first > 0 && !tokens->items[first].is_first && matches (tokens, first - 1, QM_ROLE_OFFICE)))
    return MAX (last, end_of_office (tokens, first, end));
  while (last < end && qm_tokens_continues (tokens, last)) {
    /* "Bank of England", "TP.HCM", "VN-Index" */
    gboolean is_joint =
        qm_tokens_is_any (tokens, last, "of|&") ||
        (qm_tokens_is_any (tokens, last, ".|-") && qm_tokens_is_glued (tokens, last) &&
         qm_tokens_is_glued (tokens, last + 1));
    /* "Disney+", "iPhone 15" */
    gboolean is_tail = (qm_tokens_is (tokens, last, "+") && qm_tokens_is_glued (tokens, last) &&
                        !qm_tokens_is_glued (tokens, last + 1)) ||
                       is_model (reader, last);

    if (is_possessive (tokens, last - 1))
      break;
    if (is_name (reader, last))
      last = end_of_model (reader, last);
    else if (is_tail)
      last++;
    else if (is_joint && last + 1 < end && is_name (reader, last + 1))
      last += 2;
    else
      break;
  }
  return last;
}

/* "China's" is China. */
static char *
tell_name (const QmTokens *tokens, gsize first, gsize last)
{
  char *name = qm_tokens_text (tokens, first, last);
  gsize length = strlen (name);

  if (g_str_has_suffix (name, "'s"))
    name[length - 2] = '\0';
  else if (g_str_has_suffix (name, "’s"))
    name[length - strlen ("’s")] = '\0';
  return name;
}

/* After a comma or a word that begins another half of a sentence. */
static gboolean
begins_clause (const QmTokens *tokens, gsize i)
{
  if (tokens->items[i].is_first)
    return TRUE;
  return qm_tokens_is_any (tokens, i - 1, ",|:|;|–|while|but|còn|khi|nhưng|the|that|rằng");
}

/* "Norway has 5, while": what stands before it is of another one. */
static gboolean
begins_other_half (const QmTokens *tokens, gsize i)
{
  return i > 0 && qm_tokens_is_any (tokens, i, "while|whereas|but|against|còn|khi|nhưng") &&
         !qm_tokens_has (tokens, i - 1, QM_TOKEN_NUMBER);
}

/* "hạ tầng AI", where there are no endings, says which, and not whose. */
static gboolean
tells_which (const QmFigureReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;

  return !reader->lexicon->has_plurals && !tokens->items[i].is_first &&
         tokens->items[i - 1].kind == QM_TOKEN_WORD && !tokens->items[i - 1].is_capital &&
         !matches (tokens, i - 1, QM_ROLE_STOP) && !matches (tokens, i - 1, QM_ROLE_OFFICE) &&
         !matches (tokens, i - 1, QM_ROLE_LEVEL) && !matches (tokens, i - 1, QM_ROLE_PROJECTED) &&
         !follows (tokens, i, QM_ROLE_REPORT);
}

/* ", Ukraine bắn hạ 144": the name before i has the figure's clause to itself, whatever its verb.
 */
static gboolean
has_clause (const QmFigureReader *reader, const QmFigure *figure, gsize i)
{
  if (i >= figure->first || i + REACH_OF_VERB < figure->first)
    return FALSE;
  while (i < figure->first && reader->tokens->items[i].kind == QM_TOKEN_WORD &&
         (reader->marks[i] & ~(QM_SUBJECT_DOING | QM_SUBJECT_LEVEL)) == 0)
    i++;
  return i == figure->first;
}

/* What the words beside a name say of it. */
static int
score_place (const QmFigureReader *reader, const QmFigure *figure, gsize first, gsize last)
{
  const QmTokens *tokens = reader->tokens;
  gboolean has_the = qm_tokens_is (tokens, first - 1, "the");
  gboolean is_right_after = first >= figure->last && first <= figure->last + 1 + (has_the ? 1 : 0);
  int score = 0;

  if (begins_clause (tokens, first) &&
      (!qm_tokens_is (tokens, first - 1, ",") || has_clause (reader, figure, last) ||
       (reader->marks[last] & (QM_SUBJECT_DOING | QM_SUBJECT_LEVEL)) != 0))
    score += 25;
  if (is_possessive (tokens, last - 1) || is_doing (tokens, last))
    score += 20;
  if (qm_tokens_is_any (tokens, first - 1, "của|of"))
    score += is_right_after ? 60 : 10;
  if (qm_tokens_is_any (tokens, first - 1, "in|tại|ở|at"))
    score += is_right_after ? 60 : 5;
  if (is_right_after && qm_tokens_is (tokens, figure->last, "for"))
    score += 40;
  else if (follows (tokens, first, QM_ROLE_TOPIC))
    score -= 50;
  /* "giữa Mỹ và Trung Quốc nghiêng về Mỹ: đầu tư 300 tỉ" goes on with it. */
  if (qm_tokens_is (tokens, last, ":") && last < figure->first)
    score += 60;
  /* "có GDP": who has it stands before. */
  if (first > 0 && last <= figure->first && !tokens->items[first].is_first &&
      (reader->marks[first - 1] & QM_SUBJECT_DOING) != 0)
    score -= 40;
  if (follows (tokens, first, QM_ROLE_REPORT) || matches (tokens, last, QM_ROLE_REPORT) ||
      ((qm_tokens_is (tokens, first - 1, "the") ||
        (first > 0 && matches (tokens, first - 1, QM_ROLE_OFFICE))) &&
       follows (tokens, first - 1, QM_ROLE_REPORT)))
    score -= 70;
  if (follows (tokens, first, QM_ROLE_TITLE))
    score -= 25;
  /* "6 times China" */
  if (is_right_after && g_strcmp0 (figure->amount.unit, "times") == 0)
    score -= 90;
  for (gsize i = last; i < figure->first; i++)
    score -= begins_other_half (tokens, i) ? 40 : qm_tokens_is (tokens, i, "compared") ? 20 : 0;
  for (gsize i = figure->last; i < first; i++)
    score -= (reader->marks[i] & QM_SUBJECT_FIGURE) != 0 ? 40
             : tokens->items[i].kind == QM_TOKEN_SIGN    ? 20
                                                         : 0;
  return score - (tells_which (reader, first) ? 40 : 0);
}

/* "châu Âu", "tỉnh An Giang": the word belongs to the name of a continent. */
static gsize
begin_of_name (const QmTokens *tokens, gsize first)
{
  return first > 0 && qm_tokens_is (tokens, first - 1, "châu") ? first - 1 : first;
}

/* The same in other words, which may be meant as well: "GPT-oss-120B" of "OpenAI GPT-oss-120B", and
 * "doanh nghiệp châu Âu" of "châu Âu". */
static void
add_variants (GArray *list, const QmFigureReader *reader, gsize first, gsize last, int score)
{
  const QmTokens *tokens = reader->tokens;
  gsize n = 0;

  for (gsize i = first + 1; i < last; i++)
    if (!qm_tokens_is_glued (tokens, i) && last > i + 1 && end_of_model (reader, i) == last)
      qm_subject_list_add (list, i, last, score, tell_name (tokens, i, last));
  if (!reader->lexicon->has_plurals && !follows (tokens, first, QM_ROLE_THING) &&
      qm_lexicon_match_before (tokens, first, QM_ROLE_COUNTED, &n) != NULL &&
      !reader->is_taken[first - n])
    qm_subject_list_add (list, first - n, last, score,
                         qm_subject_tell_thing (tokens, first - n, last));
}

/* "6 times China, 10 times": with China each of them is compared. */
static gboolean
is_compared_with (const QmFigureReader *reader, const QmFigure *figure, gsize name)
{
  const QmFigure *first = (const QmFigure *) (gconstpointer) reader->figures->data;

  for (const QmFigure *before = figure; before > first && (--before)->last >= name;)
    if (before->last == name && g_strcmp0 (before->amount.unit, "times") == 0)
      return TRUE;
  return FALSE;
}

/* "behind South Korea, Israel and the UAE": what stands before the first of a list of names is said
 * of all of them. */
static const QmNameSpan *
find_head (const QmFigureReader *reader, const GArray *names, const QmNameSpan *name)
{
  const QmTokens *tokens = reader->tokens;

  while (name > (const QmNameSpan *) (gconstpointer) names->data) {
    gsize i = name->first - (qm_tokens_is (tokens, name->first - 1, "the") ? 1 : 0);

    if (!qm_tokens_is_any (tokens, i - 1, ",|and|và") || name[-1].last + 1 != i)
      break;
    name--;
  }
  return name;
}

static void
add_name (GArray *list, const QmFigureReader *reader, const QmFigure *figure, const GArray *names,
          const QmNameSpan *name, const QmNameSpan *listed)
{
  const QmTokens *tokens = reader->tokens;
  gsize first = name->first, last = name->last;
  gboolean is_unsure = tokens->items[name->word].is_first && !is_sure_first (reader, name->word);
  gboolean is_elsewhere = tokens->items[first].sentence != tokens->items[figure->first].sentence;
  int score;

  if (is_elsewhere)
    score = -100 - (int) (figure->first - first);
  else if (last <= figure->first)
    score = 60 - (int) (figure->first - last) + score_place (reader, figure, first, last);
  else
    score = 30 - 2 * (int) (first - figure->last) + score_place (reader, figure, first, last);
  if (is_compared_with (reader, figure, first))
    score -= 50;
  if (follows (tokens, find_head (reader, names, name)->first, QM_ROLE_BASE))
    score -= 50;
  if (name == listed)
    score = MAX (score, LISTED_WITH_IT);
  else if (is_unsure || listed != NULL)
    score = MIN (score, QM_SUBJECT_SURE - 20);
  qm_subject_list_add (list, first, last, score, tell_name (tokens, first, last));
  if (!is_elsewhere)
    add_variants (list, reader, first, last, MIN (score, QM_SUBJECT_SURE) - 1);
}

/* "households 58%, farms (27%)": a common word right before its figure may be whose it is as well.
 */
static void
add_common (GArray *list, const QmFigureReader *reader, const QmFigure *figure)
{
  const QmTokens *tokens = reader->tokens;
  gsize i = figure->first - (qm_tokens_is (tokens, figure->first - 1, "(") ? 2 : 1);
  g_autofree char *letter = NULL, *upper = NULL;

  if (figure->first < 2 || tokens->items[figure->first].is_first || reader->is_taken[i] ||
      reader->marks[i] != 0 || tokens->items[i].kind != QM_TOKEN_WORD)
    return;
  letter = g_utf8_substring (tokens->items[i].folded, 0, 1);
  upper = g_utf8_strup (letter, -1);
  qm_subject_list_add (list, i, i + 1, QM_SUBJECT_SURE - 1,
                       g_strconcat (upper, tokens->items[i].folded + strlen (letter), NULL));
}

static gsize
find_name (GArray *names, const QmFigureReader *reader, gsize i, gsize end)
{
  QmNameSpan name = { begin_of_name (reader->tokens, i), qm_subject_end_of_name (reader, i, end),
                      i };

  if (reader->is_taken[i] || !is_name (reader, i))
    return i + 1;
  g_array_append_val (names, name);
  return name.last;
}

/* The names around the figure, in their order. */
static GArray *
find_names (const QmFigureReader *reader, const QmFigure *figure)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (QmNameSpan));
  gsize i = figure->first > REACH_BEFORE ? figure->first - REACH_BEFORE : 0;

  while (i < figure->first)
    i = find_name (names, reader, i, figure->first);
  for (i = figure->last; i < figure->last + REACH_AFTER && qm_tokens_continues (reader->tokens, i);)
    i = find_name (names, reader, i, reader->tokens->n);
  return names;
}

GArray *
qm_subject_names (const QmFigureReader *reader, const QmFigure *figure)
{
  GArray *list = qm_subject_list_new ();
  g_autoptr (GArray) names = find_names (reader, figure);
  const QmNameSpan *listed = qm_subject_find_listed (reader, figure, names);

  for (guint i = 0; i < names->len; i++)
    add_name (list, reader, figure, names, &g_array_index (names, QmNameSpan, i), listed);
  if (reader->lexicon->has_plurals)
    add_common (list, reader, figure);
  return list;
}
