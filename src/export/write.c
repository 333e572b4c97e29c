/* For renameat2(). */
#define _GNU_SOURCE

#include "export/write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A temporary file beside the old one, synced and renamed. */
#define WRITE_FLAGS (G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE)

/* GLib's own messages speak of the temporary file, whose name tells a reader nothing. */
static void
set_write_error (GError **error, const char *path, const GError *cause)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autofree char *folder = g_filename_display_name (folder_path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR,
                 _ ("“%s” is a folder: choose another name, or remove the folder"), name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, cause->domain, cause->code,
                 _ ("“%s” cannot be written, since there is no folder “%s”: create it first"), name,
                 folder);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (
        error, cause->domain, cause->code,
        _ ("“%s” cannot be written, since the folder “%s” does not allow it: choose another"), name,
        folder);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, cause->domain, cause->code,
                 _ ("“%s” cannot be written, since the disk is full: make room, or choose another"),
                 name);
  else
    g_set_error (error, cause->domain, cause->code, _ ("“%s” cannot be written: %s"), name,
                 cause->message);
}

void
qm_write_set_exists_error (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
               _ ("“%s” is there already and was left alone: choose another name"), name);
}

static void
set_errno_error (GError **error)
{
  int number = errno;

  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (number),
                       g_strerror (number));
}

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

static gboolean
write_new (const char *path, const char *contents, gsize length, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int descriptor = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);

  if (descriptor < 0) {
    set_errno_error (error);
    return FALSE;
  }
  close (descriptor);

  if (!g_file_set_contents_full (temporary, contents, (gssize) length, WRITE_FLAGS, 0666, error)) {
    g_unlink (temporary);
    return FALSE;
  }
  if (!rename_without_replacing (temporary, path)) {
    set_errno_error (error);
    g_unlink (temporary);
    return FALSE;
  }
  return TRUE;
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
  g_autoptr (GError) cause = NULL;
  g_autofree char *target = follow_link (path);
  gsize length;
  const char *contents = g_bytes_get_data (bytes, &length);
  gboolean is_written = may_replace ? g_file_set_contents_full (target, contents, (gssize) length,
                                                                WRITE_FLAGS, 0666, &cause)
                                    : write_new (path, contents, length, &cause);

  if (is_written)
    return TRUE;
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_EXIST) &&
      !g_file_test (path, G_FILE_TEST_IS_DIR))
    qm_write_set_exists_error (error, path);
  else
    set_write_error (error, path, cause);
  return FALSE;
}
