#include "app/files/open-menu.h"

#include "app/widgets/mnemonic.h"
#include "base/words.h"

/* Characters of a name, at most. */
#define MAX_NAME 40

/* A name that is too long keeps its beginning and its end. */
static char *
shorten (const char *name)
{
  glong length = g_utf8_strlen (name, -1);
  g_autofree char *start = g_utf8_substring (name, 0, MIN (length, MAX_NAME / 2));

  return length <= MAX_NAME
             ? g_strdup (name)
             : g_strconcat (start, "…", g_utf8_offset_to_pointer (name, length - MAX_NAME / 2),
                            NULL);
}

static char *
name_of (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return path != NULL ? g_filename_display_basename (path) : g_file_get_uri (file);
}

/* Where another file of the list has that name, its folder is said as well. */
static char *
label_of (GFile *file, const GPtrArray *files)
{
  g_autofree char *name = name_of (file);
  g_autofree char *short_name = shorten (name);
  g_autofree char *label = NULL;
  guint n_same = 0;

  for (guint i = 0; i < files->len; i++) {
    g_autofree char *other = name_of (g_ptr_array_index (files, i));

    n_same += g_str_equal (name, other);
  }
  if (n_same > 1) {
    g_autoptr (GFile) folder = g_file_get_parent (file);
    g_autofree char *folder_name = name_of (folder);
    g_autofree char *short_folder = shorten (folder_name);

    label = g_strdup_printf ("%s (%s)", short_name, short_folder);
  }
  return qm_mnemonic_escape (label != NULL ? label : short_name);
}

GMenuModel *
qm_open_menu_new (const GPtrArray *files)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) recent = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  g_menu_append (first, _ ("_Open…"), "app.open");
  g_menu_append (first, _ ("New from _text"), "app.new");
  g_menu_append (first, _ ("New from t_able…"), "app.new-from-table");
  g_menu_append (first, _ ("_New window"), "app.new-window");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));

  for (guint i = 0; i < files->len; i++) {
    GFile *file = g_ptr_array_index (files, i);
    g_autofree char *label = label_of (file, files);
    g_autofree char *uri = g_file_get_uri (file);
    g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

    g_menu_item_set_action_and_target (item, "app.open-file", "s", uri);
    g_menu_append_item (recent, item);
  }
  if (files->len > 0)
    g_menu_append_section (menu, _ ("Opened before"), G_MENU_MODEL (recent));

  g_menu_append (last, _ ("_Built-in dataset"), "app.open-built-in");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}
