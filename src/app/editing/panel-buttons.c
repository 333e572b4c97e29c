#include "app/editing/panel-buttons.h"

#include "app/widgets/access.h"
#include "app/widgets/drop-down.h"
#include "app/widgets/mnemonic.h"
#include "base/words.h"
#include "chart/forms/forms.h"
#include "edit/chart-parts.h"

typedef struct {
  QmPanelStep step;
  guint panel;
  GtkDropDown *measures; /* of what is added; else NULL */
  GPtrArray *ids;        /* of them */
  QmPanelPressed pressed;
  gpointer user_data;
} Button;

static void
button_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Button *self = data;

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_free (self);
}

static void
clicked_cb (GtkButton *button G_GNUC_UNUSED, Button *self)
{
  guint i = self->measures != NULL ? gtk_drop_down_get_selected (self->measures) : 0;

  self->pressed (self->step, self->panel, self->ids != NULL ? self->ids->pdata[i] : NULL,
                 self->user_data);
}

static Button *
listen (GtkWidget *button, QmPanelStep step, guint panel, QmPanelPressed pressed,
        gpointer user_data)
{
  Button *self = g_new0 (Button, 1);

  self->step = step;
  self->panel = panel;
  self->pressed = pressed;
  self->user_data = user_data;
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), self, button_free, 0);
  return self;
}

/* --- Of a part --- */

static const struct {
  QmPanelStep step;
  const char *icon, *name;
} steps[] = {
  /* Translators: %u is the number of one of the parts that a chart has side by side */
  { QM_PANEL_UP, "go-up-symbolic", N_ ("Move part %u towards the beginning") },
  /* Translators: %u is the number of one of the parts that a chart has side by side */
  { QM_PANEL_DOWN, "go-down-symbolic", N_ ("Move part %u towards the end") },
  /* Translators: %u is the number of one of the parts that a chart has side by side */
  { QM_PANEL_OUT, "list-remove-symbolic", N_ ("Take part %u out of the chart") },
};

GtkWidget *
qm_panel_buttons_new (guint panel, guint n_panels, QmPanelPressed pressed, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    GtkWidget *button = gtk_button_new_from_icon_name (steps[i].icon);
    g_autofree char *name = g_strdup_printf (_ (steps[i].name), panel + 1);

    gtk_widget_set_tooltip_text (button, name);
    qm_access_set_label (button, name);
    gtk_widget_set_sensitive (button, (steps[i].step != QM_PANEL_UP || panel > 0) &&
                                          (steps[i].step != QM_PANEL_DOWN || panel + 1 < n_panels));
    listen (button, steps[i].step, panel, pressed, user_data);
    gtk_box_append (GTK_BOX (box), button);
  }
  return box;
}

/* --- Another one --- */

GtkWidget *
qm_panel_buttons_new_adder (const QmEdit *edit, QmPanelPressed pressed, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = qm_mnemonic_button_new (_ ("Add a _part"));
  GtkStringList *list = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) names = NULL;
  Button *self = listen (button, QM_PANEL_ADDED, 0, pressed, user_data);

  self->ids = qm_chart_parts_list_measures (edit, &names);
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (list, names->pdata[i]);
  self->measures = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (list), NULL));
  qm_drop_down_let_shrink (self->measures);
  qm_access_set_label (GTK_WIDGET (self->measures), _ ("What the part is of"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->measures), TRUE);
  gtk_widget_set_visible (box, self->ids->len > 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->measures));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

gboolean
qm_panel_buttons_take (QmEdit *edit, const char *chart, QmPanelStep step, guint panel,
                       const char *measure)
{
  switch (step) {
  case QM_PANEL_UP:
    return qm_chart_parts_move (edit, chart, panel, -1, qm_forms);
  case QM_PANEL_DOWN:
    return qm_chart_parts_move (edit, chart, panel, 1, qm_forms);
  case QM_PANEL_OUT:
    return qm_chart_parts_remove (edit, chart, panel, qm_forms);
  case QM_PANEL_ADDED:
    return qm_chart_parts_add (edit, chart, measure, qm_forms);
  }
  g_assert_not_reached ();
}
