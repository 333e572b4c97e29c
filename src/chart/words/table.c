#include "chart/words/table.h"

#include "base/format.h"
#include "base/words.h"
#include "chart/words/table-private.h"
#include "chart/words/wording.h"
#include "dataset/claim-time.h"
#include "dataset/unit.h"

#include <math.h>

typedef struct {
  const char *machine_name;
  const char *heading; /* to be translated */
  gboolean is_number;
} ColumnInfo;

static const ColumnInfo columns[QM_N_COLUMNS] = {
  [QM_COLUMN_CHART] = { "chart", N_ ("Chart") },
  [QM_COLUMN_CLAIM] = { "claim", N_ ("Claim") },
  [QM_COLUMN_ENTITY] = { "entity", N_ ("Whose") },
  [QM_COLUMN_ENTITY_ID] = { "entity_id", N_ ("Id of whose") },
  [QM_COLUMN_TO_ENTITY_ID] = { "to_entity_id", N_ ("Id of compared to") },
  [QM_COLUMN_MEASURE] = { "measure", N_ ("Measure") },
  [QM_COLUMN_MEASURE_ID] = { "measure_id", N_ ("Id of measure") },
  [QM_COLUMN_MEASURE_UNIT] = { "measure_unit", N_ ("Unit of measure") },
  /* Translators: what a figure is of, or what happened, as a heading of the table */
  [QM_COLUMN_SUBJECT] = { "subject", N_ ("What") },
  [QM_COLUMN_TIME] = { "time", N_ ("Time") },
  [QM_COLUMN_WHEN] = { "when", N_ ("Time in words") },
  [QM_COLUMN_FIGURE] = { "figure", N_ ("Figure"), .is_number = TRUE },
  /* Translators: a figure as a bare number, without its unit, as a heading of the table */
  [QM_COLUMN_VALUE] = { "value", N_ ("Number"), .is_number = TRUE },
  [QM_COLUMN_LOW] = { "low", N_ ("At least"), .is_number = TRUE },
  [QM_COLUMN_HIGH] = { "high", N_ ("At most"), .is_number = TRUE },
  [QM_COLUMN_UNIT] = { "unit", N_ ("Unit") },
  [QM_COLUMN_NO_FIGURE] = { "no_figure", N_ ("Instead of a figure") },
  [QM_COLUMN_BELOW_ID] = { "below_id", N_ ("Ids of those above") },
  [QM_COLUMN_BELOW] = { "below", N_ ("Those above") },
  /* Translators: a figure as the source writes it: 1/15 */
  [QM_COLUMN_FRACTION] = { "fraction", N_ ("Fraction") },
  [QM_COLUMN_DIGITS] = { "digits", N_ ("Digits shown"), .is_number = TRUE },
  [QM_COLUMN_LABEL] = { "label", N_ ("Label") },
  [QM_COLUMN_PRECISION] = { "precision", N_ ("Precision") },
  [QM_COLUMN_STANDING] = { "standing", N_ ("Standing") },
  [QM_COLUMN_COMPUTATION] = { "computation", N_ ("Computation") },
  [QM_COLUMN_SOURCE] = { "source", N_ ("Source") },
  [QM_COLUMN_SOURCE_ID] = { "source_id", N_ ("Id of source") },
  [QM_COLUMN_SOURCE_TITLE] = { "source_title", N_ ("Title of source") },
  [QM_COLUMN_SOURCE_AUTHOR] = { "source_author", N_ ("Authors of source") },
  [QM_COLUMN_SOURCE_CONTAINER] = { "source_container", N_ ("Paper or site of source") },
  [QM_COLUMN_SOURCE_PUBLISHER] = { "source_publisher", N_ ("Publisher of source") },
  [QM_COLUMN_SOURCE_DESCRIBES] = { "source_describes", N_ ("What the source is called") },
  [QM_COLUMN_SOURCE_KIND] = { "source_kind", N_ ("Kind of source") },
  [QM_COLUMN_SOURCE_READ_AS] = { "source_read_as", N_ ("Source read as") },
  [QM_COLUMN_SOURCE_LANGUAGE] = { "source_language", N_ ("Language of source") },
  [QM_COLUMN_SOURCE_ORIGINAL_TITLE] = { "source_original_title", N_ ("Original title of source") },
  [QM_COLUMN_SOURCE_EDITION] = { "source_edition", N_ ("Edition of source") },
  [QM_COLUMN_SOURCE_PAGES] = { "source_pages", N_ ("Pages of source") },
  [QM_COLUMN_SOURCE_DOI] = { "source_doi", N_ ("DOI of source") },
  [QM_COLUMN_SOURCE_ISBN] = { "source_isbn", N_ ("ISBN of source") },
  [QM_COLUMN_SOURCE_ARCHIVE] = { "source_archive", N_ ("Address of a copy of the source") },
  [QM_COLUMN_SOURCE_ACCESSED] = { "source_accessed", N_ ("Day on which the source was read") },
  [QM_COLUMN_SOURCE_DATE] = { "source_issued", N_ ("Date of source") },
  [QM_COLUMN_SOURCE_ADDRESS] = { "source_url", N_ ("Address of source") },
  [QM_COLUMN_PARAGRAPH] = { "paragraph", N_ ("Paragraph") },
  [QM_COLUMN_VIA] = { "via", N_ ("Through whom") },
  [QM_COLUMN_QUOTE] = { "quote", N_ ("Quoted") },
  [QM_COLUMN_QUOTE_BEFORE] = { "quote_before", N_ ("Words before the quote") },
  [QM_COLUMN_QUOTE_AFTER] = { "quote_after", N_ ("Words after the quote") },
  [QM_COLUMN_QUOTE_LANGUAGE] = { "quote_language", N_ ("Language of quote") },
  [QM_COLUMN_STATEMENT] = { "statement", N_ ("Statement") },
  [QM_COLUMN_NOTE] = { "caveat", N_ ("Note") },
  [QM_COLUMN_CHECKED_BY] = { "checked_by", N_ ("Checked by") },
  [QM_COLUMN_CHECKED_ON] = { "checked_on", N_ ("Checked on") },
  [QM_COLUMN_SUPERSEDED_BY] = { "superseded_by", N_ ("Superseded by") },
  [QM_COLUMN_DISAGREES_WITH] = { "disagrees_with", N_ ("Disagrees with") },
};

