#include "sheet/when.h"

#include "base/fold.h"
#include "extraction/lexicon.h"
#include "sheet/cell-digits.h"
#include "sheet/cell-name.h"

#include <stdlib.h>
#include <string.h>

/* Letters and digits of the longest cell that says when. */
#define MAX_LENGTH 40

/* Two digits of a year from here on are of the century before. */
#define CENTURY_TURN 70

/* --- Words --- */

/* Two words that are one. */
static const struct {
  const char *words, *word;
} pairs[] = {
  { "so bo", "prelim" },  { "uoc tinh", "est" },    { "du bao", "forecast" },
  { "ke hoach", "plan" }, { "muc tieu", "target" },
};

typedef enum {
  WORD_OTHER,
  WORD_NUMBER,
  WORD_MONTH,    /* the name of one */
  WORD_OF_MONTH, /* "tháng", "m": a number of a month is beside it */
  WORD_OF_QUARTER,
  WORD_OF_HALF,
  WORD_OF_YEAR,
  WORD_TO,
  WORD_PROJECTED,
  WORD_FILL, /* says nothing more */
} WordKind;

typedef struct {
  WordKind kind;
  int number;
  guint n_digits; /* 0 of Roman ones */
} Word;

#define MAX_WORDS 8

typedef struct {
  Word items[MAX_WORDS];
  guint n;
} Words;

/* Beside those of the lexicons, which are English and Vietnamese. Folded without marks. */
static const struct {
  const char *words;
  WordKind kind;
  int number;
} known[] = {
  { "q|quarter|quartal|trimestre|quy|kv", WORD_OF_QUARTER, 0 },
  { "h|half|halbjahr|semestre|semester", WORD_OF_HALF, 0 },
  { "m|thang|monat", WORD_OF_MONTH, 0 },
  { "nam|year|jahr|fy|annee|ano|cy", WORD_OF_YEAR, 0 },
  { "to|den|bis", WORD_TO, 0 },
  { "st|nd|rd|th|of|de|the|ngay|mon|tue|wed|thu|fri|sat|sun|a|p|r|e|b|prelim|prel|preliminary|"
    "provisional|prov|revised|rev|vorlaufig|provisoire",
    WORD_FILL, 0 },
  { "f|forecast|forecasts|projected|projection|projections|prognose|proj|fcst|target|plan|est|"
    "estimate|budget",
    WORD_PROJECTED, 0 },
  { "i", WORD_NUMBER, 1 },
  { "ii", WORD_NUMBER, 2 },
  { "iii", WORD_NUMBER, 3 },
  { "iv", WORD_NUMBER, 4 },
  { "januar|janner|janvier|janv|enero|ene|gennaio|janeiro", WORD_MONTH, 1 },
  { "februar|fevrier|fevr|febrero|febbraio|fevereiro", WORD_MONTH, 2 },
  { "marz|mrz|maerz|mars|marzo|marco", WORD_MONTH, 3 },
  { "avril|avr|abril|abr|aprile", WORD_MONTH, 4 },
  { "mai|mayo|maggio|maio", WORD_MONTH, 5 },
  { "juni|juin|junio|giugno|junho", WORD_MONTH, 6 },
  { "juli|juillet|juil|julio|luglio|julho", WORD_MONTH, 7 },
  { "aout|agosto|ago", WORD_MONTH, 8 },
  { "septembre|septiembre|settembre|setembro", WORD_MONTH, 9 },
  { "oktober|okt|octobre|octubre|ottobre|outubro", WORD_MONTH, 10 },
  { "novembre|noviembre|novembro", WORD_MONTH, 11 },
  { "dezember|dez|decembre|diciembre|dic|dicembre|dezembro", WORD_MONTH, 12 },
};

static GHashTable *
index_words (void)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++) {
    char **list = g_strsplit (known[i].words, "|", -1); /* kept, as the table is */

    for (gsize k = 0; list[k] != NULL; k++)
      g_hash_table_insert (words, list[k], (gpointer) &known[i]);
    g_free (list);
  }
  return words;
}

static int
find_month (const char *word)
{
  g_autoptr (QmTokens) tokens = qm_tokens_new (word, strlen (word));
  const QmLexeme *month;

  qm_lexicon_look_up (qm_lexicon_get ("en"), tokens);
  month = tokens->n == 1 ? qm_lexicon_match (tokens, 0, QM_ROLE_MONTH, NULL) : NULL;
  return month != NULL ? (int) month->value : 0;
}

