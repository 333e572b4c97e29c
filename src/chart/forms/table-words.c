/* The words of a table: headers, names and figures, as large as their room lets them be. */
#include "chart/draw/status.h"
#include "chart/forms/table-private.h"
#include "chart/words/wording.h"

static char *
name_of_column (const QmFormTable *table, gsize column)
{
  const QmClaim *claim = table->matrix->columns->pdata[column];
  g_autofree char *name = qm_matrix_column_name (table->matrix, column);

  if (name[0] != '\0')
    return g_steal_pointer (&name);
  return g_strdup (qm_text_get (claim->measure->name));
}

/* Units in words can stand in the header, once, and those that are signs at each figure. */
static gboolean
is_unit_above (const QmFormTable *table, const QmClaim *claim)
{
  return table->are_units_above && claim != NULL &&
         (claim->unit.kind == QM_UNIT_MEASURE || claim->unit.kind == QM_UNIT_OWN) &&
         qm_form_table_has_figure (claim);
}

static char *
header_of (const QmFormTable *table, gsize column)
{
  g_autofree char *name = name_of_column (table, column);

  for (gsize row = 0; row < qm_form_table_n_rows (table); row++) {
    const QmClaim *claim = qm_matrix_get_nth (table->matrix, row, column, 0);

    if (is_unit_above (table, claim)) {
      g_autofree char *unit = qm_wording_unit (&claim->unit);

      return g_strdup_printf ("%s, %s", name, unit);
    }
  }
  return g_steal_pointer (&name);
}

static char *
text_of (const QmFormTable *table, const QmClaim *claim)
{
  if (is_unit_above (table, claim))
    return qm_wording_number_short (claim);
  return claim != NULL ? qm_wording_value_short (claim) : g_strdup (qm_matrix_nothing ());
}

static double
gap_of (const QmStyle *style)
{
  return qm_style_length (style, 40) + 4;
}

void
qm_form_table_clear (QmFormTable *table)
{
  for (gsize i = 0; i < qm_form_table_n_columns (table); i++)
    qm_label_clear (&table->headers[i]);
  for (gsize i = 0; i < qm_form_table_n_rows (table); i++)
    qm_label_clear (&table->names[i]);
  for (gsize i = 0;
       i < qm_form_table_n_rows (table) * qm_form_table_n_columns (table) * table->depth; i++)
    qm_label_clear (&table->cells[i]);
}

static QmLabel
measure_name (const QmFormTable *table, const QmStyle *style, gsize row)
{
  return qm_label_entity (style, table->matrix->rows->pdata[row],
                          table->names_part * table->area.width,
                          0.94 * qm_form_table_row_height (table, row));
}

/* All are as large as the smallest. */
static void
measure_names (QmFormTable *table, const QmStyle *style)
{
  QmStyle own = *style;

  for (gsize i = 0; i < qm_form_table_n_rows (table); i++) {
    g_auto (QmLabel) name = measure_name (table, style, i);

    qm_label_limit_names (&own, &name);
  }
  table->name_width = 0;
  for (gsize i = 0; i < qm_form_table_n_rows (table); i++) {
    table->names[i] = measure_name (table, &own, i);
    table->name_width = MAX (table->name_width, table->names[i].width);
  }
}

/* What the sample of a standing takes beside a figure; nothing where all figures are stated. */
static double
swatch_room (const QmFormTable *table, const QmStyle *style)
{
  return table->has_swatches ? 1.3 * qm_status_swatch_side (style) : 0;
}

/* Of a figure at the size that all have; of words in its place, which may go on in a second line.
 */
static double
width_of_cell (const QmFormTable *table, const QmStyle *style, const QmClaim *claim)
{
  g_autofree char *text = text_of (table, claim);
  g_auto (QmLabel) label =
      qm_label (style, qm_form_table_has_figure (claim) ? QM_ROLE_CELL : QM_ROLE_NOTE, text, -1, 1);

  return (qm_form_table_has_figure (claim) ? table->part : 0.6) * label.width;
}

/* Of its longest word. */
static double
width_of_header (const QmFormTable *table, const QmStyle *style, gsize column)
{
  g_autofree char *header = header_of (table, column);
  g_auto (GStrv) words = g_strsplit (header, " ", -1);
  double width = 0;

  for (gsize i = 0; words[i] != NULL; i++) {
    g_auto (QmLabel) word = qm_label (style, QM_ROLE_NOTE, words[i], -1, 1);

    width = MAX (width, word.width);
  }
  return width;
}

