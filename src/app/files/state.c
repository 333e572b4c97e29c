#include "app/files/state.h"

#include "app/files/state-file.h"
#include "export/write.h"

#include <glib/gstdio.h>
#include <string.h>

#define HINT_GROUP "hint"

/* How long a change waits to be written. */
#define SECONDS_TO_SAVE 2

/* Bytes of a session, and of the file. */
#define MAX_SESSION (256 * 1024)
#define MAX_WRITTEN (1024 * 1024)

typedef struct {
  QmState *state; /* (unowned) */
  char *key;
  char *session; /* NULL: as the dataset has it */
  QmBookmarks *bookmarks;
} Left;

struct _QmState {
  QmLayout layout;
  gboolean knows_hint;
  GPtrArray *datasets; /* Left, the one last opened first */
  gboolean is_changed; /* since it was written */
  GBytes *written;     /* the file as it was last read or written here; NULL: there was none */
  char *damaged;       /* where a damaged file is now; NULL: there was none */
  guint save_id;
};

static char *
path_of_file (void)
{
  return g_build_filename (g_get_user_state_dir (), "quymo", "state.ini", NULL);
}

/* --- Changes --- */

static gboolean
save_cb (gpointer data)
{
  QmState *state = data;

  state->save_id = 0;
  qm_state_save (state);
  return G_SOURCE_REMOVE;
}

/* The first change since counts, so that whoever never stops changing is not waited for. */
static void
change (QmState *state)
{
  state->is_changed = TRUE;
  if (state->save_id == 0)
    state->save_id = g_timeout_add_seconds (SECONDS_TO_SAVE, save_cb, state);
}

static void
left_free (gpointer data)
{
  Left *left = data;

  g_signal_handlers_disconnect_by_data (left->bookmarks, left->state);
  g_object_unref (left->bookmarks);
  g_free (left->session);
  g_free (left->key);
  g_free (left);
}

static Left *
find (const QmState *state, const char *key)
{
  for (guint i = 0; i < state->datasets->len; i++) {
    Left *left = g_ptr_array_index (state->datasets, i);

    if (g_str_equal (left->key, key))
      return left;
  }
  return NULL;
}

static Left *
append (QmState *state, const char *key)
{
  Left *left = g_new0 (Left, 1);

  left->state = state;
  left->key = g_strdup (key);
  left->bookmarks = qm_bookmarks_new ();
  g_signal_connect_swapped (left->bookmarks, "changed", G_CALLBACK (change), state);
  g_ptr_array_add (state->datasets, left);
  return left;
}

/* --- Reading --- */

static void
read_bookmarks (GKeyFile *file, const char *group, QmBookmarks *bookmarks)
{
  g_auto (GStrv) names = g_key_file_get_string_list (file, group, "bookmarks", NULL, NULL);
  g_auto (GStrv) views = g_key_file_get_string_list (file, group, "views", NULL, NULL);

  for (guint i = 0; names != NULL && views != NULL && names[i] != NULL && views[i] != NULL; i++)
    qm_bookmarks_insert (bookmarks, qm_bookmarks_get_n (bookmarks), names[i], views[i]);
}

static void
read_dataset (QmState *state, GKeyFile *file, const char *group)
{
  g_autofree char *key = g_key_file_get_string (file, group, "dataset", NULL);
  Left *left;

  if (key == NULL || *key == '\0' || find (state, key) != NULL)
    return;
  left = append (state, key);
  left->session = g_key_file_get_string (file, group, "session", NULL);
  read_bookmarks (file, group, left->bookmarks);
}

static void
read_file (QmState *state, GKeyFile *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  qm_layout_read (&state->layout, file);
  state->knows_hint = g_key_file_get_boolean (file, HINT_GROUP, "known", NULL);
  for (gsize i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], QM_STATE_DATASET_GROUP))
      read_dataset (state, file, groups[i]);
}

static QmState *
new_state (GKeyFile *file)
{
  QmState *state = g_rc_box_new0 (QmState);

  state->datasets = g_ptr_array_new_with_free_func (left_free);
  read_file (state, file);
  /* What has just been read is no change. */
  g_clear_handle_id (&state->save_id, g_source_remove);
  state->is_changed = FALSE;
  return state;
}