static const char *const precisions[] = {
  [QM_EXACT] = "exact", [QM_ABOUT] = "about",     [QM_OVER] = "over",
  [QM_UNDER] = "under", [QM_BETWEEN] = "between",
};

static const char *const standings[] = {
  [QM_STATED] = "reported",
  [QM_PROJECTED] = "projected",
  [QM_COMPUTED] = "derived",
};

const char *
qm_table_heading (QmColumn column)
{
  return _ (columns[column].heading);
}

const char *
qm_table_machine_name (QmColumn column)
{
  return columns[column].machine_name;
}

gboolean
qm_table_is_number (QmColumn column)
{
  return columns[column].is_number;
}

static char *
text_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/* Takes over text. */
static char *
or_empty (char *text)
{
  return text != NULL ? text : g_strdup ("");
}

static gboolean
has_figure (const QmClaim *claim)
{
  return claim->kind == QM_CLAIM_FIGURE;
}

/* A figure, or words in its place. */
static gboolean
has_cell (const QmClaim *claim)
{
  return has_figure (claim) || claim->kind == QM_CLAIM_NO_FIGURE;
}

/* --- For people --- */

static char *
date_of (const QmCitation *citation)
{
  QmDate issued = citation->source->issued;

  return issued.year != 0 ? qm_format_date (issued) : g_strdup ("");
}

/* A bound is worded as an exact figure of the same unit. */
static char *
bound_in_words (const QmClaim *claim, double bound)
{
  QmClaim exact = *claim;

  if (!has_figure (claim) || !isfinite (bound))
    return g_strdup ("");
  exact.quantity.value = bound;
  exact.quantity.precision = QM_EXACT;
  if (claim->quantity.value != bound)
    exact.fraction[0] = exact.fraction[1] = 0;
  return qm_wording_value (&exact);
}

/* What the figure is of, as the card has it. */
static char *
subject_of (const QmClaim *claim)
{
  return text_or_empty (qm_text_get (has_cell (claim) ? claim->measure->name : claim->statement));
}

/* The figure is told with the unit's name; what a program or another language reads as well is its
 * identifier. */
static char *
unit_beside_number (const QmUnit *unit)
{
  return unit->kind == QM_UNIT_MEASURE ? qm_unit_to_string (unit) : qm_wording_unit (unit);
}

