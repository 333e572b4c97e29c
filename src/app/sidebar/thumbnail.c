#include "app/sidebar/thumbnail.h"

#include "app/background.h"

#include <string.h>

/* In logical pixels. The chart is laid out for a canvas so many times as large, on which it has
 * room. */
#define WIDTH 54
#define HEIGHT 38
#define REDUCTION 8

G_STATIC_ASSERT (WIDTH *REDUCTION >= QM_CANVAS_MIN_WIDTH);
G_STATIC_ASSERT (HEIGHT *REDUCTION >= QM_CANVAS_MIN_HEIGHT);

struct _QmThumbnail {
  GtkWidget parent_instance;

  GdkTexture *picture; /* NULL until painted */
  gboolean is_current;
  GCancellable *painting; /* of the thread that paints the next one; NULL while none does */
};

G_DEFINE_FINAL_TYPE (QmThumbnail, qm_thumbnail, GTK_TYPE_WIDGET)

/* In the chart's pixels: lines and dots of charts that are drawn with nothing else, which would be
 * too thin to be seen. */
#define LINE_WIDTH 14
#define DOT_RADIUS 20

static gboolean
has_dots (const QmScene *scene)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].kind == QM_SHAPE_DISC)
      return TRUE;
  return FALSE;
}

/* Between figures, not below them. */
static gboolean
is_line (const QmShape *shape, const QmTheme *theme)
{
  QmColor color = shape->paint.stroke;

  return shape->kind == QM_SHAPE_PATH && !shape->is_closed &&
         memcmp (&color, &theme->rule, sizeof color) != 0 &&
         memcmp (&color, &theme->muted, sizeof color) != 0;
}

/* More shapes than that nobody can tell apart at this size: some stand for all. */
#define MAX_SHAPES 1000

/* What stands for figures is heavier. */
static void
draw_sketch (const QmScene *scene, const QmTheme *theme, cairo_t *cr)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  qm_scene_draw_background (scene, cr);
  for (gsize i = 0; i < n_shapes; i += n_shapes / MAX_SHAPES + 1) {
    QmShape shape = shapes[i];

    if (is_line (&shape, theme)) {
      shape.paint.stroke_width = MAX (shape.paint.stroke_width, LINE_WIDTH);
      shape.paint.dash = shape.paint.dash > 0 ? 2 * LINE_WIDTH : 0;
    }
    if (shape.kind == QM_SHAPE_DISC && shape.radius < DOT_RADIUS) {
      shape.bounds = qm_rect_grow (shape.bounds, DOT_RADIUS - shape.radius);
      shape.paint.stroke_width = MAX (shape.paint.stroke_width, LINE_WIDTH / 2.0);
      shape.radius = DOT_RADIUS;
    }
    qm_scene_draw_shape (&shape, cr);
  }
}

/* As pixels: shapes and their letters would take more room than all that is seen of them. */
static GdkTexture *
draw (const QmChart *chart, const QmView *view, const QmTheme *theme, int scale)
{
  QmCanvas canvas = {
    .width = WIDTH * REDUCTION,
    .height = HEIGHT * REDUCTION,
    .theme = theme,
    .hidden = QM_BLOCKS_ALL,
  };
  g_autoptr (QmScene) scene = qm_chart_build (chart, view, &canvas);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH * scale, HEIGHT * scale);
  int stride = cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) pixels = NULL;

  cairo_scale (cr, (double) scale / REDUCTION, (double) scale / REDUCTION);
  if (has_dots (scene))
    draw_sketch (scene, theme, cr);
  else
    qm_scene_draw (scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) (stride * HEIGHT * scale));
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (WIDTH * scale, HEIGHT * scale, GDK_MEMORY_DEFAULT, pixels,
                                 (gsize) stride);
}

