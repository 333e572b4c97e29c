#include "app/controls/bookmarks-menu.h"

#include "app/widgets/access.h"
#include "app/widgets/children.h"
#include "app/widgets/follow.h"
#include "base/words.h"

struct _QmBookmarksMenu {
  QmBin parent_instance;

  QmSession *session;     /* followed; NULL until set */
  QmBookmarks *bookmarks; /* followed; NULL until set */

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *name;
  GtkWidget *scroller;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (QmBookmarksMenu, qm_bookmarks_menu, QM_TYPE_BIN)

/* Of what was done to a bookmark, which can be taken back: index and view are those it had before,
 * view NULL where it was not there. */
static void
say_done (QmBookmarksMenu *self, const char *format, guint index, const char *name,
          const char *view)
{
  g_autofree char *text = g_strdup_printf (format, name);
  g_autoptr (GVariant) before = g_variant_ref_sink (g_variant_new ("(usms)", index, name, view));
  g_autofree char *undo = g_action_print_detailed_name ("win.put-bookmark-back", before);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.message-undoable", "(ss)", text, undo);
}

/* --- The list --- */

static guint
index_of (GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, GTK_TYPE_LIST_BOX_ROW);

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

/* The label, which is still at work, and the focus stay where they are: its row is not made anew.
 * What cannot be a name is put back as it was. */
static void
renamed_cb (GtkEditableLabel *label, GParamSpec *property G_GNUC_UNUSED, QmBookmarksMenu *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_LIST_BOX_ROW);
  const char *name;
  guint index;

  if (gtk_editable_label_get_editing (label))
    return;
  index = index_of (GTK_WIDGET (label));
  g_signal_handlers_block_matched (self->bookmarks, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  qm_bookmarks_rename (self->bookmarks, index, gtk_editable_get_text (GTK_EDITABLE (label)));
  g_signal_handlers_unblock_matched (self->bookmarks, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  name = qm_bookmarks_get (self->bookmarks, index)->name;
  gtk_editable_set_text (GTK_EDITABLE (label), name);
  qm_access_set_label (row, name);
}

/* The keyboard goes on from there, or from the name where no bookmark is left. */
static void
focus_row (QmBookmarksMenu *self, guint index)
{
  int last = (int) qm_bookmarks_get_n (self->bookmarks) - 1;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MIN ((int) index, last));

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->name));
}

static void
remove_cb (GtkButton *button, QmBookmarksMenu *self)
{
  guint index = index_of (GTK_WIDGET (button));
  const QmBookmark *bookmark = qm_bookmarks_get (self->bookmarks, index);
  g_autofree char *name = g_strdup (bookmark->name), *view = g_strdup (bookmark->view);

  qm_bookmarks_remove (self->bookmarks, index);
  focus_row (self, index);
  /* Translators: %s is the name of a bookmark */
  say_done (self, _ ("Bookmark “%s” removed"), index, name, view);
}

static GtkWidget *
create_button (const char *icon, const char *tooltip, GCallback callback, QmBookmarksMenu *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  qm_access_set_label (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
rename_cb (GtkButton *button, QmBookmarksMenu *self G_GNUC_UNUSED)
{
  GtkWidget *name = gtk_widget_get_prev_sibling (GTK_WIDGET (button));

  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (name));
}

static GtkWidget *
create_row (QmBookmarksMenu *self, const QmBookmark *bookmark)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_editable_label_new (bookmark->name);

  gtk_widget_set_hexpand (name, TRUE);
  /* Pressing the row goes to the bookmark; the name is changed by its button. */
  gtk_widget_set_can_target (name, FALSE);
  gtk_widget_set_focusable (name, FALSE);
  g_signal_connect (name, "notify::editing", G_CALLBACK (renamed_cb), self);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), create_button ("document-edit-symbolic", _ ("Rename bookmark"),
                                                G_CALLBACK (rename_cb), self));
  gtk_box_append (GTK_BOX (box), create_button ("user-trash-symbolic", _ ("Remove bookmark"),
                                                G_CALLBACK (remove_cb), self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  qm_access_set_label (row, bookmark->name);
  return row;
}

static void
fill (QmBookmarksMenu *self)
{
  guint n = qm_bookmarks_get_n (self->bookmarks);

  qm_children_remove_rows (self->list);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, create_row (self, qm_bookmarks_get (self->bookmarks, i)));
  gtk_widget_set_visible (self->scroller, n > 0);
}

