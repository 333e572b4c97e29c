#include "app/authoring/chart-preview.h"

#include "app/sidebar/thumbnail.h"
#include "app/widgets/access.h"
#include "app/widgets/children.h"
#include "app/widgets/flow-layout.h"
#include "base/words.h"
#include "chart/view/author-view.h"
#include "dataset/best-form.h"

#define HEIGHT 270

struct _QmChartPreview {
  QmBin parent_instance;

  GtkWidget *content;
  GtkDrawingArea *picture;
  GtkWidget *forms;
  const QmChart *chart; /* (unowned) or NULL */
  const QmTheme *theme;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (QmChartPreview, qm_chart_preview, QM_TYPE_BIN)

static guint form_chosen_signal, dropped_signal, edited_signal;

/* --- The picture --- */

/* On a canvas that has room for all texts, and as large as there is room. */
static void
draw_cb (GtkDrawingArea *area G_GNUC_UNUSED, cairo_t *cr, int width, int height, gpointer data)
{
  QmChartPreview *self = data;
  double scale =
      MIN (1, MIN ((double) width / QM_CANVAS_MIN_WIDTH, (double) height / QM_CANVAS_MIN_HEIGHT));
  QmCanvas canvas = { .width = width / scale, .height = height / scale, .theme = self->theme };
  QmScene *scene;

  if (self->chart == NULL)
    return;
  scene = qm_chart_build (self->chart, qm_author_view (self->chart), &canvas);
  cairo_scale (cr, scale, scale);
  qm_scene_draw (scene, cr);
  qm_scene_free (scene);
}

/* --- The forms --- */

static void
toggled_cb (GtkToggleButton *button, QmChartPreview *self)
{
  if (!self->is_filling && gtk_toggle_button_get_active (button))
    g_signal_emit (self, form_chosen_signal, 0,
                   (const char *) g_object_get_data (G_OBJECT (button), "form"));
}

static void
paint (QmThumbnail *thumbnail, QmChartPreview *self, const QmFormRule *form)
{
  QmPanel panel = self->chart->panels[self->chart->n_panels - 1];
  QmChart chart = *self->chart;

  panel.form = form;
  chart.panels = &panel;
  chart.n_panels = 1;
  chart.kept = NULL;
  qm_thumbnail_paint (thumbnail, &chart, &qm_view_default, self->theme);
}

static GtkWidget *
make_button (QmChartPreview *self, const QmFormRule *form)
{
  GtkWidget *button = gtk_toggle_button_new (), *thumbnail = qm_thumbnail_new ();

  paint (QM_THUMBNAIL (thumbnail), self, form);
  gtk_button_set_child (GTK_BUTTON (button), thumbnail);
  gtk_widget_set_tooltip_text (button, _ (((const QmForm *) form)->name));
  qm_access_name_toggle (GTK_TOGGLE_BUTTON (button), _ (((const QmForm *) form)->name));
  g_object_set_data (G_OBJECT (button), "form", (gpointer) form->name);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  return button;
}

static void
fill_forms (QmChartPreview *self)
{
  const QmPanel *panel = &self->chart->panels[self->chart->n_panels - 1];
  g_autoptr (GPtrArray) forms = qm_best_form_list (panel->claims, panel->n_claims, qm_forms);
  GtkWidget *first = NULL;

  for (guint i = 0; i < forms->len; i++) {
    const QmFormRule *form = forms->pdata[i];
    GtkWidget *button = make_button (self, form);

    if (first != NULL)
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
    else
      first = button;
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), form == panel->form);
    gtk_box_append (GTK_BOX (self->forms), button);
  }
}

static gboolean
drop_cb (GtkDropTarget *target G_GNUC_UNUSED, const GValue *value, double x G_GNUC_UNUSED,
         double y G_GNUC_UNUSED, gpointer self)
{
  g_signal_emit (self, dropped_signal, 0, g_value_get_string (value));
  return TRUE;
}

/* A claim is dragged here out of the list below; what comes from elsewhere is the window's. */
static gboolean
accept_cb (GtkDropTarget *target G_GNUC_UNUSED, GdkDrop *drop, gpointer self G_GNUC_UNUSED)
{
  return gdk_drop_get_drag (drop) != NULL;
}

static void
take_drops (QmChartPreview *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->picture), GTK_EVENT_CONTROLLER (target));
}

static void
pressed_cb (QmChartPreview *self, int n_presses)
{
  if (n_presses == 2 && self->chart != NULL)
    g_signal_emit (self, edited_signal, 0);
}

static void
take_presses (QmChartPreview *self)
{
  GtkGesture *presses = gtk_gesture_click_new ();

  g_signal_connect_swapped (presses, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->picture), GTK_EVENT_CONTROLLER (presses));
}

/* --- The widget --- */

static void
qm_chart_preview_class_init (QmChartPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  qm_widgets_set_kind (widget_class, "chartpreview", GTK_ACCESSIBLE_ROLE_GROUP);
  form_chosen_signal = qm_widgets_add_signal (klass, "form-chosen", 1, G_TYPE_STRING);
  dropped_signal = qm_widgets_add_signal (klass, "dropped", 1, G_TYPE_STRING);
  edited_signal = qm_widgets_add_signal (klass, "edited", 0);
}

static void
qm_chart_preview_init (QmChartPreview *self)
{
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->picture = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  self->forms = qm_flow_layout_box_new ();
  gtk_drawing_area_set_content_height (self->picture, HEIGHT);
  gtk_drawing_area_set_draw_func (self->picture, draw_cb, self, NULL);
  take_drops (self);
  take_presses (self);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->picture));
  gtk_box_append (GTK_BOX (self->content), self->forms);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

void
qm_chart_preview_show (QmChartPreview *self, const QmChart *chart, const QmTheme *theme)
{
  g_return_if_fail (QM_IS_CHART_PREVIEW (self));

  self->chart = chart;
  self->theme = theme;
  self->is_filling = TRUE;
  qm_children_remove (self->forms);
  if (chart != NULL)
    fill_forms (self);
  self->is_filling = FALSE;
  if (chart != NULL)
    qm_access_set_label (GTK_WIDGET (self), qm_text_get (chart->title));
  gtk_widget_set_visible (self->content, chart != NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self->picture));
}
