#include "app/widgets/column-headings.h"

#include "app/widgets/access.h"
#include "base/words.h"

/* Pixels by which a key makes a column wider. */
#define STEP 16

typedef struct {
  GtkColumnViewColumn *column; /* (unowned) or NULL */
  gboolean is_descending;
} Order;

/* --- What was chosen --- */

/* The column whose sorter was asked last. */
static GtkColumnViewColumn *asked;

/* The view's sorter asks that of the chosen column, and turns the answer round when it is to. */
static int
tell_column (gconstpointer a G_GNUC_UNUSED, gconstpointer b G_GNUC_UNUSED, gpointer column)
{
  asked = column;
  return -1;
}

static Order
get_order (GtkColumnView *view)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  Order order = { NULL, FALSE };

  asked = NULL;
  /* Any two objects will do. */
  order.is_descending = gtk_sorter_compare (sorter, view, sorter) == GTK_ORDERING_LARGER;
  order.column = asked;
  return order;
}

GtkColumnViewColumn *
qm_column_headings_get_order (GtkColumnView *view, gboolean *is_descending)
{
  Order order;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  order = get_order (view);
  *is_descending = order.is_descending;
  return order.column;
}

/* --- Headings and columns --- */

static GtkWidget *
first_heading (GtkColumnView *view)
{
  return gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));
}

/* Headings stand in the order of their columns, those of hidden ones too. */
static GtkColumnViewColumn *
column_of (GtkColumnView *view, GtkWidget *heading)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;
  guint place = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (heading); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    place++;
  column = g_list_model_get_item (gtk_column_view_get_columns (view), place);
  return column;
}

static void
name_headings (GtkColumnView *view)
{
  Order order = get_order (view);

  for (GtkWidget *heading = first_heading (view); heading != NULL;
       heading = gtk_widget_get_next_sibling (heading)) {
    GtkColumnViewColumn *column = column_of (view, heading);
    const char *title = gtk_column_view_column_get_title (column);
    g_autofree char *name = NULL;

    if (column != order.column)
      name = g_strdup (title);
    else if (order.is_descending)
      /* Translators: a heading of the table by which its rows are put in order */
      name = g_strdup_printf (_ ("%s, descending"), title);
    else
      /* Translators: a heading of the table by which its rows are put in order */
      name = g_strdup_printf (_ ("%s, ascending"), title);
    qm_access_set_label (heading, name);
  }
}

/* GTK itself goes on from the largest to the smallest, and never back to the given order. */
static void
order_changed_cb (GtkColumnView *view)
{
  Order *before = g_object_get_data (G_OBJECT (view), "qm-order");
  Order order = get_order (view);
  gboolean is_third = order.column != NULL && order.column == before->column &&
                      before->is_descending && !order.is_descending;

  *before = order;
  if (is_third)
    gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  else
    name_headings (view);
}

/* --- Focus and keys --- */

static void
go_on (GtkColumnView *view, GtkColumnViewColumn *column)
{
  Order order = get_order (view);

  if (order.column != column)
    gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
  else if (!order.is_descending)
    gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
  else
    gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
}

/* A column view brings rows into sight, but no columns. */
static void
bring_into_sight (GtkWidget *heading)
{
  GtkWidget *view = gtk_widget_get_ancestor (heading, GTK_TYPE_COLUMN_VIEW);
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  double value = gtk_adjustment_get_value (across);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (heading, view, &bounds))
    gtk_adjustment_clamp_page (across, value + bounds.origin.x,
                               value + bounds.origin.x + bounds.size.width);
}