QmState *
qm_state_load (void)
{
  g_autofree char *path = path_of_file ();
  char *damaged;
  g_autoptr (GKeyFile) file = qm_state_file_read (path, &damaged);
  QmState *state = new_state (file);

  state->written = qm_state_file_get_bytes (path);
  state->damaged = damaged;
  return state;
}

const char *
qm_state_get_damaged (const QmState *state)
{
  return state->damaged;
}

/* --- Another process --- */

static QmState *
state_of_bytes (GBytes *bytes)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (bytes != NULL)
    g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL);
  return new_state (file);
}

/* The view under that name; NULL where there is none. (unowned) */
static const char *
view_named (QmBookmarks *bookmarks, const char *name)
{
  int index = bookmarks != NULL ? qm_bookmarks_find (bookmarks, name) : -1;

  return index >= 0 ? qm_bookmarks_get (bookmarks, (guint) index)->view : NULL;
}

/* Takes over what changed from before to theirs, unless it was changed here as well. */
static void
merge_bookmarks (QmBookmarks *ours, QmBookmarks *before, QmBookmarks *theirs)
{
  for (guint i = qm_bookmarks_get_n (ours); i-- > 0;) {
    const QmBookmark *bookmark = qm_bookmarks_get (ours, i);
    g_autofree char *name = g_strdup (bookmark->name);
    const char *now = view_named (theirs, name);

    if (g_strcmp0 (view_named (before, name), bookmark->view) != 0 ||
        g_strcmp0 (now, bookmark->view) == 0)
      continue;
    qm_bookmarks_remove (ours, i);
    if (now != NULL)
      qm_bookmarks_insert (ours, i, name, now);
  }

  for (guint i = 0; i < qm_bookmarks_get_n (theirs); i++) {
    const QmBookmark *bookmark = qm_bookmarks_get (theirs, i);

    if (view_named (before, bookmark->name) == NULL && view_named (ours, bookmark->name) == NULL)
      qm_bookmarks_insert (ours, qm_bookmarks_get_n (ours), bookmark->name, bookmark->view);
  }
}

static void
merge_dataset (QmState *state, const QmState *before, const Left *theirs)
{
  const Left *left_before = find (before, theirs->key);
  Left *ours = find (state, theirs->key);

  /* Forgotten here since. */
  if (ours == NULL && left_before != NULL)
    return;
  if (ours == NULL) {
    ours = append (state, theirs->key);
    ours->session = g_strdup (theirs->session);
  } else if (left_before != NULL && g_strcmp0 (left_before->session, ours->session) == 0) {
    g_free (ours->session);
    ours->session = g_strdup (theirs->session);
  }
  merge_bookmarks (ours->bookmarks, left_before != NULL ? left_before->bookmarks : NULL,
                   theirs->bookmarks);
}

/* Where another process has written the file since, what it added is not lost. */
static void
merge (QmState *state, GBytes *now)
{
  g_autoptr (QmState) before = NULL;
  g_autoptr (QmState) theirs = NULL;

  if (now == NULL || (state->written != NULL && g_bytes_equal (now, state->written)))
    return;
  before = state_of_bytes (state->written);
  theirs = state_of_bytes (now);
  state->knows_hint = state->knows_hint || theirs->knows_hint;
  for (guint i = 0; i < theirs->datasets->len; i++)
    merge_dataset (state, before, g_ptr_array_index (theirs->datasets, i));
}

/* --- Writing --- */

static void
write_bookmarks (GKeyFile *file, const char *group, QmBookmarks *bookmarks)
{
  guint n = qm_bookmarks_get_n (bookmarks);
  g_autofree const char **names = g_new (const char *, n);
  g_autofree const char **views = g_new (const char *, n);

  for (guint i = 0; i < n; i++) {
    names[i] = qm_bookmarks_get (bookmarks, i)->name;
    views[i] = qm_bookmarks_get (bookmarks, i)->view;
  }
  if (n == 0)
    return;
  g_key_file_set_string_list (file, group, "bookmarks", names, n);
  g_key_file_set_string_list (file, group, "views", views, n);
}

static char *
to_text (const QmState *state, gsize *length)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  qm_layout_write (&state->layout, file);
  g_key_file_set_boolean (file, HINT_GROUP, "known", state->knows_hint);
  for (guint i = 0; i < state->datasets->len; i++) {
    const Left *left = g_ptr_array_index (state->datasets, i);
    g_autofree char *group = g_strdup_printf (QM_STATE_DATASET_GROUP "%u", i + 1);

    g_key_file_set_string (file, group, "dataset", left->key);
    if (left->session != NULL)
      g_key_file_set_string (file, group, "session", left->session);
    write_bookmarks (file, group, left->bookmarks);
  }
  return g_key_file_to_data (file, length, NULL);
}