static const char *
precision_in_words (QmPrecision precision)
{
  switch (precision) {
  case QM_ABOUT:
    return C_ ("precision", "about");
  case QM_OVER:
    return C_ ("precision", "more than");
  case QM_UNDER:
    return C_ ("precision", "less than");
  case QM_BETWEEN:
    return C_ ("precision", "between");
  case QM_EXACT:
    break;
  }
  /* Translators: of a figure that the source gives without "about" or "more than" */
  return C_ ("precision", "exact");
}

/* --- For machines --- */

/* The shortest number that, read back as the dataset's reader does it, is the same value. */
static char *
number_for_machines (double value, const QmUnit *unit)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double scale = unit != NULL ? qm_unit_scale (unit) : 1;
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  if (!isfinite (value))
    return g_strdup ("");
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_ascii_formatd (text, sizeof text, formats[i], value * scale);
    if (g_ascii_strtod (text, NULL) / scale == value)
      break;
  }
  return g_strdup (text);
}

static char *
figure_for_machines (const QmClaim *claim, double value)
{
  return has_figure (claim) ? number_for_machines (value, &claim->unit) : g_strdup ("");
}

static char *
operand_for_machines (const QmOperand *operand)
{
  if (operand->claim != NULL)
    return g_strdup (operand->claim->id);
  return number_for_machines (operand->number, NULL);
}

static char *
ids_of_disagreeing (const QmClaim *claim)
{
  GString *ids = g_string_new (NULL);

  for (gsize i = 0; i < claim->n_disagreeing; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "; " : "", claim->disagreeing[i]->id);
  return g_string_free (ids, FALSE);
}

static const char *
id_of_entity (const QmEntity *entity)
{
  return entity->id;
}

static const char *
name_of_entity (const QmEntity *entity)
{
  return qm_text_get (entity->name);
}

static char *
list_above (const QmClaim *claim, const char *(*word) (const QmEntity *entity))
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (gsize i = 0; i < claim->n_above; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "; " : "", word (claim->above[i]));
  return g_strdup (all->str);
}

static char *
computation_for_machines (const QmDerivation *derivation)
{
  static const char signs[] = {
    [QM_ADD] = '+',      [QM_SUBTRACT] = '-',    [QM_MULTIPLY] = '*', [QM_DIVIDE] = '/',
    [QM_SHARE_OF] = '/', [QM_CHANGE_FROM] = '/', [QM_CONVERT] = '=',
  };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; derivation != NULL && i < derivation->n_operands; i++) {
    g_autofree char *operand = operand_for_machines (&derivation->operands[i]);

    if (i > 0)
      g_string_append_printf (text, " %c ", signs[derivation->operation]);
    g_string_append (text, operand);
  }
  if (derivation != NULL && derivation->operation == QM_CHANGE_FROM)
    g_string_append (text, " - 1");
  return g_string_free (text, FALSE);
}

QmClaim
qm_table_row (const QmViewedChart *viewed, const QmClaim *shown)
{
  QmClaim row = *shown;
  const QmEntity *base = qm_viewed_divided_by (viewed, shown);

  if (base != NULL)
    row.to_entity = base;
  return row;
}

/* --- Cells --- */

