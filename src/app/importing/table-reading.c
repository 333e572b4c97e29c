#include "app/importing/table-reading.h"

#include "app/widgets/access.h"
#include "app/widgets/mnemonic.h"
#include "app/widgets/text-label.h"
#include "base/tcvn3.h"
#include "base/words.h"

#include <stdlib.h>
#include <string.h>

#define MAX_HEADERS 20

/* What can be chosen of a guess: the words of the choice, and what it is called. */
typedef struct {
  const char *word, *name;
} Option;

static const Option delimiters[] = {
  { "comma", N_ ("Comma") },
  { "semicolon", N_ ("Semicolon") },
  { "tab", N_ ("Tab") },
  { "space", N_ ("Space") },
  { "pipe", N_ ("Vertical bar") },
  { "none", N_ ("None: one column") },
  { NULL, NULL },
};

static const Option quotes[] = {
  { "double", N_ ("Quotation mark: \"") },
  { "single", N_ ("Apostrophe: '") },
  { "~", N_ ("Tilde: ~") },
  { "`", N_ ("Grave accent: `") },
  { "$", N_ ("Dollar sign: $") },
  { "none", N_ ("Nothing") },
  { NULL, NULL },
};

static const Option encodings[] = {
  { "UTF-8", "UTF-8" },
  { "windows-1252", N_ ("Western (windows-1252)") },
  { "windows-1250", N_ ("Central European (windows-1250)") },
  { "windows-1251", N_ ("Cyrillic (windows-1251)") },
  { "windows-1253", N_ ("Greek (windows-1253)") },
  { "windows-1254", N_ ("Turkish (windows-1254)") },
  { "windows-1255", N_ ("Hebrew (windows-1255)") },
  { "windows-1256", N_ ("Arabic (windows-1256)") },
  { "windows-874", N_ ("Thai (windows-874)") },
  { "windows-1258", N_ ("Vietnamese (windows-1258)") },
  { QM_TCVN3, N_ ("Vietnamese (TCVN3)") },
  { "Shift_JIS", N_ ("Japanese (Shift_JIS)") },
  { "EUC-JP", N_ ("Japanese (EUC-JP)") },
  { "GB18030", N_ ("Chinese (GB18030)") },
  { "Big5", N_ ("Chinese (Big5)") },
  { "EUC-KR", N_ ("Korean (EUC-KR)") },
  { "ISO-2022-JP", N_ ("Japanese (ISO-2022-JP)") },
  { "IBM866", N_ ("Cyrillic of DOS (IBM866)") },
  { "KOI8-R", N_ ("Cyrillic of Unix (KOI8-R)") },
  { "ISO-8859-5", N_ ("Cyrillic (ISO-8859-5)") },
  { "IBM850", N_ ("Western of DOS (IBM850)") },
  { "macintosh", N_ ("Western of old Macs (macintosh)") },
  { "UTF-16LE", "UTF-16LE" },
  { "UTF-16BE", "UTF-16BE" },
  { NULL, NULL },
};

static const Option decimals[] = {
  { "point", N_ ("Point: 1.5") },
  { "comma", N_ ("Comma: 1,5") },
  { NULL, NULL },
};

static const Option orders[] = {
  { "day-first", N_ ("Day first") },
  { "month-first", N_ ("Month first") },
  { NULL, NULL },
};

static const Option wides[] = {
  { "measures", N_ ("What the figures are of") },
  { "entities", N_ ("Whose the figures are") },
  { NULL, NULL },
};

/* The controls, in their order. A drop-down has options, a number an upper end; else it is typed.
 */
static const struct {
  QmChooses what;
  const char *label, *hint;
  const Option *options;
} controls[] = {
  { QM_CHOOSE_TABLE, N_ ("Ta_ble"), NULL, NULL },
  { QM_CHOOSE_DELIMITER, N_ ("Bet_ween cells"), NULL, delimiters },
  { QM_CHOOSE_DELIMITER, N_ ("Other sign"), N_ ("or several: ||"), NULL },
  { QM_CHOOSE_QUOTE, N_ ("Around _cells"), NULL, quotes },
  { QM_CHOOSE_ENCODING, N_ ("Encodin_g"), NULL, encodings },
  { QM_CHOOSE_DECIMAL, N_ ("Dec_imal sign"), NULL, decimals },
  { QM_CHOOSE_HEADERS, N_ ("Rows o_f headings"), NULL, NULL },
  { QM_CHOOSE_DATES, N_ ("Dates"), NULL, orders },
  { QM_CHOOSE_WIDE, N_ ("_Headings say"), NULL, wides },
  { QM_CHOOSE_MEASURE, N_ ("Figures _of"), N_ ("where no heading says it"), NULL },
  { QM_CHOOSE_UNIT, N_ ("_Unit of all"), N_ ("USD bn, %, km, million"), NULL },
  { QM_CHOOSE_MISSING, N_ ("Missing"), N_ ("further words: -99|tbc"), NULL },
};

