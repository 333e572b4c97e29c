#include "edit/guess.h"

#include "dataset/unit.h"

#include <math.h>
#include <string.h>

/* A paragraph, and in it the sentence that has the figure. Places are bytes. */
typedef struct {
  const char *text;
  gsize first, last; /* the sentence, from first up to but not including last */
  gsize start, end;  /* the figure */
} Place;

static gboolean
ends_sentence (const char *c)
{
  return strchr (".!?;", *c) != NULL && *c != '\0' && (c[1] == ' ' || c[1] == '\n');
}

static Place
find_place (const QmFinding *finding, const char *paragraph)
{
  const char *start = g_utf8_offset_to_pointer (paragraph, (glong) finding->start);
  const char *end = g_utf8_offset_to_pointer (paragraph, (glong) finding->end);
  const char *first = start, *last = end;

  while (first > paragraph && !ends_sentence (first - 1))
    first--;
  while (*last != '\0' && !ends_sentence (last))
    last++;
  return (Place){ paragraph, (gsize) (first - paragraph), (gsize) (last - paragraph),
                  (gsize) (start - paragraph), (gsize) (end - paragraph) };
}

static QmGuess
make_guess (const Place *place, const char *text, gsize start, gsize end)
{
  return (QmGuess){ .text = g_strdup (text),
                    .start = (gsize) g_utf8_strlen (place->text, (gssize) start),
                    .end = (gsize) g_utf8_strlen (place->text, (gssize) end) };
}

static QmGuess
no_guess (void)
{
  return (QmGuess){ .text = g_strdup ("") };
}

static void
guess_clear (QmGuess *guess)
{
  g_clear_pointer (&guess->text, g_free);
}

static gboolean
is_whole_word (const char *text, gsize start, gsize end)
{
  return (start == 0 || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (text + start)))) &&
         !g_unichar_isalnum (g_utf8_get_char (text + end));
}

/* Where in the sentence the words stand nearest to the figure, before it or after it. FALSE where
 * they do not. */
static gboolean
find_words (const Place *place, const char *words, gboolean is_after, gsize *found)
{
  gsize length = strlen (words), from = is_after ? place->end : place->first;
  gsize to = is_after ? place->last : place->start;
  gboolean is_found = FALSE;

  for (gsize i = from; length > 0 && i + length <= to; i++) {
    if (strncmp (place->text + i, words, length) != 0 ||
        !is_whole_word (place->text, i, i + length))
      continue;
    *found = i;
    if (is_after)
      return TRUE;
    is_found = TRUE;
  }
  return is_found;
}

/* The name of the dataset's that stands nearest to the figure on that side. */
static gboolean
find_known_entity (const Place *place, const QmDataset *dataset, gboolean is_after, QmGuess *guess)
{
  gsize nearest = G_MAXSIZE;

  for (gsize i = 0; dataset != NULL && i < dataset->n_entities; i++) {
    const QmText *names[] = { dataset->entities[i].name, dataset->entities[i].short_name };

    for (gsize j = 0; j < 2 * G_N_ELEMENTS (names); j++) {
      const char *name = qm_text_get_variant (names[j / 2], j % 2);
      gsize found, distance;

      if (name == NULL || !find_words (place, name, is_after, &found))
        continue;
      distance = is_after ? found - place->end : place->start - found - strlen (name);
      if (distance >= nearest)
        continue;
      nearest = distance;
      g_free (guess->text);
      *guess =
          make_guess (place, qm_text_get (dataset->entities[i].name), found, found + strlen (name));
    }
  }
  return nearest < G_MAXSIZE;
}

static QmGuess
guess_words (const Place *place, const char *words, gboolean is_after)
{
  gsize found;

  if (words == NULL)
    return no_guess ();
  if (find_words (place, words, is_after, &found))
    return make_guess (place, words, found, found + strlen (words));
  return (QmGuess){ .text = g_strdup (words) };
}

static QmGuess
guess_entity (const Place *place, const QmFinding *finding, const QmDataset *dataset)
{
  QmGuess guess = no_guess ();

  if (find_known_entity (place, dataset, FALSE, &guess))
    return guess;
  g_free (guess.text);
  return guess_words (place, finding->entity, FALSE);
}

/* --- What it is of --- */

static char *
capitalize (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1), *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, words + strlen (first), NULL);
}

static gboolean
sentence_has (const Place *place, const char *words)
{
  g_autofree char *small = g_utf8_strdown (words, -1);
  g_autofree char *sentence =
      g_utf8_strdown (place->text + place->first, (gssize) (place->last - place->first));

  return small[0] != '\0' && strstr (sentence, small) != NULL;
}