static double
natural_width (const QmFormTable *table, const QmStyle *style, gsize column)
{
  double width = width_of_header (table, style, column);

  for (gsize row = 0; row < qm_form_table_n_rows (table); row++) {
    gsize i = 0;

    do
      width = MAX (width,
                   width_of_cell (table, style, qm_matrix_get_nth (table->matrix, row, column, i)));
    while (qm_matrix_get_nth (table->matrix, row, column, ++i) != NULL);
  }
  return width + gap_of (style) + swatch_room (table, style);
}

/* Columns share what the names leave, by what their figures need. */
static void
share_out_width (QmFormTable *table, const QmStyle *style)
{
  double left = table->area.x + table->name_width, sum = 0;

  for (gsize i = 0; i < qm_form_table_n_columns (table); i++)
    table->rights[i] = sum += natural_width (table, style, i);
  for (gsize i = 0; i < qm_form_table_n_columns (table); i++)
    table->rights[i] = left + table->rights[i] / sum * (qm_rect_right (table->area) - left);
}

static double
column_width (const QmFormTable *table, gsize column)
{
  double left = column > 0 ? table->rights[column - 1] : table->area.x + table->name_width;

  return table->rights[column] - left;
}

static QmLabel
measure_value (const QmFormTable *table, const QmStyle *style, const QmClaim *claim, double width,
               double height)
{
  g_autofree char *text = text_of (table, claim);
  QmLabel words;

  if (qm_form_table_has_figure (claim))
    return table->part < 1 ? qm_label_scaled (style, QM_ROLE_CELL, text, table->part, width)
                           : qm_label_figure (style, QM_ROLE_CELL, text, width, height);
  words = qm_label_name (style, QM_ROLE_NOTE, text, width, height);
  words.color = style->theme->muted;
  return words;
}

static QmLabel
measure_header (const QmFormTable *table, const QmStyle *style, gsize column)
{
  double width = MAX (column_width (table, column) - gap_of (style), 1);
  g_autofree char *header = header_of (table, column);

  return table->matrix->has_measures
             ? qm_label_name (style, QM_ROLE_NOTE, header, width, table->header_height)
             : qm_label_figure (style, QM_ROLE_NOTE, header, width, table->header_height);
}

/* All are as large as the smallest of them. */
static void
measure_headers (QmFormTable *table, const QmStyle *style)
{
  QmStyle own = *style;

  for (gsize i = 0; i < qm_form_table_n_columns (table); i++) {
    g_auto (QmLabel) header = measure_header (table, style, i);

    qm_label_limit_names (&own, &header);
  }
  for (gsize i = 0; i < qm_form_table_n_columns (table); i++)
    table->headers[i] = measure_header (table, &own, i);
}

static gboolean
has_shortened (const QmLabel *labels, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (qm_label_is_shortened (&labels[i]))
      return TRUE;
  return FALSE;
}

/* TRUE for a figure that is not of a line's height, and for words that are not whole. */
static gboolean
is_cramped (const QmLabel *label, const QmClaim *claim, double line)
{
  if (label->layout == NULL)
    return FALSE;
  if (!qm_form_table_has_figure (claim))
    return qm_label_is_shortened (label);
  return label->height < 0.99 * line || label->height > 1.03 * line;
}

/* FALSE if one of its figures is cramped. */
static gboolean
measure_cell (QmFormTable *table, const QmStyle *style, gsize row, gsize column, double width)
{
  double line = table->part * qm_style_line_height (style, QM_ROLE_CELL);
  gboolean has_room = TRUE;
  gsize i = 0;

  do {
    const QmClaim *claim = qm_matrix_get_nth (table->matrix, row, column, i);
    QmLabel *label = qm_form_table_label (table, row, column, i);

    *label = measure_value (table, style, claim, width, qm_form_table_line_height (table, row));
    has_room = has_room && !is_cramped (label, claim, line);
  } while (qm_matrix_get_nth (table->matrix, row, column, ++i) != NULL);
  return has_room;
}

/* FALSE if one is cramped, at which a trial ends. */
static gboolean
measure_cells (QmFormTable *table, const QmStyle *style, gboolean is_trial)
{
  gboolean have_room = TRUE;

  for (gsize i = 0; i < qm_form_table_n_columns (table); i++) {
    double figure = MAX (column_width (table, i) - gap_of (style) - swatch_room (table, style), 1);

    for (gsize row = 0; row < qm_form_table_n_rows (table) && (have_room || !is_trial); row++)
      have_room = measure_cell (table, style, row, i, figure) && have_room;
  }
  return have_room;
}

