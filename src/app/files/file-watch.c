/* For realpath(). */
#define _DEFAULT_SOURCE

#include "app/files/file-watch.h"

#include <stdlib.h>

/* Milliseconds without a change after which a file is left in peace, and after which one that never
 * is is told of all the same. */
#define PEACE 150
#define PATIENCE 2000

struct _QmFileWatch {
  char *path;
  char *target;          /* where path leads to if it is a link, else NULL */
  GFileMonitor *of_path; /* or NULL, as where the system has no more to give */
  GFileMonitor *of_target;
  QmFileChanged changed;
  gpointer user_data;
  guint timeout_id;
  gint64 first_change; /* of those not told yet, in microseconds */
};

static gboolean peace_cb (gpointer data);

static void
changed_cb (QmFileWatch *watch)
{
  gint64 now = g_get_monotonic_time ();
  guint left;

  if (watch->timeout_id == 0)
    watch->first_change = now;
  left = PATIENCE - (guint) MIN ((now - watch->first_change) / 1000, PATIENCE);
  g_clear_handle_id (&watch->timeout_id, g_source_remove);
  watch->timeout_id = g_timeout_add (MIN (PEACE, left), peace_cb, watch);
}

static GFileMonitor *
monitor (QmFileWatch *watch, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileMonitor *of_path = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOUNTS, NULL, NULL);

  if (of_path != NULL) {
    g_file_monitor_set_rate_limit (of_path, PEACE);
    g_signal_connect_swapped (of_path, "changed", G_CALLBACK (changed_cb), watch);
  }
  return of_path;
}

/* Of a link, only the link itself is watched: what it leads to is watched on its own. */
static void
follow_link (QmFileWatch *watch)
{
  char *target = realpath (watch->path, NULL);
  gboolean is_link = target != NULL && !g_str_equal (target, watch->path);

  if (g_strcmp0 (is_link ? target : NULL, watch->target) != 0) {
    g_clear_object (&watch->of_target);
    g_free (watch->target);
    watch->target = g_strdup (is_link ? target : NULL);
    watch->of_target = is_link ? monitor (watch, target) : NULL;
  }
  free (target);
}

static gboolean
peace_cb (gpointer data)
{
  QmFileWatch *watch = data;

  watch->timeout_id = 0;
  follow_link (watch);
  watch->changed (watch->user_data);
  return G_SOURCE_REMOVE;
}

QmFileWatch *
qm_file_watch_new (const char *path, QmFileChanged changed, gpointer user_data)
{
  QmFileWatch *watch = g_new0 (QmFileWatch, 1);

  watch->path = g_strdup (path);
  watch->changed = changed;
  watch->user_data = user_data;
  watch->of_path = monitor (watch, path);
  follow_link (watch);
  return watch;
}

void
qm_file_watch_free (QmFileWatch *watch)
{
  if (watch == NULL)
    return;

  g_clear_handle_id (&watch->timeout_id, g_source_remove);
  g_clear_object (&watch->of_path);
  g_clear_object (&watch->of_target);
  g_free (watch->target);
  g_free (watch->path);
  g_free (watch);
}
