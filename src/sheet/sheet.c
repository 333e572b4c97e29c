#include "sheet/sheet.h"

#include "base/encoding.h"
#include "base/file-kind.h"
#include "base/words.h"
#include "dataset/unit.h"
#include "sheet/cell-text.h"
#include "sheet/heading.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

/* What texts on European machines are in that say nothing else. */
#define OLD_ENCODING "windows-1252"

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

void
qm_sheet_free (QmSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->checksum);
  g_free (sheet->encoding);
  qm_cell_grid_free (sheet->grid);
  g_clear_pointer (&sheet->tables, g_array_unref);
  g_clear_pointer (&sheet->columns, g_ptr_array_unref);
  g_free (sheet->open_order);
  g_free (sheet->title);
  g_free (sheet->unit);
  g_clear_pointer (&sheet->notes, g_ptr_array_unref);
  g_clear_pointer (&sheet->note_uses, g_array_unref);
  g_free (sheet);
}

/* --- The text --- */

static gboolean
is_utf8 (const char *data, gsize length)
{
  return g_utf8_validate (data, (gssize) length, NULL) && memchr (data, '\0', length) == NULL;
}

/* The text in UTF-8, or NULL. */
static char *
read_text (GBytes *bytes, const char *wanted, char **encoding, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *kind = qm_file_kind_explain (_ ("The file"), data, length);
  char *text;

  if (kind != NULL) {
    fail (error, kind);
    return NULL;
  }
  if (wanted != NULL) {
    *encoding = g_strdup (wanted);
    return qm_encoding_read_as (bytes, wanted, error);
  }
  if (length == 0 || is_utf8 (data, length)) {
    gsize mark = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

    return g_strndup (length > 0 ? data + mark : "", length - mark);
  }
  text = qm_encoding_read (bytes, encoding, NULL);
  if (text != NULL)
    return text;
  *encoding = g_strdup (OLD_ENCODING);
  text = qm_encoding_read_as (bytes, OLD_ENCODING, NULL);
  if (text == NULL)
    fail (error, _ ("expected a table, found bytes that are no text"));
  return text;
}

/* --- The dialect --- */

static gboolean
read_sign (const char *word, const char *const *names, const char *signs, char *sign)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (g_str_equal (word, names[i])) {
      *sign = signs[i];
      return TRUE;
    }
  if (word[0] == '\0' || word[1] != '\0' || word[0] == '\n' || word[0] == '\r')
    return FALSE;
  *sign = word[0];
  return TRUE;
}

/* "sep=;" on a line of its own, which Excel writes. */
static const char *
skip_separator (const char *text, char *delimiter)
{
  const char *end;

  if (g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[4] == '\0')
    return text;
  end = text + 5;
  if (*end != '\r' && *end != '\n' && *end != '\0')
    return text;
  *delimiter = text[4];
  end += *end == '\r';
  return end + (*end == '\n');
}

static gboolean
choose_dialect (QmDialect *dialect, const QmChoices *choices, char separator, GError **error)
{
  static const char *const delimiters[] = { "tab",  "space", "comma", "semicolon",
                                            "pipe", "none",  NULL };
  static const char *const quotes[] = { "none", "single", "double", NULL };
  const char *delimiter = choices->words[QM_CHOOSE_DELIMITER];
  const char *quote = choices->words[QM_CHOOSE_QUOTE];

  if (separator != '\0')
    dialect->delimiter = separator;
  if (delimiter != NULL && !read_sign (delimiter, delimiters, "\t ,;|\0", &dialect->delimiter))
    return fail (error, _ ("a delimiter is one sign, tab, space or none"));
  if (quote != NULL) {
    if (!read_sign (quote, quotes, "\0'\"", &dialect->quote))
      return fail (error, _ ("a quotation mark is one sign, or none"));
    dialect->escape = dialect->quote;
  }
  return TRUE;
}

/* --- The table --- */

static gboolean
read_number (const char *word, int least, int most, int *number)
{
  char *end;
  gint64 value = word != NULL ? g_ascii_strtoll (word, &end, 10) : 0;

  if (word == NULL)
    return TRUE;
  if (end == word || *end != '\0' || value < least || value > most)
    return FALSE;
  *number = (int) value;
  return TRUE;
}

static gboolean
choose_table (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  int n_headers = -1, table = 1;

  if (!read_number (choices->words[QM_CHOOSE_HEADERS], 0, 100, &n_headers))
    return fail (error, _ ("expected how many rows are headings: 0 to 100"));
  sheet->tables = qm_sheet_layout_find (sheet->grid, n_headers);
  if (sheet->tables->len == 0)
    return fail (error, _ ("expected a table, found no cells"));
  if (!read_number (choices->words[QM_CHOOSE_TABLE], 1, (int) sheet->tables->len, &table))
    return fail (error, _ ("there is no table of that number"));
  sheet->table = (guint) table - 1;
  sheet->layout = g_array_index (sheet->tables, QmSheetLayout, sheet->table);
  return TRUE;
}

