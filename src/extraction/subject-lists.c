#include "extraction/subject.h"

/* In tokens: between a name of a list and its figure, and how far the word that says that two lists
 * have the same order may stand from a figure. */
#define REACH_OF_ITEM 3
#define REACH_OF_WORDS 6
#define REACH_OF_ORDER 40

/* In tokens, from a figure of a list to the next. */
#define REACH_OF_NEXT 10

/* The longest list that is told in two halves. */
#define MAX_ITEMS 12

/* Between the parts of a list. */
static gboolean
is_joint (const QmTokens *tokens, gsize i)
{
  return qm_tokens_is_any (tokens, i, ",|;|and|và|or|hoặc|còn");
}

static gboolean
is_same_sentence (const QmTokens *tokens, gsize a, gsize b)
{
  return tokens->items[a].sentence == tokens->items[b].sentence;
}

/* The figure before it in its sentence, or NULL. */
static const QmFigure *
find_before (const QmFigureReader *reader, const QmFigure *figure)
{
  const QmFigure *first = (const QmFigure *) (gconstpointer) reader->figures->data;

  return figure > first && is_same_sentence (reader->tokens, figure[-1].first, figure->first)
             ? figure - 1
             : NULL;
}

/* --- A name beside its figure --- */

/* "Samsung 5 million", "Sweden (84%)", "Europe for 22%", "Chad hosts 1.2 million". */
static gboolean
is_beside (const QmFigureReader *reader, const QmFigure *figure, const QmNameSpan *name)
{
  if (name->last > figure->first || name->last + REACH_OF_ITEM < figure->first ||
      !is_same_sentence (reader->tokens, name->first, figure->first))
    return FALSE;
  for (gsize i = name->last; i < figure->first; i++)
    if (!qm_tokens_is_any (reader->tokens, i, ",|(|:|–|—|for|with|at|to|hosts") &&
        (reader->marks[i] & (QM_SUBJECT_DOING | QM_SUBJECT_LEVEL)) == 0)
      return FALSE;
  return TRUE;
}

/* One that says neither what is done nor that another sentence begins. */
static gboolean
is_small_word (const QmFigureReader *reader, gsize i)
{
  const QmToken *token = &reader->tokens->items[i];
  gboolean is_hyphen = token->is_glued && qm_tokens_is (reader->tokens, i, "-");

  return (token->kind == QM_TOKEN_WORD || is_hyphen) && !token->is_capital &&
         !is_joint (reader->tokens, i) && reader->marks[i] == 0;
}

/* "Germany 2.1%, France 1.4%": the list begins the sentence. */
static gboolean
is_head (const QmFigureReader *reader, const QmFigure *figure, const QmNameSpan *name)
{
  return reader->tokens->items[name->first].is_first && name->last == figure->first &&
         qm_subject_find_tail (reader, figure) != figure &&
         (reader->marks[figure[1].first - 1] & QM_SUBJECT_NAME) != 0;
}

/* ", the United States", "followed by Sweden", "and in Chad"; of a list that a colon announces the
 * first as well. */
static gboolean
begins_item (const QmFigureReader *reader, const QmFigure *figure, const QmNameSpan *name)
{
  const QmFigure *before = find_before (reader, figure);
  gsize i = name->first;

  if ((i > 0 && qm_tokens_is (reader->tokens, i - 1, ":")) || is_head (reader, figure, name))
    return TRUE;
  if (before == NULL || before->last > i)
    return FALSE;
  /* "a plant in Ohio 3", "and the far-right National Will 14" */
  while (i > before->last && i + REACH_OF_WORDS > name->first &&
         (qm_tokens_is_any (reader->tokens, i - 1, "the|in|at|by|tại|ở|của|mr|ông|bà|followed") ||
          is_small_word (reader, i - 1)))
    i--;
  return is_joint (reader->tokens, i - 1) ||
         (name->last + 1 == figure->first && qm_tokens_is (reader->tokens, name->last, "("));
}

/* --- A list of names and one of figures --- */

/* Nothing but what joins the parts of a list, and that. */
static gboolean
is_gap (const QmTokens *tokens, gsize first, gsize last)
{
  gsize i = first;

  while (i < last && (is_joint (tokens, i) || qm_tokens_is (tokens, i, "the")))
    i++;
  return first < last && i == last;
}

