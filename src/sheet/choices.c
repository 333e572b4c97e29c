#include "sheet/choices.h"

#include <string.h>

static const char *const names[QM_N_CHOICES] = {
  [QM_CHOOSE_ENCODING] = "encoding", [QM_CHOOSE_DELIMITER] = "delimiter",
  [QM_CHOOSE_QUOTE] = "quote",       [QM_CHOOSE_TABLE] = "table",
  [QM_CHOOSE_HEADERS] = "headers",   [QM_CHOOSE_DECIMAL] = "decimal",
  [QM_CHOOSE_DATES] = "dates",       [QM_CHOOSE_COLUMNS] = "columns",
  [QM_CHOOSE_WIDE] = "wide",         [QM_CHOOSE_MEASURE] = "measure",
  [QM_CHOOSE_UNIT] = "unit",         [QM_CHOOSE_MISSING] = "missing",
  [QM_CHOOSE_YEARS] = "years",       [QM_CHOOSE_NOTES] = "notes",
  [QM_CHOOSE_ROWS] = "rows",
};

void
qm_choices_clear (QmChoices *choices)
{
  for (int i = 0; i < QM_N_CHOICES; i++)
    g_clear_pointer (&choices->words[i], g_free);
}

const char *
qm_choices_name (QmChooses what)
{
  return names[what];
}

void
qm_choices_set (QmChoices *choices, QmChooses what, const char *words)
{
  char *copy = words != NULL && words[0] != '\0' ? g_strdup (words) : NULL;

  g_free (choices->words[what]);
  choices->words[what] = copy;
}

void
qm_choices_copy (QmChoices *to, const QmChoices *from)
{
  for (int i = 0; i < QM_N_CHOICES; i++)
    qm_choices_set (to, (QmChooses) i, from->words[i]);
}

char *
qm_choices_with_row (const char *words, guint line, const char *cells)
{
  g_auto (GStrv) rows = g_strsplit (words != NULL ? words : "", "\n", -1);
  GString *all = g_string_new (NULL);

  for (gsize i = 0; rows[i] != NULL; i++)
    if (rows[i][0] != '\0' && g_ascii_strtoull (rows[i], NULL, 10) != line)
      g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", rows[i]);
  if (cells != NULL)
    g_string_append_printf (all, "%s%u%s%s", all->len > 0 ? "\n" : "", line,
                            cells[0] != '\0' ? "=" : "", cells);
  return g_string_free (all, FALSE);
}
