#include "sheet/sheet-notes.h"

#include "base/nearest.h"
#include "base/words.h"
#include "sheet/heading.h"

#include <gio/gio.h>
#include <string.h>

const char *const qm_sheet_notes_uses[] = {
  [QM_NOTE_CAVEAT] = "caveat",
  [QM_NOTE_SOURCE] = "source",
  [QM_NOTE_NOTHING] = "-",
  [QM_N_NOTE_USES] = NULL,
};

/* Labels of a note that says where the table is from. */
#define SOURCES "source|sources|quelle|quellen|nguon|fuente|fonte"

/* --- Taking --- */

/* A label of one cell has its colon between that and the next. */
static gboolean
is_label (const char *cell)
{
  return strlen (cell) <= 24 &&
         (qm_heading_is_one_of (cell, SOURCES) || qm_heading_is (cell, QM_SHEET_LABELS));
}

/* Without the sign of a comment before them. */
static char *
take_cell (const QmCellGrid *grid, guint row, guint column)
{
  const char *cell = qm_cell_grid_cell (grid, row, column);

  return g_strstrip (g_strdup (column == 0 ? cell + strspn (cell, "#") : cell));
}

static char *
join_row (const QmCellGrid *grid, guint row)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < qm_cell_grid_row (grid, row)->n; i++) {
    g_autofree char *cell = take_cell (grid, row, i);

    if (cell[0] != '\0')
      g_string_append_printf (words, "%s%s",
                              words->len == 0         ? ""
                              : is_label (words->str) ? ": "
                                                      : ", ",
                              cell);
  }
  return g_string_free (words, FALSE);
}

/* Where the note goes on behind a label of one of these words, "Source: …"; NULL for none. */
static const char *
skip_label (const char *note, const char *words)
{
  const char *colon = strchr (note, ':');
  g_autofree char *label = colon != NULL ? g_strndup (note, (gsize) (colon - note)) : NULL;

  if (label == NULL || strlen (label) > 24 || !qm_heading_is_one_of (label, words))
    return NULL;
  for (colon++; g_ascii_isspace (*colon);)
    colon++;
  return *colon != '\0' ? colon : NULL;
}

static const char *
skip_source (const char *note)
{
  return skip_label (note, SOURCES);
}

static gboolean
is_unit_line (const char *words)
{
  g_autofree char *start = g_strndup (words, 24);
  char *end = strchr (start, ':');

  if (end != NULL)
    *end = '\0';
  return end != NULL && qm_heading_is_one_of (start, "unit|units|don vi|don vi tinh|einheit|dvt");
}

/* A short line that says how old the table is. */
static gboolean
is_date_line (const char *words)
{
  return strlen (words) <= 40 &&
         qm_heading_is_one_of (words, "updated|aktualisiert|stand|cap nhat");
}

/* Of one in brackets. */
static gboolean
says_only_unit (const QmHeading *heading)
{
  return heading->name[0] == '\0' || (heading->unit == NULL && heading->scale > 1);
}

/* The first line above is the title, whatever says a unit is for all figures. */
static void
take_note (QmSheetNotes *notes, char *words, gboolean is_above)
{
  /* In brackets, as over a column: "thousand persons" is no name. */
  g_autofree char *unit =
      is_unit_line (words) ? g_strdup_printf ("(%s)", strchr (words, ':') + 1) : NULL;
  g_auto (QmHeading) heading = qm_heading_read (unit != NULL ? unit : words);
  const char *title;

  if ((is_above || unit != NULL) && notes->unit == NULL &&
      (heading.unit != NULL || heading.scale > 1)) {
    notes->unit = g_strdup (heading.unit);
    notes->scale = heading.scale;
  }
  if (!is_above || is_unit_line (words) || skip_source (words) != NULL || is_date_line (words) ||
      notes->title != NULL || heading.name[0] == '\0') {
    /* A line that says nothing but the unit is told with the columns. */
    if ((is_above && heading.name[0] == '\0') || (unit != NULL && says_only_unit (&heading)))
      g_free (words);
    else
      g_ptr_array_add (notes->notes, words);
    return;
  }
  title = skip_label (heading.name, "title|titel");
  notes->title = g_strdup (title != NULL ? title : heading.name);
  g_free (words);
}

