#include "edit/guess-private.h"

#include "dataset/unit.h"
#include "extraction/candidates.h"

#include <math.h>
#include <string.h>

/* How much likelier another name has to be than one that the dataset knows, to be guessed. */
#define FAR_BEHIND 40

static gboolean
ends_sentence (const char *c)
{
  /* A line that a page breaks by itself is one. */
  return *c == '\n' || (strchr (".!?;", *c) != NULL && *c != '\0' && (c[1] == ' ' || c[1] == '\n'));
}

static QmGuessPlace
find_place (const QmFinding *finding, const char *paragraph)
{
  const char *start = g_utf8_offset_to_pointer (paragraph, (glong) finding->start);
  const char *end = g_utf8_offset_to_pointer (paragraph, (glong) finding->end);
  const char *first = start, *last = end;

  while (first > paragraph && !ends_sentence (first - 1))
    first--;
  while (*last != '\0' && !ends_sentence (last))
    last++;
  return (QmGuessPlace) { paragraph, (gsize) (first - paragraph), (gsize) (last - paragraph),
                          (gsize) (start - paragraph), (gsize) (end - paragraph) };
}

static QmGuess
make_guess (const QmGuessPlace *place, const char *text, gsize start, gsize end)
{
  return (QmGuess) { .text = g_strdup (text),
                     .start = (gsize) g_utf8_strlen (place->text, (gssize) start),
                     .end = (gsize) g_utf8_strlen (place->text, (gssize) end) };
}