/* A name that somebody gave is worth more than where they happened to be. */
static void
forget_oldest (QmState *state)
{
  guint forgotten = state->datasets->len - 1;

  for (guint i = state->datasets->len; i-- > 0;) {
    const Left *left = g_ptr_array_index (state->datasets, i);

    if (qm_bookmarks_get_n (left->bookmarks) == 0) {
      forgotten = i;
      break;
    }
  }
  g_ptr_array_remove_index (state->datasets, forgotten);
}

static GBytes *
to_bytes (QmState *state)
{
  gsize length;
  char *text;

  while (state->datasets->len > QM_STATE_MAX_DATASETS)
    forget_oldest (state);
  text = to_text (state, &length);
  while (length > MAX_WRITTEN && state->datasets->len > 1) {
    g_free (text);
    forget_oldest (state);
    text = to_text (state, &length);
  }
  return g_bytes_new_take (text, length);
}

void
qm_state_save (QmState *state)
{
  g_autofree char *path = path_of_file ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) now = NULL;
  int lock;

  if (state->is_changed) {
    g_mkdir_with_parents (folder, 0700);
    lock = qm_state_file_lock (folder);
    now = qm_state_file_get_bytes (path);
    merge (state, now);
    bytes = to_bytes (state);
    /* Where it cannot be written, the next start is as the last one was: nothing to trouble a
     * reader with. */
    state->is_changed = !qm_write_file (path, bytes, TRUE, NULL);
    qm_state_file_unlock (lock);
  }
  if (bytes != NULL && !state->is_changed) {
    g_clear_pointer (&state->written, g_bytes_unref);
    state->written = g_steal_pointer (&bytes);
  }
  g_clear_handle_id (&state->save_id, g_source_remove);
}

static void
clear (gpointer data)
{
  QmState *state = data;

  qm_state_save (state);
  g_ptr_array_unref (state->datasets);
  g_clear_pointer (&state->written, g_bytes_unref);
  g_free (state->damaged);
}

QmState *
qm_state_ref (QmState *state)
{
  return g_rc_box_acquire (state);
}

void
qm_state_unref (QmState *state)
{
  if (state != NULL)
    g_rc_box_release_full (state, clear);
}

/* --- The window --- */

const QmLayout *
qm_state_get_layout (const QmState *state)
{
  return &state->layout;
}

void
qm_state_set_layout (QmState *state, const QmLayout *layout)
{
  if (qm_layout_equal (&state->layout, layout))
    return;

  state->layout = *layout;
  change (state);
}

gboolean
qm_state_knows_hint (const QmState *state)
{
  return state->knows_hint;
}

void
qm_state_set_knows_hint (QmState *state)
{
  state->knows_hint = TRUE;
  change (state);
}

/* --- Datasets --- */

const char *
qm_state_get_dataset (const QmState *state, guint index)
{
  const Left *left =
      index < state->datasets->len ? g_ptr_array_index (state->datasets, index) : NULL;

  return left != NULL ? left->key : NULL;
}

void
qm_state_open_dataset (QmState *state, const char *key)
{
  Left *left = find (state, key);
  guint index;

  if (left != NULL && left == g_ptr_array_index (state->datasets, 0))
    return;

  g_ptr_array_find (state->datasets, left != NULL ? left : append (state, key), &index);
  g_ptr_array_insert (state->datasets, 0, g_ptr_array_steal_index (state->datasets, index));
  change (state);
}

const char *
qm_state_get_session (const QmState *state, const char *key)
{
  const Left *left = find (state, key);

  return left != NULL ? left->session : NULL;
}

void
qm_state_set_session (QmState *state, const char *key, const char *session)
{
  Left *left = find (state, key);

  if (left == NULL || g_strcmp0 (left->session, session) == 0 || strlen (session) > MAX_SESSION)
    return;

  g_free (left->session);
  left->session = g_strdup (session);
  change (state);
}

QmBookmarks *
qm_state_get_bookmarks (const QmState *state, const char *key)
{
  const Left *left = find (state, key);

  return left != NULL ? left->bookmarks : NULL;
}
