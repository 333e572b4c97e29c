#include "app/export-dialog/print.h"

#include "base/words.h"
#include "chart/chart.h"

#define POINTS_PER_INCH 72
#define PIXELS_PER_INCH 96

/* What is printed, as it was when the dialog was opened. */
typedef struct {
  QmDataset *dataset;
  GPtrArray *charts; /* element const QmChart * */
  QmView *views;     /* of each */
} Pages;

static void
pages_free (gpointer data)
{
  Pages *pages = data;

  for (guint i = 0; i < pages->charts->len; i++)
    qm_view_clear (&pages->views[i]);
  g_free (pages->views);
  g_ptr_array_unref (pages->charts);
  qm_dataset_unref (pages->dataset);
  g_free (pages);
}

static Pages *
pages_new (QmSession *session)
{
  Pages *pages = g_new0 (Pages, 1);

  pages->dataset = qm_dataset_ref (qm_session_get_dataset (session));
  pages->charts = qm_session_list_chosen (session);
  if (pages->charts->len == 0)
    g_ptr_array_add (pages->charts, (gpointer) qm_session_get_chart (session));
  pages->views = g_new0 (QmView, pages->charts->len);
  for (guint i = 0; i < pages->charts->len; i++)
    pages->views[i] = qm_session_copy_view (session, pages->charts->pdata[i]);
  return pages;
}

/* Laid out for the room that the printer leaves, which is in points. Paper is white. */
static void
draw_page_cb (GtkPrintOperation *operation G_GNUC_UNUSED, GtkPrintContext *context, int number,
              Pages *pages)
{
  double scale = (double) POINTS_PER_INCH / PIXELS_PER_INCH;
  const QmCanvas canvas = { .width = gtk_print_context_get_width (context) / scale,
                            .height = gtk_print_context_get_height (context) / scale,
                            .theme = &qm_theme_light,
                            .pixels_per_inch = PIXELS_PER_INCH,
                            .is_transparent = TRUE };
  g_autoptr (QmScene) scene =
      qm_chart_build (pages->charts->pdata[number], &pages->views[number], &canvas);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_scale (cr, scale, scale);
  qm_scene_draw (scene, cr);
}

GtkPrintOperation *
qm_print_new (QmSession *session)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Pages *pages = pages_new (session);

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) pages->charts->len);
  gtk_print_operation_set_job_name (
      operation, pages->charts->len == 1
                     ? qm_text_get (((const QmChart *) pages->charts->pdata[0])->name)
                     : qm_text_get (pages->dataset->title));
  g_object_set_data_full (G_OBJECT (operation), "pages", pages, pages_free);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), pages);
  return operation;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  /* Translators: %s says why */
  text = g_strdup_printf (_ ("Nothing was printed: %s"), error->message);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.message-of-error", "s", text);
}

void
qm_print (GtkWindow *window, QmSession *session)
{
  g_autoptr (GtkPrintOperation) operation = qm_print_new (session);

  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), window, 0);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}
