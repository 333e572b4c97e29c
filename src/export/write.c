/* For O_TMPFILE, flock() and renameat2(). */
#define _GNU_SOURCE

#include "export/write.h"

#include "base/words.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* How often another name is tried for a temporary file. */
#define MAX_NAMES 100

/* A temporary file's name: that, and six letters or digits. */
#define TEMPORARY_NAME ".quymo-part-"

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
  case ENOTSUP:
    return g_strdup_printf (
        _ ("“%s” is no file but a device or the like, and was left alone: choose another name"),
        name);
  case ELOOP:
    return g_strdup_printf (
        _ ("“%s” is a link that leads nowhere: remove it, or choose another name"), name);
  case EFBIG:
    return g_strdup_printf (_ ("“%s” cannot be written, since it is larger than files may be here"),
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

/* With a name from the start, which another process may take for left over until it is locked. */
static gboolean
open_named (Temporary *temporary, const char *folder)
{
  for (int i = 0; i < MAX_NAMES; i++) {
    GStatBuf status;

    temporary->name = g_build_filename (folder, TEMPORARY_NAME "XXXXXX", NULL);
    temporary->descriptor = g_mkstemp_full (temporary->name, O_WRONLY | O_CLOEXEC, 0666);
    if (temporary->descriptor < 0) {
      g_clear_pointer (&temporary->name, g_free);
      return FALSE;
    }
    flock (temporary->descriptor, LOCK_EX);
    if (fstat (temporary->descriptor, &status) != 0 || status.st_nlink > 0)
      return TRUE;
    close (temporary->descriptor);
    g_clear_pointer (&temporary->name, g_free);
  }
  return FALSE;
}

/* Locked as long as the program lives: what is not is left over (remove_left_over()). */
static gboolean
open_temporary (Temporary *temporary, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  /* Without /proc it could not be given a name later. */
  temporary->name = NULL;
  temporary->descriptor = g_file_test ("/proc/self/fd", G_FILE_TEST_IS_DIR)
                              ? open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666)
                              : -1;
  if (temporary->descriptor < 0)
    return open_named (temporary, folder);
  flock (temporary->descriptor, LOCK_EX);
  return TRUE;
}

static gboolean
is_temporary_name (const char *name)
{
  gsize length = strlen (TEMPORARY_NAME);

  return g_str_has_prefix (name, TEMPORARY_NAME) && strlen (name) == length + 6;
}

/* Takes away what a process that was killed has left in the folder: nobody holds its lock. */
static void
remove_left_over (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *left = g_build_filename (folder, name, NULL);
    int descriptor =
        is_temporary_name (name) ? open (left, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) : -1;

    if (descriptor < 0)
      continue;
    if (flock (descriptor, LOCK_EX | LOCK_NB) == 0)
      g_unlink (left);
    close (descriptor);
  }
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
    g_autofree char *name =
        g_strdup_printf ("%s/" TEMPORARY_NAME "%06x", folder, g_random_int () & 0xffffff);

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

/* What stands there keeps its permissions and, as far as that is allowed, its owner. */
static gboolean
keep_permissions (const Temporary *temporary, const GStatBuf *before)
{
  if (before->st_mode == 0)
    return TRUE;
  if (fchown (temporary->descriptor, before->st_uid, before->st_gid) != 0 && errno != EPERM)
    return FALSE;
  return fchmod (temporary->descriptor, before->st_mode & 0777) == 0;
}

/* Sets before to what stands there, with the mode 0 where nothing does. FALSE, with errno set,
 * where it is nothing that a file may take the place of. */
static gboolean
look_at (const char *path, GStatBuf *before)
{
  if (g_stat (path, before) != 0) {
    before->st_mode = 0;
    if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      return TRUE;
    errno = ELOOP;
    return FALSE;
  }
  if (S_ISREG (before->st_mode))
    return TRUE;
  errno = S_ISDIR (before->st_mode) ? EISDIR : ENOTSUP;
  return FALSE;
}

static gboolean
write_safely (const char *path, GBytes *bytes, gboolean may_replace)
{
  gsize length;
  const char *contents = g_bytes_get_data (bytes, &length);
  Temporary temporary;
  GStatBuf before = { .st_mode = 0 };
  gboolean is_written;

  if (may_replace && !look_at (path, &before))
    return FALSE;

  remove_left_over (path);
  is_written = open_temporary (&temporary, path) && keep_permissions (&temporary, &before) &&
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