struct _QmTableReading {
  QmBin parent_instance;

  GtkWidget *fields[G_N_ELEMENTS (controls)];
  GtkWidget *labels[G_N_ELEMENTS (controls)];
  GtkGrid *notes;
  guint n_notes;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (QmTableReading, qm_table_reading, QM_TYPE_BIN)

static guint chosen_signal;

static void
choose (QmTableReading *self, QmChooses what, const char *words)
{
  if (!self->is_filling)
    g_signal_emit (self, chosen_signal, 0, (int) what, words);
}

static gsize
index_of (QmTableReading *self, gpointer widget)
{
  for (gsize i = 0; i < G_N_ELEMENTS (controls); i++)
    if (self->fields[i] == widget)
      return i;
  g_return_val_if_reached (0);
}

/* --- Controls --- */

static void
selected_cb (GtkDropDown *field, GParamSpec *pspec G_GNUC_UNUSED, QmTableReading *self)
{
  gsize i = index_of (self, field);

  choose (self, controls[i].what, controls[i].options[gtk_drop_down_get_selected (field)].word);
}

static void
number_cb (GtkSpinButton *field, QmTableReading *self)
{
  g_autofree char *number = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (field));

  choose (self, controls[index_of (self, field)].what, number);
}

static void
take_typed (QmTableReading *self, gpointer field)
{
  const char *shown = g_object_get_data (G_OBJECT (field), "shown");
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (field));

  if (g_strcmp0 (shown, typed) != 0)
    choose (self, controls[index_of (self, field)].what, typed);
}

static void
activated_cb (GtkEntry *field, QmTableReading *self)
{
  take_typed (self, field);
}

static void
left_cb (GtkEventControllerFocus *controller, QmTableReading *self)
{
  take_typed (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
}

static GtkWidget *
make_drop_down (QmTableReading *self, const Option *options)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *field;

  for (; options->word != NULL; options++)
    gtk_string_list_append (names, _ (options->name));
  field = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  g_signal_connect (field, "notify::selected", G_CALLBACK (selected_cb), self);
  return field;
}

static GtkWidget *
make_number (QmTableReading *self, QmChooses what)
{
  GtkWidget *field =
      gtk_spin_button_new_with_range (what == QM_CHOOSE_HEADERS ? 0 : 1, MAX_HEADERS, 1);

  g_signal_connect (field, "value-changed", G_CALLBACK (number_cb), self);
  return field;
}

static GtkWidget *
make_entry (QmTableReading *self, const char *hint)
{
  GtkWidget *field = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (field), hint);
  g_signal_connect (field, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (field, focus);
  return field;
}

static GtkWidget *
make_field (QmTableReading *self, gsize i)
{
  if (controls[i].options != NULL)
    return make_drop_down (self, controls[i].options);
  if (controls[i].hint != NULL)
    return make_entry (self, _ (controls[i].hint));
  return make_number (self, controls[i].what);
}

/* --- What is read --- */

static const char *
word_delimiter (const QmDialect *dialect)
{
  static const char signs[] = { ',', ';', '\t', ' ', '|', '\0' };

  for (gsize i = 0; i < G_N_ELEMENTS (signs) && dialect->rest == NULL; i++)
    if (signs[i] == dialect->delimiter)
      return delimiters[i].word;
  return NULL;
}

static const char *
word_quote (char quote)
{
  static const char signs[] = { '"', '\'', '~', '`', '$', '\0' };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i] == quote)
      return quotes[i].word;
  return NULL;
}

