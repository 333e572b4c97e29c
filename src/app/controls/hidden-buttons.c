#include "app/controls/hidden-buttons.h"

#include "app/widgets/access.h"
#include "app/widgets/children.h"
#include "base/words.h"

/* More would crowd out the other controls. */
#define MAX_BUTTONS 2

static void
append (GtkBox *box, const char *label, const char *action, const char *id)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *words = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_MIDDLE);
  if (id != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "hidden-entity");
  qm_access_keep_focus_on_click (button);
  gtk_box_append (box, button);
}

static void
append_entity (GtkBox *box, const QmEntity *entity)
{
  /* Translators: a small button; %s is a country or a firm that the reader has hidden, and to press
   * the button shows it again */
  g_autofree char *label =
      g_strdup_printf (_ ("%s hidden – show"), qm_text_get (entity->short_name));

  append (box, label, "view.hide", entity->id);
}

static void
append_all (GtkBox *box, guint n_hidden)
{
  g_autofree char *label =
      /* Translators: the same button for several at once */
      g_strdup_printf (ngettext ("%u hidden – show", "%u hidden – show", n_hidden), n_hidden);

  append (box, label, "view.show-all", NULL);
}

void
qm_hidden_buttons_fill (GtkBox *box, const QmView *view)
{
  guint n_hidden = view->hidden != NULL ? view->hidden->len : 0;

  qm_children_remove (GTK_WIDGET (box));
  if (n_hidden > MAX_BUTTONS)
    append_all (box, n_hidden);
  else
    for (guint i = 0; i < n_hidden; i++)
      append_entity (box, view->hidden->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (box), n_hidden > 0);
}
