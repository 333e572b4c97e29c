#include "app/export-dialog/export-preview.h"

#include "app/widgets/bin.h"
#include "base/language.h"
#include "export/csv.h"
#include "export/deck.h"
#include "scene/typeset.h"

#define MIN_HEIGHT 140
#define SQUARE 8

/* More lines of a table do not fit. */
#define MAX_TABLE_BYTES 4000

struct _QmExportPreview {
  GtkWidget parent_instance;

  gboolean is_slide;
  QmDeck deck;    /* of a slide: only its layout */
  char *title;    /* of a slide */
  char *table;    /* its first lines */
  QmScene *scene; /* NULL for a table */
};

G_DEFINE_FINAL_TYPE (QmExportPreview, qm_export_preview, GTK_TYPE_WIDGET)

static void
clear (QmExportPreview *self)
{
  g_clear_pointer (&self->scene, qm_scene_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->table, g_free);
}

/* --- Painting --- */

static void
set_color (cairo_t *cr, QmColor color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

/* Squares of the shades that show through where nothing is painted; dark ones where the picture is
 * meant for dark slides. */
static void
draw_checkerboard (cairo_t *cr, double width, double height, gboolean is_dark)
{
  double base = is_dark ? 0.16 : 1, other = is_dark ? 0.24 : 0.9;

  cairo_set_source_rgb (cr, base, base, base);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, other, other, other);
  for (int row = 0; row * SQUARE < height; row++)
    for (int column = row % 2; column * SQUARE < width; column += 2)
      cairo_rectangle (cr, column * SQUARE, row * SQUARE, SQUARE, SQUARE);
  cairo_fill (cr);
}

static void
draw_slide (QmExportPreview *self, cairo_t *cr)
{
  double size = qm_deck_title_size (&self->deck, self->title);
  g_autoptr (PangoLayout) title =
      qm_typeset (self->title, size, PANGO_WEIGHT_BOLD, self->deck.title.width, 2);
  int height;

  set_color (cr, self->deck.theme->background);
  cairo_paint (cr);
  pango_layout_get_pixel_size (title, NULL, &height);
  set_color (cr, self->deck.theme->ink);
  cairo_move_to (cr, self->deck.title.x,
                 self->deck.title.y + (self->deck.title.height - height) / 2);
  pango_cairo_show_layout (cr, title);
  cairo_translate (cr, self->deck.picture.x, self->deck.picture.y);
  qm_scene_draw (self->scene, cr);
}

static void
get_size (QmExportPreview *self, double *width, double *height)
{
  *width = self->is_slide ? self->deck.width : qm_scene_get_width (self->scene);
  *height = self->is_slide ? self->deck.height : qm_scene_get_height (self->scene);
}

static void
snapshot_picture (QmExportPreview *self, GtkSnapshot *snapshot)
{
  double room_width = gtk_widget_get_width (GTK_WIDGET (self));
  double room_height = gtk_widget_get_height (GTK_WIDGET (self));
  double width, height, scale;
  graphene_rect_t bounds;
  cairo_t *cr;

  get_size (self, &width, &height);
  scale = MIN (room_width / width, room_height / height);
  bounds = GRAPHENE_RECT_INIT ((float) ((room_width - width * scale) / 2),
                               (float) ((room_height - height * scale) / 2),
                               (float) (width * scale), (float) (height * scale));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, bounds.origin.x, bounds.origin.y);
  if (qm_scene_get_background (self->scene).alpha <= 0)
    draw_checkerboard (cr, width * scale, height * scale, self->deck.theme == &qm_theme_dark);
  cairo_scale (cr, scale, scale);
  if (self->is_slide)
    draw_slide (self, cr);
  else
    qm_scene_draw (self->scene, cr);
  cairo_destroy (cr);
}

static void
snapshot_table (QmExportPreview *self, GtkSnapshot *snapshot)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->table);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("monospace 8");

  pango_layout_set_font_description (layout, font);
  gtk_snapshot_render_layout (snapshot, style, 8, 8, layout);
}

static void
qm_export_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QmExportPreview *self = QM_EXPORT_PREVIEW (widget);

  if (self->scene != NULL)
    snapshot_picture (self, snapshot);
  else if (self->table != NULL)
    snapshot_table (self, snapshot);
}

/* --- The widget --- */

static void
qm_export_preview_measure (GtkWidget *widget G_GNUC_UNUSED, GtkOrientation orientation,
                           int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                           int *minimum_baseline G_GNUC_UNUSED, int *natural_baseline G_GNUC_UNUSED)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = MIN_HEIGHT;
  /* It grows into whatever height the choices leave. */
  *natural = MIN_HEIGHT * (is_width ? 3 : 1);
}

static void
qm_export_preview_finalize (GObject *object)
{
  clear (QM_EXPORT_PREVIEW (object));
  G_OBJECT_CLASS (qm_export_preview_parent_class)->finalize (object);
}

static void
qm_export_preview_class_init (QmExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qm_export_preview_finalize;
  widget_class->measure = qm_export_preview_measure;
  widget_class->snapshot = qm_export_preview_snapshot;

  qm_widgets_set_kind (widget_class, "preview", GTK_ACCESSIBLE_ROLE_IMG);
}

static void
qm_export_preview_init (QmExportPreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* --- What is shown --- */

static void
build_table (QmExportPreview *self, const QmChart *chart, const QmView *view)
{
  g_auto (QmViewedChart) viewed = qm_view_chart (view, chart);
  g_autoptr (GBytes) bytes = qm_csv_encode (NULL, &viewed, QM_CELLS_FOR_PEOPLE);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *start = g_strndup (text, MIN (length, MAX_TABLE_BYTES));

  self->table = g_utf8_make_valid (start, -1);
}

static void
build (QmExportPreview *self, QmExportFormat format, const QmChart *chart, const QmView *view,
       const QmExportLook *look)
{
  QmExportLook shown = *look;
  QmCanvas canvas;

  self->is_slide = qm_export_format_is_deck (format);
  qm_deck_layout (look, &self->deck);
  if (!qm_export_format_has_look (format)) {
    build_table (self, chart, view);
    return;
  }
  if (self->is_slide)
    shown = qm_deck_picture_look (look);
  canvas = qm_export_canvas (&shown);
  self->scene = qm_chart_build (chart, view, &canvas);
  self->title = g_strdup (qm_text_get (chart->title));
}

void
qm_export_preview_show (QmExportPreview *self, QmExportFormat format, const QmChart *chart,
                        const QmView *view, const QmExportLook *look, const char *language)
{
  g_return_if_fail (QM_IS_EXPORT_PREVIEW (self));

  clear (self);
  qm_language_use_here (language);
  build (self, format, chart, view, look);
  qm_language_use_here (NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const QmScene *
qm_export_preview_get_scene (QmExportPreview *self)
{
  g_return_val_if_fail (QM_IS_EXPORT_PREVIEW (self), NULL);

  return self->scene;
}
