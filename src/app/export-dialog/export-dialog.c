#include "app/export-dialog/export-dialog-private.h"
#include "app/export-dialog/export-words.h"
#include "app/widgets/access.h"
#include "base/language.h"
#include "base/words.h"

G_DEFINE_FINAL_TYPE (QmExportDialog, qm_export_dialog, GTK_TYPE_WINDOW)

/* A language is chosen by those who read it. */
static const struct {
  const char *code, *name;
} language_names[] = { { "en", "English" }, { "vi", "Tiếng Việt" } };

/* --- What is chosen --- */

static guint
count_formats (QmExportDialog *self)
{
  guint n = 0;

  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    n += self->settings.formats[i] ? 1 : 0;
  return n;
}

static const char *
chosen_language (QmExportDialog *self)
{
  return qm_language_list ()[gtk_drop_down_get_selected (self->languages)];
}

GPtrArray *
qm_export_dialog_get_charts (QmExportDialog *self)
{
  return self->charts[gtk_drop_down_get_selected (self->charts_chooser)];
}

/* A choice is remembered with the dataset. */
static void
read_controls (QmExportDialog *self)
{
  QmExportSettings *settings = &self->settings;
  guint charts = gtk_drop_down_get_selected (self->charts_chooser);

  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    settings->formats[i] = gtk_check_button_get_active (self->formats[i]);
  settings->hidden = 0;
  for (int i = 0; i < QM_N_BLOCKS; i++)
    if (!gtk_check_button_get_active (self->blocks[i]))
      settings->hidden |= qm_block_infos[i].block;
  settings->has_outlines = gtk_check_button_get_active (self->outlines);
  qm_size_chooser_read (self->size, settings);
  settings->colors = (QmExportColors) gtk_drop_down_get_selected (self->colors);
  settings->language = chosen_language (self);
  if (charts != CHOSEN_CHARTS)
    settings->is_all = charts == ALL_CHARTS;
}

/* --- What is shown of it --- */

/* Size, colours and parts matter only where a picture is made, and letters in a drawing. */
static void
set_sensitive (QmExportDialog *self)
{
  gboolean has_look = qm_export_format_has_look (qm_export_stepper_format (&self->settings));

  gtk_widget_set_sensitive (GTK_WIDGET (self->size), has_look);
  gtk_widget_set_sensitive (GTK_WIDGET (self->colors), has_look);
  gtk_widget_set_sensitive (GTK_WIDGET (self->blocks_grid), has_look);
  gtk_widget_set_sensitive (GTK_WIDGET (self->outlines), self->settings.formats[QM_EXPORT_SVG]);
}

/* A screen reader says it as what describes their tick. */
static void
warn_of_sources (QmExportDialog *self)
{
  gboolean are_hidden = (self->settings.hidden & QM_BLOCK_SOURCES) != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->warning), are_hidden);
  qm_access_describe (GTK_WIDGET (self->blocks[QM_N_BLOCKS - 1]),
                      are_hidden ? gtk_label_get_text (self->warning) : "");
}

/* A picture that cannot be made leaves the last one that could. */
static void
update (QmExportDialog *self)
{
  QmExportLook look;
  guint n_formats;
  gboolean is_possible;

  read_controls (self);
  n_formats = count_formats (self);
  is_possible = qm_export_settings_get_look (&self->settings, &look);

  self->is_filling = TRUE;
  gtk_check_button_set_active (self->all_formats, n_formats == QM_N_EXPORT_FORMATS);
  gtk_check_button_set_inconsistent (self->all_formats,
                                     n_formats > 0 && n_formats < QM_N_EXPORT_FORMATS);
  self->is_filling = FALSE;

  qm_export_stepper_set_charts (self->stepper, qm_export_dialog_get_charts (self));
  set_sensitive (self);
  warn_of_sources (self);
  gtk_widget_set_sensitive (self->export_button, is_possible && n_formats > 0);
  qm_export_stepper_show (self->stepper, &self->settings, is_possible ? &look : NULL);
}

/* --- Callbacks --- */