static Word
read_word (const char *folded)
{
  static GHashTable *words;
  static gsize is_open = 0;
  int month;
  gpointer found;

  if (g_once_init_enter (&is_open)) {
    words = index_words ();
    g_once_init_leave (&is_open, 1);
  }
  found = g_hash_table_lookup (words, folded);
  if (found != NULL) {
    gsize i = (gsize) ((const char *) found - (const char *) known) / sizeof known[0];

    return (Word) { known[i].kind, known[i].number, 0 };
  }
  month = strlen (folded) >= 3 ? find_month (folded) : 0;
  return (Word) { month > 0 ? WORD_MONTH : WORD_OTHER, month, 0 };
}

static gboolean
add_word (Words *words, const char *folded, gsize length)
{
  g_autofree char *word = g_strndup (folded, length);
  Word item;

  if (g_ascii_isdigit (word[0]))
    item = (Word) { WORD_NUMBER, atoi (word), (guint) length };
  else
    item = read_word (word);
  if (words->n == MAX_WORDS || item.kind == WORD_OTHER || length > 12)
    return FALSE;
  if (item.kind != WORD_FILL)
    words->items[words->n++] = item;
  return TRUE;
}

/* FALSE where a word of it has nothing to do with time. */
static gboolean
read_words (const char *folded, Words *words)
{
  for (const char *c = folded; *c != '\0';) {
    gsize length = 0;

    if (g_ascii_isdigit (*c))
      length = strspn (c, "0123456789");
    else
      while (g_ascii_isalpha (c[length]))
        length++;
    if (length == 0 && strchr (" .,/-*()[]':", *c) == NULL)
      return FALSE;
    if (length > 0 && !add_word (words, c, length))
      return FALSE;
    c += MAX (length, 1);
  }
  return words->n > 0;
}

/* --- Dates --- */

static gboolean
is_year (Word word)
{
  return word.kind == WORD_NUMBER && word.n_digits == 4 && word.number >= 1000 &&
         word.number <= 2200;
}

static gboolean
is_within (Word word, int most)
{
  return word.kind == WORD_NUMBER && word.n_digits <= 2 && word.number >= 1 && word.number <= most;
}

/* "24" beside the name of a month. */
static int
year_of (Word word)
{
  if (word.kind != WORD_NUMBER || (word.n_digits != 4 && word.n_digits != 2))
    return 0;
  if (word.n_digits == 4)
    return is_year (word) ? word.number : 0;
  return word.number + (word.number < CENTURY_TURN ? 2000 : 1900);
}

