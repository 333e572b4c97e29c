#include "app/widgets/announce.h"

#define KEY "announced"

static void
describe (GtkWidget *widget, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

/* What it is described by else, its tooltip for one, is not spoken now. */
static void
reset_cb (GtkWidget *widget)
{
  gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_signal_handlers_disconnect_by_data (widget, (gpointer) KEY);
}

/* The change is spoken, and the text that was changed to is in it: it does not stay, or it would be
 * spoken again with the focus, now and whenever that comes back. */
void
qm_announce (GtkWidget *widget, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL)
    return;

  g_object_set_data_full (G_OBJECT (root), KEY, g_strdup (text), g_free);
  describe (focus, text);
  describe (focus, "");
  g_signal_handlers_disconnect_by_data (focus, (gpointer) KEY);
  g_signal_connect (focus, "notify::has-focus", G_CALLBACK (reset_cb), (gpointer) KEY);
}

const char *
qm_announce_get_last (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? g_object_get_data (G_OBJECT (root), KEY) : NULL;
}
