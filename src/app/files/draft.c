/* For flock(). */
#define _DEFAULT_SOURCE

#include "app/files/draft.h"

#include "base/file.h"
#include "export/write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* The file is a key file, whose values escape line breaks. */
#define GROUP "draft"
#define SUFFIX ".draft"

/* Permissions of the folder: what is in it is the reader's alone. */
#define MODE 0700

struct _QmDraft {
  char *path;
  int lock; /* the file, open; -1 while there is none */
};

/* What a draft has, by its keys in the file. */
static const struct {
  const char *name;
  gsize offset;
} parts[] = {
  { "key", G_STRUCT_OFFSET (QmDraftContent, key) },
  { "text", G_STRUCT_OFFSET (QmDraftContent, text) },
  { "reading", G_STRUCT_OFFSET (QmDraftContent, reading) },
  { "table", G_STRUCT_OFFSET (QmDraftContent, table) },
  { "entries", G_STRUCT_OFFSET (QmDraftContent, entries) },
};

static char **
part_of (QmDraftContent *content, gsize i)
{
  return G_STRUCT_MEMBER_P (content, parts[i].offset);
}

static char *
find_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "quymo", "drafts", NULL);
}

static char *
make_path (void)
{
  g_autofree char *folder = find_folder ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (uuid, SUFFIX, NULL);

  g_mkdir_with_parents (folder, MODE);
  return g_build_filename (folder, name, NULL);
}

/* The file, open, for as long as which it is nobody else's; -1 where it is another's or not to be
 * opened. However a process ends, the system unlocks what it had. */
static int
lock_file (const char *path)
{
  int file = g_open (path, O_RDWR | O_CLOEXEC, 0);

  if (file >= 0 && flock (file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    close (file);
    return -1;
  }
  return file;
}

static void
unlock (QmDraft *draft)
{
  if (draft->lock >= 0)
    close (draft->lock);
  draft->lock = -1;
}

static QmDraft *
make_draft (char *path, int lock)
{
  QmDraft *draft = g_new0 (QmDraft, 1);

  draft->path = path;
  draft->lock = lock;
  return draft;
}

QmDraft *
qm_draft_new (void)
{
  return make_draft (make_path (), -1);
}

void
qm_draft_content_clear (QmDraftContent *content)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_clear_pointer (part_of (content, i), g_free);
}

QmDraft *
qm_draft_open (const char *path, QmDraftContent *content)
{
  QmDraft *draft = make_draft (g_strdup (path), lock_file (path));
  g_autoptr (GBytes) bytes =
      draft->lock >= 0 ? qm_file_read (path, QM_FILE_MAX_LENGTH, NULL) : NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL) ||
      !g_key_file_has_group (file, GROUP)) {
    qm_draft_close (draft);
    return NULL;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    *part_of (content, i) = g_key_file_get_string (file, GROUP, parts[i].name, NULL);
  return draft;
}

void
qm_draft_write (QmDraft *draft, const QmDraftContent *content)
{
  QmDraftContent copy = *content;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*part_of (&copy, i) != NULL)
      g_key_file_set_string (file, GROUP, parts[i].name, *part_of (&copy, i));
  data = g_key_file_to_data (file, &length, NULL);
  bytes = g_bytes_new_take (data, length);
  qm_write_file (draft->path, bytes, TRUE, NULL);
  /* Which is another file of the same name. */
  unlock (draft);
  draft->lock = lock_file (draft->path);
}

void
qm_draft_close (QmDraft *draft)
{
  if (draft == NULL)
    return;
  unlock (draft);
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

GPtrArray *
qm_draft_find_left (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = find_folder ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    int lock = g_str_has_suffix (name, SUFFIX) ? lock_file (path) : -1;

    if (lock < 0)
      continue;
    close (lock);
    g_ptr_array_add (paths, g_steal_pointer (&path));
  }
  return paths;
}