static gboolean set (QmWhen *when, QmResolution resolution, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
set (QmWhen *when, QmResolution resolution, const char *format, ...)
{
  va_list arguments;
  QmDate date;

  va_start (arguments, format);
  g_vsnprintf (when->text, sizeof when->text, format, arguments);
  va_end (arguments);
  when->resolution = resolution;
  return qm_date_parse (when->text, strlen (when->text), &date);
}

static gboolean
set_day (QmWhen *when, int year, int month, int day)
{
  return set (when, QM_RESOLUTION_DAY, "%04d-%02d-%02d", year, month, day);
}

/* "Q1 2024", "2024Q1", "Quý I/2024", "M01 2024", "tháng 3 năm 2024". */
static gboolean
read_part_of_year (const Word *words, guint n, WordKind kind, int most, const char *format,
                   QmResolution resolution, QmWhen *when)
{
  int year = 0, part = 0;
  gboolean has_kind = FALSE;

  for (guint i = 0; i < n; i++) {
    if (words[i].kind == kind)
      has_kind = TRUE;
    else if (year == 0 && is_year (words[i]))
      year = words[i].number;
    else if (part == 0 && is_within (words[i], most))
      part = words[i].number;
    else if (year == 0 && year_of (words[i]) != 0)
      year = year_of (words[i]);
    else if (words[i].kind != WORD_OF_YEAR)
      return FALSE;
  }
  return has_kind && year > 0 && part > 0 && set (when, resolution, format, year, part);
}

/* "Jan 2024", "12 January 2024", "Jan 12, 2024", "1-Jan-24". */
static gboolean
read_named_month (const Word *words, guint n, QmWhen *when)
{
  int month = 0, year = 0, day = 0;

  for (guint i = 0; i < n; i++) {
    if (month == 0 && words[i].kind == WORD_MONTH)
      month = words[i].number;
    else if (n == 3 && day == 0 && is_within (words[i], 31))
      day = words[i].number;
    else if (year == 0 && year_of (words[i]) != 0)
      year = year_of (words[i]);
    else
      return FALSE;
  }
  if (month == 0 || year == 0)
    return FALSE;
  return day > 0 ? set_day (when, year, month, day)
                 : set (when, QM_RESOLUTION_MONTH, "%04d-%02d", year, month);
}

/* "31/12/2023", "12/31/2023", "31.12.23", "2023/12/31", and behind it a time of day. */
static gboolean
read_numbers (const Word *words, guint n, QmDayOrder order, QmWhen *when)
{
  Word first = words[0], second = n > 1 ? words[1] : (Word) { 0 };
  gboolean by_day, by_month;
  int year;

  /* Nobody numbers months so. */
  if (n == 2 && is_within (first, 4) && first.n_digits == 0 && is_year (second))
    return set (when, QM_RESOLUTION_QUARTER, "%04d-Q%d", second.number, first.number);
  if (n == 2 && is_year (first) && is_within (second, 12) && second.n_digits == 2)
    return set (when, QM_RESOLUTION_MONTH, "%04d-%02d", first.number, second.number);
  if (n == 2 && is_within (first, 12) && is_year (second))
    return set (when, QM_RESOLUTION_MONTH, "%04d-%02d", second.number, first.number);
  if (n < 3 || n > 6)
    return FALSE;
  if (is_year (first) && is_within (second, 12) && is_within (words[2], 31))
    return set_day (when, first.number, second.number, words[2].number);
  year = year_of (words[2]);
  by_day = is_within (first, 31) && is_within (second, 12);
  by_month = is_within (first, 12) && is_within (second, 31);
  if (year == 0 || (!by_day && !by_month))
    return FALSE;
  when->order = by_day && by_month && first.number != second.number ? QM_ORDER_OPEN
                : !by_month                                         ? QM_ORDER_DAY
                : !by_day                                           ? QM_ORDER_MONTH
                                                                    : QM_ORDER_NONE;
  if (by_day && (order == QM_DAY_FIRST || !by_month))
    return set_day (when, year, second.number, first.number);
  return set_day (when, year, first.number, second.number);
}

/* "5.6E-02" is a number. */
static gboolean
is_exponential (const char *cell)
{
  const char *c = cell + strspn (cell, "+-0123456789.");

  return c > cell && (*c == 'e' || *c == 'E') && c[1] != '\0' &&
         strspn (c + 1, "+-0123456789") == strlen (c + 1);
}

/* "2023-01-02T09:30:00Z": the time of day is not kept. */
static void
take_clock (char *stamp)
{
  gsize n = strspn (stamp, "0123456789-");

  if (n == 10 && stamp[4] == '-' && stamp[7] == '-' && stamp[n] == 'T' &&
      g_ascii_isdigit (stamp[n + 1]))
    stamp[n] = '\0';
}

/* "2023年", "2023年1月", "2023年1月5日", "2023年第1季度" */
static void
take_ideographs (GString *cell)
{
  gboolean has_day = strstr (cell->str, "日") != NULL;
  const char *const signs[][2] = {
    { "年度", "/" }, { "年", "/" },   { "月份", "m" },   { "月", has_day ? "/" : "m" },
    { "日", "" },    { "季度", "q" }, { "四半期", "q" }, { "第", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (cell, signs[i][0], signs[i][1], 0);
}

/* "202301", "20230131" */
static gboolean
read_compact (Word word, QmWhen *when)
{
  int year = word.n_digits == 8 ? word.number / 10000 : word.number / 100;

  if (word.kind != WORD_NUMBER || (word.n_digits != 6 && word.n_digits != 8) || year < 1900 ||
      year > 2100)
    return FALSE;
  return word.n_digits == 6 ? set (when, QM_RESOLUTION_MONTH, "%04d-%02d", year, word.number % 100)
                            : set_day (when, year, word.number / 100 % 100, word.number % 100);
}

static gboolean
read_years (const Words *words, QmWhen *when)
{
  const Word *items = words->items;
  guint last = words->n == 3 && items[1].kind == WORD_TO ? 2 : 1;

  if (words->n == 1 && read_compact (items[0], when))
    return TRUE;

  if (words->n == 2 && items[0].kind == WORD_OF_YEAR && is_year (items[1]))
    return set (when, QM_RESOLUTION_YEAR, "%04d", items[1].number);
  if (words->n == 1 && is_year (items[0]))
    return set (when, QM_RESOLUTION_YEAR, "%04d", items[0].number);
  /* "2020–2024", "2020 to 2024" are a period; 2023/24 and 2023-24 are a fiscal year. */
  if (words->n == last + 1 && is_year (items[0]) && is_year (items[last]) &&
      items[0].number < items[last].number) {
    when->is_period = TRUE;
    when->resolution = QM_RESOLUTION_YEAR;
    g_snprintf (when->text, sizeof when->text, "%04d/%04d", items[0].number, items[last].number);
    return TRUE;
  }
  if (words->n == 2 && is_year (items[0]) && items[1].kind == WORD_NUMBER &&
      items[1].n_digits == 2 && (items[0].number + 1) % 100 == items[1].number)
    return set (when, QM_RESOLUTION_YEAR, "%04d/%02d", items[0].number, items[1].number);
  return FALSE;
}

static gboolean
read_any (const Words *words, QmDayOrder order, QmWhen *when)
{
  const Word *items = words->items;
  guint n = words->n;

  return read_years (words, when) ||
         read_part_of_year (items, n, WORD_OF_QUARTER, 4, "%04d-Q%d", QM_RESOLUTION_QUARTER,
                            when) ||
         read_part_of_year (items, n, WORD_OF_HALF, 2, "%04d-H%d", QM_RESOLUTION_HALF, when) ||
         read_part_of_year (items, n, WORD_OF_MONTH, 12, "%04d-%02d", QM_RESOLUTION_MONTH, when) ||
         read_named_month (items, n, when) || read_numbers (items, n, order, when);
}

static void
take_projected (Words *words, QmWhen *when)
{
  guint n = 0;

  for (guint i = 0; i < words->n; i++)
    if (words->items[i].kind == WORD_PROJECTED)
      when->is_projected = TRUE;
    else
      words->items[n++] = words->items[i];
  words->n = n;
}

/* With digits of ASCII; NULL where there are none at all. */
static char *
take_digits (const char *cell)
{
  static const char digits[] = "0123456789";
  g_autofree char *plain = NULL;

  if (strpbrk (cell, digits) != NULL)
    return g_strdup (cell);
  if (g_str_is_ascii (cell))
    return NULL;
  plain = qm_cell_digits_make_plain (cell, strlen (cell));
  return strpbrk (plain, digits) != NULL ? g_steal_pointer (&plain) : NULL;
}

gboolean
qm_when_read (const char *cell, QmDayOrder order, QmWhen *when)
{
  g_autoptr (GString) joined = NULL;
  g_autofree char *folded = NULL, *digits = NULL;
  Words words = { .n = 0 };
  QmWhen read = { .resolution = QM_RESOLUTION_YEAR };

  /* A date has a digit, and a fraction or an amount has none of its signs. */
  if (strlen (cell) > MAX_LENGTH || strpbrk (cell, "%$") != NULL || is_exponential (cell) ||
      (digits = take_digits (cell)) == NULL)
    return FALSE;
  qm_cell_name_drop_notes (digits, TRUE);
  take_clock (digits);
  joined = g_string_new (digits);
  if (!g_str_is_ascii (digits))
    take_ideographs (joined);
  g_string_replace (joined, "–", "-", 0);
  folded = qm_fold (joined->str, QM_FOLD_MARKS, NULL);
  g_string_assign (joined, folded);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_string_replace (joined, pairs[i].words, pairs[i].word, 0);
  g_free (folded);
  folded = g_strstrip (g_strdup (joined->str));
  if (!read_words (folded, &words))
    return FALSE;
  take_projected (&words, &read);
  /* "12.2024" is a month, "1.234" none, and ".5" no date at all. */
  if (words.n == 0 || !read_any (&words, order, &read))
    return FALSE;
  read.is_bare = words.n == 1 && strspn (folded, "0123456789") == strlen (folded);
  *when = read;
  return TRUE;
}

gboolean
qm_when_is_recent (const QmWhen *when)
{
  int year = atoi (when->text);

  return year >= 1700 && year <= 2100;
}
