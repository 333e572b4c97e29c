#include "sheet/heading.h"

#include "base/fold.h"
#include "dataset/unit.h"
#include "extraction/lexicon.h"
#include "sheet/cell-digits.h"

#include <string.h>

/* Words for a scale that the lexicons of English and Vietnamese do not have. */
static const struct {
  const char *words;
  double scale;
} scales[] = {
  { "thousands|tsd|tausend|milliers|miles|'000|000|000s|k|ths|thous", 1e3 },
  { "millions|mn|mio|mill|millionen|millones|mil|mln|m", 1e6 },
  { "billions|bn|mrd|milliarden|milliards|mld|mlrd|bln", 1e9 },
  { "trillions|tn|trn|billionen", 1e12 },
  { "lakh|lakhs|lac", 1e5 },
  { "crore|crores|cr", 1e7 },
  { "十", 10 },
  { "百", 100 },
  { "千", 1e3 },
};

void
qm_heading_clear (QmHeading *heading)
{
  g_free (heading->name);
  g_free (heading->unit);
}

/* --- One phrase --- */

typedef struct {
  double scale;
  const char *unit;
  gboolean is_all;  /* nothing else stands in the phrase */
  const char *noun; /* (unowned) what so many are counted of: "persons"; NULL for nothing */
} Phrase;

static double
find_scale (const char *folded)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++) {
    g_auto (GStrv) words = g_strsplit (scales[i].words, "|", -1);

    if (g_strv_contains ((const char *const *) words, folded))
      return scales[i].scale;
  }
  return 0;
}

/* Behind these a thousand is what a rate is of, and no scale. */
static gboolean
begins_rate (const char *folded)
{
  static const char *const words[] = { "per",  "pro",  "je",  "pour", "por",
                                       "cada", "trên", "mỗi", "/",    NULL };

  return g_strv_contains (words, folded);
}

static gboolean
is_filler (const char *folded)
{
  static const char *const words[] = { "in",    "of",      "d",    "d'", "de",   "unit",
                                       "units", "einheit", "đơn",  "vị", "tính", "(",
                                       ")",     ":",       ",",    ".",  "[",    "]",
                                       "per",   "'",       "'000", "en", "đvt",  "current",
                                       "us",    "prices",  "-",    "/",  NULL };

  return g_strv_contains (words, folded);
}

/* Signs that are units in headings, and may be other words in texts. */
static const char *
find_sign (const char *folded)
{
  return g_str_equal (folded, "rs") || g_str_equal (folded, "₹") ? "INR" : NULL;
}

static const QmLexeme *
match_unit (const QmTokens *tokens, gsize i, gsize *n)
{
  const QmLexeme *currency = qm_lexicon_match (tokens, i, QM_ROLE_CURRENCY, n);

  return currency != NULL ? currency : qm_lexicon_match (tokens, i, QM_ROLE_UNIT, n);
}

static gboolean
is_known_unit (const char *unit)
{
  QmUnit parsed;

  return unit != NULL && qm_unit_parse (unit, &parsed);
}

/* What a figure is by, where it is counted by people. */
static const char *
find_person (const char *folded)
{
  static const char *const words[] = { "người",      "capita",      "person", "persons",   "people",
                                       "inhabitant", "inhabitants", "head",   "einwohner", NULL };

  return g_strv_contains (words, folded) ? "person" : NULL;
}

/* "USD/t", "đồng/tháng", "kg per capita": the rate that the phrase's unit and the word are, which
 * is kept; NULL for none. */
static const char *
find_rate (const Phrase *phrase, const QmLexeme *unit, const char *folded)
{
  const char *per = unit != NULL && unit->unit != NULL ? unit->unit : find_person (folded);
  g_autofree char *rate =
      phrase->unit != NULL && per != NULL ? qm_unit_make_rate (phrase->unit, per) : NULL;

  return rate != NULL ? g_intern_string (rate) : NULL;
}

/* A letter is a scale beside a currency, as in "$m", and else a unit or nothing. */
static gboolean
has_currency (const QmTokens *tokens)
{
  for (gsize i = 0; i < tokens->n; i++)
    if (qm_lexicon_match (tokens, i, QM_ROLE_CURRENCY, NULL) != NULL)
      return TRUE;
  return FALSE;
}

