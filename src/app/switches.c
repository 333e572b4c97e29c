#include "app/switches.h"

#include "app/appearance.h"
#include "app/files/settings-file.h"
#include "app/help.h"
#include "app/window/window.h"
#include "base/language.h"

#define GROUP "window"
#define SYSTEM "system"

/* --- What they do --- */

/* Those of dialogs have texts too, but no other window can be used while there is one. */
static gboolean
make_anew_cb (gpointer application)
{
  for (GList *next = gtk_application_get_windows (application); next != NULL; next = next->next)
    if (QM_IS_WINDOW (next->data))
      qm_window_make_anew (next->data);
  qm_help_make_anew ();
  return G_SOURCE_REMOVE;
}

static gboolean
use_language (const char *name)
{
  return qm_language_use (g_str_equal (name, SYSTEM) ? qm_language_of_system () : name);
}

static gboolean
use_appearance (const char *name)
{
  static const char *const names[QM_N_APPEARANCES] = {
    [QM_APPEARANCE_SYSTEM] = SYSTEM,
    [QM_APPEARANCE_LIGHT] = "light",
    [QM_APPEARANCE_DARK] = "dark",
    [QM_APPEARANCE_HIGH_CONTRAST] = "high-contrast",
  };

  for (guint i = 0; i < QM_N_APPEARANCES; i++)
    if (g_str_equal (name, names[i])) {
      qm_appearance_choose (qm_appearance_get_default (), (QmAppearanceChoice) i);
      return TRUE;
    }
  return FALSE;
}

/* --- The switches --- */

typedef struct {
  const char *name; /* of the action and of the key in the file */
  gboolean (*use) (const char *name);
  gboolean has_words; /* the windows are to be made anew */
} Switch;

static const Switch switches[] = {
  { "language", use_language, TRUE },
  { "appearance", use_appearance, FALSE },
};

/* Where that cannot be written, it holds as long as the program runs. */
static void
save (const char *name, const char *value)
{
  g_autoptr (GKeyFile) file = qm_settings_file_load ();

  g_key_file_set_string (file, GROUP, name, value);
  qm_settings_file_save (file, NULL);
}

/* The menu from which it was chosen goes with its window's content, so that has to wait. */
static void
change_cb (GSimpleAction *action, GVariant *state, gpointer application)
{
  const Switch *changed = g_object_get_data (G_OBJECT (action), "switch");
  const char *value = g_variant_get_string (state, NULL);
  g_autoptr (GVariant) before = g_action_get_state (G_ACTION (action));

  if (g_variant_equal (before, state) || !changed->use (value))
    return;
  g_simple_action_set_state (action, state);
  save (changed->name, value);
  if (changed->has_words)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, make_anew_cb, g_object_ref (application),
                     g_object_unref);
}

void
qm_switches_add (GtkApplication *application)
{
  g_autoptr (GKeyFile) file = qm_settings_file_load ();

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++) {
    g_autofree char *value = g_key_file_get_string (file, GROUP, switches[i].name, NULL);
    gboolean is_known = value != NULL && switches[i].use (value);
    g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
        switches[i].name, G_VARIANT_TYPE_STRING, g_variant_new_string (is_known ? value : SYSTEM));

    g_object_set_data (G_OBJECT (action), "switch", (gpointer) &switches[i]);
    g_signal_connect (action, "change-state", G_CALLBACK (change_cb), application);
    g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
  }
}
