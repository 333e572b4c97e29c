#include "app/sidebar/sidebar.h"

struct _QmSidebar {
  GtkWidget parent_instance;

  QmSession *session; /* a reference; NULL until set */
  GtkWidget *scroller;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (QmSidebar, qm_sidebar, GTK_TYPE_WIDGET)

static guint chosen_signal;

/* The chart at that place of the session's order. */
static const QmChart *
chart_at (QmSidebar *self, int place)
{
  return &qm_session_get_dataset (self->session)
              ->charts[qm_session_get_order (self->session)[place]];
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_row (const QmChart *chart)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *name = qm_text_get (chart->name);
  const char *summary = qm_text_get (chart->summary);
  g_autofree char *label = g_strjoin (", ", name, summary, NULL);

  gtk_box_append (GTK_BOX (box), create_label (name, "name"));
  gtk_box_append (GTK_BOX (box), create_label (summary, "summary"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  /* A row has no name of its own for the screen reader. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

/* A heading where another topic begins. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  QmSidebar *self = user_data;
  int place = gtk_list_box_row_get_index (row);
  const char *topic = qm_text_get (chart_at (self, place)->topic);

  if (before == NULL || g_strcmp0 (topic, qm_text_get (chart_at (self, place - 1)->topic)) != 0)
    gtk_list_box_row_set_header (row, create_label (topic, "topic"));
  else
    gtk_list_box_row_set_header (row, NULL);
}

static void
row_selected_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, QmSidebar *self)
{
  const QmChart *chart;

  if (row == NULL)
    return;
  chart = chart_at (self, gtk_list_box_row_get_index (row));
  if (chart != qm_session_get_chart (self->session))
    qm_session_show_chart (self->session, chart);
}

static void
row_activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row G_GNUC_UNUSED, QmSidebar *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

/* --- In step with the session --- */

static void
select_front (QmSidebar *self)
{
  const QmChart *front = qm_session_get_chart (self->session);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (chart_at (self, i) == front)
      gtk_list_box_select_row (self->list, row);
}

/* Without a selection meanwhile, so that nothing is gone to. */
static void
fill (QmSidebar *self)
{
  gsize n_charts = qm_session_get_dataset (self->session)->n_charts;
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (self->list);
  gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (gsize i = 0; i < n_charts; i++)
    gtk_list_box_append (self->list, create_row (chart_at (self, (int) i)));
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

static void
session_changed_cb (QmSidebar *self, guint change)
{
  if ((change & (QM_SESSION_DATASET | QM_SESSION_ORDER)) != 0)
    fill (self);
  if ((change & (QM_SESSION_DATASET | QM_SESSION_ORDER | QM_SESSION_CHART)) != 0)
    select_front (self);
}

/* A list box takes Tab from row to row and selects each: here the list is one stop, and arrows do
 * the rest. */
static gboolean
qm_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  QmSidebar *self = QM_SIDEBAR (widget);
  gboolean is_inside = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (self->scroller, direction);
  if (is_inside || gtk_list_box_get_selected_row (self->list) == NULL)
    return FALSE;

  qm_sidebar_focus_selected (self);
  return TRUE;
}

static void
qm_sidebar_dispose (GObject *object)
{
  QmSidebar *self = QM_SIDEBAR (object);

  if (self->session != NULL) {
    g_signal_handlers_disconnect_by_data (self->session, self);
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  }
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qm_sidebar_parent_class)->dispose (object);
}

static void
qm_sidebar_class_init (QmSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qm_sidebar_dispose;
  widget_class->focus = qm_sidebar_focus;

  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quymo/Quymo/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, QmSidebar, scroller);
  gtk_widget_class_bind_template_child (widget_class, QmSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
qm_sidebar_init (QmSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qm_sidebar_set_session (QmSidebar *self, QmSession *session)
{
  g_return_if_fail (QM_IS_SIDEBAR (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  session_changed_cb (self, QM_SESSION_DATASET);
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
