#include "chart/words/tabular.h"

#include "base/words.h"
#include "chart/words/tabular-fields.h"
#include "chart/words/wording.h"
#include "dataset/unit.h"

#include <math.h>

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

/* A bound is worded as an exact figure of the same unit. */
static char *
bound_in_words (const QmClaim *claim, double bound)
{
  QmClaim exact = *claim;

  if (!has_figure (claim) || !isfinite (bound))
    return NULL;
  exact.quantity.value = bound;
  exact.quantity.precision = QM_EXACT;
  if (claim->quantity.value != bound)
    exact.fraction[0] = exact.fraction[1] = 0;
  return qm_wording_value (&exact);
}

static char *
low_in_words (const QmClaim *claim)
{
  return bound_in_words (claim, claim->quantity.low);
}

static char *
high_in_words (const QmClaim *claim)
{
  return bound_in_words (claim, claim->quantity.high);
}

/* The figure is told with the unit's name; what a program or another language reads as well is its
 * identifier. */
static char *
unit_beside_number (const QmClaim *claim)
{
  if (!has_figure (claim))
    return NULL;
  return claim->unit.kind == QM_UNIT_MEASURE ? qm_unit_to_string (&claim->unit)
                                             : qm_wording_unit (&claim->unit);
}

static char *
precision_in_words (const QmClaim *claim)
{
  static const char *const words[] = {
    /* Translators: of a figure that the source gives without "about" or "more than" */
    [QM_EXACT] = NC_ ("precision", "exact"),     [QM_ABOUT] = NC_ ("precision", "about"),
    [QM_OVER] = NC_ ("precision", "more than"),  [QM_UNDER] = NC_ ("precision", "less than"),
    [QM_BETWEEN] = NC_ ("precision", "between"),
  };

  return g_strdup (has_figure (claim) ? C_ ("precision", words[claim->quantity.precision]) : NULL);
}

static char *
time_in_words (const QmClaim *claim)
{
  return qm_wording_time (&claim->time);
}

static char *
standing_in_words (const QmClaim *claim)
{
  return g_strdup (qm_wording_standing (claim->quantity.standing));
}

static char *
sources_in_short (const QmClaim *claim)
{
  return qm_wording_citations (claim, qm_wording_citation_short, "\n");
}

static char *
dates_in_words (const QmClaim *claim)
{
  static const QmTabularField issued = { QM_FIELD_OF_SOURCE, offsetof (QmSource, issued),
                                         qm_tabular_field_date_in_words };

  return qm_tabular_field_write (&issued, claim, FALSE);
}

/* --- For machines, or for both --- */

static char *
unit_of_measure (const QmClaim *claim)
{
  return claim->measure != NULL ? qm_unit_to_string (&claim->measure->unit) : NULL;
}

/* What the figure is of, as the card has it. */
static char *
subject_of (const QmClaim *claim)
{
  return g_strdup (qm_text_get (has_cell (claim) ? claim->measure->name : claim->statement));
}

static char *
figure_for_machines (const QmClaim *claim, double figure)
{
  return has_figure (claim) ? qm_tabular_field_number (figure, &claim->unit) : NULL;
}

static char *
value_of (const QmClaim *claim)
{
  return figure_for_machines (claim, claim->quantity.value);
}

/* TRUE of a range for which the source has no value of its own: the middle is the program's. */
static gboolean
is_only_a_range (const QmClaim *claim)
{
  const QmQuantity *quantity = &claim->quantity;
  double middle = quantity->low + (quantity->high - quantity->low) / 2;

  return quantity->precision == QM_BETWEEN &&
         (quantity->standing == QM_COMPUTED || fabs (quantity->value - middle) <= 0);
}

static char *
stated_value_of (const QmClaim *claim)
{
  return is_only_a_range (claim) ? g_strdup ("") : value_of (claim);
}

static char *
low_of (const QmClaim *claim)
{
  return figure_for_machines (claim, claim->quantity.low);
}

static char *
high_of (const QmClaim *claim)
{
  return figure_for_machines (claim, claim->quantity.high);
}

static char *
unit_of (const QmClaim *claim)
{
  return has_figure (claim) ? qm_unit_to_string (&claim->unit) : NULL;
}

static char *
fraction_of (const QmClaim *claim)
{
  return claim->fraction[1] > 0 ? g_strdup_printf ("%d/%d", claim->fraction[0], claim->fraction[1])
                                : NULL;
}

static char *
precision_of (const QmClaim *claim)
{
  return g_strdup (has_figure (claim) ? qm_precision_names[claim->quantity.precision] : NULL);
}

