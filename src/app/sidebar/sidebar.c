#include "app/sidebar/sidebar.h"

#include "app/chart-view/picture-later.h"
#include "app/sidebar/chart-row.h"
#include "app/sidebar/choosing.h"
#include "app/sidebar/reordering.h"
#include "app/sidebar/row-menu.h"
#include "app/widgets/access.h"
#include "app/widgets/bin.h"
#include "app/widgets/children.h"
#include "app/widgets/follow.h"
#include "app/widgets/popovers.h"
#include "app/widgets/text-label.h"
#include "base/words.h"

struct _QmSidebar {
  GtkWidget parent_instance;

  QmSession *session; /* a reference; NULL until set */
  GtkWidget *scroller;
  GtkListBox *list;
  const QmTheme *theme;  /* of the thumbnails */
  guint paint_id;        /* while thumbnails are to be painted */
  gboolean is_to_scroll; /* to the row in front, after the next layout */
  guint scroll_id;
};

G_DEFINE_FINAL_TYPE (QmSidebar, qm_sidebar, GTK_TYPE_WIDGET)

static guint chosen_signal;

/* In milliseconds, before the first thumbnail and from one to the next: the window is there before
 * they are, and there is time between for whatever moves. */
#define REST 300
#define PAUSE 25

/* Its place in the session's order. */
static guint
place_of (QmSidebar *self, const QmChart *chart)
{
  const guint *order = qm_session_get_order (self->session);
  guint index = (guint) (chart - qm_session_get_dataset (self->session)->charts), place = 0;

  while (order[place] != index)
    place++;
  return place;
}

/* A heading where another topic begins. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data G_GNUC_UNUSED)
{
  const char *topic = qm_text_get (qm_chart_row_get_chart (row)->topic);

  if (before == NULL ||
      g_strcmp0 (topic, qm_text_get (qm_chart_row_get_chart (before)->topic)) != 0)
    gtk_list_box_row_set_header (row, qm_text_label_new (topic, PANGO_WRAP_WORD, "topic"));
  else
    gtk_list_box_row_set_header (row, NULL);
}

static int
compare_rows (GtkListBoxRow *first, GtkListBoxRow *second, gpointer self)
{
  return (int) place_of (self, qm_chart_row_get_chart (first)) -
         (int) place_of (self, qm_chart_row_get_chart (second));
}

static void
row_selected_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, QmSidebar *self)
{
  if (row != NULL && qm_chart_row_get_chart (row) != qm_session_get_chart (self->session))
    qm_session_show_chart (self->session, qm_chart_row_get_chart (row));
}

static void
row_activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row G_GNUC_UNUSED, QmSidebar *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

/* --- Another order --- */

static void
move (GtkListBoxRow *row, int place, gpointer data)
{
  QmSidebar *self = data;
  int n_charts = (int) qm_session_get_dataset (self->session)->n_charts;
  g_autofree char *message = NULL;

  if (place < 0 || place >= n_charts || place == gtk_list_box_row_get_index (row))
    return;
  qm_session_move_chart (self->session, (guint) gtk_list_box_row_get_index (row), (guint) place);
  /* Translators: the name of a chart, its new place in the list, and how many there are */
  message = g_strdup_printf (_ ("%s: now %d of %d"),
                             qm_text_get (qm_chart_row_get_chart (row)->name), place + 1, n_charts);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.message-of-step", "s", message);
}

/* --- Thumbnails --- */

/* Anew by a thread, so that no step is longer for it. The first time not: a thread has fonts of its
 * own, which would be in memory beside those of the start. */
static void
paint_thumbnail (QmSidebar *self, GtkListBoxRow *row)
{
  const QmChart *chart = qm_chart_row_get_chart (row);
  QmThumbnail *thumbnail = qm_chart_row_get_thumbnail (row);
  g_auto (QmView) view = qm_session_copy_view (self->session, chart);

  if (qm_thumbnail_has_picture (thumbnail) || qm_picture_later_is_worth (chart))
    qm_thumbnail_paint_later (thumbnail, qm_session_get_dataset (self->session), chart, &view,
                              self->theme);
  else
    qm_thumbnail_paint (thumbnail, chart, &view, self->theme);
}

