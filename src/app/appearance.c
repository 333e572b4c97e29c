#include "app/appearance.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_SETTINGS "org.freedesktop.portal.Settings"
#define NAMESPACE "org.freedesktop.appearance"
#define KEY "color-scheme"

struct _QmAppearance {
  GObject parent_instance;

  GtkSettings *settings; /* (unowned) the display's */
  gboolean has_scheme;   /* GTK has the property that came with 4.20 */
  GDBusConnection *bus;
  guint subscription;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (QmAppearance, qm_appearance, G_TYPE_OBJECT)

/* The portal's values. */
enum { NO_PREFERENCE, PREFER_DARK, PREFER_LIGHT };

/* GtkInterfaceColorScheme, which the headers of GTK 4.8 do not have. */
enum { GTK_SCHEME_DARK = 2, GTK_SCHEME_LIGHT = 3 };

static guint changed_signal;

static void
emit_changed (QmAppearance *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
take_portal_value (QmAppearance *self, GVariant *value)
{
  g_autoptr (GVariant) inner = NULL;
  guint32 scheme;

  /* Read answers with a variant in a variant, the signal with a single one. */
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT)) {
    inner = g_variant_get_variant (value);
    take_portal_value (self, inner);
    return;
  }
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    return;

  scheme = g_variant_get_uint32 (value);
  if (scheme != PREFER_DARK && scheme != PREFER_LIGHT)
    return;
  g_object_set (self->settings, "gtk-application-prefer-dark-theme", scheme == PREFER_DARK, NULL);
  if (self->has_scheme)
    g_object_set (self->settings, "gtk-interface-color-scheme",
                  scheme == PREFER_DARK ? GTK_SCHEME_DARK : GTK_SCHEME_LIGHT, NULL);
}

static void
setting_changed_cb (GDBusConnection *bus G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
                    const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
                    const char *signal G_GNUC_UNUSED, GVariant *parameters, gpointer data)
{
  const char *space, *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &space, &key, &value);
  if (g_str_equal (space, NAMESPACE) && g_str_equal (key, KEY))
    take_portal_value (data, value);
}

/* No portal, or one that does not know the setting: GTK's own settings stand. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (QmAppearance) self = data;
  g_autoptr (GVariant) value = NULL;

  if (reply == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  g_variant_get (reply, "(v)", &value);
  take_portal_value (self, value);
}

static void
bus_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (QmAppearance) self = data;

  self->bus = g_bus_get_finish (result, NULL);
  if (self->bus == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  self->subscription = g_dbus_connection_signal_subscribe (
      self->bus, PORTAL_NAME, PORTAL_SETTINGS, "SettingChanged", PORTAL_PATH, NAMESPACE,
      G_DBUS_SIGNAL_FLAGS_NONE, setting_changed_cb, self, NULL);
  g_dbus_connection_call (self->bus, PORTAL_NAME, PORTAL_PATH, PORTAL_SETTINGS, "Read",
                          g_variant_new ("(ss)", NAMESPACE, KEY), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, read_cb,
                          g_object_ref (self));
}

static void
qm_appearance_dispose (GObject *object)
{
  QmAppearance *self = QM_APPEARANCE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  self->settings = NULL;
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (qm_appearance_parent_class)->dispose (object);
}

static void
qm_appearance_finalize (GObject *object)
{
  g_object_unref (QM_APPEARANCE (object)->cancellable);
  G_OBJECT_CLASS (qm_appearance_parent_class)->finalize (object);
}

static void
qm_appearance_class_init (QmAppearanceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qm_appearance_dispose;
  G_OBJECT_CLASS (klass)->finalize = qm_appearance_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
qm_appearance_init (QmAppearance *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = gtk_settings_get_default ();
  self->has_scheme = g_object_class_find_property (G_OBJECT_GET_CLASS (self->settings),
                                                   "gtk-interface-color-scheme") != NULL;

  g_signal_connect_swapped (self->settings, "notify::gtk-application-prefer-dark-theme",
                            G_CALLBACK (emit_changed), self);
  g_signal_connect_swapped (self->settings, "notify::gtk-theme-name", G_CALLBACK (emit_changed),
                            self);
  g_signal_connect_swapped (self->settings, "notify::gtk-xft-dpi", G_CALLBACK (emit_changed), self);
  if (self->has_scheme)
    g_signal_connect_swapped (self->settings, "notify::gtk-interface-color-scheme",
                              G_CALLBACK (emit_changed), self);
}

QmAppearance *
qm_appearance_new (void)
{
  return g_object_new (QM_TYPE_APPEARANCE, NULL);
}

/* "Adwaita-dark" as a setting; GTK_THEME, which GTK lets win over it, says "Adwaita:dark". */
static gboolean
is_dark_theme (QmAppearance *self)
{
  const char *forced = g_getenv ("GTK_THEME");
  g_autofree char *name = NULL;

  if (forced != NULL && forced[0] != '\0')
    return g_str_has_suffix (forced, "dark");
  g_object_get (self->settings, "gtk-theme-name", &name, NULL);
  return name != NULL && g_str_has_suffix (name, "dark");
}

gboolean
qm_appearance_is_dark (QmAppearance *self)
{
  gboolean prefers_dark;
  int scheme = 0;

  g_return_val_if_fail (QM_IS_APPEARANCE (self), FALSE);

  g_object_get (self->settings, "gtk-application-prefer-dark-theme", &prefers_dark, NULL);
  if (self->has_scheme)
    g_object_get (self->settings, "gtk-interface-color-scheme", &scheme, NULL);
  return scheme == GTK_SCHEME_DARK || is_dark_theme (self) ||
         (prefers_dark && scheme != GTK_SCHEME_LIGHT);
}

double
qm_appearance_get_text_scale (QmAppearance *self)
{
  const int usual = 96 * 1024; /* GTK gives dots per inch in 1024ths */
  int dpi;

  g_return_val_if_fail (QM_IS_APPEARANCE (self), 1);

  g_object_get (self->settings, "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (double) dpi / usual : 1;
}

void
qm_appearance_follow_portal (QmAppearance *self)
{
  g_return_if_fail (QM_IS_APPEARANCE (self));

  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_cb, g_object_ref (self));
}