/* --- Dates --- */

static gboolean
choose_order (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  const char *word = choices->words[QM_CHOOSE_DATES];
  guint n[4] = { 0 };

  for (guint row = sheet->layout.first_row; row < sheet->layout.last_row; row++)
    for (guint i = sheet->layout.first_column; i < sheet->layout.last_column; i++) {
      const char *cell = qm_cell_grid_cell (sheet->grid, row, i);
      QmWhen when;

      if (!qm_when_read (cell, QM_DAY_FIRST, &when))
        continue;
      n[when.order]++;
      if (when.order == QM_ORDER_OPEN && sheet->open_order == NULL)
        sheet->open_order = g_strdup (cell);
    }
  sheet->order = n[QM_ORDER_MONTH] > n[QM_ORDER_DAY] ? QM_MONTH_FIRST : QM_DAY_FIRST;
  if (word != NULL || n[QM_ORDER_MONTH] != n[QM_ORDER_DAY])
    g_clear_pointer (&sheet->open_order, g_free);
  if (word == NULL)
    return TRUE;
  if (!g_str_equal (word, "day-first") && !g_str_equal (word, "month-first"))
    return fail (error, _ ("dates are day-first or month-first"));
  sheet->order = g_str_equal (word, "day-first") ? QM_DAY_FIRST : QM_MONTH_FIRST;
  return TRUE;
}

/* --- Columns --- */

static QmSheetColumn *
get_column (const QmSheet *sheet, guint i)
{
  return sheet->columns->pdata[i];
}

static void
set_column (QmSheet *sheet, guint i, QmHolds holds)
{
  qm_sheet_column_set (get_column (sheet, i), sheet->grid, &sheet->layout, holds, sheet->order);
}

static guint
count_columns (const QmSheet *sheet, QmHolds holds)
{
  guint n = 0;

  for (guint i = 0; i < sheet->columns->len; i++)
    n += get_column (sheet, i)->holds == holds;
  return n;
}

/* A sign that other columns show, or semicolons between the cells, speak for one. */
static char
find_decimal (const QmSheet *sheet, gboolean *is_shown)
{
  guint n_point = 0, n_comma = 0;

  for (guint i = 0; i < sheet->columns->len; i++) {
    n_point += get_column (sheet, i)->decimal == '.';
    n_comma += get_column (sheet, i)->decimal == ',';
  }
  *is_shown = n_point != n_comma;
  if (n_point != n_comma)
    return n_point > n_comma ? '.' : ',';
  return sheet->is_delimited && sheet->dialect.delimiter == ';' ? ',' : '.';
}

static gboolean
choose_decimals (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  static const char *const names[] = { "point", "comma", NULL };
  const char *word = choices->words[QM_CHOOSE_DECIMAL];
  gboolean is_shown;
  char decimal = find_decimal (sheet, &is_shown);

  if (word != NULL &&
      (!read_sign (word, names, ".,", &decimal) || (decimal != '.' && decimal != ',')))
    return fail (error, _ ("a decimal sign is a point or a comma"));
  for (guint i = 0; i < sheet->columns->len; i++) {
    QmSheetColumn *column = get_column (sheet, i);

    if (word != NULL || column->decimal == '\0')
      column->decimal = decimal;
    if (word != NULL || is_shown)
      column->is_doubtful = FALSE;
    set_column (sheet, i, column->holds);
  }
  return TRUE;
}

/* What the figures are of is said by the columns, and not by the rows as well. */
static gboolean
has_several_measures (const QmSheet *sheet)
{
  guint n = 0;

  for (guint i = 0; i < sheet->columns->len; i++)
    n += get_column (sheet, i)->holds == QM_HOLDS_FIGURES && !get_column (sheet, i)->has_when;
  return n > 1;
}

/* Only one column says when, the first; of several that name things all do, joined. */
static void
settle_columns (QmSheet *sheet)
{
  gboolean has_time = FALSE, has_measure = FALSE;

  for (guint i = 0; i < sheet->columns->len; i++) {
    QmHolds holds = get_column (sheet, i)->holds;

    if ((holds == QM_HOLDS_TIME && has_time) || (holds == QM_HOLDS_MEASURE && has_measure))
      set_column (sheet, i, holds == QM_HOLDS_TIME ? QM_HOLDS_NOTHING : QM_HOLDS_ENTITY);
    has_time |= holds == QM_HOLDS_TIME;
    has_measure |= holds == QM_HOLDS_MEASURE;
  }
  if (has_measure && has_several_measures (sheet))
    for (guint i = 0; i < sheet->columns->len; i++)
      if (get_column (sheet, i)->holds == QM_HOLDS_MEASURE)
        set_column (sheet, i, QM_HOLDS_ENTITY);
}

