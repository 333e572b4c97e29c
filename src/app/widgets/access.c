#include "app/widgets/access.h"

#include "base/words.h"

/* --- The focus --- */

gboolean
qm_access_has_focus_within (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

void
qm_access_keep_focus_on_click (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_BUTTON (widget))
    gtk_widget_set_focus_on_click (widget, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    qm_access_keep_focus_on_click (child);
}

/* --- What is told of a widget --- */

void
qm_access_set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

void
qm_access_describe (GtkWidget *widget, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

/* --- Announcements --- */

#define KEY "announced"

#if GTK_CHECK_VERSION(4, 14, 0)
/* GTK's stand-in for a screen reader, which its tests ask for, has no such call and would crash. */
static void
say (GtkWidget *focus, const char *text)
{
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") == 0)
    return;
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS /* that it is newer than the oldest release we take */
      gtk_accessible_announce (GTK_ACCESSIBLE (focus), text,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
}
#else
/* To a screen reader the text in an entry, which has the focus, is the entry. */
static GtkWidget *
get_spoken (GtkWidget *focus)
{
  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

/* What it is described by else, its tooltip for one, is not spoken now. */
static void
reset_cb (GtkWidget *widget)
{
  gtk_accessible_reset_property (GTK_ACCESSIBLE (get_spoken (widget)),
                                 GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_signal_handlers_disconnect_by_data (widget, (gpointer) KEY);
}

/* The change of a description is spoken, and the text that was changed to is in it: it does not
 * stay, or it would be spoken again with the focus, now and whenever that comes back. */
static void
say (GtkWidget *focus, const char *text)
{
  qm_access_describe (get_spoken (focus), text);
  qm_access_describe (get_spoken (focus), "");
  g_signal_handlers_disconnect_by_data (focus, (gpointer) KEY);
  g_signal_connect (focus, "notify::has-focus", G_CALLBACK (reset_cb), (gpointer) KEY);
}
#endif

void
qm_access_announce (GtkWidget *widget, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL)
    return;

  g_object_set_data_full (G_OBJECT (root), KEY, g_strdup (text), g_free);
  say (focus, text);
}

const char *
qm_access_get_announced (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? g_object_get_data (G_OBJECT (root), KEY) : NULL;
}

/* --- Names --- */

#define MEANING "meaning of what is chosen"

/* As its label is drawn. */
static void
mend_check_button (GtkWidget *button)
{
  GtkWidget *label = gtk_widget_get_last_child (button);

  if (GTK_IS_LABEL (label))
    qm_access_set_label (button, gtk_label_get_text (GTK_LABEL (label)));
}

/* The focus is on a button inside, which knows nothing of what is chosen. Newer releases of GTK
 * give that button the name and the description of the drop-down, whatever it has itself. */
static void
tell_choice (GtkDropDown *drop_down)
{
  gpointer chosen = gtk_drop_down_get_selected_item (drop_down);
  const char *meaning = g_object_get_data (G_OBJECT (drop_down), MEANING);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  g_autofree char *both = NULL;

  if (!GTK_IS_STRING_OBJECT (chosen))
    return;
  if (gtk_get_minor_version () > 8) {
    both = g_strjoin (meaning != NULL && meaning[0] != '\0' ? ", " : NULL,
                      gtk_string_object_get_string (chosen), meaning, NULL);
    qm_access_describe (GTK_WIDGET (drop_down), both);
  } else {
    qm_access_set_label (button, gtk_string_object_get_string (chosen));
    if (meaning != NULL)
      qm_access_describe (button, meaning);
  }
}

void
qm_access_explain_choice (GtkDropDown *drop_down, const char *meaning)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (meaning != NULL);

  g_object_set_data_full (G_OBJECT (drop_down), MEANING, g_strdup (meaning), g_free);
  tell_choice (drop_down);
}

static void
name_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget))
    /* Translators: the list that drops down from a control, to choose from */
    qm_access_set_label (widget, _ ("Choices"));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      name_list (child);
}

static void
mend_drop_down (GtkDropDown *drop_down)
{
  name_list (GTK_WIDGET (drop_down));
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (tell_choice), NULL);
  tell_choice (drop_down);
}

void
qm_access_name_drop_down (GtkDropDown *drop_down, const char *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (name != NULL);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  qm_access_set_label (GTK_WIDGET (drop_down), name);
}

/* --- Toggles --- */

char *
qm_access_word_toggle (const char *name, gboolean is_on)
{
  /* Translators: a button that stays pressed, as it is spoken: “Log scale: on” */
  return g_strdup_printf (is_on ? _ ("%s: on") : _ ("%s: off"), name);
}

static void
tell_toggle (GtkToggleButton *button)
{
  const char *name = g_object_get_data (G_OBJECT (button), "spoken-name");
  g_autofree char *label = qm_access_word_toggle (name, gtk_toggle_button_get_active (button));

  qm_access_set_label (GTK_WIDGET (button), label);
}

void
qm_access_name_toggle (GtkToggleButton *button, const char *name)
{
  g_return_if_fail (GTK_IS_TOGGLE_BUTTON (button));
  g_return_if_fail (name != NULL);

  g_object_set_data_full (G_OBJECT (button), "spoken-name", g_strdup (name), g_free);
  g_signal_connect (button, "notify::active", G_CALLBACK (tell_toggle), NULL);
  tell_toggle (button);
}

static void
mend_toggle (GtkToggleButton *button)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (button));

  if (label != NULL)
    qm_access_name_toggle (button, label);
}

void
qm_access_mend (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    mend_check_button (widget);
  else if (GTK_IS_DROP_DOWN (widget))
    mend_drop_down (GTK_DROP_DOWN (widget));
  else if (GTK_IS_TOGGLE_BUTTON (widget) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    mend_toggle (GTK_TOGGLE_BUTTON (widget));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      qm_access_mend (child);
}

/* --- GTK's window of shortcuts --- */

/* "_1", "_2" where a section is too long for one page: Alt and that digit do what no text says. */
static void
unmark_pages (GtkStack *stack)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkStackPage *page = gtk_stack_get_page (stack, child);
    const char *title = gtk_stack_page_get_title (page);
    g_autofree char *number = title != NULL && title[0] == '_' ? g_strdup (title + 1) : NULL;

    if (number != NULL)
      gtk_stack_page_set_title (page, number);
  }
}

/* The menu is of sections, and says of its own which is shown. */
static void
name_parts (GtkWidget *widget, const char *title)
{
  if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_SCROLLED_WINDOW (widget))
    qm_access_set_label (widget, title);
  else if (GTK_IS_TOGGLE_BUTTON (widget))
    qm_access_name_toggle (GTK_TOGGLE_BUTTON (widget), _ ("Search"));
  else if (GTK_IS_SEARCH_ENTRY (widget))
    qm_access_set_label (widget, _ ("Search"));
  else if (GTK_IS_IMAGE (widget))
    qm_access_set_label (widget, "");
  else if (GTK_IS_STACK (widget))
    unmark_pages (GTK_STACK (widget));
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_parts (child, title);
}

void
qm_access_mend_shortcuts (GtkWindow *shortcuts)
{
  g_return_if_fail (GTK_IS_SHORTCUTS_WINDOW (shortcuts));

  name_parts (GTK_WIDGET (shortcuts), gtk_window_get_title (shortcuts));
}
