#include "app/export-dialog/export-stepper.h"

#include "app/export-dialog/export-preview.h"
#include "app/export-dialog/export-words.h"
#include "base/words.h"

struct _QmExportStepper {
  GtkWidget parent_instance;

  QmDataset *dataset;
  const QmChart *chart; /* of dataset */
  QmView view;          /* of chart */
  const QmChart *shown; /* of dataset */

  QmExportPreview *preview;
  GtkWidget *step_back;
  GtkWidget *step_on;
  GtkLabel *file;
  GtkLabel *result;
};

G_DEFINE_FINAL_TYPE (QmExportStepper, qm_export_stepper, GTK_TYPE_WIDGET)

static guint stepped_signal;

/* Of which file, and which of its charts, the preview is. */
static char *
describe_file (QmExportStepper *self, QmFormat format, gboolean is_all)
{
  gboolean is_deck = qm_format_is_deck (format);
  g_autofree char *name =
      qm_export_file_name (self->dataset, is_all && is_deck ? NULL : self->shown, format);

  if (!is_all)
    return g_steal_pointer (&name);
  /* Translators: the name of a file, and the number of the chart in it: "slides.pptx: chart 2 of
   * 15"
   */
  return g_strdup_printf (_ ("%s: chart %u of %u"), name,
                          (guint) (self->shown - self->dataset->charts) + 1,
                          (guint) self->dataset->n_charts);
}

/* Of all charts only the one in the window is exported with the view it has there, and in a deck
 * not even that. */
static const QmView *
view_shown (QmExportStepper *self, QmFormat format, gboolean is_all)
{
  if (self->shown != self->chart || (is_all && qm_format_is_deck (format)))
    return &qm_view_default;
  return &self->view;
}

/* From chart to chart, and from the last to the first. */
static void
step (QmExportStepper *self, gsize by)
{
  gsize index = (gsize) (self->shown - self->dataset->charts);

  self->shown = &self->dataset->charts[(index + by) % self->dataset->n_charts];
  g_signal_emit (self, stepped_signal, 0);
}

static void
step_back_cb (QmExportStepper *self)
{
  step (self, self->dataset->n_charts - 1);
}

static void
step_on_cb (QmExportStepper *self)
{
  step (self, 1);
}

/* --- The widget --- */

static void
qm_export_stepper_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (qm_export_stepper_parent_class)->dispose (object);
}

static void
qm_export_stepper_finalize (GObject *object)
{
  QmExportStepper *self = QM_EXPORT_STEPPER (object);

  qm_view_clear (&self->view);
  g_clear_pointer (&self->dataset, qm_dataset_unref);
  G_OBJECT_CLASS (qm_export_stepper_parent_class)->finalize (object);
}

static void
qm_export_stepper_class_init (QmExportStepperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_export_stepper_dispose;
  G_OBJECT_CLASS (klass)->finalize = qm_export_stepper_finalize;
  g_type_ensure (QM_TYPE_EXPORT_PREVIEW);
  stepped_signal = g_signal_new ("stepped", QM_TYPE_EXPORT_STEPPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quymo/Quymo/export-stepper.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, QmExportStepper, preview);
  gtk_widget_class_bind_template_child (widget_class, QmExportStepper, step_back);
  gtk_widget_class_bind_template_child (widget_class, QmExportStepper, step_on);
  gtk_widget_class_bind_template_child (widget_class, QmExportStepper, file);
  gtk_widget_class_bind_template_child (widget_class, QmExportStepper, result);
  gtk_widget_class_bind_template_callback (widget_class, step_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_on_cb);
}

static void
qm_export_stepper_init (QmExportStepper *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- What it shows --- */

QmFormat
qm_export_stepper_format (const QmSettings *settings)
{
  const gboolean *formats = settings->formats;
  QmFormat deck = QM_N_FORMATS;

  for (int i = 0; i < QM_N_FORMATS; i++) {
    gboolean is_deck = qm_format_is_deck ((QmFormat) i);

    if (formats[i] && qm_format_has_look ((QmFormat) i) && !is_deck)
      return (QmFormat) i;
    if (formats[i] && is_deck && deck == QM_N_FORMATS)
      deck = (QmFormat) i;
  }
  if (deck != QM_N_FORMATS)
    return deck;
  return formats[QM_FORMAT_CSV] ? QM_FORMAT_CSV : QM_FORMAT_PNG;
}

void
qm_export_stepper_set_chart (QmExportStepper *self, QmDataset *dataset, const QmChart *chart,
                             const QmView *view)
{
  g_return_if_fail (QM_IS_EXPORT_STEPPER (self));
  g_return_if_fail (self->dataset == NULL);

  self->dataset = qm_dataset_ref (dataset);
  self->chart = chart;
  self->view = qm_view_copy (view);
  self->shown = chart;
}

/* A screen reader says it of the button that has the focus, whenever it changes. */
static void
tell_file (QmExportStepper *self, const char *file)
{
  GtkWidget *buttons[] = { self->step_back, self->step_on };

  gtk_label_set_text (self->file, file);
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (buttons[i]),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, file, -1);
}

static void
show (QmExportStepper *self, const QmSettings *settings, const QmExportLook *look)
{
  QmFormat format = qm_export_stepper_format (settings);
  g_autofree char *file = describe_file (self, format, settings->is_all);
  g_autofree char *result = qm_export_words_of (format, look);
  g_autofree char *label = NULL;

  qm_export_preview_show (self->preview, format, self->shown,
                          view_shown (self, format, settings->is_all), look, settings->language);
  tell_file (self, file);
  gtk_label_set_text (self->result, result);
  /* Translators: the name of a chart, and the size it is exported in */
  label = g_strdup_printf (_ ("Preview of “%s”. %s"), qm_text_get (self->shown->name), result);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

void
qm_export_stepper_show (QmExportStepper *self, const QmSettings *settings, const QmExportLook *look)
{
  g_return_if_fail (QM_IS_EXPORT_STEPPER (self));

  if (!settings->is_all)
    self->shown = self->chart;
  gtk_widget_set_visible (self->step_back, settings->is_all);
  gtk_widget_set_visible (self->step_on, settings->is_all);
  if (look != NULL)
    show (self, settings, look);
}
