#include "app/authoring/claim-form-private.h"

#include "app/widgets/access.h"
#include "app/widgets/mnemonic.h"
#include "base/language.h"
#include "base/words.h"
#include "dataset/unit.h"
#include "edit/fraction.h"
#include "edit/unit-words.h"
#include "extraction/findings.h"

#include <math.h>

/* key is that of a claim in a file. */
static const struct {
  const char *label, *key, *hint;
} descriptions[N_FIELDS] = {
  [VALUE] = { N_ ("_Figure"), "value", NULL },
  [UNIT] = { N_ ("_Unit"), "unit", N_ ("number, percent, times, rank, USD, USD per year") },
  [MEASURE] = { N_ ("_Of what"), "measure", N_ ("what is measured") },
  [ENTITY] = { N_ ("_Whose"), "entity", N_ ("empty: of no one, or of the world") },
  [TO_ENTITY] = { N_ ("_Compared with"), "ratio", N_ ("of so many times: whose figure is 1") },
  [TIME] = { N_ ("W_hen"), "time", N_ ("2024, 2025-07, 2023/2025, ../2030") },
  [STATEMENT] = { N_ ("_In words"), "statement", N_ ("empty: as below") },
};

G_DEFINE_FINAL_TYPE (QmClaimForm, qm_claim_form, QM_TYPE_BIN)

enum { CONFIRMED, DISMISSED, TYPED, WORDS, N_SIGNALS };

static guint signals[N_SIGNALS];

const char *
qm_claim_form_get_text (QmClaimForm *self, gsize field)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->fields[field].entry));
}

const char *
qm_claim_form_get_unit (QmClaimForm *self)
{
  g_free (self->unit);
  self->unit = qm_unit_words_read (qm_claim_form_get_text (self, UNIT));
  return self->unit;
}

const char *
qm_claim_form_get_key (gsize field)
{
  return descriptions[field].key;
}

/* What is typed, as an article would have it: a number, or a range. */
static void
read_value (QmClaimForm *self, double *value, double *low, double *high)
{
  const char *text = qm_claim_form_get_text (self, VALUE);
  g_autoptr (GPtrArray) findings = NULL;
  const QmFinding *finding;

  *low = *high = NAN;
  *value = qm_fraction_read (text, qm_claim_form_get_unit (self));
  if (!isnan (*value))
    return;
  if (g_str_equal (text, self->fields[VALUE].filled)) {
    *value = self->value;
    *low = self->low;
    *high = self->high;
    return;
  }
  *value = qm_findings_read_number (text, qm_language_current ());
  if (!isnan (*value))
    return;
  findings = qm_findings_read (text, qm_language_current ());
  if (findings->len != 1)
    return;
  finding = findings->pdata[0];
  *value = finding->value;
  if (finding->precision == QM_BETWEEN) {
    *low = finding->low;
    *high = finding->high;
  }
}

/* --- The statement --- */

/* What stands in the fields, whether it makes a claim or not. */
static void
read_fields (QmClaimForm *self, QmClaimFields *fields)
{
  *fields = (QmClaimFields) {
    .exact = gtk_label_get_text (self->words),
    .measure = qm_claim_form_get_text (self, MEASURE),
    .entity = qm_claim_form_get_text (self, ENTITY),
    .time = qm_claim_form_get_text (self, TIME),
    .statement = qm_claim_form_get_text (self, STATEMENT),
    .precision = (QmPrecision) gtk_drop_down_get_selected (self->precision),
    .is_projected = gtk_check_button_get_active (self->projected),
  };
  read_value (self, &fields->value, &fields->low, &fields->high);
  fields->unit = qm_claim_form_get_unit (self);
  if (!isnan (fields->low))
    fields->precision = g_str_equal (fields->unit, "rank") ? QM_EXACT : QM_BETWEEN;
  if (g_str_equal (fields->unit, "times"))
    fields->to_entity = qm_claim_form_get_text (self, TO_ENTITY);
}

static void
typed_cb (QmClaimForm *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[TYPED], 0);
}

/* Of ranks: of the first. */
void
qm_claim_form_update_statement (QmClaimForm *self)
{
  QmClaimFields fields;
  g_autofree char *sentence = NULL;

  if (self->is_filling)
    return;
  read_fields (self, &fields);
  if (fields.precision != QM_BETWEEN && isnan (fields.value))
    fields.value = fields.low;
  fields.statement = NULL;
  sentence = qm_edit_state_claim (&fields);
  gtk_label_set_text (self->statement, fields.measure[0] != '\0' ? sentence : "");
}

