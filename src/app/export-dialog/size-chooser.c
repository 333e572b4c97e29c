#include "app/export-dialog/size-chooser.h"

#include "app/widgets/access.h"
#include "base/sentence.h"
#include "base/words.h"

struct _QmSizeChooser {
  QmBin parent_instance;

  QmLengthUnit shown_unit;
  gboolean is_filling; /* the controls are being set, not chosen from */

  GtkDropDown *sizes;
  GtkLabel *meaning;
  GtkWidget *custom;
  GtkSpinButton *width;
  GtkSpinButton *height;
  GtkDropDown *unit;
  GtkSpinButton *dpi;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (QmSizeChooser, qm_size_chooser, QM_TYPE_BIN)

static guint changed_signal;

static const char *const unit_labels[] = { N_ ("pixels"), N_ ("inches"), N_ ("millimetres") };

/* NULL for a size of the reader's own, which stands after the named ones. */
static const QmSizePreset *
chosen_preset (QmSizeChooser *self)
{
  gsize n_presets;
  const QmSizePreset *presets = qm_size_presets (&n_presets);
  guint chosen = gtk_drop_down_get_selected (self->sizes);

  return chosen < n_presets ? &presets[chosen] : NULL;
}

/* --- What is shown of it --- */

/* "" where there is none. A screen reader says it as what describes the numbers. */
static void
tell_error (QmSizeChooser *self, const char *message)
{
  GtkSpinButton *numbers[] = { self->width, self->height, self->dpi };
  g_autofree char *words = qm_sentence_begin (message);

  gtk_label_set_text (self->error, words);
  gtk_widget_set_visible (GTK_WIDGET (self->error), message[0] != '\0');
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    qm_access_describe (GTK_WIDGET (numbers[i]), words);
}

static void
tell_meaning (QmSizeChooser *self, const char *meaning)
{
  gtk_label_set_text (self->meaning, meaning);
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), meaning[0] != '\0');
  qm_access_explain_choice (self->sizes, meaning);
}

static void
update (QmSizeChooser *self)
{
  g_autoptr (GError) error = NULL;
  QmExportSettings chosen = { 0 };
  QmExportSize size;
  gboolean is_possible;

  qm_size_chooser_read (self, &chosen);
  is_possible = qm_export_settings_get_size (&chosen, &size, &error);
  tell_meaning (self, chosen.preset != NULL ? _ (chosen.preset->meaning) : "");
  gtk_widget_set_visible (self->custom, chosen.preset == NULL);
  tell_error (self, is_possible ? "" : error->message);
}

static void
set_unit (QmSizeChooser *self, QmLengthUnit unit)
{
  gboolean is_inches = unit == QM_LENGTH_INCHES;
  GtkSpinButton *lengths[] = { self->width, self->height };

  self->shown_unit = unit;
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++) {
    gtk_spin_button_set_digits (lengths[i], is_inches ? 2 : 0);
    gtk_spin_button_set_increments (lengths[i], is_inches ? 0.25 : 10, is_inches ? 1 : 100);
  }
}

static double
units_per_inch (QmSizeChooser *self, QmLengthUnit unit)
{
  if (unit == QM_LENGTH_PIXELS)
    return gtk_spin_button_get_value (self->dpi);
  return unit == QM_LENGTH_INCHES ? 1 : QM_MILLIMETRES_PER_INCH;
}

/* --- Callbacks --- */

static void
changed_cb (QmSizeChooser *self)
{
  if (self->is_filling)
    return;
  update (self);
  g_signal_emit (self, changed_signal, 0);
}

/* Another unit is another way to say the same length. */
static void
unit_cb (QmSizeChooser *self)
{
  QmLengthUnit unit = (QmLengthUnit) gtk_drop_down_get_selected (self->unit);
  double factor, width, height;

  if (self->is_filling || unit == self->shown_unit)
    return;
  factor = units_per_inch (self, unit) / units_per_inch (self, self->shown_unit);
  width = gtk_spin_button_get_value (self->width) * factor;
  height = gtk_spin_button_get_value (self->height) * factor;

  self->is_filling = TRUE;
  set_unit (self, unit);
  gtk_spin_button_set_value (self->width, width);
  gtk_spin_button_set_value (self->height, height);
  self->is_filling = FALSE;
  changed_cb (self);
}

/* --- The widget --- */

/* By the letter in its label. */
static gboolean
qm_size_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (QM_SIZE_CHOOSER (widget)->sizes));
}

static void
qm_size_chooser_class_init (QmSizeChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal = qm_widgets_add_signal (klass, "changed", 0);
  widget_class->grab_focus = qm_size_chooser_grab_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  qm_widgets_set_template (widget_class, "size-chooser");
  gtk_widget_class_bind_template_child (widget_class, QmSizeChooser, sizes);
  gtk_widget_class_bind_template_child (widget_class, QmSizeChooser, meaning);
  gtk_widget_class_bind_template_child (widget_class, QmSizeChooser, custom);
  gtk_widget_class_bind_template_child (widget_class, QmSizeChooser, width);
  gtk_widget_class_bind_template_child (widget_class, QmSizeChooser, height);
  gtk_widget_class_bind_template_child (widget_class, QmSizeChooser, unit);
  gtk_widget_class_bind_template_child (widget_class, QmSizeChooser, dpi);
  gtk_widget_class_bind_template_child (widget_class, QmSizeChooser, error);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
}

static void
fill_sizes (QmSizeChooser *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  gsize n_presets;
  const QmSizePreset *presets = qm_size_presets (&n_presets);

  for (gsize i = 0; i < n_presets; i++)
    gtk_string_list_append (list, _ (presets[i].name));
  gtk_string_list_append (list, _ ("Custom size"));
  gtk_drop_down_set_model (self->sizes, G_LIST_MODEL (list));
}

static void
fill_units (QmSizeChooser *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (unit_labels); i++)
    gtk_string_list_append (list, _ (unit_labels[i]));
  gtk_drop_down_set_model (self->unit, G_LIST_MODEL (list));
}

static void
qm_size_chooser_init (QmSizeChooser *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  qm_access_name_drop_down (self->sizes, _ ("Size"));
  qm_access_name_drop_down (self->unit, _ ("Unit of width and height"));
  fill_sizes (self);
  fill_units (self);
  self->is_filling = FALSE;
}

/* --- The size --- */

void
qm_size_chooser_set (QmSizeChooser *self, const QmExportSettings *settings)
{
  gsize n_presets;
  const QmSizePreset *presets = qm_size_presets (&n_presets);

  g_return_if_fail (QM_IS_SIZE_CHOOSER (self));

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->sizes, settings->preset != NULL
                                               ? (guint) (settings->preset - presets)
                                               : (guint) n_presets);
  gtk_drop_down_set_selected (self->unit, settings->unit);
  set_unit (self, settings->unit);
  gtk_spin_button_set_value (self->width, settings->width);
  gtk_spin_button_set_value (self->height, settings->height);
  gtk_spin_button_set_value (self->dpi, settings->dots_per_inch);
  self->is_filling = FALSE;
  update (self);
}

void
qm_size_chooser_read (QmSizeChooser *self, QmExportSettings *settings)
{
  g_return_if_fail (QM_IS_SIZE_CHOOSER (self));

  settings->preset = chosen_preset (self);
  settings->width = gtk_spin_button_get_value (self->width);
  settings->height = gtk_spin_button_get_value (self->height);
  settings->unit = self->shown_unit;
  settings->dots_per_inch = gtk_spin_button_get_value (self->dpi);
}