char *
qm_table_cell (const QmClaim *claim, QmColumn column)
{
  char *cited;

  switch (column) {
  case QM_COLUMN_ENTITY:
    return or_empty (qm_wording_entity (claim));
  case QM_COLUMN_TIME:
    return or_empty (qm_wording_time (&claim->time));
  case QM_COLUMN_SUBJECT:
    return subject_of (claim);
  case QM_COLUMN_FIGURE:
    return or_empty (qm_wording_value (claim));
  case QM_COLUMN_LOW:
    return bound_in_words (claim, claim->quantity.low);
  case QM_COLUMN_HIGH:
    return bound_in_words (claim, claim->quantity.high);
  case QM_COLUMN_UNIT:
    return has_figure (claim) ? unit_beside_number (&claim->unit) : g_strdup ("");
  case QM_COLUMN_PRECISION:
    return text_or_empty (has_figure (claim) ? precision_in_words (claim->quantity.precision)
                                             : NULL);
  case QM_COLUMN_STANDING:
    return g_strdup (qm_wording_standing (claim->quantity.standing));
  case QM_COLUMN_COMPUTATION:
    return or_empty (qm_wording_computation (claim));
  case QM_COLUMN_SOURCE:
    return qm_wording_citations (claim, qm_wording_citation_short, "\n");
  case QM_COLUMN_SOURCE_DATE:
    return qm_table_divide (claim, date_of, "; ");
  case QM_COLUMN_NOTE:
    return or_empty (qm_wording_reservations (claim));
  case QM_COLUMN_CHART:
  case QM_COLUMN_CLAIM:
  case QM_COLUMN_ENTITY_ID:
  case QM_COLUMN_TO_ENTITY_ID:
  case QM_COLUMN_MEASURE:
  case QM_COLUMN_MEASURE_ID:
  case QM_COLUMN_MEASURE_UNIT:
  case QM_COLUMN_WHEN:
  case QM_COLUMN_VALUE:
  case QM_COLUMN_NO_FIGURE:
  case QM_COLUMN_BELOW_ID:
  case QM_COLUMN_BELOW:
  case QM_COLUMN_FRACTION:
  case QM_COLUMN_DIGITS:
  case QM_COLUMN_LABEL:
  case QM_COLUMN_CHECKED_BY:
  case QM_COLUMN_CHECKED_ON:
  case QM_COLUMN_SOURCE_ID:
  case QM_COLUMN_SOURCE_TITLE:
  case QM_COLUMN_SOURCE_AUTHOR:
  case QM_COLUMN_SOURCE_CONTAINER:
  case QM_COLUMN_SOURCE_PUBLISHER:
  case QM_COLUMN_SOURCE_DESCRIBES:
  case QM_COLUMN_SOURCE_KIND:
  case QM_COLUMN_SOURCE_READ_AS:
  case QM_COLUMN_SOURCE_LANGUAGE:
  case QM_COLUMN_SOURCE_ORIGINAL_TITLE:
  case QM_COLUMN_SOURCE_EDITION:
  case QM_COLUMN_SOURCE_PAGES:
  case QM_COLUMN_SOURCE_DOI:
  case QM_COLUMN_SOURCE_ISBN:
  case QM_COLUMN_SOURCE_ARCHIVE:
  case QM_COLUMN_SOURCE_ACCESSED:
  case QM_COLUMN_SOURCE_ADDRESS:
  case QM_COLUMN_PARAGRAPH:
  case QM_COLUMN_VIA:
  case QM_COLUMN_QUOTE:
  case QM_COLUMN_QUOTE_BEFORE:
  case QM_COLUMN_QUOTE_AFTER:
  case QM_COLUMN_QUOTE_LANGUAGE:
  case QM_COLUMN_STATEMENT:
  case QM_COLUMN_SUPERSEDED_BY:
  case QM_COLUMN_DISAGREES_WITH:
  case QM_N_COLUMNS:
    break;
  }
  /* Names, ids, sentences and bare numbers are the same for everybody. */
  cited = qm_table_cited (claim, column, "; ");
  return cited != NULL ? cited : qm_table_machine_cell (claim, column);
}