static void
row_activated_cb (QmBookmarksMenu *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);
  g_autofree char *text = NULL;

  gtk_popover_popdown (self->popover);
  if (qm_bookmarks_go (self->bookmarks, index, self->session))
    return;
  text = g_strdup_printf (_ ("The dataset no longer has the chart of “%s”"),
                          qm_bookmarks_get (self->bookmarks, index)->name);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.message", "s", text);
}

/* --- A new one --- */

static void
add_cb (QmBookmarksMenu *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  guint n_before = qm_bookmarks_get_n (self->bookmarks);
  int index = qm_bookmarks_find (self->bookmarks, name);
  g_autofree char *view =
      index >= 0 ? g_strdup (qm_bookmarks_get (self->bookmarks, (guint) index)->view) : NULL;

  if (!qm_bookmarks_add (self->bookmarks, name, self->session))
    return;
  say_done (self, _ ("Bookmark “%s” kept"), index >= 0 ? (guint) index : n_before, name, view);
  gtk_popover_popdown (self->popover);
}

static void
shown_cb (QmBookmarksMenu *self)
{
  g_autofree char *name = qm_bookmarks_suggest_name (self->bookmarks, self->session);

  gtk_editable_set_text (self->name, name);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  /* It selects only where the focus was elsewhere before. */
  gtk_editable_select_region (self->name, 0, -1);
}

/* What is selected belongs to the clipboard of the middle button: given up and claimed in one go,
 * it can be lost again. */
static void
closed_cb (QmBookmarksMenu *self)
{
  gtk_editable_set_text (self->name, "");
}

/* --- The widget --- */

static void
qm_bookmarks_menu_class_init (QmBookmarksMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  qm_widgets_set_kind (widget_class, "bookmarks", GTK_ACCESSIBLE_ROLE_GROUP);
  qm_widgets_set_template (widget_class, "bookmarks-menu");
  gtk_widget_class_bind_template_child (widget_class, QmBookmarksMenu, button);
  gtk_widget_class_bind_template_child (widget_class, QmBookmarksMenu, popover);
  gtk_widget_class_bind_template_child (widget_class, QmBookmarksMenu, name);
  gtk_widget_class_bind_template_child (widget_class, QmBookmarksMenu, scroller);
  gtk_widget_class_bind_template_child (widget_class, QmBookmarksMenu, list);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
qm_bookmarks_menu_init (QmBookmarksMenu *self)
{
  /* Made with the first bookmarks, but it has its place from the start. */
  gtk_widget_set_size_request (GTK_WIDGET (self), 34, -1);
}

static void
make (QmBookmarksMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qm_access_keep_focus_on_click (GTK_WIDGET (self));
}

void
qm_bookmarks_menu_set (QmBookmarksMenu *self, QmSession *session, QmBookmarks *bookmarks)
{
  g_return_if_fail (QM_IS_BOOKMARKS_MENU (self));
  g_return_if_fail (session != NULL && bookmarks != NULL);

  if (self->bookmarks == NULL)
    make (self);
  self->session = qm_follow (self, session, NULL);
  self->bookmarks = qm_follow (self, bookmarks, G_CALLBACK (fill));
  fill (self);
}

void
qm_bookmarks_menu_open (QmBookmarksMenu *self)
{
  g_return_if_fail (QM_IS_BOOKMARKS_MENU (self) && self->bookmarks != NULL);

  gtk_menu_button_popup (self->button);
}