/* Only the heading that had the focus last is a stop of the Tab key. */
static void
focus_heading (GtkWidget *heading)
{
  GtkWidget *header = gtk_widget_get_parent (heading);

  gtk_widget_set_focusable (heading, TRUE);
  gtk_widget_grab_focus (heading);
  for (GtkWidget *other = gtk_widget_get_first_child (header); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    gtk_widget_set_focusable (other, other == heading);
}

static void
move_focus (GtkWidget *heading, GtkWidget *(*next) (GtkWidget *widget))
{
  GtkWidget *other = next (heading);

  while (other != NULL && !gtk_widget_get_visible (other))
    other = next (other);
  if (other == NULL)
    return;
  bring_into_sight (other);
  focus_heading (other);
}

static void
resize (GtkWidget *heading, GtkColumnViewColumn *column, int step)
{
  int minimum;

  gtk_widget_measure (heading, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_column_view_column_set_expand (column, FALSE);
  gtk_column_view_column_set_fixed_width (column,
                                          MAX (gtk_widget_get_width (heading) + step, minimum));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code G_GNUC_UNUSED,
                GdkModifierType modifiers, GtkColumnView *view)
{
  GtkWidget *heading = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkColumnViewColumn *column = column_of (view, heading);
  gboolean is_shifted = (modifiers & GDK_SHIFT_MASK) != 0;
  gboolean is_left = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;
  gboolean is_right = key == GDK_KEY_Right || key == GDK_KEY_KP_Right;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    go_on (view, column);
  else if ((is_left || is_right) && is_shifted)
    resize (heading, column, is_left ? -STEP : STEP);
  else if (is_left)
    move_focus (heading, gtk_widget_get_prev_sibling);
  else if (is_right)
    move_focus (heading, gtk_widget_get_next_sibling);
  else
    return FALSE;
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *click, int n_press G_GNUC_UNUSED, double x G_GNUC_UNUSED,
            double y G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  focus_heading (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)));
}

static void
make_focusable (GtkColumnView *view, GtkWidget *heading)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  /* As a heading it would tell a screen reader nothing. */
  g_object_set (heading, "accessible-role", GTK_ACCESSIBLE_ROLE_BUTTON, NULL);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), view);
  gtk_widget_add_controller (heading, keys);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (heading, GTK_EVENT_CONTROLLER (click));
}

/* With the column of the heading that was it, the stop may be gone. */
static void
keep_stop (GtkWidget *header)
{
  GtkWidget *first = NULL;

  for (GtkWidget *heading = gtk_widget_get_first_child (header); heading != NULL;
       heading = gtk_widget_get_next_sibling (heading)) {
    if (!gtk_widget_get_visible (heading))
      gtk_widget_set_focusable (heading, FALSE);
    else if (gtk_widget_get_focusable (heading))
      return;
    else if (first == NULL)
      first = heading;
  }
  if (first != NULL)
    gtk_widget_set_focusable (first, TRUE);
}

static void
make_all_focusable (GtkColumnView *view, GtkWidget *heading)
{
  GtkWidget *header = gtk_widget_get_parent (heading);

  gtk_widget_set_can_focus (header, TRUE);
  gtk_widget_set_focusable (header, FALSE);
  for (; heading != NULL; heading = gtk_widget_get_next_sibling (heading)) {
    make_focusable (view, heading);
    g_signal_connect_object (heading, "notify::visible", G_CALLBACK (keep_stop), header,
                             G_CONNECT_SWAPPED);
  }
  keep_stop (header);
}

/* --- Set-up --- */

static void
set_sorters (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (tell_column, column, NULL));

    gtk_column_view_column_set_sorter (column, sorter);
  }
}

void
qm_column_headings_set_up (GtkColumnView *view)
{
  GtkWidget *heading;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  set_sorters (view);
  heading = first_heading (view);
  /* Should they have the keyboard one day. */
  if (heading != NULL && !gtk_widget_get_focusable (heading))
    make_all_focusable (view, heading);

  g_object_set_data_full (G_OBJECT (view), "qm-order", g_new0 (Order, 1), g_free);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (order_changed_cb), view, G_CONNECT_SWAPPED);
  name_headings (view);
}

void
qm_column_headings_align_last (GtkColumnView *view)
{
  GtkWidget *header, *content;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  header = gtk_widget_get_first_child (GTK_WIDGET (view));
  content = gtk_widget_get_first_child (gtk_widget_get_last_child (header));
  gtk_widget_set_halign (content, GTK_ALIGN_END);
}
