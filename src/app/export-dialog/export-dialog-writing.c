#include "app/export-dialog/export-dialog-private.h"
#include "app/export-dialog/export-run.h"
#include "app/files/file-chooser.h"
#include "app/widgets/access.h"
#include "app/widgets/question.h"
#include "base/words.h"

#include <string.h>

static QmExportPlan *
make_plan (QmExportDialog *self)
{
  QmExportPlan *plan = qm_export_plan_new (self->dataset);

  memcpy (plan->formats, self->settings.formats, sizeof plan->formats);
  qm_export_settings_get_look (&self->settings, &plan->look);
  plan->shown = self->chart;
  plan->view = qm_view_copy (&self->view);
  plan->language = self->settings.language;
  plan->may_replace = TRUE;
  g_ptr_array_extend (plan->charts, qm_export_dialog_get_charts (self), NULL, NULL);
  return plan;
}

guint
qm_export_dialog_count_files (QmExportDialog *self)
{
  g_autoptr (QmExportPlan) plan = NULL;

  g_return_val_if_fail (QM_IS_EXPORT_DIALOG (self), 0);

  plan = make_plan (self);
  return qm_export_plan_count (plan);
}

/* What cannot be remembered does not keep anything from being exported. */
static void
remember (QmExportDialog *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_free (self->settings.folder);
  self->settings.folder =
      qm_export_dialog_count_files (self) > 1 ? g_strdup (path) : g_path_get_dirname (path);
  if (!qm_export_settings_save (&self->settings, &error))
    g_message ("%s", error->message);
}

static void
run (QmExportDialog *self, QmExportPlan *plan)
{
  g_autoptr (GtkWindow) window = g_object_ref (self->window);

  gtk_window_destroy (GTK_WINDOW (self));
  qm_export_run (window, plan);
}

enum { SKIP, REPLACE };

/* Of the files that are there already. */
static void
answered_cb (GtkWindow *dialog, guint answer)
{
  QmExportDialog *self = QM_EXPORT_DIALOG (dialog);
  QmExportPlan *plan = g_steal_pointer (&self->plan);

  plan->may_replace = answer == REPLACE;
  run (self, plan);
}

static void
ask_replace (QmExportDialog *self, guint n_existing)
{
  const QmAnswer answers[] = {
    [SKIP] = { _ ("_Skip"), NULL },
    [REPLACE] = { _ ("_Replace"), "destructive-action" },
  };
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u of these files is there already.",
                                 "%u of these files are there already.", n_existing),
                       n_existing);

  qm_question_ask (GTK_WINDOW (self), _ ("Replace files?"), text, answers, G_N_ELEMENTS (answers),
                   SKIP, answered_cb);
}

void
qm_export_dialog_export_to (QmExportDialog *self, GFile *place)
{
  g_autofree char *path = g_file_get_path (place);
  guint n_existing;

  g_return_if_fail (QM_IS_EXPORT_DIALOG (self));

  if (path == NULL) {
    gtk_label_set_text (self->problem,
                        _ ("This place cannot be written to. Choose a folder on this computer."));
    gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    qm_access_announce (GTK_WIDGET (self), gtk_label_get_text (self->problem));
    return;
  }
  remember (self, path);
  g_clear_pointer (&self->plan, qm_export_plan_free);
  self->plan = make_plan (self);
  qm_export_plan_list (self->plan, path, qm_export_plan_count (self->plan) > 1);
  n_existing = self->plan->jobs->len > 1 ? qm_export_plan_count_existing (self->plan) : 0;
  if (n_existing > 0)
    ask_replace (self, n_existing);
  else
    run (self, g_steal_pointer (&self->plan));
}

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (QmExportDialog) self = data;

  if (file != NULL)
    qm_export_dialog_export_to (self, file);
}

static QmExportFormat
first_format (QmExportDialog *self)
{
  int i = 0;

  while (i < QM_N_EXPORT_FORMATS - 1 && !self->settings.formats[i])
    i++;
  return (QmExportFormat) i;
}

void
qm_export_dialog_export (QmExportDialog *self)
{
  const char *folder = self->settings.folder;
  g_autofree char *name = NULL;

  if (qm_export_dialog_count_files (self) > 1) {
    qm_file_chooser_choose_folder (GTK_WINDOW (self), folder, chosen_cb, g_object_ref (self));
    return;
  }
  name = qm_export_file_name (self->dataset,
                              qm_export_dialog_get_charts (self)->len > 1
                                  ? NULL
                                  : qm_export_dialog_get_charts (self)->pdata[0],
                              first_format (self));
  qm_file_chooser_save (GTK_WINDOW (self), folder, name, chosen_cb, g_object_ref (self));
}