/* The scale that token i says, and how many tokens it takes; 0 for none. */
static double
match_scale (const QmTokens *tokens, gsize i, gboolean is_of_money, gsize *n)
{
  const QmLexeme *scale = qm_lexicon_match (tokens, i, QM_ROLE_SCALE, n);
  const char *folded = tokens->items[i].folded;
  double other = find_scale (folded);

  if (scale != NULL)
    return scale->value;
  *n = 1;
  if (other > 0 && strlen (folded) == 1)
    return is_of_money ? other : 0;
  return match_unit (tokens, i, NULL) == NULL ? other : 0;
}

/* Reads words by one language's lexicon. */
static Phrase
read_by (const QmLexicon *lexicon, const char *words)
{
  g_autoptr (QmTokens) tokens = qm_tokens_new (words, strlen (words));
  Phrase phrase = { 1, NULL, TRUE, NULL };
  gboolean is_of_money, is_rate = FALSE;
  gsize n_words = 0;

  qm_lexicon_look_up (lexicon, tokens);
  is_of_money = has_currency (tokens);
  for (gsize i = 0, n = 1; i < tokens->n; i += MAX (n, 1)) {
    const char *folded = tokens->items[i].folded;
    double scale = is_rate ? 0 : match_scale (tokens, i, is_of_money, &n);
    const QmLexeme *unit = scale > 0 ? NULL : match_unit (tokens, i, &n);

    const char *rate = is_rate ? find_rate (&phrase, unit, folded) : NULL;

    is_rate |= begins_rate (folded);
    if (rate != NULL) {
      phrase.unit = rate;
      n = unit != NULL ? n : 1;
    } else if (scale > 0) {
      phrase.scale *= scale;
      phrase.noun = phrase.is_all ? words + tokens->items[i + MAX (n, 1) - 1].end : NULL;
      n_words++;
    } else if (unit != NULL && unit->unit != NULL && phrase.unit == NULL) {
      phrase.unit = unit->unit;
      n_words++;
    } else if (find_sign (folded) != NULL && phrase.unit == NULL) {
      phrase.unit = find_sign (folded);
      n_words++;
      n = 1;
    } else {
      n = 1;
      phrase.is_all = phrase.is_all && (is_filler (folded) || begins_rate (folded));
    }
  }
  phrase.is_all = phrase.is_all && n_words > 0;
  if (!is_known_unit (phrase.unit))
    phrase.unit = NULL;
  if (phrase.is_all || phrase.unit != NULL)
    phrase.noun = NULL;
  return phrase;
}

/* The language that knows more of the words. */
static Phrase
read_phrase (const char *words)
{
  Phrase english = read_by (qm_lexicon_get ("en"), words);
  Phrase vietnamese = read_by (qm_lexicon_get ("vi"), words);

  if (english.is_all != vietnamese.is_all)
    return english.is_all ? english : vietnamese;
  return (english.unit == NULL && vietnamese.unit != NULL) ||
                 (english.noun == NULL && vietnamese.noun != NULL)
             ? vietnamese
             : english;
}

/* "1.000", "1 000 000": the word for it, where the words begin with that; NULL where not. */
static char *
spell_number (const char *words)
{
  static const char *const names[] = { "thousand", "million", "billion", "trillion" };
  const char *digit =
      g_str_has_prefix (words, "in ") || g_str_has_prefix (words, "en ") ? words + 3 : words;
  gsize n = 0;

  if (*digit++ != '1')
    return NULL;
  for (;; n++) {
    const char *group =
        g_utf8_strchr ("., '’\u00a0\u202f", -1, g_utf8_get_char (digit)) != NULL && *digit != '\0'
            ? g_utf8_next_char (digit)
            : digit;

    if (!g_str_has_prefix (group, "000"))
      break;
    digit = group + 3;
  }
  return n > 0 && n <= G_N_ELEMENTS (names) && !g_ascii_isalnum (*digit)
             ? g_strconcat (names[n - 1], digit, NULL)
             : NULL;
}

/* Units that are words, and of which a lexicon for texts has other ones. */
static const char *
find_share (const char *words)
{
  if (qm_heading_is_one_of (words, "percentage points|percentage point|prozentpunkte|pp|ppt|ppts|"
                                   "p.p.|diem phan tram|điem phan tram|points de pourcentage"))
    return "percentage-points";
  return qm_heading_is_one_of (words, "percent|per cent|percentage|pct|prozent|pourcent|pour cent|"
                                      "en pourcentage|phan tram")
             ? "percent"
             : NULL;
}

