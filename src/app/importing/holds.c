#include "app/importing/holds.h"

#include "base/words.h"

#include <string.h>

const char *
qm_holds_name (QmHolds holds)
{
  static const char *const names[] = {
    /* Translators: what a column of a table holds */
    [QM_HOLDS_NOTHING] = N_ ("Left out"),
    /* Translators: what a column of a table holds: the names of those that the figures are of */
    [QM_HOLDS_ENTITY] = N_ ("Whose"),
    /* Translators: what a column of a table holds */
    [QM_HOLDS_TIME] = N_ ("When"),
    /* Translators: what a column of a table holds */
    [QM_HOLDS_FIGURES] = N_ ("Figures"),
    /* Translators: what a column of a table holds: the names of what is measured */
    [QM_HOLDS_MEASURE] = N_ ("Of what"),
    /* Translators: what a column of a table holds */
    [QM_HOLDS_UNIT] = N_ ("Unit"),
    /* Translators: what a column of a table holds */
    [QM_HOLDS_NOTE] = N_ ("Note"),
  };

  return _ (names[holds]);
}

char *
qm_holds_word_heading (const QmSheetColumn *column)
{
  /* Translators: the number of a column of a table that has no heading */
  return column->heading[0] != '\0' ? g_strdup (column->heading)
                                    : g_strdup_printf (_ ("Column %u"), column->index + 1);
}

/* As qm_heading_read() reads them, in the language in use too. */
static const char *
name_scale (double scale)
{
  static const struct {
    double scale;
    const char *name;
  } names[] = { { 1e3, N_ ("thousand") }, { 1e5, "lakh" },    { 1e7, "crore" },
                { 1e6, N_ ("mn") },       { 1e9, N_ ("bn") }, { 1e12, N_ ("tn") } };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (!(scale < names[i].scale) && !(scale > names[i].scale))
      /* Translators: one of “thousand”, “mn”, “bn” and “tn”, behind a unit: USD bn */
      return _ (names[i].name);
  return NULL;
}

char *
qm_holds_word_unit (const QmSheet *sheet, const QmSheetColumn *column)
{
  const char *unit = column->unit != NULL ? column->unit : sheet->unit;
  const char *scale = name_scale (column->scale > 1 ? column->scale : sheet->scale);

  if (unit != NULL && g_str_equal (unit, "percent"))
    return g_strdup ("%");
  if (scale == NULL)
    return g_strdup (unit != NULL ? unit : "");
  return unit != NULL ? g_strdup_printf ("%s %s", unit, scale) : g_strdup (scale);
}

static void
append_count (GString *words, const char *format, guint n)
{
  if (n > 0)
    g_string_append_printf (words, format, n);
}

char *
qm_holds_word_column (const QmSheet *sheet, const QmSheetColumn *column, const char *divider)
{
  g_autofree char *heading = qm_holds_word_heading (column);
  GString *words = g_string_new (heading);

  g_string_append_printf (words, "%s%s", divider, qm_holds_name (column->holds));
  if (column->holds == QM_HOLDS_FIGURES) {
    g_autofree char *unit = qm_holds_word_unit (sheet, column);

    g_string_append_printf (words, "%s%s", unit[0] != '\0' ? " · " : "", unit);
    append_count (words, ngettext (" · %u missing", " · %u missing", column->n_missing),
                  column->n_missing);
  }
  append_count (words, ngettext (" · %u does not fit", " · %u do not fit", column->misfits->len),
                column->misfits->len);
  return g_string_free (words, FALSE);
}
