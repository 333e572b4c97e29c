#include "app/widgets/flow-layout.h"

/* Between children, and between lines, in pixels. */
#define SPACING 6

struct _QmFlowLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (QmFlowLayout, qm_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_laid_out (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
first_child (GtkWidget *widget)
{
  return next_laid_out (gtk_widget_get_first_child (widget));
}

static GtkWidget *
next_child (GtkWidget *child)
{
  return next_laid_out (gtk_widget_get_next_sibling (child));
}

/* A child is as wide as it wants to be, unless a whole line is too narrow for that. */
static void
measure_child (GtkWidget *child, int line_width, int *width, int *height)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  *width = MAX (minimum, MIN (natural, line_width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* Goes through the children of the line that first begins. Returns the first of the next line;
 * NULL: there is none. */
static GtkWidget *
measure_line (GtkWidget *first, int line_width, int *line_height)
{
  GtkWidget *child;
  int x = 0, width, height;

  *line_height = 0;
  for (child = first; child != NULL; child = next_child (child)) {
    measure_child (child, line_width, &width, &height);
    if (child != first && x + width > line_width)
      break;
    x += width + SPACING;
    *line_height = MAX (*line_height, height);
  }
  return child;
}

static int
height_for_width (GtkWidget *widget, int width)
{
  int total = 0, line_height;

  for (GtkWidget *line = first_child (widget); line != NULL;) {
    line = measure_line (line, width, &line_height);
    total += line_height + (line != NULL ? SPACING : 0);
  }
  return total;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = first_child (widget); child != NULL; child = next_child (child)) {
    int child_minimum, child_natural;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL,
                        NULL);
    *minimum = MAX (*minimum, child_minimum);
    *natural += child_natural + (*natural > 0 ? SPACING : 0);
  }
}

static void
qm_flow_layout_measure (GtkLayoutManager *manager G_GNUC_UNUSED, GtkWidget *widget,
                        GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = height_for_width (widget, for_size < 0 ? G_MAXINT : for_size);
}

static void
qm_flow_layout_allocate (GtkLayoutManager *manager G_GNUC_UNUSED, GtkWidget *widget, int width,
                         int height G_GNUC_UNUSED, int baseline G_GNUC_UNUSED)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { 0 };

  for (GtkWidget *line = first_child (widget); line != NULL;) {
    int line_height;
    GtkWidget *next = measure_line (line, width, &line_height);

    place.x = 0;
    for (GtkWidget *child = line; child != next; child = next_child (child)) {
      GtkAllocation mirrored;

      measure_child (child, width, &place.width, &place.height);
      if (next_child (child) == next &&
          gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        place.width = width - place.x;
      place.height = line_height;
      mirrored = place;
      mirrored.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, is_mirrored ? &mirrored : &place, -1);
      place.x += place.width + SPACING;
    }
    place.y += line_height + SPACING;
    line = next;
  }
}

static GtkSizeRequestMode
qm_flow_layout_get_request_mode (GtkLayoutManager *manager G_GNUC_UNUSED,
                                 GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qm_flow_layout_class_init (QmFlowLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = qm_flow_layout_measure;
  manager_class->allocate = qm_flow_layout_allocate;
  manager_class->get_request_mode = qm_flow_layout_get_request_mode;
}

static void
qm_flow_layout_init (QmFlowLayout *self G_GNUC_UNUSED)
{
}

GtkWidget *
qm_flow_layout_box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, g_object_new (QM_TYPE_FLOW_LAYOUT, NULL));
  return box;
}