char *
qm_table_machine_cell (const QmClaim *claim, QmColumn column)
{
  char *cited = qm_table_cited (claim, column, "\\; ");

  if (cited != NULL)
    return cited;
  switch (column) {
  case QM_COLUMN_CLAIM:
    return g_strdup (claim->id);
  case QM_COLUMN_ENTITY:
    return or_empty (qm_wording_entity (claim));
  case QM_COLUMN_ENTITY_ID:
    return text_or_empty (claim->entity != NULL ? claim->entity->id : NULL);
  case QM_COLUMN_TO_ENTITY_ID:
    return text_or_empty (claim->to_entity != NULL ? claim->to_entity->id : NULL);
  case QM_COLUMN_MEASURE:
    return text_or_empty (claim->measure != NULL ? qm_text_get (claim->measure->name) : NULL);
  case QM_COLUMN_MEASURE_ID:
    return text_or_empty (claim->measure != NULL ? claim->measure->id : NULL);
  case QM_COLUMN_MEASURE_UNIT:
    return claim->measure != NULL ? qm_unit_to_string (&claim->measure->unit) : g_strdup ("");
  case QM_COLUMN_SUBJECT:
    return subject_of (claim);
  case QM_COLUMN_WHEN:
    return text_or_empty (qm_text_get (claim->time.words));
  case QM_COLUMN_TIME:
    return qm_claim_time_to_string (&claim->time);
  case QM_COLUMN_FIGURE:
  case QM_COLUMN_VALUE:
    return figure_for_machines (claim, claim->quantity.value);
  case QM_COLUMN_LOW:
    return figure_for_machines (claim, claim->quantity.low);
  case QM_COLUMN_HIGH:
    return figure_for_machines (claim, claim->quantity.high);
  case QM_COLUMN_UNIT:
    return has_figure (claim) ? qm_unit_to_string (&claim->unit) : g_strdup ("");
  case QM_COLUMN_NO_FIGURE:
    return text_or_empty (qm_text_get (claim->no_figure));
  case QM_COLUMN_BELOW_ID:
    return list_above (claim, id_of_entity);
  case QM_COLUMN_BELOW:
    return list_above (claim, name_of_entity);
  case QM_COLUMN_FRACTION:
    return claim->fraction[1] > 0
               ? g_strdup_printf ("%d/%d", claim->fraction[0], claim->fraction[1])
               : g_strdup ("");
  case QM_COLUMN_DIGITS:
    return claim->digits > 0 ? g_strdup_printf ("%d", claim->digits) : g_strdup ("");
  case QM_COLUMN_LABEL:
    return text_or_empty (qm_text_get (claim->label));
  case QM_COLUMN_CHECKED_BY:
    return text_or_empty (claim->checked_by);
  case QM_COLUMN_CHECKED_ON:
    return qm_table_write_date (claim->checked_on);
  case QM_COLUMN_PRECISION:
    return text_or_empty (has_figure (claim) ? precisions[claim->quantity.precision] : NULL);
  case QM_COLUMN_STANDING:
    return g_strdup (standings[claim->quantity.standing]);
  case QM_COLUMN_COMPUTATION:
    return computation_for_machines (claim->derivation);
  case QM_COLUMN_SOURCE:
    return qm_wording_citations (claim, qm_wording_citation_in_full, "; ");
  case QM_COLUMN_STATEMENT:
    return qm_wording_statement (claim);
  case QM_COLUMN_NOTE:
    return text_or_empty (qm_text_get (claim->caveat));
  case QM_COLUMN_SUPERSEDED_BY:
    return text_or_empty (claim->superseded_by != NULL ? claim->superseded_by->id : NULL);
  case QM_COLUMN_DISAGREES_WITH:
    return ids_of_disagreeing (claim);
  case QM_COLUMN_CHART:
  case QM_COLUMN_SOURCE_ID:
  case QM_COLUMN_SOURCE_TITLE:
  case QM_COLUMN_SOURCE_AUTHOR:
  case QM_COLUMN_SOURCE_CONTAINER:
  case QM_COLUMN_SOURCE_PUBLISHER:
  case QM_COLUMN_SOURCE_DESCRIBES:
  case QM_COLUMN_SOURCE_KIND:
  case QM_COLUMN_SOURCE_READ_AS:
  case QM_COLUMN_SOURCE_LANGUAGE:
  case QM_COLUMN_SOURCE_ORIGINAL_TITLE:
  case QM_COLUMN_SOURCE_EDITION:
  case QM_COLUMN_SOURCE_PAGES:
  case QM_COLUMN_SOURCE_DOI:
  case QM_COLUMN_SOURCE_ISBN:
  case QM_COLUMN_SOURCE_ARCHIVE:
  case QM_COLUMN_SOURCE_ACCESSED:
  case QM_COLUMN_SOURCE_DATE:
  case QM_COLUMN_SOURCE_ADDRESS:
  case QM_COLUMN_PARAGRAPH:
  case QM_COLUMN_VIA:
  case QM_COLUMN_QUOTE:
  case QM_COLUMN_QUOTE_BEFORE:
  case QM_COLUMN_QUOTE_AFTER:
  case QM_COLUMN_QUOTE_LANGUAGE:
  case QM_N_COLUMNS:
    break;
  }
  return g_strdup ("");
}

static gboolean
is_bound_news (const QmClaim *claim, double bound)
{
  return has_figure (claim) && isfinite (bound) && bound != claim->quantity.value &&
         claim->quantity.precision != QM_BETWEEN;
}

gboolean
qm_table_is_news (const QmClaim *claim, QmColumn column)
{
  if (column == QM_COLUMN_LOW)
    return is_bound_news (claim, claim->quantity.low);
  if (column == QM_COLUMN_HIGH)
    return is_bound_news (claim, claim->quantity.high);
  if (column == QM_COLUMN_STATEMENT)
    return has_cell (claim);
  return column != QM_COLUMN_UNIT && column != QM_COLUMN_PRECISION;
}
