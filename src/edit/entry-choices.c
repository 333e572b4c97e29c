/* What a field of an entry can be chosen from. */
#include "edit/entry.h"

#include "base/language.h"
#include "edit/edit-private.h"

static void
free_choice (gpointer choice)
{
  g_free (((QmEntryChoice *) choice)->value);
  g_free (((QmEntryChoice *) choice)->words);
  g_free (choice);
}

static void
add_choice (GPtrArray *choices, const char *value, const char *words)
{
  QmEntryChoice *choice = g_new0 (QmEntryChoice, 1);

  choice->value = g_strdup (value);
  choice->words = g_strdup (words);
  g_ptr_array_add (choices, choice);
}

/* A source may have no title, and measures share a name where they differ in their unit. */
static char *
name_of (const cJSON *entry)
{
  const char *language = qm_language_current ();
  const char *const keys[] = { "name", "title", "describes" };
  const char *unit = qm_edit_entry_string (entry, "unit");

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    const char *words = qm_edit_entry_words (entry, keys[i], language);

    if (words != NULL)
      return unit != NULL ? g_strdup_printf ("%s (%s)", words, unit) : g_strdup (words);
  }
  return g_strdup (qm_edit_entry_string (entry, "id"));
}

static void
add_entries (GPtrArray *choices, const QmEdit *edit, const char *section)
{
  const cJSON *entry;

  cJSON_ArrayForEach (entry, cJSON_GetObjectItemCaseSensitive (edit->tree, section)) {
    g_autofree char *name = name_of (entry);

    add_choice (choices, qm_edit_entry_string (entry, "id"), name);
  }
}

/* Whether the claim can take the place of that one: another, of the same measure and entity. */
static gboolean
can_follow (const cJSON *claim, const cJSON *one)
{
  static const char *const shared[] = { "measure", "entity", "ratio" };

  for (gsize i = 0; i < G_N_ELEMENTS (shared); i++) {
    const cJSON *its = cJSON_GetObjectItemCaseSensitive (claim, shared[i]);
    const cJSON *other = cJSON_GetObjectItemCaseSensitive (one, shared[i]);

    if (its != other && !cJSON_Compare (its, other, TRUE))
      return FALSE;
  }
  return claim != one;
}

/* By its time, where it has one, and what it states. */
static void
add_claims (GPtrArray *choices, const QmEdit *edit, const cJSON *one)
{
  const cJSON *claim;

  cJSON_ArrayForEach (claim, cJSON_GetObjectItemCaseSensitive (edit->tree, "claims")) {
    const char *statement = qm_edit_entry_words (claim, "statement", qm_language_current ());
    const char *time = qm_edit_entry_string (claim, "time");
    g_autofree char *words =
        time != NULL ? g_strdup_printf ("%s: %s", time, statement) : g_strdup (statement);

    if (can_follow (claim, one))
      add_choice (choices, qm_edit_entry_string (claim, "id"), words);
  }
}

GPtrArray *
qm_entry_choices (const QmEdit *edit, const char *id, const QmEntryField *field,
                  const QmForms *forms)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (free_choice);
  const char *const *names = field->field->choices;

  if (!field->field->is_required)
    add_choice (choices, "", NULL);
  if (field->kind == QM_ENTRY_REFERENCE && g_str_equal (field->section, "claims"))
    add_claims (choices, edit, qm_edit_find (edit, "claims", id, NULL));
  else if (field->kind == QM_ENTRY_REFERENCE)
    add_entries (choices, edit, field->section);
  else if (names != NULL)
    for (gsize i = 0; names[i] != NULL; i++)
      add_choice (choices, names[i], NULL);
  else
    for (gsize i = 0; forms->rules[i] != NULL; i++)
      add_choice (choices, forms->rules[i]->name, NULL);
  return choices;
}