/* One at a time, and none while nobody sees them. */
static gboolean
paint_cb (gpointer data)
{
  QmSidebar *self = data;
  GtkListBoxRow *row;

  for (int i = 0; gtk_widget_get_mapped (GTK_WIDGET (self->list)) &&
                  (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;
       i++)
    if (!qm_thumbnail_is_current (qm_chart_row_get_thumbnail (row))) {
      paint_thumbnail (self, row);
      return G_SOURCE_CONTINUE;
    }
  self->paint_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
begin_cb (gpointer data)
{
  QmSidebar *self = data;

  self->paint_id = g_timeout_add_full (G_PRIORITY_LOW, PAUSE, paint_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
paint_soon (QmSidebar *self)
{
  if (self->paint_id == 0)
    self->paint_id = g_timeout_add_full (G_PRIORITY_LOW, REST, begin_cb, self, NULL);
}

/* Those of all charts, or of those that are shown now. */
static void
outdate_thumbnails (QmSidebar *self, gboolean is_all)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_all || qm_session_is_shown (self->session, qm_chart_row_get_chart (row)))
      qm_thumbnail_outdate (qm_chart_row_get_thumbnail (row));
  paint_soon (self);
}

/* On a finer screen they have more pixels. */
static void
scale_changed_cb (QmSidebar *self)
{
  if (self->session != NULL)
    outdate_thumbnails (self, TRUE);
}

/* --- In step with the session --- */

/* The row with the heading over it. */
static void
scroll_to (QmSidebar *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *heading = gtk_list_box_row_get_header (row);
  GtkWidget *list = GTK_WIDGET (self->list);
  graphene_rect_t whole, bounds, above;
  double y;

  if (!gtk_widget_compute_bounds (list, list, &whole) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds))
    return;
  if (heading != NULL && gtk_widget_compute_bounds (heading, list, &above))
    graphene_rect_union (&bounds, &above, &bounds);
  /* Perhaps on its way to another one. */
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment));
  y = bounds.origin.y - whole.origin.y; /* with the padding of the list */
  gtk_adjustment_clamp_page (adjustment, y, y + bounds.size.height);
}

static gboolean
scroll_cb (gpointer data)
{
  QmSidebar *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->scroll_id = 0;
  if (row != NULL)
    scroll_to (self, row);
  return G_SOURCE_REMOVE;
}

/* Rows that were added or moved have no places yet. */
static void
scroll_after_layout (QmSidebar *self)
{
  self->is_to_scroll = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
qm_sidebar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (QM_SIDEBAR (widget)->scroller, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
qm_sidebar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QmSidebar *self = QM_SIDEBAR (widget);

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  qm_popovers_present (widget);
  if (self->is_to_scroll && self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, scroll_cb, self, NULL);
  self->is_to_scroll = FALSE;
}

/* The focus goes along from a row that was in front. */
static void
select_front (QmSidebar *self, gboolean has_focus)
{
  const QmChart *front = qm_session_get_chart (self->session);
  GtkListBoxRow *before = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) place_of (self, front));

  gtk_list_box_select_row (self->list, row);
  if (has_focus && row != before)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  scroll_after_layout (self);
}

