#include "app/editing/choice-words.h"

#include "base/words.h"
#include "chart/forms/forms.h"
#include "chart/words/wording.h"

static const struct {
  const char *key, *value, *words;
} known[] = {
  { "precision", "exact", N_ ("Exact") },
  { "precision", "about", N_ ("About") },
  { "precision", "over", N_ ("More than") },
  { "precision", "under", N_ ("Less than") },
  { "precision", "between", N_ ("Between") },
  { "standing", "reported", N_ ("Stated") },
  { "standing", "projected", N_ ("Projected") },
  { "color", "blue", N_ ("Blue") },
  { "color", "red", N_ ("Red") },
  { "color", "gold", N_ ("Gold") },
  { "color", "violet", N_ ("Violet") },
  { "color", "teal", N_ ("Teal") },
  { "color", "green", N_ ("Green") },
  { "color", "magenta", N_ ("Magenta") },
  { "color", "brown", N_ ("Brown") },
  { "color", "indigo", N_ ("Indigo") },
  { "color", "olive", N_ ("Olive") },
  { "color", "muted", N_ ("Grey, for what is context") },
};

const char *
qm_choice_words (const char *key, const char *value)
{
  const QmSource source = { .kind = value };
  const QmForm *form = g_str_equal (key, "form") ? qm_forms_find (value) : NULL;

  if (value[0] == '\0')
    return _ ("Not given");
  if (g_str_equal (key, "kind"))
    return qm_wording_kind (&source);
  if (form != NULL)
    return _ (form->name);
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].key, key) && g_str_equal (known[i].value, value))
      return _ (known[i].words);
  return value;
}