static int
find_holds (const char *word)
{
  for (int i = 0; i < QM_N_HOLDS; i++)
    if (g_str_equal (word, qm_sheet_column_holds[i]))
      return i;
  return -1;
}

/* "USD bn", or a unit as a dataset's file has it. */
static gboolean
choose_unit_of_column (QmSheetColumn *column, const char *words, GError **error)
{
  g_auto (QmHeading) heading = qm_heading_read (words);
  QmUnit unit;

  if (heading.unit == NULL && !(heading.scale > 1)) {
    if (!qm_unit_parse (words, &unit)) {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("“%s” is no unit: write USD bn, %%, km or million"), words);
      return FALSE;
    }
    heading.unit = g_strdup (words);
  }
  g_free (column->unit);
  column->unit = g_steal_pointer (&heading.unit);
  column->scale = heading.scale;
  return TRUE;
}

static gboolean
choose_column (QmSheet *sheet, guint i, const char *word, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (word, "=", 2);
  int holds = find_holds (g_strstrip (parts[0]));

  if (holds < 0)
    return fail (error, _ ("a column holds one of entity, time, figures, measure, unit, note, or "
                           "- for nothing"));
  set_column (sheet, i, (QmHolds) holds);
  return parts[1] == NULL ||
         choose_unit_of_column (get_column (sheet, i), g_strstrip (parts[1]), error);
}

static gboolean
choose_columns (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  const char *list = choices->words[QM_CHOOSE_COLUMNS];
  g_auto (GStrv) words = g_strsplit (list != NULL ? list : "", ",", -1);

  for (guint i = 0; list != NULL && words[i] != NULL && i < sheet->columns->len; i++)
    if (g_strstrip (words[i])[0] != '\0' && !choose_column (sheet, i, words[i], error))
      return FALSE;
  return TRUE;
}

/* Columns of figures under names: whose are they, or what are they of? */
static gboolean
choose_wide (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  const char *word = choices->words[QM_CHOOSE_WIDE];
  gboolean has_units = FALSE;
  guint n = 0;

  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = get_column (sheet, i);

    if (column->holds == QM_HOLDS_FIGURES) {
      n += column->name[0] != '\0' && !column->has_when;
      has_units |= column->unit != NULL && !g_str_equal (column->unit, "percent");
    }
  }
  sheet->is_wide_open = n > 1 && !has_units && count_columns (sheet, QM_HOLDS_ENTITY) == 0 &&
                        count_columns (sheet, QM_HOLDS_MEASURE) == 0 && word == NULL;
  sheet->are_entities = sheet->is_wide_open && (sheet->title != NULL || n > 2);
  if (word == NULL)
    return TRUE;
  if (!g_str_equal (word, "measures") && !g_str_equal (word, "entities"))
    return fail (error, _ ("columns of figures are measures or entities"));
  sheet->are_entities = g_str_equal (word, "entities");
  return TRUE;
}

static void
choose_unit (QmSheet *sheet, const QmChoices *choices)
{
  const char *words = choices->words[QM_CHOOSE_UNIT];
  g_auto (QmHeading) heading = { 0 };

  if (words == NULL)
    return;
  heading = qm_heading_read (words);
  g_free (sheet->unit);
  sheet->unit = g_steal_pointer (&heading.unit);
  sheet->scale = heading.scale;
}

/* --- Rows --- */

/* A row with one filled cell is a heading inside the table. */
static gboolean
is_heading_row (const QmCellGrid *grid, guint row)
{
  guint n = 0;

  for (guint i = 0; i < qm_cell_grid_row (grid, row)->n; i++)
    n += !qm_cell_text_is_missing (qm_cell_grid_cell (grid, row, i));
  return n <= 1;
}

static gboolean
is_filled_beyond (const QmCellGrid *grid, guint row, guint width)
{
  for (guint i = width; i < qm_cell_grid_row (grid, row)->n; i++)
    if (!qm_cell_text_is_missing (qm_cell_grid_cell (grid, row, i)))
      return TRUE;
  return FALSE;
}

static void
check_rows (QmSheet *sheet)
{
  QmCellGrid *grid = sheet->grid;
  guint width = sheet->layout.last_column;

  grid->n_columns = width;
  for (guint row = sheet->layout.first_row; row < sheet->layout.last_row; row++) {
    const QmCellGridRow *found = qm_cell_grid_row (grid, row);
    gboolean has_more = is_filled_beyond (grid, row, width);
    const QmCellGridFault fault = { found->line, row,
                                    has_more ? QM_CELL_GRID_MORE_CELLS : QM_CELL_GRID_FEWER_CELLS,
                                    found->n };

    if (has_more || (found->n < width && !is_heading_row (grid, row)))
      g_array_append_val (grid->faults, fault);
  }
}

