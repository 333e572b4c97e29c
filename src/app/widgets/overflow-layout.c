#include "app/widgets/overflow-layout.h"

/* Between children, in pixels. */
#define SPACING 4

struct _QmOverflowLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (QmOverflowLayout, qm_overflow_layout, GTK_TYPE_LAYOUT_MANAGER)

/* --- What goes behind the button, and comes back --- */

static void
move_before (GtkWidget *child, GtkWidget *parent, GtkWidget *next)
{
  g_object_ref (child);
  gtk_widget_unparent (child);
  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_insert_before (child, parent, next);
  g_object_unref (child);
}

static GtkWidget *
box_of (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  return popover != NULL ? gtk_popover_get_child (popover) : NULL;
}

static void
put_back_cb (GtkMenuButton *button)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (button));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box_of (button))) != NULL)
    move_before (child, row, GTK_WIDGET (button));
}

static void
add_popover (GtkMenuButton *button)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_menu_button_set_popover (button, popover);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (put_back_cb), button);
}

/* All after the first that has no room, in their order. */
static void
take_out_cb (GtkMenuButton *button, gpointer data G_GNUC_UNUSED)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (button)));

  if (box_of (button) == NULL)
    add_popover (button);
  while (child != GTK_WIDGET (button) &&
         (!gtk_widget_get_visible (child) || gtk_widget_get_child_visible (child)))
    child = gtk_widget_get_next_sibling (child);
  while (child != GTK_WIDGET (button)) {
    GtkWidget *next = gtk_widget_get_next_sibling (child);

    move_before (child, box_of (button), NULL);
    child = next;
  }
}

/* --- Layout --- */

static int
natural_size (GtkWidget *child, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
is_open (GtkWidget *button)
{
  GtkWidget *box = box_of (GTK_MENU_BUTTON (button));

  return box != NULL && gtk_widget_get_first_child (box) != NULL;
}

static void
measure_height (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      *natural = MAX (*natural, natural_size (child, GTK_ORIENTATION_VERTICAL));
  *minimum = *natural;
}

/* The least is that of the button, unless there is nothing that could be behind it. */
static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *button = gtk_widget_get_last_child (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child == button ? is_open (button) : gtk_widget_get_visible (child))
      *natural += natural_size (child, GTK_ORIENTATION_HORIZONTAL) + (*natural > 0 ? SPACING : 0);
  *minimum = MIN (*natural, natural_size (button, GTK_ORIENTATION_HORIZONTAL));
}

static void
qm_overflow_layout_measure (GtkLayoutManager *manager G_GNUC_UNUSED, GtkWidget *widget,
                            GtkOrientation orientation, int for_size G_GNUC_UNUSED, int *minimum,
                            int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    measure_height (widget, minimum, natural);
  else
    measure_width (widget, minimum, natural);
}

/* From x on, if it has room there; and whether it has. */
static gboolean
place (GtkWidget *widget, GtkWidget *child, int *x, int end, int height)
{
  int width = natural_size (child, GTK_ORIENTATION_HORIZONTAL);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation allocation = { *x, 0, width, height };

  gtk_widget_set_child_visible (child, *x + width <= end);
  if (*x + width > end)
    return FALSE;
  if (is_mirrored)
    allocation.x = gtk_widget_get_width (widget) - *x - width;
  gtk_widget_size_allocate (child, &allocation, -1);
  *x += width;
  return TRUE;
}

static void
qm_overflow_layout_allocate (GtkLayoutManager *manager G_GNUC_UNUSED, GtkWidget *widget, int width,
                             int height, int baseline G_GNUC_UNUSED)
{
  GtkWidget *button = gtk_widget_get_last_child (widget);
  gboolean has_button = is_open (button), has_room = TRUE;
  int natural = 0, x = 0, end = width;

  measure_width (widget, &(int) { 0 }, &natural);
  has_button = has_button || natural > width;
  if (has_button)
    end -= natural_size (button, GTK_ORIENTATION_HORIZONTAL) + SPACING;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != button;
       child = gtk_widget_get_next_sibling (child)) {
    if (!gtk_widget_get_visible (child))
      continue;
    has_room = has_room && place (widget, child, &x, end, height);
    gtk_widget_set_child_visible (child, has_room);
    x += has_room ? SPACING : 0;
  }
  gtk_widget_set_child_visible (button, has_button);
  if (has_button)
    place (widget, button, &x, G_MAXINT, height);
}

static void
qm_overflow_layout_class_init (QmOverflowLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = qm_overflow_layout_measure;
  manager_class->allocate = qm_overflow_layout_allocate;
}

static void
qm_overflow_layout_init (QmOverflowLayout *self G_GNUC_UNUSED)
{
}

void
qm_overflow_layout_set_button (GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  gtk_menu_button_set_create_popup_func (button, take_out_cb, NULL, NULL);
}