static const char *
word_decimal (const QmSheet *sheet)
{
  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = sheet->columns->pdata[i];

    if (column->holds == QM_HOLDS_FIGURES)
      return column->decimal == ',' ? "comma" : "point";
  }
  return "point";
}

/* The word of the choice that the sheet was read by, guessed or said; NULL for none of those that
 * there are. */
static const char *
word_of (const QmSheet *sheet, QmChooses what)
{
  switch (what) {
  case QM_CHOOSE_DELIMITER:
    return word_delimiter (&sheet->dialect);
  case QM_CHOOSE_ENCODING:
    return sheet->encoding != NULL ? sheet->encoding : "UTF-8";
  case QM_CHOOSE_DECIMAL:
    return word_decimal (sheet);
  case QM_CHOOSE_DATES:
    return sheet->order == QM_DAY_FIRST ? "day-first" : "month-first";
  case QM_CHOOSE_WIDE:
    return sheet->are_entities ? "entities" : "measures";
  case QM_CHOOSE_QUOTE:
    return word_quote (sheet->dialect.quote);
  case QM_CHOOSE_TABLE:
  case QM_CHOOSE_HEADERS:
  case QM_CHOOSE_COLUMNS:
  case QM_CHOOSE_MEASURE:
  case QM_CHOOSE_UNIT:
  case QM_CHOOSE_MISSING:
  case QM_CHOOSE_YEARS:
  case QM_CHOOSE_NOTES:
  case QM_CHOOSE_ROWS:
  case QM_N_CHOICES:
    break;
  }
  return NULL;
}

static guint
count_columns (const QmSheet *sheet, gboolean (*is_one) (const QmSheetColumn *column))
{
  guint n = 0;

  for (guint i = 0; i < sheet->columns->len; i++)
    n += is_one (sheet->columns->pdata[i]);
  return n;
}

static gboolean
is_named (const QmSheetColumn *column)
{
  return column->holds == QM_HOLDS_FIGURES && column->name[0] != '\0' && !column->has_when;
}

static gboolean
is_dated (const QmSheetColumn *column)
{
  return column->holds == QM_HOLDS_TIME;
}

/* What there is nothing to choose of is not shown. */
static gboolean
is_of_use (const QmSheet *sheet, QmChooses what)
{
  if (what == QM_CHOOSE_TABLE)
    return sheet->tables->len > 1;
  if (what == QM_CHOOSE_WIDE)
    return count_columns (sheet, is_named) > 1;
  if (what == QM_CHOOSE_DATES)
    return count_columns (sheet, is_dated) > 0;
  return TRUE;
}

static guint
find_option (const Option *options, const char *word)
{
  for (guint i = 0; options[i].word != NULL; i++)
    if (word != NULL && g_ascii_strcasecmp (options[i].word, word) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* What was typed, and is none of the words of a drop-down. */
static const char *
typed_of (const QmChoices *choices, QmChooses what)
{
  const char *words = choices->words[what];
  gboolean is_option =
      what == QM_CHOOSE_DELIMITER && find_option (delimiters, words) != GTK_INVALID_LIST_POSITION;

  return words != NULL && !is_option ? words : "";
}

static void
show_control (QmTableReading *self, gsize i, const QmSheet *sheet, const QmChoices *choices)
{
  QmChooses what = controls[i].what;
  GtkWidget *field = self->fields[i];
  const char *words = typed_of (choices, what);

  gtk_widget_set_visible (field, is_of_use (sheet, what));
  gtk_widget_set_visible (self->labels[i], is_of_use (sheet, what));
  if (controls[i].options != NULL) {
    gtk_drop_down_set_selected (GTK_DROP_DOWN (field),
                                find_option (controls[i].options, word_of (sheet, what)));
  } else if (controls[i].hint != NULL) {
    gtk_editable_set_text (GTK_EDITABLE (field), words);
    g_object_set_data_full (G_OBJECT (field), "shown", g_strdup (words), g_free);
  } else if (what == QM_CHOOSE_TABLE) {
    gtk_spin_button_set_range (GTK_SPIN_BUTTON (field), 1, sheet->tables->len);
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (field), sheet->table + 1);
  } else {
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (field),
                               sheet->layout.first_row - sheet->layout.first_header);
  }
}

/* --- Notes --- */

