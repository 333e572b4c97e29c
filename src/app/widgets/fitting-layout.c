#include "app/widgets/fitting-layout.h"

struct _QmFittingLayout {
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (QmFittingLayout, qm_fitting_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_0, PROP_SPACING, N_PROPS };

static GParamSpec *properties[N_PROPS];

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
qm_fitting_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  QmFittingLayout *self = QM_FITTING_LAYOUT (manager);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_natural;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, orientation, -1, NULL, &child_natural, NULL, NULL);
    if (orientation == GTK_ORIENTATION_HORIZONTAL)
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    else
      *minimum = *natural = MAX (*natural, child_natural);
  }
}

/* From the last child to the first, as far as they fit. */
static void
qm_fitting_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                            int baseline G_GNUC_UNUSED)
{
  QmFittingLayout *self = QM_FITTING_LAYOUT (manager);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int right = width;

  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL;
       child = gtk_widget_get_prev_sibling (child)) {
    GtkAllocation place = { 0, 0, 0, height };

    if (!gtk_widget_should_layout (child) && gtk_widget_get_child_visible (child))
      continue;
    place.width = natural_width (child);
    place.x = is_mirrored ? width - right : right - place.width;
    right -= place.width;
    gtk_widget_set_child_visible (child, right >= 0);
    if (right >= 0)
      gtk_widget_size_allocate (child, &place, -1);
    else
      right = -1;
    right -= self->spacing;
  }
}

static void
qm_fitting_layout_set_property (GObject *object, guint property_id, const GValue *value,
                                GParamSpec *pspec)
{
  if (property_id == PROP_SPACING)
    QM_FITTING_LAYOUT (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
qm_fitting_layout_class_init (QmFittingLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = qm_fitting_layout_set_property;
  manager_class->measure = qm_fitting_layout_measure;
  manager_class->allocate = qm_fitting_layout_allocate;

  properties[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
qm_fitting_layout_init (QmFittingLayout *self G_GNUC_UNUSED)
{
}
