#include "scene/no-break.h"

#include <string.h>

/* In characters: "[12 ¶3–6, ¶11, ¶15" is one part, and a source's thirty places are not. */
#define LONGEST_PART 24

/* What stands behind a figure, word by word and folded: "300 tỷ USD", "2 percentage points". */
static const char units[] =
    "|%|‰|×|€|$|£|¥|₫|°c|°f|thousand|million|billion|trillion|quadrillion|bn|mn|tn|percent|per|"
    "cent|"
    "percentage|point|points|times|dollars|euros|pounds|yen|yuan|people|years|months|weeks|days|"
    "hours|minutes|seconds|year|month|week|day|hour|minute|second|jobs|"
    "trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|đồng|đô|la|euro|phần|điểm|lần|người|năm|tháng|tuần|ngày|giờ|"
    "phút|"
    "giây|usd|eur|gbp|jpy|cny|vnd|krw|inr|chf|cad|aud|sgd|thb|rub|brl|"
    "nm|mm|cm|m|km|mi|ft|m²|km²|ha|m³|l|g|kg|t|tonnes|tons|kilometres|metres|kilograms|litres|"
    "hectares|"
    "tấn|mét|hecta|lít|w|kw|mw|gw|tw|wh|kwh|mwh|gwh|twh|v|hz|khz|mhz|ghz|kb|mb|gb|tb|pb|"
    "bc|ad|bce|ce|tcn|scn|";

static const char currencies[] =
    "|usd|eur|gbp|jpy|cny|vnd|krw|inr|chf|cad|aud|sgd|thb|rub|brl|us$|a$|c$|s$|$|€|£|¥|₫|";

static const char months[] = "|january|february|march|april|may|june|july|august|september|october|"
                             "november|december|jan|feb|"
                             "mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|q1|q2|q3|q4|h1|h2|";

/* What stands before the number of a day, a month, a quarter or a year. */
static const char dated[] = "|ngày|tháng|quý|năm|";

/* A word without the signs around it. */
typedef struct {
  const char *start, *end; /* with them */
  char *core;              /* folded */
  gboolean ends_plainly;   /* no sign stands behind it */
} Word;

static gboolean
is_in (const char *list, const char *core)
{
  g_autofree char *entry = g_strconcat ("|", core, "|", NULL);

  return core[0] != '\0' && strstr (list, entry) != NULL;
}

static gboolean
is_sign (const char *at, const char *signs)
{
  return g_utf8_strchr (signs, -1, g_utf8_get_char (at)) != NULL;
}

/* As the lists have it. GLib's tables do, and are read already: ICU's are those of the search. */
static char *
fold (const char *core)
{
  g_autofree char *lower = g_utf8_casefold (core, -1);

  return g_utf8_normalize (lower, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

static Word
read_word (const char *start)
{
  Word word = { .start = start, .end = start + strcspn (start, " \n") };
  const char *first = start, *last = word.end; /* of the core, and behind it */
  g_autofree char *core = NULL;

  while (first < word.end && is_sign (first, "([\"'“‘«"))
    first = g_utf8_next_char (first);
  while (last > first && is_sign (g_utf8_prev_char (last), ".,;:!?)]\"'”’»"))
    last = g_utf8_prev_char (last);
  core = g_strndup (first, (gsize) (last - first));
  word.core = fold (core);
  word.ends_plainly = last == word.end;
  return word;
}

static gboolean
ends_in_digit (const char *core)
{
  gsize length = strlen (core);

  return length > 0 && g_ascii_isdigit (core[length - 1]);
}

static gboolean
is_year (const char *core)
{
  return strspn (core, "0123456789") >= 3;
}

static gboolean
is_day (const char *core)
{
  gsize n_digits = strspn (core, "0123456789");

  return core[n_digits] == '\0' && n_digits >= 1 && n_digits <= 2;
}

/* follows_figure: the word on the left belongs to the figure before it. */
static gboolean
are_one (const Word *left, const Word *right, gboolean follows_figure)
{
  if (g_str_has_prefix (right->core, "¶"))
    return ends_in_digit (left->core) &&
           (left->ends_plainly || (left->end[-1] == ',' && strstr (left->core, "¶") != NULL));
  if (!left->ends_plainly)
    return FALSE;
  if (ends_in_digit (left->core) || follows_figure)
    if (is_in (units, right->core))
      return TRUE;
  return (is_in (months, left->core) && is_year (right->core)) ||
         (is_day (left->core) && is_in (months, right->core)) ||
         (is_in (dated, left->core) && g_ascii_isdigit (right->core[0])) ||
         (is_in (currencies, left->core) && g_ascii_isdigit (right->core[0]));
}

GArray *
qm_no_break_find (const char *text)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (QmUnbroken));
  Word left = read_word (text);
  const char *start = text; /* of the part that left is in */

  while (*left.end != '\0') {
    Word right = read_word (left.end + 1);
    gboolean follows_figure = start != left.start && is_in (units, left.core);

    if (*left.end != ' ' || !are_one (&left, &right, follows_figure) ||
        g_utf8_strlen (start, right.end - start) > LONGEST_PART)
      start = right.start;
    else if (start != left.start)
      g_array_index (parts, QmUnbroken, parts->len - 1).end = (guint) (right.end - text);
    else
      g_array_append_val (parts,
                          ((QmUnbroken) { (guint) (start - text), (guint) (right.end - text) }));
    g_free (left.core);
    left = right;
  }
  g_free (left.core);
  return parts;
}