static void
changed_cb (QmExportDialog *self)
{
  if (!self->is_filling)
    update (self);
}

static void
all_formats_cb (QmExportDialog *self)
{
  gboolean is_all = gtk_check_button_get_active (self->all_formats);

  if (self->is_filling)
    return;
  self->is_filling = TRUE;
  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    gtk_check_button_set_active (self->formats[i], is_all);
  self->is_filling = FALSE;
  update (self);
}

/* By its letter a tick would change unseen and unheard: the focus comes with it. */
static gboolean
letter_cb (GtkWidget *tick, gboolean is_shared G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  gtk_widget_grab_focus (tick);
  return FALSE;
}

/* --- Filling the controls --- */

static GtkCheckButton *
add_tick (QmExportDialog *self, GtkGrid *grid, int index, int n_columns, const char *label)
{
  GtkWidget *tick = gtk_check_button_new_with_mnemonic (label);

  /* Columns of unlike width take less room together. */
  gtk_widget_set_hexpand (tick, TRUE);
  gtk_grid_attach (grid, tick, index % n_columns, index / n_columns, 1, 1);
  g_signal_connect_swapped (tick, "toggled", G_CALLBACK (changed_cb), self);
  g_signal_connect (tick, "mnemonic-activate", G_CALLBACK (letter_cb), NULL);
  return GTK_CHECK_BUTTON (tick);
}

static void
fill_colours (QmExportDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < QM_N_EXPORT_COLORS; i++)
    gtk_string_list_append (list, qm_export_words_of_colors ((QmExportColors) i));
  gtk_drop_down_set_model (self->colors, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->colors, self->settings.colors);
}

static void
fill_languages (QmExportDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const char *const *codes = qm_language_list ();

  for (guint i = 0; codes[i] != NULL; i++) {
    const char *name = codes[i];

    for (gsize j = 0; j < G_N_ELEMENTS (language_names); j++)
      if (g_str_equal (language_names[j].code, codes[i]))
        name = language_names[j].name;
    gtk_string_list_append (list, name);
  }
  gtk_drop_down_set_model (self->languages, G_LIST_MODEL (list));
  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], self->settings.language))
      gtk_drop_down_set_selected (self->languages, i);
}

static void
fill_charts (QmExportDialog *self)
{
  guint n_all = self->charts[ALL_CHARTS]->len, n_chosen = self->charts[CHOSEN_CHARTS]->len;
  g_autofree char *all = g_strdup_printf (ngettext ("All %u chart", "All %u charts", n_all), n_all);
  g_autofree char *chosen = g_strdup_printf (
      ngettext ("The %u chart chosen", "The %u charts chosen", n_chosen), n_chosen);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, qm_text_get (self->chart->name));
  gtk_string_list_append (list, all);
  if (n_chosen > 0)
    gtk_string_list_append (list, chosen);
  gtk_drop_down_set_model (self->charts_chooser, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->charts_chooser, n_chosen > 0            ? CHOSEN_CHARTS
                                                    : self->settings.is_all ? ALL_CHARTS
                                                                            : CHART_IN_FRONT);
}

static void
fill (QmExportDialog *self)
{
  const QmExportSettings *settings = &self->settings;

  self->is_filling = TRUE;
  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    gtk_check_button_set_active (self->formats[i], settings->formats[i]);
  for (int i = 0; i < QM_N_BLOCKS; i++)
    gtk_check_button_set_active (self->blocks[i],
                                 (settings->hidden & qm_block_infos[i].block) == 0);
  gtk_check_button_set_active (self->outlines, settings->has_outlines);
  fill_charts (self);
  qm_size_chooser_set (self->size, settings);
  fill_languages (self);
  fill_colours (self);
  self->is_filling = FALSE;
}

/* --- What was remembered --- */

/* What was chosen last time and is not as at first is told before anything is written: pictures in
 * colours for other slides, or without their sources, have surprised people. */