static void
note_chosen_cb (QmTableReading *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->n_notes; i++) {
    GtkWidget *use = gtk_grid_get_child_at (self->notes, 1, (int) i);

    g_string_append_printf (words, "%s%s", i > 0 ? "," : "",
                            qm_sheet_notes_uses[gtk_drop_down_get_selected (GTK_DROP_DOWN (use))]);
  }
  choose (self, QM_CHOOSE_NOTES, words->str);
}

static void
add_note (QmTableReading *self, const QmSheet *sheet, guint i)
{
  static const char *const names[] = {
    /* Translators: what a note of a table is: it holds for all of its figures */
    [QM_NOTE_CAVEAT] = N_ ("Caveat"),
    /* Translators: what a note of a table is */
    [QM_NOTE_SOURCE] = N_ ("Source"),
    /* Translators: what a note of a table is: nothing is made of it */
    [QM_NOTE_NOTHING] = N_ ("Left out"),
  };
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *use, *label = qm_text_label_new (sheet->notes->pdata[i], PANGO_WRAP_WORD, NULL);

  for (int j = 0; j < QM_N_NOTE_USES; j++)
    gtk_string_list_append (list, _ (names[j]));
  use = gtk_drop_down_new (G_LIST_MODEL (list), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (use), g_array_index (sheet->note_uses, QmNoteUse, i));
  gtk_widget_set_valign (use, GTK_ALIGN_START);
  qm_access_name_drop_down (GTK_DROP_DOWN (use), sheet->notes->pdata[i]);
  g_signal_connect_swapped (use, "notify::selected", G_CALLBACK (note_chosen_cb), self);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (self->notes, label, 0, (int) i, 1, 1);
  gtk_grid_attach (self->notes, use, 1, (int) i, 1, 1);
}

static gboolean
are_same_notes (QmTableReading *self, const QmSheet *sheet)
{
  if (self->n_notes != MIN (sheet->notes->len, MAX_HEADERS))
    return FALSE;
  for (guint i = 0; i < self->n_notes; i++)
    if (!g_str_equal (
            gtk_label_get_text (GTK_LABEL (gtk_grid_get_child_at (self->notes, 0, (int) i))),
            sheet->notes->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
show_notes (QmTableReading *self, const QmSheet *sheet)
{
  if (are_same_notes (self, sheet)) {
    for (guint i = 0; i < self->n_notes; i++)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_grid_get_child_at (self->notes, 1, (int) i)),
                                  g_array_index (sheet->note_uses, QmNoteUse, i));
    return;
  }
  for (; self->n_notes > 0; self->n_notes--)
    gtk_grid_remove_row (self->notes, 0);
  for (; self->n_notes < MIN (sheet->notes->len, MAX_HEADERS); self->n_notes++)
    add_note (self, sheet, self->n_notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), self->n_notes > 0);
}

/* --- The widget --- */

static void
qm_table_reading_dispose (GObject *object)
{
  QmTableReading *self = QM_TABLE_READING (object);

  self->is_filling = TRUE;
  G_OBJECT_CLASS (qm_table_reading_parent_class)->dispose (object);
}

static void
qm_table_reading_class_init (QmTableReadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_table_reading_dispose;
  qm_widgets_set_kind (widget_class, "tablereading", GTK_ACCESSIBLE_ROLE_GROUP);
  chosen_signal = qm_widgets_add_signal (klass, "chosen", 2, G_TYPE_INT, G_TYPE_STRING);
}

static void
qm_table_reading_init (QmTableReading *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->notes = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (self->notes, 6);
  gtk_grid_set_column_spacing (self->notes, 12);
  for (gsize i = 0; i < G_N_ELEMENTS (controls); i++) {
    self->fields[i] = make_field (self, i);
    self->labels[i] =
        qm_mnemonic_add_field (GTK_GRID (grid), (int) i, _ (controls[i].label), self->fields[i]);
  }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notes));
  gtk_box_append (GTK_BOX (box), grid);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

void
qm_table_reading_show (QmTableReading *self, const QmSheet *sheet, const QmChoices *choices)
{
  g_return_if_fail (QM_IS_TABLE_READING (self));

  self->is_filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (controls); i++)
    show_control (self, i, sheet, choices);
  show_notes (self, sheet);
  qm_access_mend (GTK_WIDGET (self));
  self->is_filling = FALSE;
}