static QmGuess
no_guess (void)
{
  return (QmGuess) { .text = g_strdup ("") };
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
find_words (const QmGuessPlace *place, const char *words, gboolean is_after, gsize *found)
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
find_known_entity (const QmGuessPlace *place, const QmDataset *dataset, gboolean is_after,
                   QmGuess *guess)
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
take (const QmCandidate *candidate)
{
  return (QmGuess) { g_strdup (candidate->text), candidate->start, candidate->end };
}

static QmGuess
take_sure (const GPtrArray *candidates)
{
  const QmCandidate *first = candidates->len > 0 ? candidates->pdata[0] : NULL;

  return first != NULL && first->is_sure ? take (first) : no_guess ();
}

/* "Peru has 7 million, while Chile has 9": Peru may be known, and yet 9 are Chile's. */
static gboolean
is_far_behind (const GPtrArray *candidates, const QmCandidate *candidate)
{
  return ((const QmCandidate *) candidates->pdata[0])->score - candidate->score > FAR_BEHIND;
}

/* Not one that says so, or that the figure is compared with. */
static gboolean
is_doubtful (const GPtrArray *candidates, const QmGuess *guess)
{
  for (guint i = 0; i < candidates->len; i++) {
    const QmCandidate *candidate = candidates->pdata[i];

    if (candidate->start <= guess->start && guess->end <= candidate->end)
      return !candidate->is_sure || is_far_behind (candidates, candidate);
  }
  return FALSE;
}

static const QmEntity *
find_entity (const QmDataset *dataset, const char *name)
{
  for (gsize i = 0; dataset != NULL && i < dataset->n_entities; i++)
    for (gsize j = 0; j < 2; j++)
      if (g_strcmp0 (qm_text_get_variant (dataset->entities[i].name, j), name) == 0 ||
          g_strcmp0 (qm_text_get_variant (dataset->entities[i].short_name, j), name) == 0)
        return &dataset->entities[i];
  return NULL;
}

static gboolean
is_after (const QmGuessPlace *place, const QmCandidate *candidate)
{
  return g_utf8_offset_to_pointer (place->text, (glong) candidate->start) >=
         place->text + place->end;
}

static QmGuess
guess_entity (const QmGuessPlace *place, const QmCandidates *candidates, const QmDataset *dataset)
{
  QmGuess guess = no_guess ();

  for (guint i = 0; i < candidates->names->len; i++) {
    const QmCandidate *candidate = candidates->names->pdata[i];
    const QmEntity *known = candidate->is_sure ? find_entity (dataset, candidate->text) : NULL;

    /* "Peru has 7, Chile 9": Chile may be known, and yet 7 are Peru's. */
    if (known == NULL || is_far_behind (candidates->names, candidate) ||
        (i > 0 && is_after (place, candidate) && !is_after (place, candidates->names->pdata[0])))
      continue;
    guess_clear (&guess);
    return (QmGuess) { g_strdup (qm_text_get (known->name)), candidate->start, candidate->end };
  }
  if (find_known_entity (place, dataset, FALSE, &guess) && !is_doubtful (candidates->names, &guess))
    return guess;
  guess_clear (&guess);
  return take_sure (candidates->names);
}

/* --- What it is of --- */

/* Of any measure one can be so many times another. */
static gboolean
is_of_unit (const char *measure, const char *unit)
{
  return g_str_equal (measure, unit) || g_str_equal (unit, "times");
}

/* A measure of the dataset's in that unit whose name stands in the sentence. */
static gboolean
find_known_measure (const QmGuessPlace *place, const QmDataset *dataset, const char *unit,
                    QmGuess *guess)
{
  for (gsize i = 0; dataset != NULL && i < dataset->n_measures; i++) {
    const QmMeasure *measure = &dataset->measures[i];
    g_autofree char *its_unit = qm_unit_to_string (&measure->unit);

    for (gsize j = 0; is_of_unit (its_unit, unit) && j < 2; j++) {
      const char *name = qm_text_get_variant (measure->name, j);

      if (name == NULL || !qm_guess_is_said (place, name))
        continue;
      g_free (guess->text);
      *guess = (QmGuess) { .text = g_strdup (qm_text_get (measure->name)) };
      return TRUE;
    }
  }
  return FALSE;
}

/* "durian exports were 3 million, banana exports 2": what is known was said of the figure before.
 */
static gboolean
is_nearer (const QmGuessPlace *place, const QmCandidate *thing, const QmGuess *known)
{
  const char *start = g_utf8_offset_to_pointer (place->text, (glong) thing->start);
  QmGuessPlace rest = *place;

  if (start < place->text + place->first || start >= place->text + place->start)
    return FALSE;
  rest.first = (gsize) (start - place->text);
  return !qm_guess_is_said (&rest, known->text);
}

/* Of a percentage, or a part, by which something rose it is not that percentage. */
static gboolean
is_change (const QmFinding *finding, const QmCandidate *thing, const char *unit)
{
  return finding->change != QM_CHANGE_NONE && thing->end <= finding->start &&
         (g_strcmp0 (unit, "percent") == 0 || g_strcmp0 (unit, "percentage-points") == 0);
}

/* "Rise in exports", in the language of the text. */
static char *
tell_change (const QmFinding *finding, const char *thing, const char *language)
{
  static const char *const words[2][2] = { { "Rise in ", "Fall in " },
                                           { "Mức tăng ", "Mức giảm " } };
  gboolean is_acronym = !g_unichar_islower (g_utf8_get_char (g_utf8_next_char (thing)));
  g_autofree char *letter = g_utf8_substring (thing, 0, 1);
  g_autofree char *small = is_acronym ? g_strdup (letter) : g_utf8_strdown (letter, -1);

  return g_strconcat (words[g_str_equal (language, "vi")][finding->change == QM_CHANGE_DOWN], small,
                      thing + strlen (letter), NULL);
}

static QmGuess
take_thing (const QmFinding *finding, const QmCandidate *thing, const char *unit,
            const char *language)
{
  QmGuess guess = take (thing);

  if (is_change (finding, thing, unit)) {
    g_free (guess.text);
    guess.text = tell_change (finding, thing->text, language);
  }
  return guess;
}

static QmGuess
guess_measure (const QmGuessPlace *place, const QmFinding *finding, const QmCandidates *candidates,
               const QmDataset *dataset, const char *unit)
{
  const QmCandidate *first = candidates->things->len > 0 ? candidates->things->pdata[0] : NULL;
  QmUnit parsed;
  /* Of years or tonnes, which a dataset has no unit for, nothing is known by the name alone. */
  gboolean has_unit = finding->unit == NULL || qm_unit_parse (finding->unit, &parsed);
  QmGuess guess = no_guess ();

  gboolean is_sure = first != NULL && first->is_sure;
  /* "9 tunnels" are no bridges, though there are some in the sentence. */
  gboolean is_counted = is_sure && finding->unit == NULL && first->start >= finding->start &&
                        first->start < finding->end;

  if (has_unit && !is_counted && !(is_sure && g_str_equal (unit, "times")) &&
      find_known_measure (place, dataset, unit, &guess) &&
      (!is_sure || !is_nearer (place, first, &guess)))
    return guess;
  if (!is_sure)
    return guess;
  guess_clear (&guess);
  return take_thing (finding, first, unit, candidates->language);
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

/* --- What is offered --- */

static void
free_guess (gpointer data)
{
  guess_clear (data);
  g_free (data);
}

/* Unless it is there already. (takes guess) */
static void
offer (GPtrArray *list, QmGuess guess)
{
  gboolean is_there = guess.text[0] == '\0';

  for (guint i = 0; i < list->len && !is_there; i++)
    is_there = g_str_equal (((const QmGuess *) list->pdata[i])->text, guess.text);
  if (is_there)
    guess_clear (&guess);
  else
    g_ptr_array_add (list, g_memdup2 (&guess, sizeof guess));
}

static GPtrArray *
begin_offer (const QmGuess *guess)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_guess);

  offer (list, (QmGuess) { g_strdup (guess->text), guess->start, guess->end });
  return list;
}

