#include "app/appearance.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_SETTINGS "org.freedesktop.portal.Settings"
#define NAMESPACE "org.freedesktop.appearance"

/* GTK's properties, and the name by which its theme of high contrast goes. What prefers a dark
 * theme is deprecated since GTK 4.20, which has a colour scheme instead. */
#define PREFER_DARK_THEME "gtk-application-prefer-dark-theme"
#define THEME_NAME "gtk-theme-name"
#define TEXT_SIZE "gtk-xft-dpi"
#define HIGH_CONTRAST "HighContrast"

#define STYLE "/io/github/quymo/Quymo/high-contrast.css"

/* These came with GTK 4.20. */
#define COLOR_SCHEME "gtk-interface-color-scheme"
#define CONTRAST "gtk-interface-contrast"

/* The portal's values. */
enum { NO_PREFERENCE, PREFER_DARK, PREFER_LIGHT };
enum { NO_CONTRAST, MORE_CONTRAST };

/* GtkInterfaceColorScheme and GtkInterfaceContrast, which the headers of GTK 4.8 do not have. */
enum { GTK_SCHEME_DARK = 2, GTK_SCHEME_LIGHT = 3 };
enum { GTK_MORE_CONTRAST = 2 };

struct _QmAppearance {
  GObject parent_instance;

  GtkSettings *settings; /* (unowned) the display's */
  QmAppearanceChoice choice;
  guint32 scheme, contrast; /* what the portal has said */
  GDBusConnection *bus;     /* NULL until the portal is followed */
  GtkCssProvider *style;    /* NULL but where the contrast is high */
};

G_DEFINE_FINAL_TYPE (QmAppearance, qm_appearance, G_TYPE_OBJECT)

static guint changed_signal;

/* --- GTK's settings --- */

static gboolean
has_setting (QmAppearance *self, const char *name)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (self->settings), name) != NULL;
}

/* 0 where this GTK does not have it. */
static int
get_setting (QmAppearance *self, const char *name)
{
  int value = 0;

  if (has_setting (self, name))
    g_object_get (self->settings, name, &value, NULL);
  return value;
}

/* Where value is 0, to what the desktop has. */
static void
change_setting (QmAppearance *self, const char *name, int value)
{
  if (!has_setting (self, name))
    return;
  if (value != 0)
    g_object_set (self->settings, name, value, NULL);
  else
    gtk_settings_reset_property (self->settings, name);
}

static char *
get_theme_name (QmAppearance *self)
{
  char *name = NULL;

  g_object_get (self->settings, THEME_NAME, &name, NULL);
  return name != NULL ? name : g_strdup ("");
}

static void
apply_scheme (QmAppearance *self, guint32 scheme)
{
  static const int schemes[] = {
    [PREFER_DARK] = GTK_SCHEME_DARK, [PREFER_LIGHT] = GTK_SCHEME_LIGHT
  };

  if (has_setting (self, COLOR_SCHEME))
    change_setting (self, COLOR_SCHEME, schemes[scheme]);
  else if (scheme == NO_PREFERENCE)
    gtk_settings_reset_property (self->settings, PREFER_DARK_THEME);
  else
    g_object_set (self->settings, PREFER_DARK_THEME, scheme == PREFER_DARK, NULL);
}

/* A theme that is dark, or of high contrast, as a whole does not become another by a preference. */
static void
apply_theme (QmAppearance *self, gboolean is_contrast, gboolean is_fixed)
{
  g_autofree char *name = NULL;

  change_setting (self, CONTRAST, is_contrast ? GTK_MORE_CONTRAST : 0);
  gtk_settings_reset_property (self->settings, THEME_NAME);
  name = get_theme_name (self);
  if (is_contrast)
    g_object_set (self->settings, THEME_NAME, HIGH_CONTRAST, NULL);
  else if (is_fixed && (g_str_equal (name, HIGH_CONTRAST) || g_str_has_suffix (name, "dark")))
    g_object_set (self->settings, THEME_NAME, "Default", NULL);
}

static void
apply (QmAppearance *self)
{
  gboolean is_system = self->choice == QM_APPEARANCE_SYSTEM;
  gboolean is_contrast = self->choice == QM_APPEARANCE_HIGH_CONTRAST;

  if (self->choice == QM_APPEARANCE_LIGHT)
    apply_scheme (self, PREFER_LIGHT);
  else
    apply_scheme (self, self->choice == QM_APPEARANCE_DARK ? PREFER_DARK : self->scheme);
  apply_theme (self, is_contrast || (is_system && self->contrast == MORE_CONTRAST),
               !is_system && !is_contrast);
}

/* "Adwaita-dark" as a setting; GTK_THEME, which GTK lets win over it, says "Adwaita:dark". */
static char *
get_theme_in_use (QmAppearance *self)
{
  const char *forced = g_getenv ("GTK_THEME");

  return forced != NULL && forced[0] != '\0' ? g_strdup (forced) : get_theme_name (self);
}

