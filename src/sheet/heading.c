#include "sheet/heading.h"

#include "base/fold.h"
#include "dataset/unit.h"
#include "extraction/lexicon.h"

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
  gboolean is_all; /* nothing else stands in the phrase */
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

/* What may stand in a phrase that says a unit. */
static gboolean
is_filler (const char *folded)
{
  static const char *const words[] = {
    "in", "of", "unit", "units", "einheit", "đơn", "vị",  "tính",    "(",  ")",      ":", ",", ".",
    "[",  "]",  "per",  "'",     "'000",    "en",  "đvt", "current", "us", "prices", "-", "/"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], folded))
      return TRUE;
  return FALSE;
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

/* Reads words by one language's lexicon. */
static Phrase
read_by (const QmLexicon *lexicon, const char *words)
{
  g_autoptr (QmTokens) tokens = qm_tokens_new (words, strlen (words));
  Phrase phrase = { 1, NULL, TRUE };
  gsize n_words = 0;

  qm_lexicon_look_up (lexicon, tokens);
  for (gsize i = 0, n = 1; i < tokens->n; i += MAX (n, 1)) {
    const QmLexeme *unit = match_unit (tokens, i, &n);
    gsize n_scale;
    const QmLexeme *scale = qm_lexicon_match (tokens, i, QM_ROLE_SCALE, &n_scale);
    double other = find_scale (tokens->items[i].folded);

    /* "m" beside a currency is a million, "k" a thousand. */
    if (scale != NULL || (other > 0 && (unit == NULL || strlen (tokens->items[i].folded) == 1))) {
      phrase.scale *= scale != NULL ? scale->value : other;
      n = scale != NULL ? n_scale : 1;
      n_words++;
    } else if (unit != NULL && unit->unit != NULL && phrase.unit == NULL) {
      phrase.unit = unit->unit;
      n_words++;
    } else {
      n = 1;
      phrase.is_all = phrase.is_all && is_filler (tokens->items[i].folded);
    }
  }
  phrase.is_all = phrase.is_all && n_words > 0;
  if (!is_known_unit (phrase.unit))
    phrase.unit = NULL;
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
  return english.unit == NULL && vietnamese.unit != NULL ? vietnamese : english;
}

/* "m" alone is a metre, and "%" beside other words, "% of GDP", still a per cent. */
static gboolean
says_unit (const char *words, Phrase *phrase)
{
  *phrase = read_phrase (words);
  if (phrase->is_all && (phrase->unit != NULL || strlen (words) > 1))
    return TRUE;
  if (strchr (words, '%') == NULL)
    return FALSE;
  *phrase = (Phrase){ 1, "percent", FALSE };
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
    inside = g_strndup (open + 1, (gsize) (close - open - 1));
    if (says_unit (inside, &phrase)) {
      set (heading, &phrase);
      if (phrase.is_all) {
        memmove (open, close + 1, strlen (close + 1) + 1);
        continue;
      }
    }
    open = close;
  }
}

/* "GDP, USD bn": what stands behind the last comma, or " in ". */
static void
take_tail (QmHeading *heading)
{
  static const char *const joints[] = { ", ", " in ", ",", " – ", " - ", ": ", ";", "\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++) {
    char *tail = g_strrstr (heading->name, joints[i]);
    Phrase phrase;

    if (tail != NULL && tail > heading->name && says_unit (tail + strlen (joints[i]), &phrase) &&
        phrase.is_all) {
      set (heading, &phrase);
      *tail = '\0';
      return;
    }
  }
}

QmHeading
qm_heading_read (const char *words)
{
  QmHeading heading = { g_strdup (words), NULL, 1 };
  Phrase phrase;

  take_brackets (&heading);
  tidy (heading.name);
  take_tail (&heading);
  tidy (heading.name);
  if (heading.unit == NULL && says_unit (heading.name, &phrase)) {
    set (&heading, &phrase);
    if (phrase.is_all)
      heading.name[0] = '\0';
  }
  return heading;
}

/* A column's cells have the same sign, or none, and words cost much to take apart. */
const char *
qm_heading_unit_of_sign (const char *sign)
{
  static _Thread_local char last[32] = "";
  static _Thread_local const char *unit = NULL;
  Phrase phrase;

  if (g_str_equal (sign, last))
    return unit;
  phrase = read_phrase (sign);
  if (strlen (sign) < sizeof last) {
    g_strlcpy (last, sign, sizeof last);
    unit = phrase.is_all ? phrase.unit : NULL;
  }
  return phrase.is_all ? phrase.unit : NULL;
}

gboolean
qm_heading_is_one_of (const char *heading, const char *words)
{
  g_autofree char *folded = qm_fold (heading, QM_FOLD_MARKS, NULL);
  g_auto (GStrv) list = g_strsplit (words, "|", -1);
  g_auto (GStrv) parts = NULL;

  g_strstrip (folded);
  for (gsize i = 0; list[i] != NULL; i++)
    if (g_str_equal (list[i], folded))
      return TRUE;
  parts = g_strsplit_set (folded, " ,;:/()[]_-.", -1);
  for (gsize i = 0; list[i] != NULL; i++)
    if (strchr (list[i], ' ') == NULL && g_strv_contains ((const char *const *) parts, list[i]))
      return TRUE;
  return FALSE;
}
