/* All charts of a dataset on one sheet, to be looked at: a margin, a size or a wording that is
 * unlike the others shows only beside them. Not a test; run it on the built program's translations:
 *
 *   QUYMO_LOCALEDIR=build/data/po build/tests/contact-sheet sheet.png
 *   … contact-sheet --language vi --theme dark --size 480x360 --columns 3 sheet.png
 *
 * Each chart is laid out for --size and drawn --width pixels wide. */
#include "base/language.h"
#include "chart/chart.h"
#include "dataset/load.h"

#include <cairo.h>
#include <math.h>
#include <stdio.h>

#define GAP 16

static char *dataset_path, *only_chart;
static char *language = "en";
static char *theme_name = "light";
static char *size = "1920x1080";
static int n_columns = 4;
static int picture_width = 640;

static const GOptionEntry options[] = {
  { "dataset", 'd', 0, G_OPTION_ARG_FILENAME, &dataset_path, "The file; else the built-in",
    "FILE" },
  { "chart", 'c', 0, G_OPTION_ARG_STRING, &only_chart, "Only that chart", "ID" },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, "en or vi", "CODE" },
  { "theme", 't', 0, G_OPTION_ARG_STRING, &theme_name, "light or dark", "NAME" },
  { "size", 's', 0, G_OPTION_ARG_STRING, &size, "Of each chart's canvas", "WIDTHxHEIGHT" },
  { "columns", 'n', 0, G_OPTION_ARG_INT, &n_columns, "Charts in a row", "NUMBER" },
  { "width", 'w', 0, G_OPTION_ARG_INT, &picture_width, "Of each chart on the sheet", "PIXELS" },
  G_OPTION_ENTRY_NULL,
};

static void
draw_chart (cairo_t *cr, const QmChart *chart, const QmCanvas *canvas, double x, double y)
{
  g_autoptr (QmScene) scene = qm_chart_build (chart, &qm_view_default, canvas);
  double scale = picture_width / canvas->width;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, canvas->width, canvas->height);
  cairo_clip (cr);
  qm_scene_draw (scene, cr);
  cairo_restore (cr);
}

static cairo_status_t
write_sheet (const QmDataset *dataset, const QmCanvas *canvas, const char *path)
{
  int n_charts = only_chart != NULL ? 1 : (int) dataset->n_charts, n_drawn = 0;
  int columns = CLAMP (n_columns, 1, n_charts), n_rows = (n_charts + columns - 1) / columns;
  int step_x = picture_width + GAP;
  int step_y = (int) ceil (picture_width * canvas->height / canvas->width) + GAP;
  cairo_surface_t *sheet = cairo_image_surface_create (CAIRO_FORMAT_RGB24, columns * step_x + GAP,
                                                       n_rows * step_y + GAP);
  cairo_t *cr = cairo_create (sheet);
  cairo_status_t status;

  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
  for (gsize i = 0; i < dataset->n_charts; i++) {
    if (only_chart != NULL && !g_str_equal (dataset->charts[i].id, only_chart))
      continue;
    draw_chart (cr, &dataset->charts[i], canvas, GAP + n_drawn % columns * step_x,
                GAP + n_drawn / columns * step_y);
    n_drawn++;
  }
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png (sheet, path);
  cairo_surface_destroy (sheet);
  return status;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("SHEET.png");
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QmDataset) dataset = NULL;
  QmCanvas canvas = { 0 };
  cairo_status_t status;

  qm_language_init ();
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return 2;
  }
  canvas.theme = qm_theme_find (theme_name);
  if (argc != 2 || canvas.theme == NULL || picture_width < 1 || !qm_language_use (language) ||
      sscanf (size, "%lfx%lf", &canvas.width, &canvas.height) != 2 || canvas.width < 1 ||
      canvas.height < 1) {
    g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

    g_printerr ("%s", help);
    return 2;
  }

  dataset = qm_dataset_load (dataset_path, qm_forms, problems, &error);
  if (dataset == NULL) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  status = write_sheet (dataset, &canvas, argv[1]);
  if (status != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s: %s\n", argv[1], cairo_status_to_string (status));
  return status != CAIRO_STATUS_SUCCESS;
}