static gboolean
take_notes (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  QmSheetNotes notes = qm_sheet_notes_read (sheet->grid, &sheet->layout);
  gboolean is_right = qm_sheet_notes_choose (&notes, choices, error);

  sheet->title = notes.title;
  sheet->unit = notes.unit;
  sheet->scale = notes.scale;
  sheet->notes = notes.notes;
  sheet->note_uses = notes.uses;
  return is_right;
}

static gboolean
check_size (const QmSheet *sheet, GError **error)
{
  if (sheet->grid->rows->len <= QM_SHEET_MAX_ROWS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("expected a table of at most %d rows, found %u: leave out rows"),
               QM_SHEET_MAX_ROWS, sheet->grid->rows->len);
  return FALSE;
}

static gboolean
decide (QmSheet *sheet, const QmChoices *choices, GError **error)
{
  if (choices->words[QM_CHOOSE_MISSING] != NULL)
    qm_cell_grid_forget (sheet->grid, choices->words[QM_CHOOSE_MISSING]);
  if (!check_size (sheet, error) || !choose_table (sheet, choices, error) ||
      !choose_order (sheet, choices, error))
    return FALSE;
  if (!take_notes (sheet, choices, error))
    return FALSE;
  check_rows (sheet);
  sheet->columns = qm_sheet_column_read_all (sheet->grid, &sheet->layout, sheet->order);
  if (!choose_decimals (sheet, choices, error))
    return FALSE;
  settle_columns (sheet);
  choose_unit (sheet, choices);
  if (choices->words[QM_CHOOSE_MEASURE] != NULL) {
    g_free (sheet->title);
    sheet->title = g_strdup (choices->words[QM_CHOOSE_MEASURE]);
  }
  return choose_columns (sheet, choices, error) && choose_wide (sheet, choices, error);
}

QmSheet *
qm_sheet_read_grid (QmCellGrid *grid, const QmChoices *choices, GError **error)
{
  g_autoptr (QmSheet) sheet = g_new0 (QmSheet, 1);

  sheet->grid = grid;
  return decide (sheet, choices, error) ? g_steal_pointer (&sheet) : NULL;
}

QmSheet *
qm_sheet_read (GBytes *bytes, const QmChoices *choices, GError **error)
{
  g_autoptr (QmSheet) sheet = g_new0 (QmSheet, 1);
  g_autofree char *text =
      read_text (bytes, choices->words[QM_CHOOSE_ENCODING], &sheet->encoding, error);
  char separator = '\0';
  const char *start;

  if (text == NULL)
    return NULL;
  sheet->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  start = skip_separator (text, &separator);
  sheet->is_delimited = TRUE;
  sheet->dialect = qm_dialect_guess (start, strlen (start));
  if (!choose_dialect (&sheet->dialect, choices, separator, error))
    return NULL;
  sheet->grid = qm_cell_grid_read (start, strlen (start), &sheet->dialect, error);
  return sheet->grid != NULL && decide (sheet, choices, error) ? g_steal_pointer (&sheet) : NULL;
}

/* --- Cells --- */

static void
append_cell (GString *text, const char *cell)
{
  if (strpbrk (cell, "\",\r\n") == NULL && cell[0] != '\0') {
    g_string_append (text, cell);
    return;
  }
  g_string_append_c (text, '"');
  for (const char *c = cell; *c != '\0'; c++) {
    if (*c == '"')
      g_string_append_c (text, '"');
    g_string_append_c (text, *c);
  }
  g_string_append_c (text, '"');
}

char *
qm_sheet_print_cells (const QmSheet *sheet)
{
  const QmSheetLayout *layout = &sheet->layout;
  GString *text = g_string_new (NULL);

  for (guint i = 0; layout->first_row > layout->first_header && i < sheet->columns->len; i++) {
    if (i > 0)
      g_string_append_c (text, ',');
    append_cell (text, get_column (sheet, i)->heading);
  }
  if (text->len > 0)
    g_string_append (text, "\r\n");
  for (guint row = layout->first_row; row < layout->last_row; row++) {
    guint n = MAX (qm_cell_grid_row (sheet->grid, row)->n, layout->last_column);

    for (guint i = layout->first_column; i < n; i++) {
      if (i > layout->first_column)
        g_string_append_c (text, ',');
      append_cell (text, qm_cell_grid_cell (sheet->grid, row, i));
    }
    g_string_append (text, "\r\n");
  }
  return g_string_free (text, FALSE);
}