/* Of what is chosen beside the fields. */
static void
chosen_cb (QmClaimForm *self)
{
  qm_claim_form_update_statement (self);
  typed_cb (self);
}

/* --- Filling it --- */

static void
update_ratio_cb (QmClaimForm *self)
{
  gboolean is_times = g_str_equal (qm_claim_form_get_unit (self), "times");

  gtk_widget_set_visible (self->fields[TO_ENTITY].label, is_times);
  gtk_widget_set_visible (self->fields[TO_ENTITY].entry, is_times);
}

/* --- Reading it --- */

static gboolean
lacks (QmClaimForm *self, gsize field, const char *text)
{
  qm_claim_form_set_problem (self, text, descriptions[field].key);
  return FALSE;
}

gboolean
qm_claim_form_read (QmClaimForm *self, const QmDataset *dataset, QmClaimFields *fields)
{
  QmUnit unit;

  g_return_val_if_fail (QM_IS_CLAIM_FORM (self), FALSE);

  read_fields (self, fields);
  if (isnan (fields->value) && isnan (fields->low))
    return lacks (self, VALUE, _ ("Which number is it?"));
  if (fields->precision == QM_BETWEEN && isnan (fields->low))
    return lacks (self, VALUE, _ ("Between which numbers? Write them as “3 to 9”"));
  if (!qm_unit_parse_in (dataset, fields->unit, &unit))
    return lacks (self, UNIT, _ ("In which unit: number, percent, times, rank, USD, kilometer?"));
  /* A unit alone is nothing to measure. */
  if (fields->measure[0] == '\0' || fields->measure[0] == '(')
    return lacks (self, MEASURE, _ ("What is it a figure of?"));
  if (fields->to_entity != NULL && fields->to_entity[0] != '\0' && fields->entity[0] == '\0')
    return lacks (self, ENTITY, _ ("Whose figure is so many times the other?"));
  return TRUE;
}

void
qm_claim_form_set_precision (QmClaimForm *self, guint number)
{
  g_return_if_fail (QM_IS_CLAIM_FORM (self));
  g_return_if_fail (number >= 1 && number <= QM_BETWEEN + 1);

  gtk_drop_down_set_selected (self->precision, number - 1);
  qm_access_announce (GTK_WIDGET (self), gtk_string_object_get_string (
                                             gtk_drop_down_get_selected_item (self->precision)));
}

void
qm_claim_form_set_problem (QmClaimForm *self, const char *text, const char *key)
{
  g_return_if_fail (QM_IS_CLAIM_FORM (self));

  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  for (gsize i = 0; key != NULL && i < N_FIELDS; i++)
    if (g_str_equal (descriptions[i].key, key)) {
      gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->fields[i].entry));
      gtk_editable_set_position (GTK_EDITABLE (self->fields[i].entry), 0);
    }
  if (text != NULL)
    qm_access_announce (GTK_WIDGET (self), text);
}

void
qm_claim_form_mark_fields (QmClaimForm *self, gint64 place)
{
  g_return_if_fail (QM_IS_CLAIM_FORM (self));

  for (gsize i = 0; i < N_FIELDS; i++) {
    const QmClaimFormField *field = &self->fields[i];

    if (place >= (gint64) field->start && place < (gint64) field->end)
      gtk_widget_add_css_class (field->entry, "from-words");
    else
      gtk_widget_remove_css_class (field->entry, "from-words");
  }
}

/* --- The widget --- */

static void
confirm_cb (QmClaimForm *self)
{
  g_signal_emit (self, signals[CONFIRMED], 0);
}

static void
dismiss_cb (QmClaimForm *self)
{
  g_signal_emit (self, signals[DISMISSED], 0);
}

void
qm_claim_form_tell_words (QmClaimFormField *field)
{
  g_signal_emit (field->form, signals[WORDS], 0, (guint64) field->start, (guint64) field->end);
}

/* Down opens the list of what the field may be as well. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key,
                guint code G_GNUC_UNUSED, GdkModifierType modifiers G_GNUC_UNUSED,
                QmClaimFormField *field)
{
  return (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && qm_claim_form_open_list (field);
}

static void
leave_cb (QmClaimFormField *field)
{
  g_signal_emit (field->form, signals[WORDS], 0, (guint64) 0, (guint64) 0);
}

/* Precision stands beside the figure, and what is projected beside the time. */
static gboolean
is_narrow (gsize field)
{
  return field == VALUE || field == TIME;
}

