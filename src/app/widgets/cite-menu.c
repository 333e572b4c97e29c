#include "app/widgets/cite-menu.h"

#include "app/files/settings-file.h"
#include "app/widgets/access.h"
#include "base/words.h"

#define GROUP "citation"
#define KEY "style"

struct _QmCiteMenu {
  QmBin parent_instance;

  QmCited cited;
};

G_DEFINE_FINAL_TYPE (QmCiteMenu, qm_cite_menu, QM_TYPE_BIN)

/* --- The style that was chosen last --- */

/* Its state is the style's id; the same for all windows. */
static GSimpleAction *
get_usual (void)
{
  static GSimpleAction *usual;

  if (usual == NULL) {
    g_autoptr (GKeyFile) file = qm_settings_file_load ();
    g_autofree char *id = g_key_file_get_string (file, GROUP, KEY, NULL);
    QmCiteStyle style = QM_CITE_PLAIN;

    if (id != NULL)
      qm_cite_style_find (id, &style);
    usual = g_simple_action_new_stateful (KEY, NULL,
                                          g_variant_new_string (qm_cite_style_info (style)->id));
  }
  return usual;
}

static QmCiteStyle
get_style (void)
{
  g_autoptr (GVariant) id = g_action_get_state (G_ACTION (get_usual ()));
  QmCiteStyle style = QM_CITE_PLAIN;

  qm_cite_style_find (g_variant_get_string (id, NULL), &style);
  return style;
}

/* Where that cannot be written, it holds as long as the program runs. */
static void
remember (QmCiteStyle style)
{
  const char *id = qm_cite_style_info (style)->id;
  g_autoptr (GKeyFile) file = NULL;

  if (style == get_style ())
    return;
  g_simple_action_set_state (get_usual (), g_variant_new_string (id));
  file = qm_settings_file_load ();
  g_key_file_set_string (file, GROUP, KEY, id);
  qm_settings_file_save (file, NULL);
}

char *
qm_cite_menu_name_usual (void)
{
  QmCiteStyle style = get_style ();

  if (style == QM_CITE_PLAIN)
    return g_strdup (_ ("Copy citation"));
  /* Translators: %s is a style: BibTeX */
  return g_strdup_printf (_ ("Copy citation (%s)"), _ (qm_cite_style_info (style)->name));
}

static void
name_cb (GtkButton *button)
{
  g_autofree char *name = qm_cite_menu_name_usual ();

  gtk_widget_set_tooltip_text (GTK_WIDGET (button), get_style () != QM_CITE_PLAIN ? name : NULL);
  qm_access_set_label (GTK_WIDGET (button), name);
}

void
qm_cite_menu_follow_usual (GtkButton *button)
{
  g_return_if_fail (GTK_IS_BUTTON (button));

  g_signal_connect_object (get_usual (), "notify::state", G_CALLBACK (name_cb), button,
                           G_CONNECT_SWAPPED);
  name_cb (button);
}

/* --- The menu --- */

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < QM_N_CITE_STYLES; i++) {
    const QmCiteStyleInfo *style = qm_cite_style_info ((QmCiteStyle) i);
    g_autofree char *action = g_strdup_printf ("cite.copy::%s", style->id);

    g_menu_append (menu, _ (style->name), action);
  }
  return G_MENU_MODEL (menu);
}

/* In a long list there is one button for every source, and hardly any is ever opened. */
static void
create_popup (GtkMenuButton *button, gpointer data G_GNUC_UNUSED)
{
  if (gtk_menu_button_get_popover (button) == NULL) {
    g_autoptr (GMenuModel) menu = create_menu ();

    gtk_menu_button_set_menu_model (button, menu);
  }
}

static void
copy (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  QmCiteStyle style;

  if (!qm_cite_style_find (g_variant_get_string (parameter, NULL), &style))
    return;
  remember (style);
  qm_cite_menu_copy_usual (widget, QM_CITE_MENU (widget)->cited);
}

static void
qm_cite_menu_class_init (QmCiteMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "cite.copy", "s", copy);
}

static void
qm_cite_menu_init (QmCiteMenu *self)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_menu_button_new ());

  gtk_menu_button_set_label (button, _ ("Copy citation"));
  qm_access_set_label (GTK_WIDGET (button), _ ("Copy citation"));
  gtk_menu_button_set_create_popup_func (button, create_popup, NULL, NULL);
  gtk_widget_set_parent (GTK_WIDGET (button), GTK_WIDGET (self));
}

void
qm_cite_menu_set_cited (QmCiteMenu *self, QmCited cited)
{
  g_return_if_fail (QM_IS_CITE_MENU (self));

  self->cited = cited;
}

void
qm_cite_menu_copy_usual (GtkWidget *widget, QmCited cited)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (cited.claim == NULL && cited.source == NULL)
    return;
  text = qm_cite (&cited, 1, get_style ());
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.message", "s", _ ("Citation copied"));
}