/* Without a selection meanwhile, so that nothing is gone to. */
static void
fill (QmSidebar *self)
{
  const QmDataset *dataset = qm_session_get_dataset (self->session);

  gtk_list_box_unselect_all (self->list);
  gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
  gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  qm_children_remove_rows (self->list);
  for (gsize i = 0; i < dataset->n_charts; i++)
    gtk_list_box_append (self->list, qm_chart_row_new (&dataset->charts[i]));
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

static void
session_changed_cb (QmSidebar *self, guint change)
{
  gboolean has_focus = qm_access_has_focus_within (GTK_WIDGET (self->list));

  if ((change & QM_SESSION_DATASET) != 0)
    fill (self);
  else if ((change & QM_SESSION_ORDER) != 0) {
    gtk_list_box_invalidate_sort (self->list);
    gtk_list_box_invalidate_headers (self->list);
  }
  if ((change & (QM_SESSION_DATASET | QM_SESSION_ORDER | QM_SESSION_CHART)) != 0 &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    select_front (self, has_focus);
  if ((change & (QM_SESSION_DATASET | QM_SESSION_CHOICE)) != 0)
    qm_choosing_update (self->list, self->session);
  if ((change & (QM_SESSION_DATASET | QM_SESSION_VIEW)) != 0)
    outdate_thumbnails (self, FALSE);
}

/* What nobody would have seen was left until now. Nothing is selected in a list out of sight: a
 * screen reader would say it. */
static void
qm_sidebar_map (GtkWidget *widget)
{
  QmSidebar *self = QM_SIDEBAR (widget);

  GTK_WIDGET_CLASS (qm_sidebar_parent_class)->map (widget);
  if (self->session == NULL)
    return;
  select_front (self, FALSE);
  paint_soon (self);
}

/* A list box takes Tab from row to row and selects each: here the list is one stop, and arrows do
 * the rest. */
static gboolean
qm_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  QmSidebar *self = QM_SIDEBAR (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);

  /* The keys of a menu are its own. */
  if (GTK_IS_POPOVER (inside))
    return gtk_widget_child_focus (inside, direction);
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (self->scroller, direction);
  if (qm_access_has_focus_within (widget) || gtk_list_box_get_selected_row (self->list) == NULL)
    return FALSE;

  qm_sidebar_focus_selected (self);
  return TRUE;
}

static void
qm_sidebar_dispose (GObject *object)
{
  QmSidebar *self = QM_SIDEBAR (object);

  gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
  g_clear_handle_id (&self->paint_id, g_source_remove);
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (qm_sidebar_parent_class)->dispose (object);
}

static void
qm_sidebar_class_init (QmSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qm_sidebar_dispose;
  widget_class->map = qm_sidebar_map;
  widget_class->focus = qm_sidebar_focus;
  widget_class->measure = qm_sidebar_measure;
  widget_class->size_allocate = qm_sidebar_size_allocate;

  chosen_signal = qm_widgets_add_signal (klass, "chosen", 0);

  qm_widgets_set_kind (widget_class, "sidebar", GTK_ACCESSIBLE_ROLE_GROUP);
  qm_widgets_set_template (widget_class, "sidebar");
  gtk_widget_class_bind_template_child (widget_class, QmSidebar, scroller);
  gtk_widget_class_bind_template_child (widget_class, QmSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
qm_sidebar_init (QmSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->theme = &qm_theme_light;
  qm_reordering_add (self->list, move, self);
  qm_row_menu_add (self->list, GTK_WIDGET (self));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_changed_cb), NULL);
}

void
qm_sidebar_set_session (QmSidebar *self, QmSession *session)
{
  g_return_if_fail (QM_IS_SIDEBAR (self) && self->session == NULL);

  self->session = qm_follow (self, session, G_CALLBACK (session_changed_cb));
  qm_choosing_add (self->list, session);
  session_changed_cb (self, QM_SESSION_DATASET);
}

void
qm_sidebar_set_theme (QmSidebar *self, const QmTheme *theme)
{
  g_return_if_fail (QM_IS_SIDEBAR (self));
  g_return_if_fail (theme != NULL);

  if (theme == self->theme)
    return;
  self->theme = theme;
  outdate_thumbnails (self, TRUE);
}

void
qm_sidebar_focus_selected (QmSidebar *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (QM_IS_SIDEBAR (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
