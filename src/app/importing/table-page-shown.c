#include "app/importing/table-page-private.h"

#include "app/widgets/access.h"
#include "base/format.h"
#include "base/sentence.h"
#include "base/words.h"
#include "edit/import.h"
#include "edit/own-csv.h"

void
qm_table_page_set_problem (QmTablePage *self, const char *text)
{
  g_autofree char *words = qm_sentence_begin (text != NULL ? text : "");

  gtk_label_set_text (self->problem, words);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  if (text != NULL)
    qm_access_announce (GTK_WIDGET (self), words);
}

gboolean
qm_table_page_is_of_own (QmTablePage *self)
{
  return self->sheet != NULL && qm_own_csv_recognizes (self->sheet);
}

/* "gdp.csv", and which of the file's tables it is. */
static char *
name_table (QmTablePage *self)
{
  if (self->sheet->tables->len < 2)
    return g_strdup (self->draft->name);
  /* Translators: the name of a file; the number of one of its tables, and how many it has */
  return g_strdup_printf (_ ("%s, table %u of %u"), self->draft->name, self->sheet->table + 1,
                          self->sheet->tables->len);
}

/* "2 missing"; what stands in words is a claim as well: "1 in words, 1 missing". */
static char *
word_missing (guint n_words, guint n_missing)
{
  g_autofree char *missing =
      qm_format_count (ngettext ("%s missing", "%s missing", n_missing), n_missing);

  if (n_words == 0)
    return g_steal_pointer (&missing);
  /* Translators: of a table’s cells that have words instead of a figure, as “not asked”; “1
   * missing” */
  return g_strdup_printf (ngettext ("%u in words, %s", "%u in words, %s", n_words), n_words,
                          missing);
}

static void
show_summary (QmTablePage *self, guint n_figures, guint n_words)
{
  guint n_rows = self->sheet->layout.last_row - self->sheet->layout.first_row;
  guint n_missing = 0, n_misfits = self->sheet->grid->faults->len;
  g_autofree char *name = name_table (self);
  g_autofree char *rows = NULL, *figures = NULL, *missing = NULL, *misfits = NULL, *text = NULL;

  for (guint i = 0; i < self->sheet->columns->len; i++) {
    const QmSheetColumn *column = self->sheet->columns->pdata[i];

    n_missing += column->holds == QM_HOLDS_FIGURES ? column->n_missing : 0;
    n_misfits += column->misfits->len;
  }
  for (guint row = self->sheet->layout.first_row; row < self->sheet->layout.last_row; row++)
    n_misfits += qm_sheet_is_nameless (self->sheet, row);
  rows = qm_format_count (ngettext ("%s row", "%s rows", n_rows), n_rows);
  figures = qm_format_count (ngettext ("%s figure", "%s figures", n_figures), n_figures);
  missing = word_missing (n_words, n_missing);
  misfits = qm_format_count (ngettext ("%s does not fit", "%s do not fit", n_misfits), n_misfits);
  /* Translators: the name of a table; “12 rows”; “36 figures”; “2 missing”; “1 does not fit” */
  text = g_strdup_printf (_ ("%s: %s, %s, %s, %s"), name, rows, figures, missing, misfits);
  gtk_label_set_text (self->summary, text);
}

void
qm_table_page_show_button (QmTablePage *self, guint n_figures)
{
  g_autofree char *label =
      qm_format_count (ngettext ("_Make %s claim", "_Make %s claims", n_figures), n_figures);

  gtk_label_set_text_with_mnemonic (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->make))),
                                    label);
  gtk_widget_set_sensitive (self->make, n_figures > 0 && !self->is_wrong);
}

/* Each leads to what puts its row right. */
static void
show_faults (QmTablePage *self)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) faults = qm_sheet_tell_faults (self->sheet, lines);
  g_autofree char *label =
      qm_format_count (ngettext ("%s row or cell that does not fit",
                                 "%s rows and cells that do not fit", faults->len),
                       faults->len);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++) {
    g_autofree char *words = g_markup_escape_text (faults->pdata[i], -1);
    guint line = g_array_index (lines, guint, i);

    if (i > 0)
      g_string_append_c (list, '\n');
    if (line > 0)
      g_string_append_printf (list, "<a href=\"%u\">%s</a>", line, words);
    else
      g_string_append (list, words);
  }
  gtk_widget_set_visible (self->faults, faults->len > 0 && !qm_table_page_is_of_own (self));
  gtk_expander_set_label (GTK_EXPANDER (self->faults), label);
  gtk_label_set_markup (self->fault_list, list->str);
}

/* What the table says of its source is typed for the reader, who can change it. */
static void
take_source (QmTablePage *self)
{
  g_autofree char *source = qm_import_find_source (self->sheet);

  if (source != NULL && qm_table_draft_get_typed (self->draft, "title")[0] == '\0')
    qm_table_draft_set_typed (self->draft, "title", source);
  qm_source_form_fill (self->source, self->draft->typed);
}

static void
show_parts (QmTablePage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->source), !qm_table_page_is_of_own (self));
  gtk_widget_set_visible (self->guesses, !qm_table_page_is_of_own (self));
}

/* Without words in place of figures, which are claims as well. */
static guint
count_figures (const GPtrArray *figures)
{
  guint n = 0;

  for (guint i = 0; i < figures->len; i++)
    n += ((const QmSheetFigure *) figures->pdata[i])->no_figure == NULL;
  return n;
}

void
qm_table_page_show_sheet (QmTablePage *self)
{
  g_autoptr (GPtrArray) figures = qm_sheet_list_figures (self->sheet);
  guint n = qm_table_page_is_of_own (self)
                ? self->sheet->layout.last_row - self->sheet->layout.first_row
                : figures->len;

  self->n_figures = n;
  take_source (self);
  show_parts (self);
  if (qm_table_page_is_of_own (self))
    show_summary (self, n, 0);
  else
    show_summary (self, count_figures (figures), n - count_figures (figures));
  qm_table_page_show_button (self, n);
  show_faults (self);
  qm_table_questions_show (self->questions, qm_table_page_is_of_own (self) ? NULL : self->sheet);
  qm_table_preview_show (self->preview, self->sheet);
  qm_table_columns_show (self->columns, self->sheet, self->draft->choices.words[QM_CHOOSE_COLUMNS]);
  qm_table_reading_show (self->reading, self->sheet, &self->draft->choices);
  qm_table_page_set_problem (self, NULL);
  qm_table_page_try_later (self, FALSE);
}
