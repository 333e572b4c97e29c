#include "app/authoring/word-list.h"

#include "app/widgets/access.h"
#include "app/widgets/popovers.h"
#include "base/words.h"

typedef struct {
  GtkWidget *popover;
  QmWordListChosen chosen;
  gpointer user_data;
} WordList;

static void
choose (WordList *list, guint number)
{
  QmWordListChosen chosen = list->chosen;
  gpointer user_data = list->user_data;

  gtk_popover_popdown (GTK_POPOVER (list->popover));
  chosen (number, user_data);
}

static void
activated_cb (GtkListBox *box G_GNUC_UNUSED, GtkListBoxRow *row, WordList *list)
{
  choose (list, (guint) gtk_list_box_row_get_index (row));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key,
                guint code G_GNUC_UNUSED, GdkModifierType modifiers G_GNUC_UNUSED, WordList *list)
{
  GtkWidget *box = gtk_popover_get_child (GTK_POPOVER (list->popover));

  if (key < GDK_KEY_1 || key > GDK_KEY_9 ||
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), (int) (key - GDK_KEY_1)) == NULL)
    return FALSE;
  choose (list, key - GDK_KEY_1);
  return TRUE;
}

/* "1  wind power" */
static GtkWidget *
make_row (guint number, const char *words)
{
  g_autofree char *text =
      number < 9 ? g_strdup_printf ("%u  %s", number + 1, words) : g_strdup (words);
  GtkWidget *label = gtk_label_new (text), *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  qm_access_set_label (row, text);
  return row;
}

void
qm_word_list_open (GtkWidget *field, const char *const *words, QmWordListChosen chosen,
                   gpointer user_data)
{
  WordList *list = g_new (WordList, 1);
  GtkWidget *box = gtk_list_box_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  *list = (WordList) { gtk_popover_new (), chosen, user_data };
  for (guint i = 0; words[i] != NULL; i++)
    gtk_list_box_append (GTK_LIST_BOX (box), make_row (i, words[i]));
  qm_access_set_label (box, _ ("Words of the text"));
  gtk_popover_set_child (GTK_POPOVER (list->popover), box);
  gtk_popover_set_position (GTK_POPOVER (list->popover), GTK_POS_BOTTOM);
  g_signal_connect (box, "row-activated", G_CALLBACK (activated_cb), list);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), list);
  g_signal_connect_swapped (list->popover, "closed", G_CALLBACK (gtk_widget_grab_focus), field);
  qm_popovers_remove_when_closed (list->popover, NULL);
  g_object_set_data_full (G_OBJECT (list->popover), "list", list, g_free);
  gtk_widget_add_controller (list->popover, keys);
  gtk_widget_set_parent (list->popover, field);
  gtk_popover_popup (GTK_POPOVER (list->popover));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), 0)));
}
