#include "extraction/subject.h"

#include <string.h>

static void
clear_subject (gpointer data)
{
  g_free (((QmSubject *) data)->text);
}

/* Each token of each phrase of that role. */
static void
mark_role (QmFigureReader *reader, QmRole role, guint8 mark)
{
  for (gsize i = 0; i < reader->tokens->n; i++) {
    gsize n = 0;

    qm_lexicon_match (reader->tokens, i, role, &n);
    for (gsize k = i; k < i + n; k++)
      reader->marks[k] |= mark;
  }
}

/* "treated", "agreed": what somebody has done is nothing that is measured. */
static void
mark_participles (QmFigureReader *reader)
{
  for (gsize i = 0; i < reader->tokens->n; i++) {
    const QmToken *token = &reader->tokens->items[i];

    if (reader->marks[i] == 0 && token->kind == QM_TOKEN_WORD && !token->is_capital &&
        strlen (token->folded) > 4 && g_str_has_suffix (token->folded, "ed"))
      reader->marks[i] |= QM_SUBJECT_DOING;
  }
}

/* "chi phí" is a thing, whatever "chi" is; "trong số" only says that what follows is a whole. */
static void
clear_things (QmFigureReader *reader)
{
  for (gsize i = 0; i < reader->tokens->n; i++) {
    gsize n = 0;

    qm_lexicon_match (reader->tokens, i, QM_ROLE_THING, &n);
    for (gsize k = i; k < i + n; k++)
      reader->marks[k] = qm_tokens_is (reader->tokens, i, "trong") ? QM_SUBJECT_BREAK : 0;
  }
}

static gboolean
has_capital (const QmTokens *tokens, gsize i)
{
  return qm_tokens_continues (tokens, i) && tokens->items[i].kind == QM_TOKEN_WORD &&
         tokens->items[i].is_capital;
}

static gboolean
is_marked_name (const QmFigureReader *reader, gsize i)
{
  return (reader->marks[i] & QM_SUBJECT_NAME) != 0;
}

/* "Soybean exports were", "Internet use:" are things; "mức phạt" is one, "mức 5%" none, "nhiệt độ
 * thấp nhất" one to its end; "quý III" is a time. */
static void
mark_by_next (QmFigureReader *reader)
{
  const QmTokens *tokens = reader->tokens;

  for (gsize i = 0; i + 1 < tokens->n; i++) {
    gboolean is_level = (reader->marks[i + 1] & QM_SUBJECT_LEVEL) != 0;

    if (reader->lexicon->has_plurals && !tokens->items[i].is_capital &&
        reader->marks[i] == QM_SUBJECT_DOING && g_str_has_suffix (tokens->items[i].folded, "s") &&
        is_level)
      reader->marks[i] = 0;
    if (qm_tokens_is (tokens, i + 1, ":") ||
        (qm_tokens_is (tokens, i, "mức") && tokens->items[i + 1].kind == QM_TOKEN_WORD &&
         reader->marks[i + 1] == 0))
      reader->marks[i] = 0;
    if (qm_tokens_is (tokens, i + 1, "nhất") && i > 0 && reader->marks[i - 1] == 0 &&
        qm_tokens_is_any (tokens, i, "cao|thấp|lớn|nhỏ|nhiều|ít|dài"))
      reader->marks[i] = 0;
    if (qm_tokens_is (tokens, i, "quý") && tokens->items[i + 1].is_capital)
      reader->marks[i] = reader->marks[i + 1] = QM_SUBJECT_BREAK;
  }
}

/* Large letters are those of names, but for words that begin a sentence and stop there, months,
 * what counts money and what is measured, "GDP"; "Đồng Tháp" is no money, "Sunday's election"
 * nobody's. */
static void
mark_names (QmFigureReader *reader)
{
  static const QmRole others[] = { QM_ROLE_STOP, QM_ROLE_MONTH, QM_ROLE_CURRENCY, QM_ROLE_UNIT,
                                   QM_ROLE_THING };
  const QmTokens *tokens = reader->tokens;
  gsize end_of_thing = 0;

  for (gsize i = 0; i < tokens->n; i++) {
    gsize n = 0;
    gboolean has_another = has_capital (tokens, i + 1) && strlen (tokens->items[i].folded) > 3;
    gboolean is_name = tokens->items[i].kind == QM_TOKEN_WORD && tokens->items[i].is_capital;
    /* "Cao Bằng" is neither high nor equal. */
    gboolean is_within = !reader->lexicon->has_plurals && !tokens->items[i].is_first &&
                         (has_capital (tokens, i + 1) ||
                          (has_capital (tokens, i) && is_marked_name (reader, i - 1)));

    for (gsize k = 0; is_name && !is_within && k < (has_another ? 2 : G_N_ELEMENTS (others)); k++)
      is_name = qm_lexicon_match (tokens, i, others[k], NULL) == NULL &&
                !g_str_has_suffix (tokens->items[i].folded, "day's") &&
                !g_str_has_suffix (tokens->items[i].folded, "day’s");
    /* The D of "R&D" is no name, either. */
    qm_lexicon_match (tokens, i, QM_ROLE_THING, &n);
    end_of_thing = MAX (end_of_thing, i + n);
    is_name &= is_within || has_another || i >= end_of_thing;
    if (is_name && is_within)
      reader->marks[i] = 0;
    reader->marks[i] |= is_name ? QM_SUBJECT_NAME : 0;
  }
}