/* As high as its highest figure needs, which may go on in a second line. */
static double
least_row (const QmFormTable *table)
{
  double least = 0;

  for (gsize i = 0; i < qm_form_table_n_rows (table); i++)
    for (gsize j = 0; j < qm_form_table_n_columns (table) * table->depth; j++) {
      double needs =
          qm_form_table_label (table, i, 0, j)->height / qm_form_table_line_height (table, i);

      least = MAX (least, needs * table->row);
    }
  return least;
}

/* Headers go on in further lines before any of them would end early. */
#define HEADER_LINES 2
#define MOST_HEADER_LINES 4

/* Rows are as high as their words need to be read, and no higher than that looks calm; but where
 * there is room for whole names as high as that lets them be. */
static void
share_out_height (QmFormTable *table, const QmStyle *style)
{
  double line = qm_style_line_height (style, QM_ROLE_CELL);
  double rows = table->before[qm_form_table_n_rows (table)];
  double few = MIN (0.5 * table->area.height / rows, 3.6 * line);
  double calm =
      table->is_roomy ? G_MAXDOUBLE : MAX (MAX (2.4 * line, 0.1 * table->area.height), few);

  table->header_height =
      MIN ((table->header_lines + 0.2) * qm_style_line_height (style, QM_ROLE_NOTE),
           0.8 * table->header_lines * table->area.height / (rows + 1.6));
  table->row = MIN ((table->area.height - 1.3 * table->header_height) / rows, calm);
}

/* FALSE if a word is smaller than the others or not whole, at which a trial ends. */
static gboolean
arrange (QmFormTable *table, const QmStyle *style, gboolean is_trial)
{
  gboolean have_room;

  share_out_height (table, style);
  qm_form_table_clear (table);
  measure_names (table, style);
  if (is_trial && has_shortened (table->names, qm_form_table_n_rows (table)))
    return FALSE;
  share_out_width (table, style);
  measure_headers (table, style);
  if (is_trial && has_shortened (table->headers, qm_form_table_n_columns (table)))
    return FALSE;
  have_room = measure_cells (table, style, is_trial);
  table->row = MAX (table->row, least_row (table));
  return have_room;
}

/* TRUE if the rows take the calm out of each other. */
static gboolean
are_rows_tight (const QmFormTable *table, const QmStyle *style, double calm)
{
  return table->row < calm * table->part * qm_style_line_height (style, QM_ROLE_CELL);
}

/* What names may have of the width, the usual first; then in rows of any height. */
static const double names_parts[] = { 0.36, 0.26 };
static const double roomy_names_parts[] = { 0.5 };

/* Figures give way together. FALSE where words are cramped nevertheless. */
static gboolean
try_scales (QmFormTable *table, const QmStyle *style, const double *parts, gsize n_parts,
            QmStyle *found)
{
  static const double scales[] = { 2.2, 1.9, 1.65, 1.45, 1.3, 1.15, 1, 0.9, 0.8, 0.7 };

  for (gsize i = 0; i < G_N_ELEMENTS (scales) * n_parts; i++) {
    double scale = scales[i / n_parts];

    *found = *style;
    found->scale *= MAX (scale, 1);
    table->part = MIN (scale, 1);
    table->names_part = parts[i % n_parts];
    if (arrange (table, found, TRUE) && !are_rows_tight (table, found, scale > 1 ? 2.2 : 1.1))
      return TRUE;
  }
  return FALSE;
}

QmStyle
qm_form_table_fit (QmFormTable *table, const QmStyle *style)
{
  QmStyle found;

  for (int i = 0; i < 4; i++) {
    table->header_lines = i % 2 == 0 ? HEADER_LINES : MOST_HEADER_LINES;
    table->are_units_above = i >= 2;
    if (try_scales (table, style, names_parts, G_N_ELEMENTS (names_parts), &found))
      return found;
  }
  table->header_lines = HEADER_LINES;
  table->is_roomy = TRUE;
  if (try_scales (table, style, roomy_names_parts, G_N_ELEMENTS (roomy_names_parts), &found))
    return found;
  table->is_roomy = FALSE;
  table->header_lines = MOST_HEADER_LINES;
  table->part = 1;
  table->names_part = names_parts[0];
  arrange (table, style, FALSE);
  return *style;
}