/* "%" beside other words, "% of GDP", is still a per cent. */
static gboolean
says_unit (const char *words, Phrase *phrase)
{
  const char *share = find_share (words);

  *phrase = read_phrase (words);
  if (share != NULL)
    *phrase = (Phrase) { 1, share, TRUE, NULL };
  if (phrase->is_all)
    return TRUE;
  if (strchr (words, '%') == NULL)
    return FALSE;
  *phrase = (Phrase) { 1, "percent", FALSE, NULL };
  return TRUE;
}

/* --- The heading --- */

static void
set (QmHeading *heading, const Phrase *phrase)
{
  if (heading->unit == NULL && phrase->unit != NULL)
    heading->unit = g_strdup (phrase->unit);
  heading->scale *= phrase->scale;
}

static void
tidy (char *name)
{
  g_strstrip (name);
  while (name[0] != '\0' && strchr (",;:-(", name[strlen (name) - 1]) != NULL) {
    name[strlen (name) - 1] = '\0';
    g_strchomp (name);
  }
}

/* "億円", "万人", "亿元": Chinese and Japanese scales, which nothing divides from what they count.
 */
static char *
divide_scales (const char *words)
{
  static const char signs[] = "十百千万萬億亿兆";
  static const char counted[] = "円元人美ド吨ト件台户戸名)";
  GString *divided = g_string_new (NULL);

  for (const char *c = words, *next; *c != '\0'; c = next) {
    const char *end = c;

    while (*end != '\0' && g_utf8_strchr (signs, -1, g_utf8_get_char (end)) != NULL)
      end = g_utf8_next_char (end);
    next = end > c ? end : g_utf8_next_char (c);
    if (end == c || (*end != '\0' && g_utf8_strchr (counted, -1, g_utf8_get_char (end)) == NULL)) {
      g_string_append_len (divided, c, next - c);
      continue;
    }
    for (; c < end; c = g_utf8_next_char (c))
      g_string_append_printf (divided, " %.*s ", (int) (g_utf8_next_char (c) - c), c);
  }
  return g_string_free (divided, FALSE);
}

/* The words, with a number that is written in digits as its word, and without the French "d'" that
 * is one with what follows it. */
static char *
take_words (const char *words, gsize length)
{
  static const char *const elisions[] = { " d'", " d’" };
  g_autofree char *taken = g_strstrip (g_strndup (words, length));
  char *spelled = spell_number (taken);

  if (spelled == NULL)
    spelled = g_steal_pointer (&taken);
  for (gsize i = 0; i < G_N_ELEMENTS (elisions); i++) {
    char *at = strstr (spelled, elisions[i]);

    if (at != NULL)
      memmove (at + 1, at + strlen (elisions[i]), strlen (at + strlen (elisions[i])) + 1);
  }
  if (!g_str_is_ascii (spelled)) {
    g_free (taken);
    taken = spelled;
    spelled = divide_scales (taken);
  }
  return spelled;
}

/* "thousand persons": the scale is taken, and "persons" stays. (returns where it ends) */
static char *
keep_noun (QmHeading *heading, char *place, const Phrase *phrase, const char *behind)
{
  g_autofree char *noun = g_strstrip (g_strdup (phrase->noun));
  g_autofree char *rest = g_strdup (behind);
  gsize at = (gsize) (place - heading->name);
  char *name = g_strdup_printf ("%.*s%s%s", (int) at, heading->name, noun, rest);

  heading->scale *= phrase->scale;
  g_free (heading->name);
  heading->name = name;
  return name + at + strlen (noun);
}

/* "(USD bn)", "[%]": the bracket goes out of the name where it says nothing but the unit. */
static void
take_brackets (QmHeading *heading)
{
  char *open = heading->name;

  while ((open = strpbrk (open, "([")) != NULL) {
    char *close = strpbrk (open, ")]");
    g_autofree char *inside = NULL;
    Phrase phrase;

    if (close == NULL)
      return;
    inside = take_words (open + 1, (gsize) (close - open - 1));
    if (says_unit (inside, &phrase)) {
      set (heading, &phrase);
      if (phrase.is_all) {
        memmove (open, close + 1, strlen (close + 1) + 1);
        continue;
      }
    } else if (phrase.noun != NULL) {
      close = keep_noun (heading, open + 1, &phrase, close);
    }
    open = close;
  }
}

