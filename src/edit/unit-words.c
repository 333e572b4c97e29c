#include "edit/unit-words.h"

#include "base/language.h"
#include "base/words.h"
#include "chart/words/wording.h"
#include "dataset/unit.h"
#include "edit/guess.h"

/* Those that have no sign. */
static const struct {
  const char *unit, *words;
} kinds[] = {
  /* Translators: a unit, of what is a number only; the same words are typed for it */
  { "number", NC_ ("unit", "number") },
  /* Translators: a unit, of so many times something; the same words are typed for it */
  { "times", NC_ ("unit", "times") },
  /* Translators: a unit, of a place in an order; the same words are typed for it */
  { "rank", NC_ ("unit", "rank") },
};

/* As a text has it behind a number, in either language; NULL for no unit. */
static char *
find_unit (const char *typed)
{
  static const char *const languages[] = { "vi", "en" };
  g_autofree char *one = g_strdup_printf ("2 %s", typed);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autoptr (GPtrArray) findings = qm_findings_read (one, languages[i]);
    const QmFinding *finding = findings->len == 1 ? findings->pdata[0] : NULL;

    if (finding != NULL && finding->unit != NULL && g_str_equal (finding->text, one))
      return qm_guess_unit_of (finding);
  }
  return NULL;
}

char *
qm_unit_words_read (const char *typed)
{
  QmUnit parsed;
  char *unit;

  if (qm_unit_parse (typed, &parsed))
    return g_strdup (typed);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (typed, C_ ("unit", kinds[i].words)))
      return g_strdup (kinds[i].unit);
  unit = typed[0] != '\0' ? find_unit (typed) : NULL;
  return unit != NULL ? unit : g_strdup (typed);
}

char *
qm_unit_words_write (const char *unit)
{
  QmUnit parsed;
  g_autofree char *words = NULL, *again = NULL;

  if (unit == NULL || g_str_equal (qm_language_current (), "en") || !qm_unit_parse (unit, &parsed))
    return g_strdup (unit);
  words = qm_wording_unit (&parsed);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (unit, kinds[i].unit)) {
      g_free (words);
      words = g_strdup (C_ ("unit", kinds[i].words));
    }
  again = qm_unit_words_read (words);
  return g_str_equal (again, unit) ? g_steal_pointer (&words) : g_strdup (unit);
}
