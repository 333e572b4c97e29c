#include "app/widgets/list-rows.h"

#include "app/widgets/access.h"

/* The list view itself, or that within a column view. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

/* --- Scrolling --- */

/* GTK guesses how high the rows are that it has not shown yet, and is right only when it has shown
 * them. */
#define N_FRAMES 2

typedef struct {
  guint position;
  guint n_frames_left;
} Scroll;

static gboolean
scroll_again_cb (GtkWidget *list, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  Scroll *scroll = data;

  gtk_widget_activate_action (list, "list.scroll-to-item", "u", scroll->position);
  return --scroll->n_frames_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
qm_list_rows_scroll_to (GtkWidget *view, guint position)
{
  GtkWidget *list;
  Scroll *scroll = g_new (Scroll, 1);
  guint before;

  g_return_if_fail (GTK_IS_WIDGET (view));

  list = find_list (view);
  before = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list), "qm-scroll"));
  if (before != 0)
    gtk_widget_remove_tick_callback (list, before);
  *scroll = (Scroll) { position, N_FRAMES };
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  g_object_set_data (
      G_OBJECT (list), "qm-scroll",
      GUINT_TO_POINTER (gtk_widget_add_tick_callback (list, scroll_again_cb, scroll, g_free)));
}

/* --- Focus --- */

gboolean
qm_list_rows_have_focus (GtkWidget *view)
{
  g_return_val_if_fail (GTK_IS_WIDGET (view), FALSE);

  return qm_access_has_focus_within (find_list (view));
}

GtkWidget *
qm_list_rows_get_focused (GtkWidget *view)
{
  GtkWidget *list;

  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);

  list = find_list (view);
  return qm_access_has_focus_within (list) ? gtk_widget_get_focus_child (list) : NULL;
}

GtkWidget *
qm_list_rows_find (GtkWidget *view, double x, double y)
{
  GtkWidget *list, *widget;

  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);

  list = find_list (view);
  widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  while (widget != NULL && gtk_widget_get_parent (widget) != list)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

gboolean
qm_list_rows_grab_focus (GtkWidget *view)
{
  GtkWidget *list;

  g_return_val_if_fail (GTK_IS_WIDGET (view), FALSE);

  list = find_list (view);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      return gtk_widget_grab_focus (row);
  return gtk_widget_grab_focus (list);
}

/* To the buttons of the row that has the focus, and back to the headings. */
static gboolean
move_from_row (GtkWidget *list, GtkWidget *header, GtkDirectionType direction)
{
  gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *row = gtk_widget_get_focus_child (list);

  if (row != NULL && (is_forward || !gtk_widget_has_focus (row)) &&
      gtk_widget_child_focus (row, direction))
    return TRUE;
  return !is_forward && header != NULL && gtk_widget_child_focus (header, direction);
}

static gboolean
move_in_view (GtkWidget *view, GtkDirectionType direction)
{
  gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *list = find_list (view);
  GtkWidget *header = GTK_IS_COLUMN_VIEW (view) ? gtk_widget_get_first_child (view) : NULL;

  if (qm_access_has_focus_within (list))
    return move_from_row (list, header, direction);
  if (header != NULL && qm_access_has_focus_within (header))
    return is_forward && qm_list_rows_grab_focus (view);
  return (is_forward && header != NULL && gtk_widget_child_focus (header, direction)) ||
         qm_list_rows_grab_focus (view);
}

/* As move_in_view(), or in what stands there instead. */
static gboolean
move_below_tools (GtkWidget *view, GtkWidget *nothing, GtkDirectionType direction)
{
  return gtk_widget_get_mapped (view) ? move_in_view (view, direction)
                                      : gtk_widget_child_focus (nothing, direction);
}

gboolean
qm_list_rows_move_focus (GtkWidget *view, GtkWidget *tools, GtkWidget *nothing,
                         GtkDirectionType direction)
{
  gboolean is_in_tools, is_below;

  g_return_val_if_fail (GTK_IS_WIDGET (view), FALSE);

  is_in_tools = qm_access_has_focus_within (tools);
  is_below = qm_access_has_focus_within (view) || qm_access_has_focus_within (nothing);
  if (direction == GTK_DIR_TAB_FORWARD)
    return (!is_below && gtk_widget_child_focus (tools, direction)) ||
           move_below_tools (view, nothing, direction);
  if (direction == GTK_DIR_TAB_BACKWARD)
    return (!is_in_tools && move_below_tools (view, nothing, direction)) ||
           gtk_widget_child_focus (tools, direction);
  return gtk_widget_child_focus (is_in_tools ? tools : view, direction);
}
