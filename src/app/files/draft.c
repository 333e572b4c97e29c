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

void
qm_draft_content_clear (QmDraftContent *content)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_clear_pointer (part_of (content, i), g_free);
}

QmDraft *
qm_draft_open (const char *path, QmDraftContent *content)
{
  g_autoptr (GBytes) bytes = qm_file_read (path, QM_FILE_MAX_LENGTH, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  QmDraft *draft;

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL) ||
      !g_key_file_has_group (file, GROUP))
    return NULL;
  draft = qm_draft_new ();
  if (g_rename (path, draft->path) != 0) {
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