/* "respectively", "lần lượt" */
static gboolean
says_same_order (const QmTokens *tokens, gsize i)
{
  gsize first = i > REACH_OF_ORDER ? i - REACH_OF_ORDER : 0;

  for (gsize k = first; k < i + REACH_OF_ORDER && k < tokens->n; k++)
    if (is_same_sentence (tokens, k, i) &&
        (qm_tokens_is (tokens, k, "respectively") ||
         (qm_tokens_is (tokens, k, "lần") && qm_tokens_is (tokens, k + 1, "lượt"))))
      return TRUE;
  return FALSE;
}

/* Its place in its list of figures, from 0, and how many there are. */
static guint
find_place (const QmFigureReader *reader, const QmFigure *figure, guint *n)
{
  const QmFigure *first = figure, *last = figure;
  const QmFigure *end = &g_array_index (reader->figures, QmFigure, reader->figures->len);

  while (last - first < MAX_ITEMS && find_before (reader, first) != NULL &&
         is_gap (reader->tokens, first[-1].last, first->first))
    first--;
  while (last - first < MAX_ITEMS && last + 1 < end &&
         is_gap (reader->tokens, last->last, last[1].first))
    last++;
  *n = (guint) (last - first + 1);
  return (guint) (figure - first);
}

/* That of a list of so many names before the figure. */
static const QmNameSpan *
find_in_order (const QmFigureReader *reader, const QmFigure *figure, const GArray *names)
{
  guint n, place = find_place (reader, figure, &n), n_run = 0;

  if (n < 2)
    return NULL;
  for (guint i = 0; i < names->len; i++) {
    const QmNameSpan *name = &g_array_index (names, QmNameSpan, i);
    gboolean goes_on = i + 1 < names->len && is_gap (reader->tokens, name->last, name[1].first);

    if (name->last > figure->first ||
        !is_same_sentence (reader->tokens, name->first, figure->first))
      continue;
    n_run++;
    if (!goes_on && n_run == n)
      return name - (n - 1) + place;
    n_run = goes_on ? n_run : 0;
  }
  return NULL;
}

const QmNameSpan *
qm_subject_find_listed (const QmFigureReader *reader, const QmFigure *figure, const GArray *names)
{
  if (says_same_order (reader->tokens, figure->first))
    return find_in_order (reader, figure, names);
  for (guint i = names->len; i-- > 0;) {
    const QmNameSpan *name = &g_array_index (names, QmNameSpan, i);

    if (is_beside (reader, figure, name))
      return begins_item (reader, figure, name) ? name : NULL;
  }
  return NULL;
}

/* --- What a list says once --- */

/* "Kenya sold 450 tonnes, Sri Lanka 256": it counts what the one before does. */
static gboolean
is_bare_beside_name (const QmFigureReader *reader, const QmFigure *figure)
{
  const QmAmount *amount = &figure->amount;

  return amount->unit == NULL && amount->unit_first == amount->unit_last && !figure->is_word &&
         !amount->numeral.is_part && figure->first > 0 &&
         (reader->marks[figure->first - 1] & QM_SUBJECT_NAME) != 0;
}

/* No verb stands between them, but what joins the parts of a list. */
static gboolean
goes_on (const QmFigureReader *reader, const QmFigure *before, const QmFigure *figure)
{
  gboolean is_joined = FALSE;

  if (figure->first > before->last + REACH_OF_NEXT || figure->precision == QM_BETWEEN ||
      (g_strcmp0 (figure->amount.unit, before->amount.unit) != 0 &&
       !is_bare_beside_name (reader, figure)))
    return FALSE;
  for (gsize i = before->last; i < figure->first; i++) {
    if ((reader->marks[i] & (QM_SUBJECT_DOING | QM_SUBJECT_LEVEL)) != 0 &&
        !qm_tokens_is (reader->tokens, i, "followed"))
      return FALSE;
    is_joined |= is_joint (reader->tokens, i);
  }
  return is_joined;
}

const QmFigure *
qm_subject_find_head (const QmFigureReader *reader, const QmFigure *figure)
{
  const QmFigure *head = figure;

  while (figure - head < MAX_ITEMS && find_before (reader, head) != NULL &&
         goes_on (reader, head - 1, head))
    head--;
  return head;
}

const QmFigure *
qm_subject_find_tail (const QmFigureReader *reader, const QmFigure *figure)
{
  const QmFigure *tail = figure;
  const QmFigure *end = &g_array_index (reader->figures, QmFigure, reader->figures->len);

  while (tail - figure < MAX_ITEMS && tail + 1 < end &&
         is_same_sentence (reader->tokens, tail->first, tail[1].first) &&
         goes_on (reader, tail, tail + 1))
    tail++;
  return tail;
}