static void
qm_thumbnail_measure (GtkWidget *widget G_GNUC_UNUSED, GtkOrientation orientation,
                      int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                      int *minimum_baseline G_GNUC_UNUSED, int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
qm_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QmThumbnail *self = QM_THUMBNAIL (widget);

  if (self->picture != NULL)
    gtk_snapshot_append_texture (snapshot, self->picture,
                                 &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
}

static void
stop_painting (QmThumbnail *self)
{
  if (self->painting != NULL)
    g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
}

static void
qm_thumbnail_finalize (GObject *object)
{
  stop_painting (QM_THUMBNAIL (object));
  g_clear_object (&QM_THUMBNAIL (object)->picture);
  G_OBJECT_CLASS (qm_thumbnail_parent_class)->finalize (object);
}

static void
qm_thumbnail_class_init (QmThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qm_thumbnail_finalize;
  widget_class->measure = qm_thumbnail_measure;
  widget_class->snapshot = qm_thumbnail_snapshot;

  gtk_widget_class_set_css_name (widget_class, "thumbnail");
  /* The name and the key figure beside it say more. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
qm_thumbnail_init (QmThumbnail *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
qm_thumbnail_new (void)
{
  return g_object_new (QM_TYPE_THUMBNAIL, NULL);
}

static void
set_picture (QmThumbnail *self, GdkTexture *picture)
{
  g_clear_object (&self->picture);
  self->picture = picture;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
qm_thumbnail_paint (QmThumbnail *self, const QmChart *chart, const QmView *view,
                    const QmTheme *theme)
{
  g_return_if_fail (QM_IS_THUMBNAIL (self));
  g_return_if_fail (chart != NULL && view != NULL && theme != NULL);

  stop_painting (self);
  set_picture (self, draw (chart, view, theme, gtk_widget_get_scale_factor (GTK_WIDGET (self))));
  self->is_current = TRUE;
}

/* What the thread has of its own. */
typedef struct {
  QmDataset *dataset;
  const QmChart *chart;
  QmView view;
  const QmTheme *theme;
  int scale;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  qm_view_clear (&job->view);
  qm_dataset_unref (job->dataset);
  g_free (job);
}

static void
draw_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  Job *job = data;

  g_task_return_pointer (task, draw (job->chart, &job->view, job->theme, job->scale),
                         g_object_unref);
}

static void
drawn_cb (GObject *thumbnail, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  QmThumbnail *self = QM_THUMBNAIL (thumbnail);
  GdkTexture *picture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (picture == NULL)
    return; /* cancelled: another one is on its way */
  g_clear_object (&self->painting);
  set_picture (self, picture);
}

void
qm_thumbnail_paint_later (QmThumbnail *self, QmDataset *dataset, const QmChart *chart,
                          const QmView *view, const QmTheme *theme)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (QM_IS_THUMBNAIL (self));
  g_return_if_fail (dataset != NULL && chart != NULL && view != NULL && theme != NULL);

  stop_painting (self);
  self->painting = g_cancellable_new ();
  task = g_task_new (self, self->painting, drawn_cb, NULL);
  job = g_new0 (Job, 1);
  job->dataset = qm_dataset_ref (dataset);
  job->chart = chart;
  job->view = qm_view_default;
  qm_view_set (&job->view, view);
  job->theme = theme;
  job->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_task_set_task_data (task, job, free_job);
  self->is_current = TRUE;
  qm_background_run (task, draw_in_thread);
}

gboolean
qm_thumbnail_has_picture (QmThumbnail *self)
{
  g_return_val_if_fail (QM_IS_THUMBNAIL (self), FALSE);

  return self->picture != NULL;
}

gboolean
qm_thumbnail_is_painting (QmThumbnail *self)
{
  g_return_val_if_fail (QM_IS_THUMBNAIL (self), FALSE);

  return self->painting != NULL;
}

gboolean
qm_thumbnail_is_current (QmThumbnail *self)
{
  g_return_val_if_fail (QM_IS_THUMBNAIL (self), FALSE);

  return self->is_current;
}

void
qm_thumbnail_outdate (QmThumbnail *self)
{
  g_return_if_fail (QM_IS_THUMBNAIL (self));

  self->is_current = FALSE;
}