static gboolean
is_dark (QmAppearance *self)
{
  g_autofree char *theme = get_theme_in_use (self);

  if (g_str_has_suffix (theme, "dark"))
    return TRUE;
  return has_setting (self, COLOR_SCHEME) ? get_setting (self, COLOR_SCHEME) == GTK_SCHEME_DARK
                                          : get_setting (self, PREFER_DARK_THEME) != 0;
}

static gboolean
is_high_contrast (QmAppearance *self)
{
  g_autofree char *theme = get_theme_in_use (self);

  return g_str_has_prefix (theme, HIGH_CONTRAST) ||
         get_setting (self, CONTRAST) == GTK_MORE_CONTRAST;
}

/* --- Changes --- */

static void
show_high_contrast (QmAppearance *self, gboolean is_shown)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (is_shown == (self->style != NULL))
    return;
  if (is_shown) {
    self->style = gtk_css_provider_new ();
    gtk_css_provider_load_from_resource (self->style, STYLE);
    /* After style.css. */
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->style),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  } else {
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (self->style));
    g_clear_object (&self->style);
  }
}

static void
emit_changed (QmAppearance *self)
{
  show_high_contrast (self, is_high_contrast (self));
  g_signal_emit (self, changed_signal, 0);
}

/* --- The portal --- */

static void
take_portal_value (QmAppearance *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) inner = NULL;
  guint32 number;

  /* Read answers with a variant in a variant, the signal with a single one. */
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT)) {
    inner = g_variant_get_variant (value);
    take_portal_value (self, key, inner);
    return;
  }
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    return;

  number = g_variant_get_uint32 (value);
  if (g_str_equal (key, "color-scheme") && number <= PREFER_LIGHT)
    self->scheme = number;
  else if (g_str_equal (key, "contrast") && number <= MORE_CONTRAST)
    self->contrast = number;
  else
    return;
  apply (self);
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
  if (g_str_equal (space, NAMESPACE))
    take_portal_value (data, key, value);
}

/* No portal, or one that does not know the setting: GTK's own settings stand. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer key)
{
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  if (reply == NULL)
    return;
  g_variant_get (reply, "(v)", &value);
  take_portal_value (qm_appearance_get_default (), key, value);
}

static void
bus_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  static const char *const keys[] = { "color-scheme", "contrast" };
  QmAppearance *self = data;
  GDBusConnection *bus = g_bus_get_finish (result, NULL);

  if (bus == NULL)
    return;

  self->bus = bus;
  g_dbus_connection_signal_subscribe (bus, PORTAL_NAME, PORTAL_SETTINGS, "SettingChanged",
                                      PORTAL_PATH, NAMESPACE, G_DBUS_SIGNAL_FLAGS_NONE,
                                      setting_changed_cb, self, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, PORTAL_SETTINGS, "Read",
                            g_variant_new ("(ss)", NAMESPACE, keys[i]), G_VARIANT_TYPE ("(v)"),
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, read_cb, (gpointer) keys[i]);
}

void
qm_appearance_follow_portal (QmAppearance *self)
{
  g_return_if_fail (QM_IS_APPEARANCE (self));

  if (self->bus == NULL)
    g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, self);
}

/* --- The object --- */

static void
qm_appearance_class_init (QmAppearanceClass *klass)
{
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
qm_appearance_init (QmAppearance *self)
{
  static const char *const names[] = { PREFER_DARK_THEME, THEME_NAME, TEXT_SIZE, COLOR_SCHEME,
                                       CONTRAST };

  self->settings = gtk_settings_get_default ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *signal = g_strconcat ("notify::", names[i], NULL);

    if (has_setting (self, names[i]))
      g_signal_connect_swapped (self->settings, signal, G_CALLBACK (emit_changed), self);
  }
  show_high_contrast (self, is_high_contrast (self));
}

/* It lives as long as the program: there is one display, with one set of settings. */
QmAppearance *
qm_appearance_get_default (void)
{
  static QmAppearance *self;

  if (self == NULL)
    self = g_object_new (QM_TYPE_APPEARANCE, NULL);
  return self;
}

void
qm_appearance_choose (QmAppearance *self, QmAppearanceChoice choice)
{
  g_return_if_fail (QM_IS_APPEARANCE (self));

  if (choice == self->choice)
    return;
  self->choice = choice;
  apply (self);
}

const QmTheme *
qm_appearance_get_theme (QmAppearance *self)
{
  g_return_val_if_fail (QM_IS_APPEARANCE (self), &qm_theme_light);

  if (is_high_contrast (self))
    return is_dark (self) ? &qm_theme_high_contrast_dark : &qm_theme_high_contrast;
  return is_dark (self) ? &qm_theme_dark : &qm_theme_light;
}

double
qm_appearance_get_text_scale (QmAppearance *self)
{
  const int usual = 96 * 1024; /* GTK gives dots per inch in 1024ths */
  int dpi;

  g_return_val_if_fail (QM_IS_APPEARANCE (self), 1);

  dpi = get_setting (self, TEXT_SIZE);
  return dpi > 0 ? (double) dpi / usual : 1;
}