/* A measure of the dataset's in that unit whose name stands in the sentence. */
static gboolean
find_known_measure (const Place *place, const QmDataset *dataset, const char *unit, QmGuess *guess)
{
  for (gsize i = 0; dataset != NULL && i < dataset->n_measures; i++) {
    const QmMeasure *measure = &dataset->measures[i];
    g_autofree char *its_unit = qm_unit_to_string (&measure->unit);

    for (gsize j = 0; g_str_equal (its_unit, unit) && j < 2; j++) {
      const char *name = qm_text_get_variant (measure->name, j);

      if (name == NULL || !sentence_has (place, name))
        continue;
      g_free (guess->text);
      *guess = (QmGuess){ .text = g_strdup (qm_text_get (measure->name)) };
      return TRUE;
    }
  }
  return FALSE;
}

/* What is counted is what it is of: "600 million downloads". */
static QmGuess
guess_measure (const Place *place, const QmFinding *finding, const QmDataset *dataset,
               const char *unit)
{
  const char *words = finding->unit == NULL ? finding->unit_text : finding->measure;
  gboolean is_inside = words != NULL && finding->unit == NULL;
  QmUnit parsed;
  /* Of years or tonnes, which a dataset has no unit for, nothing is known by the name alone. */
  gboolean has_unit = finding->unit == NULL || qm_unit_parse (finding->unit, &parsed);
  QmGuess guess = no_guess ();
  g_autofree char *text = NULL;

  if (has_unit && find_known_measure (place, dataset, unit, &guess))
    return guess;
  if (words == NULL)
    return guess;
  g_free (guess.text);
  if (is_inside) {
    Place inside = *place;
    gsize found;

    inside.first = place->start;
    inside.start = place->end;
    guess = find_words (&inside, words, FALSE, &found)
                ? make_guess (place, words, found, found + strlen (words))
                : (QmGuess){ .text = g_strdup (words) };
  } else {
    guess = guess_words (place, words, TRUE);
  }
  text = guess.text;
  guess.text = capitalize (text);
  return guess;
}

/* Where the sentence does not say what is measured, it may be what was measured so last. */
static void
guess_by_unit (QmGuess *guess, const QmDataset *dataset, const QmUnit *unit)
{
  if (guess->text[0] != '\0' || unit->kind != QM_UNIT_MEASURE || dataset == NULL)
    return;
  for (gsize i = dataset->n_measures; i-- > 0;)
    if (qm_unit_equal (&dataset->measures[i].unit, unit)) {
      g_free (guess->text);
      guess->text = g_strdup (qm_text_get (dataset->measures[i].name));
      return;
    }
}

static QmGuess
guess_time (const Place *place, const QmFinding *finding)
{
  QmGuess guess = guess_words (place, finding->time, FALSE);
  g_autofree char *year = NULL;
  gsize found;

  if (finding->time == NULL || guess.end > 0)
    return guess;
  /* A day or a month is written in another way, but its year is not. */
  year = g_strndup (finding->time, 4);
  if (find_words (place, year, FALSE, &found) || find_words (place, year, TRUE, &found)) {
    g_free (guess.text);
    guess = make_guess (place, finding->time, found, found + strlen (year));
  }
  return guess;
}

/* The most places that are told in one figure. */
#define MAX_RANKS 100

