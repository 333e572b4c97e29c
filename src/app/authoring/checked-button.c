#include "app/authoring/checked-button.h"

#include "app/widgets/access.h"
#include "chart/words/wording.h"

#define IS_CHECKED "quymo-is-checked"

const char *
qm_checked_button_get_name (void)
{
  const char *name = g_get_real_name ();

  return g_str_equal (name, "Unknown") || name[0] == '\0' ? g_get_user_name () : name;
}

char *
qm_checked_button_make_day (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

void
qm_checked_button_show (GtkWidget *button, const QmClaim *claim)
{
  const QmClaim unchecked = { .checked_by = qm_checked_button_get_name () };
  gboolean is_checked = claim != NULL && claim->checked_by != NULL;
  g_autofree char *words = qm_wording_checked (is_checked ? claim : &unchecked);
  GtkWidget *label = gtk_check_button_get_child (GTK_CHECK_BUTTON (button));

  g_object_set_data (G_OBJECT (button), IS_CHECKED, GINT_TO_POINTER (is_checked));
  gtk_label_set_text (GTK_LABEL (label), words);
  qm_access_set_label (button, words);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_checked);
  gtk_widget_set_visible (button, claim != NULL);
}

gboolean
qm_checked_button_is_changed (GtkWidget *button)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (button)) !=
         GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), IS_CHECKED));
}
