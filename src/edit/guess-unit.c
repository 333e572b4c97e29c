#include "edit/guess-private.h"

#include "dataset/unit.h"
#include "extraction/findings.h"

#include <math.h>
#include <string.h>

/* The most places that are told in one figure. */
#define MAX_RANKS 100

gboolean
qm_guess_is_said (const QmGuessPlace *place, const char *words)
{
  g_autofree char *small = g_utf8_strdown (words, -1);
  g_autofree char *sentence =
      g_utf8_strdown (place->text + place->first, (gssize) (place->last - place->first));

  return small[0] != '\0' && strstr (sentence, small) != NULL;
}

/* "The top 16 models of the ranking" hold its places 1 to 16. */
static gboolean
are_ranks (const QmGuessPlace *place, const QmFinding *finding)
{
  static const char *const words[] = { "ranking", "leaderboard", "league table", "xếp hạng" };

  if (finding->unit != NULL || finding->precision != QM_EXACT || !(finding->value >= 2) ||
      finding->value > MAX_RANKS || fabs (finding->value - round (finding->value)) > 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (qm_guess_is_said (place, words[i]))
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

/* The unit that the words are the name of; NULL where they are none's. Static storage. */
static const char *
unit_named (const char *words)
{
  static const char *const languages[] = { "en", "vi" };
  g_autofree char *one = g_strdup_printf ("1 %s", words);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autoptr (GPtrArray) findings = qm_findings_read (one, languages[i]);
    const QmFinding *finding = findings->len == 1 ? findings->pdata[0] : NULL;

    if (finding != NULL && finding->unit != NULL && g_str_equal (finding->text, one))
      return finding->unit;
  }
  return NULL;
}

/* Of "US$ per gram" and "USD/năm" what stands behind the unit; NULL for none. */
static const char *
find_per (const char *unit_text)
{
  static const char *const signs[] = { "/",      " per ",   " a ",   " an ",
                                       " each ", " every ", " mỗi ", " một " };
  const char *per = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++) {
    const char *found = g_strrstr (unit_text, signs[i]);

    if (found != NULL && (per == NULL || found + strlen (signs[i]) > per))
      per = found + strlen (signs[i]);
  }
  return per;
}

/* What is counted by something else: "USD per gram", "kilowatt-hour-per-year"; or the unit itself.
 */
static char *
make_rate (const char *unit, const QmFinding *finding)
{
  const char *words = finding->unit_text != NULL ? find_per (finding->unit_text) : NULL;
  const char *per = words != NULL ? unit_named (words) : NULL;
  char *rate = per != NULL ? qm_unit_make_rate (unit, per) : NULL;

  return rate != NULL ? rate : g_strdup (unit);
}

char *
qm_guess_unit_of (const QmFinding *finding)
{
  return finding->unit != NULL ? make_rate (finding->unit, finding) : NULL;
}

/* --- Fractions --- */

/* "Half as much as", "bằng một nửa": of another figure. */
static gboolean
is_compared (const QmGuessPlace *place)
{
  static const char *const after[] = { " as ", " that of " };
  g_autofree char *before = g_strndup (place->text + place->first, place->start - place->first);

  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    if (g_str_has_prefix (place->text + place->end, after[i]))
      return TRUE;
  return g_str_has_suffix (g_strchomp (before), "bằng");
}

/* A fraction by itself is a multiple of what it is compared with, or else so many percent. */
static void
guess_fraction (QmGuesses *guesses, const QmGuessPlace *place, const QmFinding *finding)
{
  double percent = 100 * guesses->value;
  const char *unit = is_compared (place) ? "times" : "percent";

  if (finding->unit != NULL || !(guesses->value > 0 && guesses->value < 1) ||
      strpbrk (finding->text, ".,") != NULL)
    return;
  /* A half is 50 percent and not 50.000000000000007, a third stays what it is. */
  if (g_str_equal (unit, "percent"))
    guesses->value = fabs (percent - round (percent)) < 1e-9 ? round (percent) : percent;
  g_free (guesses->unit);
  guesses->unit = g_strdup (unit);
}

void
qm_guess_unit (QmGuesses *guesses, const QmGuessPlace *place, const QmFinding *finding)
{
  g_autofree char *unit = NULL;

  if (are_ranks (place, finding))
    make_ranks (guesses);
  guess_fraction (guesses, place, finding);
  unit = g_steal_pointer (&guesses->unit);
  guesses->unit = make_rate (unit, finding);
}