/* "per 100,000" */
static gboolean
is_in_number (const char *joint)
{
  return g_ascii_isdigit (joint[-1]) && g_ascii_isdigit (joint[1]);
}

/* "GDP, USD bn": what stands behind the last comma, or " in ". */
static void
take_tail (QmHeading *heading)
{
  static const char *const joints[] = { ", ", " in ", " en ", ",", " – ", " - ", ": ", ";", "\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++) {
    char *tail = g_strrstr (heading->name, joints[i]);
    g_autofree char *words = NULL;
    Phrase phrase;

    if (tail == NULL || tail == heading->name || is_in_number (tail))
      continue;
    words = take_words (tail + strlen (joints[i]), strlen (tail + strlen (joints[i])));
    if (says_unit (words, &phrase) && phrase.is_all) {
      set (heading, &phrase);
      *tail = '\0';
      return;
    }
    if (phrase.noun != NULL && g_str_has_suffix (joints[i], " ")) {
      keep_noun (heading, tail + strlen (joints[i]), &phrase, "");
      return;
    }
  }
}

/* "Temperature anomaly (°C)": how far temperatures are apart, and not what they are. */
static void
take_difference (QmHeading *heading)
{
  gboolean is_degrees =
      g_strcmp0 (heading->unit, "celsius") == 0 || g_strcmp0 (heading->unit, "fahrenheit") == 0;
  g_autofree char *scale = NULL;

  if (!is_degrees ||
      !qm_heading_is_one_of (heading->name, "anomaly|anomalies|warming|cooling|lech"))
    return;
  scale = g_steal_pointer (&heading->unit);
  heading->unit = g_strconcat ("difference in ", scale, NULL);
}

QmHeading
qm_heading_read (const char *words)
{
  QmHeading heading = { qm_cell_digits_make_plain (words, strlen (words)), NULL, 1 };
  Phrase phrase;

  take_brackets (&heading);
  tidy (heading.name);
  take_tail (&heading);
  tidy (heading.name);
  /* "V" alone is a name. */
  if (heading.unit == NULL && (strlen (heading.name) > 1 || heading.name[0] == '%') &&
      says_unit (heading.name, &phrase)) {
    set (&heading, &phrase);
    if (phrase.is_all)
      heading.name[0] = '\0';
  }
  take_difference (&heading);
  return heading;
}

/* A column's cells have the same sign, or none, and words cost much to take apart. */
static Phrase
read_sign (const char *sign)
{
  static _Thread_local char last[32] = "";
  static _Thread_local Phrase phrase = { 1, NULL, FALSE, NULL };
  g_autofree char *divided = NULL;

  if (g_str_equal (sign, last))
    return phrase;
  divided = divide_scales (sign);
  phrase = read_phrase (divided);
  phrase.noun = NULL;
  if (!phrase.is_all)
    phrase = (Phrase) { 1, NULL, FALSE, NULL };
  if (g_strlcpy (last, sign, sizeof last) >= sizeof last)
    last[0] = '\0';
  return phrase;
}

const char *
qm_heading_unit_of_sign (const char *sign)
{
  return read_sign (sign).unit;
}

double
qm_heading_scale_of_sign (const char *sign)
{
  return read_sign (sign).scale;
}

gboolean
qm_heading_is (const char *heading, const char *words)
{
  g_autofree char *folded = qm_fold (heading, QM_FOLD_MARKS, NULL);
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *) list, g_strstrip (folded));
}

gboolean
qm_heading_is_one_of (const char *heading, const char *words)
{
  g_autofree char *folded = qm_fold (heading, QM_FOLD_MARKS, NULL);
  g_auto (GStrv) list = g_strsplit (words, "|", -1);
  g_auto (GStrv) parts = NULL;

  if (g_strv_contains ((const char *const *) list, g_strstrip (folded)))
    return TRUE;
  parts = g_strsplit_set (folded, " ,;:/()[]_-.", -1);
  for (gsize i = 0; list[i] != NULL; i++)
    if (strchr (list[i], ' ') == NULL && g_strv_contains ((const char *const *) parts, list[i]))
      return TRUE;
  return FALSE;
}