static char *
standing_of (const QmClaim *claim)
{
  static const char *const names[] = {
    [QM_STATED] = "reported",
    [QM_PROJECTED] = "projected",
    [QM_COMPUTED] = "derived",
  };

  return g_strdup (names[claim->quantity.standing]);
}

static char *
operand_for_machines (const QmOperand *operand)
{
  if (operand->claim != NULL)
    return g_strdup (operand->claim->id);
  return qm_tabular_field_number (operand->number, NULL);
}

static char *
computation_of (const QmClaim *claim)
{
  static const char signs[] = {
    [QM_ADD] = '+',      [QM_SUBTRACT] = '-',    [QM_MULTIPLY] = '*', [QM_DIVIDE] = '/',
    [QM_SHARE_OF] = '/', [QM_CHANGE_FROM] = '/', [QM_CONVERT] = '=',
  };
  const QmDerivation *derivation = claim->derivation;
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

static char *
sources_in_full (const QmClaim *claim)
{
  return qm_wording_citations (claim, qm_wording_citation_in_full, QM_TABULAR_DIVIDER);
}

static void
append_part (GString *parts, const char *part)
{
  g_string_append_printf (parts, "%s%s", parts->len > 0 ? QM_TABULAR_DIVIDER : "", part);
}

static char *
ids_of_disagreeing (const QmClaim *claim)
{
  GString *ids = g_string_new (NULL);

  for (gsize i = 0; i < claim->n_disagreeing; i++)
    append_part (ids, claim->disagreeing[i]->id);
  return g_string_free (ids, FALSE);
}

/* --- Columns --- */

typedef struct {
  const char *machine_name;
  const char *heading;                          /* to be translated */
  QmTabularField field;                         /* that it has, where it is made of no more */
  char *(*for_machines) (const QmClaim *claim); /* in place of a field; NULL is an empty cell */
  char *(*for_people) (const QmClaim *claim);   /* NULL: names, ids, sentences and bare numbers are
                                                   the same for everybody */
  gboolean is_number;
} Column;

/* How a field is written is the end of a name of tabular-fields.h. */
#define OF(owner, type, member, how)                                                               \
  .field = { QM_FIELD_OF_##owner, offsetof (type, member), qm_tabular_field_##how }
#define CLAIM(member, how) OF (CLAIM, QmClaim, member, how)
#define CITATION(member, how) OF (CITATION, QmCitation, member, how)
#define SOURCE(member, how) OF (SOURCE, QmSource, member, how)

static const Column columns[QM_N_COLUMNS] = {
  [QM_COLUMN_CHART] = { "chart", N_ ("Chart") },
  [QM_COLUMN_CLAIM] = { "claim", N_ ("Claim"), CLAIM (id, string) },
  [QM_COLUMN_ENTITY] = { "entity", N_ ("Whose"), .for_machines = qm_wording_entity },
  [QM_COLUMN_ENTITY_ID] = { "entity_id", N_ ("Id of whose"), OF (WHOSE, QmEntity, id, string) },
  [QM_COLUMN_TO_ENTITY_ID] = { "to_entity_id", N_ ("Id of compared to"),
                               OF (TO_ENTITY, QmEntity, id, string) },
  [QM_COLUMN_ENTITY_SHORT] = { "entity_short", N_ ("Short name of whose"),
                               .field = { QM_FIELD_OF_ENTITY, 0, qm_tabular_field_short_name } },
  [QM_COLUMN_ENTITY_COLOR] = { "entity_color", N_ ("Colour of whose"),
                               .field = { QM_FIELD_OF_ENTITY, 0, qm_tabular_field_color } },
  [QM_COLUMN_MEASURE] = { "measure", N_ ("Measure"), OF (MEASURE, QmMeasure, name, text) },
  [QM_COLUMN_MEASURE_ID] = { "measure_id", N_ ("Id of measure"),
                             OF (MEASURE, QmMeasure, id, string) },
  [QM_COLUMN_MEASURE_UNIT] = { "measure_unit", N_ ("Unit of measure"),
                               .for_machines = unit_of_measure },
  /* Translators: what a figure is of, or what happened, as a heading of the table */
  [QM_COLUMN_SUBJECT] = { "subject", N_ ("What"), .for_machines = subject_of },
  [QM_COLUMN_TIME] = { "time", N_ ("Time"), CLAIM (time, time), .for_people = time_in_words },
  [QM_COLUMN_WHEN] = { "when", N_ ("Time in words"), CLAIM (time.words, text) },
  [QM_COLUMN_FIGURE] = { "figure", N_ ("Figure"), .for_machines = value_of,
                         .for_people = qm_wording_value, .is_number = TRUE },
  /* Translators: a figure as a bare number, without its unit, as a heading of the table */
  [QM_COLUMN_VALUE] = { "value", N_ ("Number"), .for_machines = stated_value_of,
                        .is_number = TRUE },
  [QM_COLUMN_LOW] = { "low", N_ ("At least"), .for_machines = low_of, .for_people = low_in_words,
                      .is_number = TRUE },
  [QM_COLUMN_HIGH] = { "high", N_ ("At most"), .for_machines = high_of, .for_people = high_in_words,
                       .is_number = TRUE },
  [QM_COLUMN_UNIT] = { "unit", N_ ("Unit"), .for_machines = unit_of,
                       .for_people = unit_beside_number },
  /* Translators: a figure as the source writes it: 1/15 */
  [QM_COLUMN_FRACTION] = { "fraction", N_ ("Fraction"), .for_machines = fraction_of },
  [QM_COLUMN_DIGITS] = { "digits", N_ ("Digits shown"), CLAIM (digits, count), .is_number = TRUE },
  [QM_COLUMN_LABEL] = { "label", N_ ("Label"), CLAIM (label, text) },
  [QM_COLUMN_NO_FIGURE] = { "no_figure", N_ ("Instead of a figure"), CLAIM (no_figure, text) },
  [QM_COLUMN_BELOW] = { "below", N_ ("Those above"), OF (ABOVE, QmEntity, name, text) },
  [QM_COLUMN_BELOW_ID] = { "below_id", N_ ("Ids of those above"),
                           OF (ABOVE, QmEntity, id, string) },
  [QM_COLUMN_PRECISION] = { "precision", N_ ("Precision"), .for_machines = precision_of,
                            .for_people = precision_in_words },
  [QM_COLUMN_STANDING] = { "standing", N_ ("Standing"), .for_machines = standing_of,
                           .for_people = standing_in_words },
  [QM_COLUMN_COMPUTATION] = { "computation", N_ ("Computation"), .for_machines = computation_of,
                              .for_people = qm_wording_computation },
  [QM_COLUMN_SOURCE] = { "source", N_ ("Source"), .for_machines = sources_in_full,
                         .for_people = sources_in_short },
  [QM_COLUMN_SOURCE_ID] = { "source_id", N_ ("Id of source"), SOURCE (id, string) },
  [QM_COLUMN_SOURCE_TITLE] = { "source_title", N_ ("Title of source"), SOURCE (title, text) },
  [QM_COLUMN_SOURCE_AUTHOR] = { "source_author", N_ ("Authors of source"),
                                .field = { QM_FIELD_OF_SOURCE, 0, qm_tabular_field_authors } },
  [QM_COLUMN_SOURCE_CONTAINER] = { "source_container", N_ ("Paper or site of source"),
                                   SOURCE (container, text) },
  [QM_COLUMN_SOURCE_PUBLISHER] = { "source_publisher", N_ ("Publisher of source"),
                                   SOURCE (publisher, text) },
  [QM_COLUMN_SOURCE_DESCRIBES] = { "source_describes", N_ ("What the source is called"),
                                   SOURCE (describes, text) },
  [QM_COLUMN_SOURCE_KIND] = { "source_kind", N_ ("Kind of source"), SOURCE (kind, string) },
  [QM_COLUMN_SOURCE_READ_AS] = { "source_read_as", N_ ("Source read as"), SOURCE (read_as, text) },
  [QM_COLUMN_SOURCE_LANGUAGE] = { "source_language", N_ ("Language of source"),
                                  SOURCE (language, string) },
  [QM_COLUMN_SOURCE_ORIGINAL_TITLE] = { "source_original_title", N_ ("Original title of source"),
                                        SOURCE (original_title, text) },
  [QM_COLUMN_SOURCE_EDITION] = { "source_edition", N_ ("Edition of source"),
                                 SOURCE (edition, string) },
  [QM_COLUMN_SOURCE_VOLUME] = { "source_volume", N_ ("Volume of source"), SOURCE (volume, string) },
  [QM_COLUMN_SOURCE_ISSUE] = { "source_issue", N_ ("Issue of source"), SOURCE (issue, string) },
  [QM_COLUMN_SOURCE_PAGES] = { "source_pages", N_ ("Pages of source"), SOURCE (pages, string) },
  [QM_COLUMN_SOURCE_DOI] = { "source_doi", N_ ("DOI of source"), SOURCE (doi, string) },
  [QM_COLUMN_SOURCE_ISBN] = { "source_isbn", N_ ("ISBN of source"), SOURCE (isbn, string) },
  [QM_COLUMN_SOURCE_ARCHIVE] = { "source_archive", N_ ("Address of a copy of the source"),
                                 SOURCE (archive, string) },
  [QM_COLUMN_SOURCE_ACCESSED] = { "source_accessed", N_ ("Day on which the source was read"),
                                  SOURCE (accessed, date) },
  [QM_COLUMN_SOURCE_DATE] = { "source_issued", N_ ("Date of source"), SOURCE (issued, date),
                              .for_people = dates_in_words },
  [QM_COLUMN_SOURCE_ADDRESS] = { "source_url", N_ ("Address of source"), SOURCE (url, string) },
  [QM_COLUMN_PARAGRAPH] = { "paragraph", N_ ("Place in source"), CITATION (at, text) },
  [QM_COLUMN_VIA] = { "via", N_ ("Through whom"), CITATION (via, text) },
  [QM_COLUMN_QUOTE] = { "quote", N_ ("Quoted"), CITATION (quote.exact, string) },
  [QM_COLUMN_QUOTE_BEFORE] = { "quote_before", N_ ("Words before the quote"),
                               CITATION (quote.before, string) },
  [QM_COLUMN_QUOTE_AFTER] = { "quote_after", N_ ("Words after the quote"),
                              CITATION (quote.after, string) },
  [QM_COLUMN_QUOTE_LANGUAGE] = { "quote_language", N_ ("Language of quote"),
                                 CITATION (quote.language, string) },
  [QM_COLUMN_STATEMENT] = { "statement", N_ ("Statement"), .for_machines = qm_wording_statement },
  [QM_COLUMN_NOTE] = { "caveat", N_ ("Note"), CLAIM (caveat, text),
                       .for_people = qm_wording_reservations },
  [QM_COLUMN_CHECKED_BY] = { "checked_by", N_ ("Checked by"), CLAIM (checked_by, string) },
  [QM_COLUMN_CHECKED_ON] = { "checked_on", N_ ("Checked on"), CLAIM (checked_on, date) },
  [QM_COLUMN_SUPERSEDED_BY] = { "superseded_by", N_ ("Superseded by"),
                                OF (SUPERSEDING, QmClaim, id, string) },
  [QM_COLUMN_DISAGREES_WITH] = { "disagrees_with", N_ ("Disagrees with"),
                                 .for_machines = ids_of_disagreeing },
};

const char *
qm_tabular_heading (QmColumn column)
{
  return _ (columns[column].heading);
}

const char *
qm_tabular_machine_name (QmColumn column)
{
  return columns[column].machine_name;
}

gboolean
qm_tabular_is_number (QmColumn column)
{
  return columns[column].is_number;
}

QmClaim
qm_tabular_row (const QmViewedChart *viewed, const QmClaim *shown)
{
  QmClaim row = *shown;
  const QmEntity *base = qm_viewed_divided_by (viewed, shown);

  if (base != NULL)
    row.to_entity = base;
  return row;
}

/* Takes over text. */
static char *
or_empty (char *text)
{
  return text != NULL ? text : g_strdup ("");
}

static char *
write_cell (const Column *column, const QmClaim *claim, gboolean is_for_machines)
{
  if (column->for_machines != NULL)
    return or_empty (column->for_machines (claim));
  return column->field.write != NULL
             ? qm_tabular_field_write (&column->field, claim, is_for_machines)
             : g_strdup ("");
}

char *
qm_tabular_cell (const QmClaim *claim, QmColumn column)
{
  if (columns[column].for_people != NULL)
    return or_empty (columns[column].for_people (claim));
  return write_cell (&columns[column], claim, FALSE);
}

char *
qm_tabular_machine_cell (const QmClaim *claim, QmColumn column)
{
  return write_cell (&columns[column], claim, TRUE);
}

static gboolean
is_bound_news (const QmClaim *claim, double bound)
{
  return has_figure (claim) && isfinite (bound) && bound != claim->quantity.value &&
         claim->quantity.precision != QM_BETWEEN;
}

gboolean
qm_tabular_is_news (const QmClaim *claim, QmColumn column)
{
  if (column == QM_COLUMN_LOW)
    return is_bound_news (claim, claim->quantity.low);
  if (column == QM_COLUMN_HIGH)
    return is_bound_news (claim, claim->quantity.high);
  if (column == QM_COLUMN_STATEMENT)
    return has_cell (claim);
  return column != QM_COLUMN_UNIT && column != QM_COLUMN_PRECISION;
}