static void
tell_remembered (QmExportDialog *self)
{
  g_autofree char *list = qm_export_words_of_remembered (&self->settings);
  /* Translators: a list of choices, "Square; Dark; parts are left out" */
  g_autofree char *text = g_strdup_printf (_ ("As last time: %s"), list);

  gtk_label_set_text (self->remembered_label, text);
  gtk_widget_set_visible (self->remembered, list[0] != '\0');
}

static void
forget_cb (QmExportDialog *self)
{
  qm_export_settings_reset_look (&self->settings);
  fill (self);
  gtk_widget_set_visible (self->remembered, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->size));
  update (self);
}

/* Enter exports, whatever has the focus: a tick would be taken away unseen. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
                GdkModifierType modifiers G_GNUC_UNUSED, QmExportDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter) ||
      !GTK_IS_CHECK_BUTTON (focus))
    return FALSE;
  gtk_widget_activate_default (focus);
  return TRUE;
}

/* --- The widget --- */

static void
qm_export_dialog_finalize (GObject *object)
{
  QmExportDialog *self = QM_EXPORT_DIALOG (object);

  g_clear_pointer (&self->plan, qm_export_plan_free);
  qm_export_settings_clear (&self->settings);
  for (int i = 0; i < N_CHARTS; i++)
    g_clear_pointer (&self->charts[i], g_ptr_array_unref);
  qm_view_clear (&self->view);
  qm_dataset_unref (self->dataset);
  G_OBJECT_CLASS (qm_export_dialog_parent_class)->finalize (object);
}

static void
qm_export_dialog_class_init (QmExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qm_export_dialog_finalize;
  g_type_ensure (QM_TYPE_EXPORT_STEPPER);
  g_type_ensure (QM_TYPE_SIZE_CHOOSER);

  qm_widgets_set_template (widget_class, "export-dialog");
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, stepper);
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, formats_grid);
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, all_formats);
  gtk_widget_class_bind_template_child_full (widget_class, "charts", FALSE,
                                             G_STRUCT_OFFSET (QmExportDialog, charts_chooser));
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, colors);
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, languages);
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, blocks_grid);
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, outlines);
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, remembered);
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, remembered_label);
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, QmExportDialog, warning);
  gtk_widget_class_bind_template_callback_full (widget_class, "export_cb",
                                                G_CALLBACK (qm_export_dialog_export));
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_formats_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
  gtk_widget_class_bind_template_callback (widget_class, letter_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qm_export_dialog_init (QmExportDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    self->formats[i] = add_tick (self, self->formats_grid, i, 2,
                                 _ (qm_export_format_info ((QmExportFormat) i)->name));
  for (int i = 0; i < QM_N_BLOCKS; i++)
    self->blocks[i] = add_tick (self, self->blocks_grid, i, 3, _ (qm_block_infos[i].name));
  self->is_filling = FALSE;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  qm_access_mend (GTK_WIDGET (self));
}

/* Not what comes before, where Enter would do something else than to export. Before it is there, a
 * screen reader would not be told. */
static void
focus_first_cb (QmExportDialog *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->all_formats));
}

GtkWidget *
qm_export_dialog_new (GtkWindow *window, QmSession *session)
{
  QmExportDialog *self = g_object_new (QM_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);

  self->window = window;
  self->dataset = qm_dataset_ref (qm_session_get_dataset (session));
  self->chart = qm_session_get_chart (session);
  self->view = qm_view_copy (qm_session_get_view (session));
  self->charts[CHART_IN_FRONT] = g_ptr_array_new ();
  g_ptr_array_add (self->charts[CHART_IN_FRONT], (gpointer) self->chart);
  self->charts[ALL_CHARTS] = qm_session_list_charts (session);
  self->charts[CHOSEN_CHARTS] = qm_session_list_chosen (session);
  qm_export_stepper_set_chart (self->stepper, self->dataset, self->chart, &self->view);
  qm_export_settings_load (&self->settings);
  fill (self);
  tell_remembered (self);
  update (self);
  g_signal_connect_after (self, "map", G_CALLBACK (focus_first_cb), NULL);
  return GTK_WIDGET (self);
}