static void
add_field (QmClaimForm *self, gsize i)
{
  GtkEventController *pointer = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  QmClaimFormField *field = &self->fields[i];

  field->form = self;
  field->filled = g_strdup ("");
  field->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (field->entry), 8);
  if (descriptions[i].hint != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (field->entry), _ (descriptions[i].hint));
  field->label =
      qm_mnemonic_add_field (self->grid, (int) i, _ (descriptions[i].label), field->entry);
  if (!is_narrow (i))
    g_object_set (gtk_layout_manager_get_layout_child (
                      gtk_widget_get_layout_manager (GTK_WIDGET (self->grid)), field->entry),
                  "column-span", 2, NULL);
  g_signal_connect_swapped (field->entry, "activate", G_CALLBACK (confirm_cb), self);
  g_signal_connect_swapped (field->entry, "changed", G_CALLBACK (typed_cb), self);
  if (i != STATEMENT)
    g_signal_connect_swapped (field->entry, "changed", G_CALLBACK (qm_claim_form_update_statement),
                              self);
  g_signal_connect_swapped (pointer, "enter", G_CALLBACK (qm_claim_form_tell_words), field);
  g_signal_connect_swapped (pointer, "leave", G_CALLBACK (leave_cb), field);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (qm_claim_form_tell_words), field);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), field);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), field);
  g_signal_connect_swapped (field->entry, "icon-press", G_CALLBACK (qm_claim_form_open_list),
                            field);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (field->entry, keys);
  gtk_widget_add_controller (field->entry, pointer);
  gtk_widget_add_controller (field->entry, focus);
}

static void
fill_precision (QmClaimForm *self)
{
  const char *const names[] = {
    C_ ("precision", "exactly (1)"),   C_ ("precision", "about (2)"),
    C_ ("precision", "more than (3)"), C_ ("precision", "less than (4)"),
    C_ ("precision", "between (5)"),   NULL
  };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  gtk_drop_down_set_model (self->precision, G_LIST_MODEL (list));
  qm_access_name_drop_down (self->precision, _ ("Precision"));
}

static void
qm_claim_form_finalize (GObject *object)
{
  for (gsize i = 0; i < N_FIELDS; i++) {
    QmClaimFormField *field = &QM_CLAIM_FORM (object)->fields[i];

    g_free (field->filled);
    g_clear_pointer (&field->offered, g_ptr_array_unref);
  }
  g_free (QM_CLAIM_FORM (object)->unit);
  G_OBJECT_CLASS (qm_claim_form_parent_class)->finalize (object);
}

static void
qm_claim_form_class_init (QmClaimFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qm_claim_form_finalize;
  qm_widgets_set_kind (widget_class, "claimform", GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CONFIRMED] = qm_widgets_add_signal (klass, "confirmed", 0);
  signals[DISMISSED] = qm_widgets_add_signal (klass, "dismissed", 0);
  signals[TYPED] = qm_widgets_add_signal (klass, "typed", 0);
  signals[WORDS] = qm_widgets_add_signal (klass, "words", 2, G_TYPE_UINT64, G_TYPE_UINT64);

  qm_widgets_set_template (widget_class, "claim-form");
  gtk_widget_class_bind_template_child (widget_class, QmClaimForm, words);
  gtk_widget_class_bind_template_child (widget_class, QmClaimForm, grid);
  gtk_widget_class_bind_template_child (widget_class, QmClaimForm, precision);
  gtk_widget_class_bind_template_child (widget_class, QmClaimForm, projected);
  gtk_widget_class_bind_template_child (widget_class, QmClaimForm, statement);
  gtk_widget_class_bind_template_child (widget_class, QmClaimForm, foot);
  gtk_widget_class_bind_template_child (widget_class, QmClaimForm, problem);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
qm_claim_form_init (QmClaimForm *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_precision (self);
  for (gsize i = 0; i < N_FIELDS; i++)
    add_field (self, i);
  gtk_grid_attach (self->grid, GTK_WIDGET (self->statement), 1, N_FIELDS, 2, 1);
  g_signal_connect_swapped (self->fields[UNIT].entry, "changed", G_CALLBACK (update_ratio_cb),
                            self);
  update_ratio_cb (self);
  self->is_filling = FALSE;
}

GtkWidget *
qm_claim_form_get_foot (QmClaimForm *self)
{
  g_return_val_if_fail (QM_IS_CLAIM_FORM (self), NULL);

  return self->foot;
}
