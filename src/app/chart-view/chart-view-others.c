/* The words that count those without room, "and 88 others, 3 to 12", as the keyboard and the screen
 * reader know them: a button over the picture that paints nothing but its focus. */
#include "app/chart-view/chart-view-private.h"

#include "app/widgets/access.h"
#include "base/words.h"

/* The first row of words that count those without room, or NULL; its widget stands for all of them,
 * since they lead to the same table. */
static const QmShape *
find_row (QmChartView *self)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (self->picture.scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].target == QM_TARGET_OTHERS)
      return &shapes[i];
  return NULL;
}

static char *
describe (QmChartView *self)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (self->picture.scene, &n_shapes);
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].target == QM_TARGET_OTHERS)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "",
                              pango_layout_get_text (shapes[i].layout));
  /* Translators: spoken after "and 88 others, 3 to 12", of what pressing these words does */
  g_string_append_printf (words, ". %s", _ ("Shows all in the table"));
  return g_string_free (words, FALSE);
}

static GtkWidget *
new_widget (QmChartView *self)
{
  GtkWidget *widget = gtk_button_new ();

  gtk_widget_add_css_class (widget, "others");
  gtk_widget_set_can_target (widget, FALSE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (widget), "win.page::table");
  gtk_widget_insert_before (widget, GTK_WIDGET (self), self->card);
  return widget;
}

gboolean
qm_chart_view_has_others_of_scene (QmChartView *self)
{
  return (self->others != NULL) == (find_row (self) != NULL);
}

void
qm_chart_view_renew_others (QmChartView *self)
{
  g_autofree char *label = NULL;

  if (find_row (self) == NULL) {
    g_clear_pointer (&self->others, gtk_widget_unparent);
    return;
  }
  if (self->others == NULL)
    self->others = new_widget (self);
  label = describe (self);
  qm_access_set_label (self->others, label);
}

QmRect
qm_chart_view_place_others (QmChartView *self)
{
  const QmShape *row = find_row (self);

  return row != NULL ? row->bounds : (QmRect) { 0 };
}