/* "The top 16 models of the ranking" hold its places 1 to 16. */
static gboolean
are_ranks (const Place *place, const QmFinding *finding)
{
  static const char *const words[] = { "ranking", "leaderboard", "league table", "xếp hạng" };

  if (finding->unit != NULL || finding->precision != QM_EXACT || !(finding->value >= 2) ||
      finding->value > MAX_RANKS || fabs (finding->value - round (finding->value)) > 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (sentence_has (place, words[i]))
      return TRUE;
  return FALSE;
}

static void
make_ranks (QmGuesses *guesses)
{
  guesses->low = 1;
  guesses->high = guesses->value;
  guesses->value = NAN;
  g_free (guesses->unit);
  guesses->unit = g_strdup ("rank");
}

/* --- What stands right after it --- */

/* The end of the words with an upper-case first letter that begin at from; from where there are
 * none. */
static gsize
find_name_end (const Place *place, gsize from)
{
  gsize end = from, next = from;

  while (next < place->last && g_unichar_isupper (g_utf8_get_char (place->text + next))) {
    end = next;
    while (end < place->last && g_unichar_isalnum (g_utf8_get_char (place->text + end)))
      end = (gsize) (g_utf8_next_char (place->text + end) - place->text);
    next = end + (place->text[end] == ' ' ? 1 : 0);
  }
  return MIN (end, place->last);
}

/* The name after the figure and these words: "6 lần Trung Quốc", "23 tỉ USD của Mỹ". */
static gboolean
find_name_after (const Place *place, const char *words, QmGuess *guess)
{
  gsize from = place->end + strlen (words), end;
  g_autofree char *name = NULL;

  if (!g_str_has_prefix (place->text + place->end, words) || from >= place->last)
    return FALSE;
  end = find_name_end (place, from);
  if (end == from)
    return FALSE;
  name = g_strndup (place->text + from, end - from);
  g_free (guess->text);
  *guess = make_guess (place, name, from, end);
  return TRUE;
}

/* A name right after the figure is not what is measured. */
static void
guess_by_name_after (QmGuesses *guesses, const Place *place, const char *words, QmGuess *guess)
{
  /* A measure that the dataset knows stands for itself, and not at these words. */
  if (!find_name_after (place, words, guess) || guesses->measure.start != guess->start)
    return;
  guess_clear (&guesses->measure);
  guesses->measure = no_guess ();
}

static void
guess_compared (QmGuesses *guesses, const Place *place, const QmDataset *dataset)
{
  guess_by_name_after (guesses, place, " ", &guesses->to_entity);
  find_known_entity (place, dataset, TRUE, &guesses->to_entity);
}

/* "USD/năm": what is counted by time. */
static void
guess_rate (QmGuesses *guesses, const QmFinding *finding)
{
  static const struct {
    const char *ending, *per;
  } rates[] = {
    { "/năm", "year" },       { "mỗi năm", "year" },    { "một năm", "year" },
    { "/year", "year" },      { "per year", "year" },   { "a year", "year" },
    { "/tháng", "month" },    { "mỗi tháng", "month" }, { "/month", "month" },
    { "per month", "month" }, { "a month", "month" },   { "/ngày", "day" },
    { "mỗi ngày", "day" },    { "/day", "day" },        { "per day", "day" },
    { "a day", "day" },
  };

  for (gsize i = 0; finding->unit_text != NULL && i < G_N_ELEMENTS (rates); i++) {
    g_autofree char *unit = g_strdup_printf ("%s per %s", guesses->unit, rates[i].per);
    QmUnit parsed;

    if (!g_str_has_suffix (finding->unit_text, rates[i].ending) || !qm_unit_parse (unit, &parsed))
      continue;
    g_free (guesses->unit);
    guesses->unit = g_steal_pointer (&unit);
    return;
  }
}

/* --- Fractions --- */

/* "Half as much as", "bằng một nửa": of another figure. */
static gboolean
is_compared (const Place *place)
{
  static const char *const after[] = { " as ", " that of " };
  g_autofree char *before = g_strndup (place->text + place->first, place->start - place->first);

  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    if (g_str_has_prefix (place->text + place->end, after[i]))
      return TRUE;
  return g_str_has_suffix (g_strchomp (before), "bằng");
}

/* A fraction by itself is a multiple of what it is compared with, or else so many percent, unless
 * that would be no round number: a third. */
static void
guess_fraction (QmGuesses *guesses, const Place *place, const QmFinding *finding)
{
  double percent = 100 * guesses->value;
  const char *unit = NULL;

  if (finding->unit != NULL || finding->unit_text != NULL ||
      !(guesses->value > 0 && guesses->value < 1) || strpbrk (finding->text, ".,") != NULL)
    return;
  if (is_compared (place))
    unit = "times";
  else if (fabs (percent - round (percent)) < 1e-9)
    unit = "percent";
  else
    return;
  if (g_str_equal (unit, "percent"))
    guesses->value = round (percent);
  g_free (guesses->unit);
  guesses->unit = g_strdup (unit);
}

QmGuesses
qm_guess (const QmFinding *finding, const char *paragraph, const QmDataset *dataset)
{
  Place place = find_place (finding, paragraph);
  gboolean is_range = finding->precision == QM_BETWEEN;
  QmUnit unit = { 0 };
  gboolean is_known = finding->unit == NULL || qm_unit_parse (finding->unit, &unit);
  QmGuesses guesses = { .value = !isnan (finding->other_value) ? NAN : finding->value,
                        .low = is_range ? finding->low : NAN,
                        .high = is_range ? finding->high : NAN,
                        .precision = finding->precision,
                        .is_projected = finding->is_projected,
                        .unit =
                            g_strdup (finding->unit != NULL && is_known ? finding->unit : "number"),
                        .to_entity = no_guess () };

  if (are_ranks (&place, finding))
    make_ranks (&guesses);
  guess_fraction (&guesses, &place, finding);
  if (unit.kind == QM_UNIT_CURRENCY)
    guess_rate (&guesses, finding);
  guesses.measure = guess_measure (&place, finding, dataset, guesses.unit);
  guess_by_unit (&guesses.measure, dataset, &unit);
  guesses.entity = guess_entity (&place, finding, dataset);
  guesses.time = guess_time (&place, finding);
  guess_by_name_after (&guesses, &place, " của ", &guesses.entity);
  if (g_str_equal (guesses.unit, "times"))
    guess_compared (&guesses, &place, dataset);
  return guesses;
}

void
qm_guesses_clear (QmGuesses *guesses)
{
  g_clear_pointer (&guesses->unit, g_free);
  guess_clear (&guesses->measure);
  guess_clear (&guesses->entity);
  guess_clear (&guesses->to_entity);
  guess_clear (&guesses->time);
}
