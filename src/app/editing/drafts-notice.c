#include "app/editing/drafts-notice.h"

#include "app/widgets/access.h"
#include "app/widgets/children.h"
#include "app/widgets/text-label.h"
#include "base/words.h"

/* More than these are in the way of the chart. */
#define MAX_DRAFTS 3

struct _QmDraftsNotice {
  QmBin parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (QmDraftsNotice, qm_drafts_notice, QM_TYPE_BIN)

static void
add_button (GtkBox *row, const char *label, const char *action, const QmEntryDraft *draft)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", draft->section, draft->id);
  qm_access_describe (button, draft->name);
  gtk_box_append (row, button);
}

static void
add_draft (QmDraftsNotice *self, const QmEntryDraft *draft)
{
  GtkBox *row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  /* Translators: the name of what is edited, and what is wrong with it */
  g_autofree char *words =
      g_strdup_printf (_ ("A draft of “%s” does not go with the rest. %s. What is shown is without "
                          "it."),
                       draft->name, draft->problem);
  GtkWidget *label = qm_text_label_new (words, PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (row, label);
  add_button (row, _ ("Edit…"), "win.edit-entry", draft);
  add_button (row, _ ("Drop the draft"), "win.drop-draft", draft);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (row));
  qm_access_announce (GTK_WIDGET (self), words);
}

static void
qm_drafts_notice_class_init (QmDraftsNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  qm_widgets_set_kind (widget_class, "draftsnotice", GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
qm_drafts_notice_init (QmDraftsNotice *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* The button that has the keyboard goes: what comes behind the notice gets it, or no key is heard.
 */
static void
leave (QmDraftsNotice *self, GtkWindow *window)
{
  gboolean is_moved = TRUE;

  while (is_moved && qm_access_has_focus_within (GTK_WIDGET (self)))
    is_moved = gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
}

void
qm_drafts_notice_update (QmDraftsNotice *self, GtkWindow *window)
{
  g_autoptr (GPtrArray) drafts = NULL;

  g_return_if_fail (QM_IS_DRAFTS_NOTICE (self));

  drafts = qm_entry_drafts_list (window);
  leave (self, window);
  qm_children_remove (self->box);
  for (guint i = 0; i < MIN (drafts->len, MAX_DRAFTS); i++)
    add_draft (self, drafts->pdata[i]);
  /* Else a button that goes with its draft takes the keyboard along. */
  qm_access_keep_focus_on_click (self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), drafts->len > 0);
}
