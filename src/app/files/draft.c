#include "app/files/draft.h"

#include "base/file.h"
#include "export/write.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <unistd.h>

/* The file is a key file, whose values escape line breaks. */
#define GROUP "draft"
#define SUFFIX ".draft"

/* Permissions of the folder: what is in it is the reader's alone. */
#define MODE 0700

struct _QmDraft {
  char *path;
};

static char *
find_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "quymo", "drafts", NULL);
}

/* "1234-abcd….draft": the process comes first. */
static char *
make_path (void)
{
  g_autofree char *folder = find_folder ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf ("%d-%s" SUFFIX, (int) getpid (), uuid);

  g_mkdir_with_parents (folder, MODE);
  return g_build_filename (folder, name, NULL);
}

QmDraft *
qm_draft_new (void)
{
  QmDraft *draft = g_new0 (QmDraft, 1);

  draft->path = make_path ();
  return draft;
}

QmDraft *
qm_draft_open (const char *path, char **key, char **text, char **reading, char **table)
{
  g_autoptr (GBytes) bytes = qm_file_read (path, QM_FILE_MAX_LENGTH, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *found = NULL;
  QmDraft *draft;

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return NULL;
  found = g_key_file_get_string (file, GROUP, "text", NULL);
  if (found == NULL)
    return NULL;
  draft = qm_draft_new ();
  if (g_rename (path, draft->path) != 0) {
    qm_draft_close (draft);
    return NULL;
  }
  *text = g_steal_pointer (&found);
  *key = g_key_file_get_string (file, GROUP, "key", NULL);
  *reading = g_key_file_get_string (file, GROUP, "reading", NULL);
  *table = g_key_file_get_string (file, GROUP, "table", NULL);
  return draft;
}

void
qm_draft_write (QmDraft *draft, const char *key, const char *text, const char *reading,
                const char *table)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;

  if (key != NULL)
    g_key_file_set_string (file, GROUP, "key", key);
  g_key_file_set_string (file, GROUP, "text", text);
  if (reading != NULL)
    g_key_file_set_string (file, GROUP, "reading", reading);
  if (table != NULL)
    g_key_file_set_string (file, GROUP, "table", table);
  data = g_key_file_to_data (file, &length, NULL);
  bytes = g_bytes_new_take (data, length);
  qm_write_file (draft->path, bytes, TRUE, NULL);
}

void
qm_draft_close (QmDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->path);
  g_free (draft);
}

void
qm_draft_discard (QmDraft *draft)
{
  g_autofree char *folder = g_path_get_dirname (draft->path);

  g_unlink (draft->path);
  /* Which stays where there are others. */
  g_rmdir (folder);
  qm_draft_close (draft);
}

/* A process of that number runs; it may be another one by now, which comes to its end as well. */
static gboolean
is_of_running (const char *name)
{
  gint64 process = g_ascii_strtoll (name, NULL, 10);

  return process > 0 && process <= G_MAXINT && (kill ((pid_t) process, 0) == 0 || errno == EPERM);
}

GPtrArray *
qm_draft_find_left (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = find_folder ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, SUFFIX) && !is_of_running (name))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  return paths;
}
