#include "app/widgets/address-menu.h"

#include "app/widgets/access.h"
#include "app/widgets/launch.h"
#include "base/words.h"

/* Of a line of an address. */
#define MAX_CHARS 36

/* Of the menu, in pixels: a computed figure can have many sources. (Without something that scrolls
 * a popover asks for too little height where text is wrapped.) */
#define MAX_HEIGHT 400

struct _QmAddressMenu {
  QmBin parent_instance;

  GPtrArray *addresses; /* (char *), each once */
  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (QmAddressMenu, qm_address_menu, QM_TYPE_BIN)

/* --- Copying and opening --- */

void
qm_address_menu_copy (GtkWidget *widget, const char *url)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), url);
  gtk_widget_activate_action (widget, "win.message", "s", _ ("Address copied"));
}

static void
opened_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;
  /* Translators: %s says why, in a few words */
  message = g_strdup_printf (_ ("The address cannot be opened: %s"), error->message);
  gtk_widget_activate_action (window, "win.message-of-error", "s", message);
}

void
qm_address_menu_open (GtkWidget *widget, const char *url)
{
  g_autoptr (GAppLaunchContext) context = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && gtk_widget_get_root (widget) != NULL);

  context = qm_launch_context_new (widget);
  /* The window outlives the menu. */
  g_app_info_launch_default_for_uri_async (url, context, NULL, opened_cb,
                                           g_object_ref (gtk_widget_get_root (widget)));
}

static void
copy_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *url)
{
  qm_address_menu_copy (widget, g_variant_get_string (url, NULL));
}

static void
open_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *url)
{
  qm_address_menu_open (widget, g_variant_get_string (url, NULL));
}

void
qm_address_menu_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "claim.copy-address", "s", copy_action);
  gtk_widget_class_install_action (widget_class, "claim.open-address", "s", open_action);
}

/* --- The menu --- */

GtkWidget *
qm_address_menu_label_new (const char *url)
{
  GtkWidget *label = gtk_label_new (url);
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Where a line ends there is no hyphen in the address. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
chosen (QmAddressMenu *self, GtkWidget *item, void (*act) (GtkWidget *widget, const char *url))
{
  gtk_menu_button_popdown (self->button);
  act (GTK_WIDGET (self), g_object_get_data (G_OBJECT (item), "address"));
}

static void
copy_cb (QmAddressMenu *self, GtkWidget *item)
{
  chosen (self, item, qm_address_menu_copy);
}

static void
open_cb (QmAddressMenu *self, GtkWidget *item)
{
  chosen (self, item, qm_address_menu_open);
}

static void
append_item (QmAddressMenu *self, GtkBox *items, const char *url, const char *label,
             GCallback clicked)
{
  GtkWidget *item = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (item, "flat");
  g_object_set_data_full (G_OBJECT (item), "address", g_strdup (url), g_free);
  g_signal_connect_swapped (item, "clicked", clicked, self);
  gtk_box_append (items, item);
}

static void
append_address (QmAddressMenu *self, GtkBox *items, const char *url)
{
  GtkWidget *label = qm_address_menu_label_new (url);

  gtk_label_set_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_box_append (items, label);
  append_item (self, items, url, _ ("Copy address"), G_CALLBACK (copy_cb));
  append_item (self, items, url, _ ("Open address"), G_CALLBACK (open_cb));
}

static void
create_popup (GtkMenuButton *button, gpointer data)
{
  QmAddressMenu *self = data;
  GtkWidget *items = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                                      "max-content-height", MAX_HEIGHT, "child", items, NULL);
  GtkWidget *popover = gtk_popover_new ();

  for (guint i = 0; i < self->addresses->len; i++)
    append_address (self, GTK_BOX (items), self->addresses->pdata[i]);
  gtk_widget_add_css_class (popover, "addresses");
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

/* --- The widget --- */

static void
qm_address_menu_dispose (GObject *object)
{
  QmAddressMenu *self = QM_ADDRESS_MENU (object);

  g_clear_pointer (&self->addresses, g_ptr_array_unref);
  G_OBJECT_CLASS (qm_address_menu_parent_class)->dispose (object);
}

static void
qm_address_menu_class_init (QmAddressMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_address_menu_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qm_address_menu_init (QmAddressMenu *self)
{
  self->addresses = g_ptr_array_new_with_free_func (g_free);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  /* Translators: a button with the address of a source, to be copied or opened */
  gtk_menu_button_set_label (self->button, _ ("Link"));
  qm_access_set_label (GTK_WIDGET (self->button), _ ("Link"));
  gtk_menu_button_set_create_popup_func (self->button, create_popup, self, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

static void
add_address (QmAddressMenu *self, const QmSource *source)
{
  if (source->url != NULL &&
      !g_ptr_array_find_with_equal_func (self->addresses, source->url, g_str_equal, NULL))
    g_ptr_array_add (self->addresses, g_strdup (source->url));
}

void
qm_address_menu_set_cited (QmAddressMenu *self, QmCited cited)
{
  g_return_if_fail (QM_IS_ADDRESS_MENU (self));

  gtk_menu_button_popdown (self->button);
  g_ptr_array_set_size (self->addresses, 0);
  if (cited.source != NULL)
    add_address (self, cited.source);
  for (gsize i = 0; cited.claim != NULL && i < cited.claim->n_citations; i++)
    add_address (self, cited.claim->citations[i].source);
  gtk_widget_set_visible (GTK_WIDGET (self), self->addresses->len > 0);
}
