#include "app/controls/choice.h"

/* The longest choices, as the names of measures, are whole in the list. */
#define MAX_CHARS 26

static void
setup_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  gtk_list_item_set_child (item,
                           g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize",
                                         PANGO_ELLIPSIZE_END, "max-width-chars", MAX_CHARS, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *format = g_object_get_data (G_OBJECT (factory), "format");
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autofree char *text = g_strdup_printf (format, name);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

/* The list keeps the usual rows, which mark the one that is chosen. */
static void
say_choice (GtkDropDown *control, const char *format)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "format", (gpointer) format);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  if (gtk_drop_down_get_list_factory (control) == NULL)
    gtk_drop_down_set_list_factory (control, gtk_drop_down_get_factory (control));
  gtk_drop_down_set_factory (control, factory);
}

void
qm_choice_fill (GtkDropDown *control, const char *format, GtkStringList *names)
{
  say_choice (control, format);
  gtk_drop_down_set_model (control, G_LIST_MODEL (names));
}