void
qm_subject_mark (QmFigureReader *reader)
{
  static const struct {
    QmRole role;
    QmSubjectMark mark;
  } roles[] = {
    { QM_ROLE_LEVEL, QM_SUBJECT_LEVEL },     { QM_ROLE_UP, QM_SUBJECT_LEVEL },
    { QM_ROLE_DOWN, QM_SUBJECT_LEVEL },      { QM_ROLE_VERB, QM_SUBJECT_DOING },
    { QM_ROLE_REPORT, QM_SUBJECT_DOING },    { QM_ROLE_STOP, QM_SUBJECT_BREAK },
    { QM_ROLE_PROJECTED, QM_SUBJECT_BREAK }, { QM_ROLE_TOPIC, QM_SUBJECT_BREAK },
    { QM_ROLE_NUMBER, QM_SUBJECT_BREAK },    { QM_ROLE_BASIS, QM_SUBJECT_BREAK },
  };

  reader->marks = g_new0 (guint8, reader->tokens->n + 1);
  for (gsize k = 0; k < G_N_ELEMENTS (roles); k++)
    mark_role (reader, roles[k].role, (guint8) roles[k].mark);
  if (reader->lexicon->has_plurals)
    mark_participles (reader);
  clear_things (reader);
  mark_by_next (reader);
  mark_names (reader);
  for (guint k = 0; k < reader->figures->len; k++)
    reader->marks[g_array_index (reader->figures, QmFigure, k).amount.number] |= QM_SUBJECT_FIGURE;
}

gboolean
qm_subject_is_acronym (const QmTokens *tokens, gsize i)
{
  const char *word = tokens->text + tokens->items[i].start;

  return tokens->items[i].end - tokens->items[i].start > 1 && g_ascii_isupper (word[0]) &&
         g_ascii_isupper (word[1]);
}

gboolean
qm_subject_is_foreign (const QmFigureReader *reader, gsize i)
{
  static const char *const vowels = "aeiouy";
  const char *word = reader->tokens->items[i].folded, *at = word;

  if (reader->lexicon->has_plurals || !g_str_is_ascii (word))
    return FALSE;
  at += strcspn (at, vowels);
  at += strspn (at, vowels);
  return strlen (word) > 5 || strpbrk (at, vowels) != NULL;
}

GArray *
qm_subject_list_new (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (QmSubject));

  g_array_set_clear_func (list, clear_subject);
  return list;
}

void
qm_subject_list_add (GArray *list, gsize first, gsize last, int score, char *text)
{
  QmSubject subject = { first, last, score, text };
  guint place = 0;

  for (guint i = 0; i < list->len; i++) {
    const QmSubject *other = &g_array_index (list, QmSubject, i);

    if (strcmp (other->text, text) != 0)
      continue;
    if (other->score >= score) {
      g_free (text);
      return;
    }
    g_array_remove_index (list, i--);
  }
  while (place < list->len && g_array_index (list, QmSubject, place).score >= score)
    place++;
  g_array_insert_val (list, place, subject);
}

char *
qm_subject_list_get_sure (const GArray *list)
{
  const QmSubject *first = list->len > 0 ? &g_array_index (list, QmSubject, 0) : NULL;

  return first != NULL && first->score >= QM_SUBJECT_SURE ? g_strdup (first->text) : NULL;
}

char *
qm_subject_tell_thing (const QmTokens *tokens, gsize first, gsize last)
{
  g_autofree char *text = qm_tokens_text (tokens, first, last);
  g_autofree char *letter = g_utf8_substring (text, 0, 1), *upper = g_utf8_strup (letter, -1);

  /* "iPhones" are as they are. */
  if (g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (text))))
    return g_steal_pointer (&text);

  return g_strconcat (upper, text + strlen (letter), NULL);
}