static void
offer_measures (QmGuesses *guesses, const QmFinding *finding, const QmCandidates *candidates,
                const QmDataset *dataset)
{
  guesses->measures = begin_offer (&guesses->measure);
  for (guint i = 0; i < candidates->things->len; i++) {
    offer (guesses->measures,
           take_thing (finding, candidates->things->pdata[i], guesses->unit, candidates->language));
    offer (guesses->measures, take (candidates->things->pdata[i]));
  }
  for (gboolean is_other = FALSE; is_other <= TRUE; is_other++)
    for (gsize i = dataset != NULL ? dataset->n_measures : 0; i-- > 0;) {
      g_autofree char *unit = qm_unit_to_string (&dataset->measures[i].unit);

      if (is_of_unit (unit, guesses->unit) != is_other)
        offer (guesses->measures,
               (QmGuess) { .text = g_strdup (qm_text_get (dataset->measures[i].name)) });
    }
}

static void
offer_entities (QmGuesses *guesses, const QmCandidates *candidates, const QmDataset *dataset)
{
  guesses->entities = begin_offer (&guesses->entity);
  for (guint i = 0; i < candidates->names->len; i++)
    offer (guesses->entities, take (candidates->names->pdata[i]));
  for (gsize i = dataset != NULL ? dataset->n_entities : 0; i-- > 0;)
    offer (guesses->entities,
           (QmGuess) { .text = g_strdup (qm_text_get (dataset->entities[i].name)) });
}

static void
offer_times (QmGuesses *guesses, const QmCandidates *candidates)
{
  guesses->times = begin_offer (&guesses->time);
  for (guint i = 0; i < candidates->times->len; i++)
    offer (guesses->times, take (candidates->times->pdata[i]));
}

/* --- What stands right after it --- */

/* The end of the words with an upper-case first letter that begin at from; from where there are
 * none. */
static gsize
find_name_end (const QmGuessPlace *place, gsize from)
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
find_name_after (const QmGuessPlace *place, const char *words, QmGuess *guess)
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
guess_by_name_after (QmGuesses *guesses, const QmGuessPlace *place, const char *words,
                     QmGuess *guess)
{
  /* A measure that the dataset knows stands for itself, and not at these words. */
  if (!find_name_after (place, words, guess) || guesses->measure.start != guess->start)
    return;
  guess_clear (&guesses->measure);
  guesses->measure = no_guess ();
}

static void
guess_compared (QmGuesses *guesses, const QmGuessPlace *place, const QmDataset *dataset)
{
  guess_by_name_after (guesses, place, " ", &guesses->to_entity);
  find_known_entity (place, dataset, TRUE, &guesses->to_entity);
}

QmGuesses
qm_guess (const QmFinding *finding, const char *paragraph, const QmDataset *dataset,
          const char *published)
{
  QmGuessPlace place = find_place (finding, paragraph);
  g_autoptr (QmCandidates) candidates = qm_candidates_read (paragraph, finding->start, published);
  gboolean is_range = finding->precision == QM_BETWEEN;
  QmUnit unit = { 0 };
  const char *written = finding->unit != NULL ? finding->unit : finding->unit_of_list;
  gboolean is_known = written == NULL || qm_unit_parse (written, &unit);
  QmGuesses guesses = { .value = !isnan (finding->other_value) ? NAN : finding->value,
                        .low = is_range ? finding->low : NAN,
                        .high = is_range ? finding->high : NAN,
                        .precision = finding->precision,
                        .is_projected = finding->is_projected,
                        .unit = g_strdup (written != NULL && is_known ? written : "number"),
                        .to_entity = no_guess () };

  qm_guess_unit (&guesses, &place, finding);
  guesses.measure = guess_measure (&place, finding, candidates, dataset, guesses.unit);
  guess_by_unit (&guesses.measure, dataset, &unit);
  guesses.entity = guess_entity (&place, candidates, dataset);
  guesses.time = take_sure (candidates->times);
  guess_by_name_after (&guesses, &place, " của ", &guesses.entity);
  if (g_str_equal (guesses.unit, "times"))
    guess_compared (&guesses, &place, dataset);
  offer_measures (&guesses, finding, candidates, dataset);
  offer_entities (&guesses, candidates, dataset);
  offer_times (&guesses, candidates);
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
  g_clear_pointer (&guesses->measures, g_ptr_array_unref);
  g_clear_pointer (&guesses->entities, g_ptr_array_unref);
  g_clear_pointer (&guesses->times, g_ptr_array_unref);
}
