/* For flock() and O_DIRECTORY. */
#define _GNU_SOURCE

#include "app/files/state-file.h"

#include "base/file.h"
#include "export/write.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Bytes of a file that is worth reading. */
#define MAX_READ (4 * 1024 * 1024)

/* How often the lock is tried, and how long is waited between. */
#define N_TRIES 50
#define TIME_BETWEEN 10000

#define DAMAGED ".damaged"

/* An odd number of them escapes what is no longer there; GLib warns of that. */
static gboolean
ends_in_backslash (const char *line)
{
  const char *end = line + strcspn (line, "\r\n");
  gsize n = 0;

  while (end > line && end[-1] == '\\') {
    end--;
    n++;
  }
  return n % 2 == 1;
}

/* TRUE if a file of that line, in a group, can be read. */
static gboolean
is_readable (const char *line)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = *line == '[' ? g_strdup (line) : g_strconcat ("[a]\n", line, NULL);

  return !ends_in_backslash (line) &&
         g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL);
}

static gboolean
is_all_readable (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (ends_in_backslash (lines[i]))
      return FALSE;
  return TRUE;
}

/* The lines that can be read, from the first group on. Where the name of a group cannot be, what
 * follows is not of the group before: it is read as that of a dataset, which says itself of which
 * one. */
static char *
keep_readable (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *kept = g_string_new (NULL);

  for (gsize i = 0; lines[i] != NULL; i++) {
    if (*lines[i] == '[' && !is_readable (lines[i]))
      g_string_append_printf (kept, "[" QM_STATE_DATASET_GROUP "damaged %zu]\n", i);
    else if ((kept->len > 0 || *lines[i] == '[') && is_readable (lines[i]))
      g_string_append_printf (kept, "%s\n", lines[i]);
  }
  return g_string_free (kept, FALSE);
}

/* Where the bytes are then; NULL where they cannot be kept. What was damaged before makes way. */
static char *
keep_beside (const char *path, GBytes *bytes)
{
  g_autofree char *beside = g_strconcat (path, DAMAGED, NULL);

  return qm_write_file (beside, bytes, TRUE, NULL) ? g_steal_pointer (&beside) : NULL;
}

GKeyFile *
qm_state_file_read (const char *path, char **damaged)
{
  GKeyFile *file = g_key_file_new ();
  g_autoptr (GBytes) bytes = qm_state_file_get_bytes (path);
  g_autofree char *text = NULL, *readable = NULL;

  *damaged = NULL;
  if (bytes == NULL)
    return file;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (is_all_readable (text) && g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return file;

  *damaged = keep_beside (path, bytes);
  readable = keep_readable (text);
  g_key_file_load_from_data (file, readable, (gsize) -1, G_KEY_FILE_NONE, NULL);
  return file;
}

GBytes *
qm_state_file_get_bytes (const char *path)
{
  return qm_file_read (path, MAX_READ, NULL);
}

int
qm_state_file_lock (const char *folder)
{
  int lock = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  for (int i = 0; lock >= 0 && i < N_TRIES && flock (lock, LOCK_EX | LOCK_NB) != 0; i++)
    g_usleep (TIME_BETWEEN);
  return lock;
}

void
qm_state_file_unlock (int lock)
{
  if (lock >= 0)
    close (lock);
}
