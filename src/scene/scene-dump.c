/* The scene as text, one shape a line, for tests and their diffs. Numbers are written for machines.
 */
#include "scene/scene-private.h"

#include <math.h>

static void
append_number (GString *text, const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.1f", value);
  g_string_append_printf (text, "%s%s", name, g_str_equal (buffer, "-0.0") ? "0.0" : buffer);
}

static void
append_color (GString *text, const char *name, QmColor color)
{
  g_autofree char *written = qm_color_to_string (color);

  if (color.alpha > 0)
    g_string_append_printf (text, "%s%s", name, written);
}

static void
append_paint (GString *text, const QmPaint *paint)
{
  append_color (text, " fill ", paint->fill);
  append_color (text, " hatch ", paint->hatch);
  append_color (text, " stroke ", paint->stroke);
  if (paint->stroke.alpha > 0)
    append_number (text, " width ", paint->stroke_width);
  if (paint->dash > 0)
    append_number (text, " dash ", paint->dash);
  if (paint->is_round)
    g_string_append (text, " round");
  if (fabs (paint->feather) > 0)
    append_number (text, paint->fades_down ? " feather-down " : " feather ", paint->feather);
}

static void
append_text (GString *text, const QmShape *shape)
{
  const PangoFontDescription *font = pango_layout_get_font_description (shape->layout);
  g_auto (GStrv) lines = g_strsplit (pango_layout_get_text (shape->layout), "\n", -1);
  g_autofree char *line = g_strjoinv ("\\n", lines);

  append_number (text, " size ", (double) pango_font_description_get_size (font) / PANGO_SCALE);
  g_string_append_printf (text, " weight %d", pango_font_description_get_weight (font));
  if (pango_font_description_get_style (font) == PANGO_STYLE_ITALIC)
    g_string_append (text, " italic");
  if (shape->anchor != QM_TEXT_START)
    g_string_append (text, shape->anchor == QM_TEXT_END ? " end" : " middle");
  append_color (text, " ", shape->color);
  g_string_append_printf (text, " lines %d%s \"%s\"", pango_layout_get_line_count (shape->layout),
                          pango_layout_is_ellipsized (shape->layout) ? " shortened" : "", line);
}

static void
append_shape (GString *text, const QmScene *scene, const QmShape *shape)
{
  static const char *const names[] = { "rect", "disc", "path", "text" };

  if (shape->mark >= 0)
    g_string_append_printf (text, "  [%s] ", g_array_index (scene->marks, QmMark, shape->mark).id);
  g_string_append (text, names[shape->kind]);
  append_number (text, " ", shape->bounds.x);
  append_number (text, ",", shape->bounds.y);
  append_number (text, " ", shape->bounds.width);
  append_number (text, "x", shape->bounds.height);

  if (shape->kind == QM_SHAPE_TEXT)
    append_text (text, shape);
  else {
    for (gsize i = 0; i < shape->n_points; i++) {
      append_number (text, i == 0 ? " through " : " ", shape->points[i].x);
      append_number (text, ",", shape->points[i].y);
    }
    append_paint (text, &shape->paint);
  }
  g_string_append_c (text, '\n');
}

char *
qm_scene_dump (const QmScene *scene)
{
  GString *text = g_string_new ("scene");

  append_number (text, " ", scene->width);
  append_number (text, "x", scene->height);
  append_color (text, " ", scene->background);
  g_string_append_c (text, '\n');

  for (guint i = 0; i < scene->shapes->len; i++)
    append_shape (text, scene, &g_array_index (scene->shapes, QmShape, i));

  return g_string_free (text, FALSE);
}
