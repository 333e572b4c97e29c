#include "app/export-dialog/export-stepper.h"

#include "app/export-dialog/export-preview.h"
#include "app/export-dialog/export-words.h"
#include "app/widgets/access.h"
#include "base/words.h"
#include "chart/view/author-view.h"

struct _QmExportStepper {
  QmBin parent_instance;

  const QmDataset *dataset; /* (unowned), as all of these: the dialog has them */
  const QmChart *chart;     /* of dataset */
  const QmView *view;       /* of chart */
  const GPtrArray *charts;  /* those that are exported; NULL until set */
  guint shown;              /* the index of one of them */

  QmExportPreview *preview;
  GtkWidget *step_back;
  GtkWidget *step_on;
  GtkLabel *file;
  GtkLabel *result;
};

G_DEFINE_FINAL_TYPE (QmExportStepper, qm_export_stepper, QM_TYPE_BIN)

static guint stepped_signal;

static const QmChart *
chart_shown (QmExportStepper *self)
{
  return self->charts->pdata[self->shown];
}

/* Of which file, and which of its charts, the preview is. */
static char *
describe_file (QmExportStepper *self, QmExportFormat format)
{
  gboolean is_several = self->charts->len > 1;
  const QmChart *chart =
      is_several && qm_export_format_is_deck (format) ? NULL : chart_shown (self);
  g_autofree char *name = qm_export_file_name (self->dataset, chart, format);

  if (!is_several)
    return g_steal_pointer (&name);
  /* Translators: the name of a file, and the number of the chart in it: "slides.pptx: chart 2 of
   * 15"
   */
  return g_strdup_printf (_ ("%s: chart %u of %u"), name, self->shown + 1, self->charts->len);
}

/* Of several charts only the one in the window is exported with the view it has there, and in a
 * deck not even that. */
static const QmView *
view_shown (QmExportStepper *self, QmExportFormat format)
{
  if (chart_shown (self) != self->chart ||
      (self->charts->len > 1 && qm_export_format_is_deck (format)))
    return qm_author_view (chart_shown (self));
  return self->view;
}

/* From chart to chart, and from the last to the first. */
static void
step (QmExportStepper *self, guint by)
{
  self->shown = (self->shown + by) % self->charts->len;
  g_signal_emit (self, stepped_signal, 0);
}

static void
step_back_cb (QmExportStepper *self)
{
  step (self, self->charts->len - 1);
}

static void
step_on_cb (QmExportStepper *self)
{
  step (self, 1);
}

/* --- The widget --- */

static void
qm_export_stepper_class_init (QmExportStepperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QM_TYPE_EXPORT_PREVIEW);
  stepped_signal = qm_widgets_add_signal (klass, "stepped", 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  qm_widgets_set_template (widget_class, "export-stepper");
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

QmExportFormat
qm_export_stepper_format (const QmExportSettings *settings)
{
  const gboolean *formats = settings->formats;
  QmExportFormat deck = QM_N_EXPORT_FORMATS;

  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++) {
    gboolean is_deck = qm_export_format_is_deck ((QmExportFormat) i);

    if (formats[i] && qm_export_format_has_look ((QmExportFormat) i) && !is_deck)
      return (QmExportFormat) i;
    if (formats[i] && is_deck && deck == QM_N_EXPORT_FORMATS)
      deck = (QmExportFormat) i;
  }
  if (deck != QM_N_EXPORT_FORMATS)
    return deck;
  return formats[QM_EXPORT_CSV] ? QM_EXPORT_CSV : QM_EXPORT_PNG;
}

void
qm_export_stepper_set_chart (QmExportStepper *self, const QmDataset *dataset, const QmChart *chart,
                             const QmView *view)
{
  g_return_if_fail (QM_IS_EXPORT_STEPPER (self));
  g_return_if_fail (self->dataset == NULL);

  self->dataset = dataset;
  self->chart = chart;
  self->view = view;
}

void
qm_export_stepper_set_charts (QmExportStepper *self, const GPtrArray *charts)
{
  guint front;

  g_return_if_fail (QM_IS_EXPORT_STEPPER (self));
  g_return_if_fail (charts->len > 0);

  if (charts == self->charts)
    return;
  self->charts = charts;
  self->shown = g_ptr_array_find ((GPtrArray *) charts, self->chart, &front) ? front : 0;
  gtk_widget_set_visible (self->step_back, charts->len > 1);
  gtk_widget_set_visible (self->step_on, charts->len > 1);
}

/* A screen reader says it of the button that has the focus, whenever it changes. */
static void
tell_file (QmExportStepper *self, const char *file)
{
  GtkWidget *buttons[] = { self->step_back, self->step_on };

  gtk_label_set_text (self->file, file);
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    qm_access_describe (buttons[i], file);
}

static void
show (QmExportStepper *self, const QmExportSettings *settings, const QmExportLook *look)
{
  QmExportFormat format = qm_export_stepper_format (settings);
  g_autofree char *file = describe_file (self, format);
  g_autofree char *result = qm_export_words_of (format, look);
  g_autofree char *label = NULL;

  qm_export_preview_show (self->preview, format, chart_shown (self), view_shown (self, format),
                          look, settings->language);
  tell_file (self, file);
  gtk_label_set_text (self->result, result);
  /* Translators: the name of a chart, and the size it is exported in */
  label =
      g_strdup_printf (_ ("Preview of “%s”. %s"), qm_text_get (chart_shown (self)->name), result);
  qm_access_set_label (GTK_WIDGET (self->preview), label);
}

void
qm_export_stepper_show (QmExportStepper *self, const QmExportSettings *settings,
                        const QmExportLook *look)
{
  g_return_if_fail (QM_IS_EXPORT_STEPPER (self));

  if (look != NULL)
    show (self, settings, look);
}
