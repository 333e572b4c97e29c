#include "app/sidebar/sidebar.h"

struct _QmSidebar {
  GtkWidget parent_instance;

  QmDataset *dataset;
  GtkWidget *scroller;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (QmSidebar, qm_sidebar, GTK_TYPE_WIDGET)

enum { SELECTED, CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

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
  const QmChart *charts = self->dataset->charts;
  const QmText *topic = charts[gtk_list_box_row_get_index (row)].topic;

  if (before == NULL ||
      g_strcmp0 (qm_text_get (topic),
                 qm_text_get (charts[gtk_list_box_row_get_index (before)].topic)) != 0)
    gtk_list_box_row_set_header (row, create_label (qm_text_get (topic), "topic"));
  else
    gtk_list_box_row_set_header (row, NULL);
}

static void
row_selected_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, QmSidebar *self)
{
  if (row != NULL)
    g_signal_emit (self, signals[SELECTED], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row G_GNUC_UNUSED, QmSidebar *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
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

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (qm_sidebar_parent_class)->dispose (object);
}

static void
qm_sidebar_finalize (GObject *object)
{
  qm_dataset_unref (QM_SIDEBAR (object)->dataset);
  G_OBJECT_CLASS (qm_sidebar_parent_class)->finalize (object);
}

static void
qm_sidebar_class_init (QmSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = qm_sidebar_dispose;
  object_class->finalize = qm_sidebar_finalize;
  widget_class->focus = qm_sidebar_focus;

  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CHOSEN] =
      g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

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
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

void
qm_sidebar_set_dataset (QmSidebar *self, QmDataset *dataset, guint selected)
{
  GtkListBoxRow *row;

  g_return_if_fail (QM_IS_SIDEBAR (self));
  g_return_if_fail (dataset != NULL);

  /* The dataset before stays until its rows are gone, for their headers. */
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  qm_dataset_unref (self->dataset);
  self->dataset = qm_dataset_ref (dataset);
  for (gsize i = 0; i < dataset->n_charts; i++)
    gtk_list_box_append (self->list, create_row (&dataset->charts[i]));

  qm_sidebar_select (self, selected);
}

void
qm_sidebar_select (QmSidebar *self, guint index)
{
  g_return_if_fail (QM_IS_SIDEBAR (self));

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) index));
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
