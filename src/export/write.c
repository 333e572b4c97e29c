/* For O_TMPFILE and renameat2(). */
#define _GNU_SOURCE

#include "export/write.h"

#include "base/words.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* How often another name is tried for a temporary file. */
#define MAX_NAMES 100

void
qm_write_set_exists_error (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
               _ ("“%s” is there already and was left alone: choose another name"), name);
}

/* A sentence that says what to do, for the number of an error. */
static char *
describe_error (const char *path, int number)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autofree char *folder = g_filename_display_name (folder_path);

  switch (number) {
  case EISDIR:
    return g_strdup_printf (_ ("“%s” is a folder: choose another name, or remove the folder"),
                            name);
  case ENOENT:
  case ENOTDIR:
    return g_strdup_printf (
        _ ("“%s” cannot be written, since there is no folder “%s”: create it first"), name, folder);
  case EACCES:
  case EPERM:
  case EROFS:
    return g_strdup_printf (
        _ ("“%s” cannot be written, since the folder “%s” does not allow it: choose another"), name,
        folder);
  case ENOSPC:
  case EDQUOT:
    return g_strdup_printf (
        _ ("“%s” cannot be written, since the disk is full: make room, or choose another"), name);
  default:
    return g_strdup_printf (_ ("“%s” cannot be written: %s"), name, g_strerror (number));
  }
}

static void
set_write_error (GError **error, const char *path, int number)
{
  g_autofree char *sentence = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    number = EISDIR;
  if (number == EEXIST) {
    qm_write_set_exists_error (error, path);
    return;
  }
  sentence = describe_error (path, number);
  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (number), sentence);
}

/* --- The temporary file --- */

/* Without a name as long as it is written, where the system can do that: it is gone when the
 * program is killed. Else with one, beside the file that it will replace. */
typedef struct {
  int descriptor;
  char *name; /* NULL: it has none */
} Temporary;

/* The way to a file that has no name. */
static char *
descriptor_path (const Temporary *temporary)
{
  return g_strdup_printf ("/proc/self/fd/%d", temporary->descriptor);
}

static gboolean
open_temporary (Temporary *temporary, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  /* Without /proc it could not be given a name later. */
  temporary->name = NULL;
  temporary->descriptor = g_file_test ("/proc/self/fd", G_FILE_TEST_IS_DIR)
                              ? open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666)
                              : -1;
  if (temporary->descriptor >= 0)
    return TRUE;

  temporary->name = g_build_filename (folder, "quymo-XXXXXX", NULL);
  temporary->descriptor = g_mkstemp_full (temporary->name, O_WRONLY | O_CLOEXEC, 0666);
  if (temporary->descriptor < 0)
    g_clear_pointer (&temporary->name, g_free);
  return temporary->descriptor >= 0;
}

static void
clear_temporary (Temporary *temporary)
{
  int number = errno;

  if (temporary->descriptor >= 0)
    close (temporary->descriptor);
  if (temporary->name != NULL)
    g_unlink (temporary->name);
  g_free (temporary->name);
  errno = number;
}

static gboolean
write_all (int descriptor, const char *contents, gsize length)
{
  while (length > 0) {
    gssize n_written = write (descriptor, contents, length);

    if (n_written < 0 && errno != EINTR)
      return FALSE;
    if (n_written > 0) {
      contents += n_written;
      length -= (gsize) n_written;
    }
  }
  return fsync (descriptor) == 0;
}

/* --- Its name --- */

/* Gives the file that name unless there is one of that name. Some file systems cannot do the one,
 * some not the other. */
static gboolean
rename_without_replacing (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (link (from, to) != 0)
    return FALSE;
  g_unlink (from);
  return TRUE;
}

/* A file without a name cannot replace one that has it, so it is given one first. */
static gboolean
name_beside (Temporary *temporary, const char *path)
{
  g_autofree char *unnamed = descriptor_path (temporary);
  g_autofree char *folder = g_path_get_dirname (path);

  for (int i = 0; i < MAX_NAMES; i++) {
    g_autofree char *name = g_strdup_printf ("%s/quymo-%06x", folder, g_random_int () & 0xffffff);

    if (linkat (AT_FDCWD, unnamed, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0) {
      temporary->name = g_steal_pointer (&name);
      return TRUE;
    }
    if (errno != EEXIST)
      return FALSE;
  }
  return FALSE;
}

static gboolean
name_finally (Temporary *temporary, const char *path, gboolean may_replace)
{
  gboolean is_named;

  if (temporary->name == NULL) {
    g_autofree char *unnamed = descriptor_path (temporary);

    if (linkat (AT_FDCWD, unnamed, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0)
      return TRUE;
    if (errno != EEXIST || !may_replace || !name_beside (temporary, path))
      return FALSE;
  }

  is_named = may_replace ? g_rename (temporary->name, path) == 0
                         : rename_without_replacing (temporary->name, path);
  if (is_named)
    g_clear_pointer (&temporary->name, g_free);
  return is_named;
}

/* The new name is to outlive a power cut as well. Not every file system can promise that. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (descriptor < 0)
    return;
  fsync (descriptor);
  close (descriptor);
}

static gboolean
write_safely (const char *path, GBytes *bytes, gboolean may_replace)
{
  gsize length;
  const char *contents = g_bytes_get_data (bytes, &length);
  Temporary temporary;
  gboolean is_written = open_temporary (&temporary, path) &&
                        write_all (temporary.descriptor, contents, length) &&
                        name_finally (&temporary, path, may_replace);

  clear_temporary (&temporary);
  if (is_written)
    sync_folder (path);
  return is_written;
}

/* A link stays one: what it leads to is replaced. */
static char *
follow_link (const char *path)
{
  char *target = realpath (path, NULL);
  char *copy = g_strdup (target != NULL ? target : path);

  free (target);
  return copy;
}

gboolean
qm_write_file (const char *path, GBytes *bytes, gboolean may_replace, GError **error)
{
  g_autofree char *target = follow_link (path);

  /* A link to a file that is there may not be replaced either. */
  if (write_safely (may_replace ? target : path, bytes, may_replace))
    return TRUE;
  set_write_error (error, path, errno);
  return FALSE;
}