QmSheetNotes
qm_sheet_notes_read (const QmCellGrid *grid, const QmSheetLayout *layout)
{
  QmSheetNotes notes = { NULL, NULL, 1, g_ptr_array_new_with_free_func (g_free),
                         g_array_new (FALSE, FALSE, sizeof (QmNoteUse)) };

  for (guint row = layout->first_note; row < layout->last_note; row++) {
    if (row == layout->first_header)
      row = layout->last_row;
    if (row < layout->last_note && !qm_cell_grid_is_blank (grid, row))
      take_note (&notes, join_row (grid, row), row < layout->first_header);
  }
  return notes;
}

/* --- What they say of cells --- */

/* Nines, as programs write for nothing: "-99.9", "9999". */
static gboolean
are_nines (const char *word)
{
  const char *digits = word + (word[0] == '-');

  return strlen (digits) >= 2 && strspn (digits, "9.") == strlen (digits) && digits[0] == '9' &&
         g_ascii_isdigit (word[strlen (word) - 1]);
}

static void
take_missing (const char *note, GString *words)
{
  const char *said = skip_label (note, "missing value|missing values|missing data|no data|nodata|"
                                       "nodata value|missing|fehlwert|fehlende werte");
  g_auto (GStrv) parts = g_strsplit_set (said != NULL ? said : note, " ,;=()\"", -1);

  if (said == NULL && !qm_heading_is_one_of (note, "missing|nodata|fehlwert|fehlend|unavailable") &&
      strstr (note, "no data") == NULL)
    return;
  for (gsize i = 0; parts[i] != NULL; i++)
    if (are_nines (parts[i]) ||
        (said != NULL && parts[i][0] != '\0' && parts[i + 1] == NULL && i == 0))
      g_string_append_printf (words, "%s%s", words->len > 0 ? "|" : "", parts[i]);
}

char *
qm_sheet_notes_find_missing (const QmSheetNotes *notes)
{
  GString *words = g_string_new (NULL);

  if (notes->title != NULL)
    take_missing (notes->title, words);
  for (guint i = 0; i < notes->notes->len; i++)
    take_missing (notes->notes->pdata[i], words);
  return g_string_free (words, words->len == 0);
}

/* --- What each is --- */

const char *
qm_sheet_notes_skip_label (const char *note)
{
  const char *rest = skip_source (note);

  if (rest == NULL)
    rest = skip_label (note, "note|notes|anmerkung|anmerkungen|hinweis|ghi chu|chu thich");
  return rest != NULL ? rest : note;
}

gboolean
qm_sheet_notes_choose (QmSheetNotes *notes, const QmChoices *choices, GError **error)
{
  const char *list = choices->words[QM_CHOOSE_NOTES];
  g_auto (GStrv) words = g_strsplit (list != NULL ? list : "", ",", -1);
  guint n = g_strv_length (words);

  g_array_set_size (notes->uses, 0);
  for (guint i = 0; i < notes->notes->len; i++) {
    QmNoteUse use = skip_source (notes->notes->pdata[i]) != NULL ? QM_NOTE_SOURCE : QM_NOTE_CAVEAT;

    if (i < n && g_strstrip (words[i])[0] != '\0') {
      int chosen = qm_nearest_exact (qm_sheet_notes_uses, words[i]);

      if (chosen < 0) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _ ("a note is one of caveat, source, or - for nothing"));
        return FALSE;
      }
      use = (QmNoteUse) chosen;
    }
    g_array_append_val (notes->uses, use);
  }
  return TRUE;
}
