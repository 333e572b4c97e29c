/* For O_CLOEXEC. */
#define _GNU_SOURCE

#include "base/file.h"

#include "base/words.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define FIRST_ROOM 4096

/* How often a file is read that another program writes meanwhile, and microseconds between. */
#define ATTEMPTS 4
#define PAUSE 20000

static char *
describe_error (const char *name, int number)
{
  switch (number) {
  case ENOENT:
  case ENOTDIR:
    return g_strdup_printf (_ ("there is no file “%s”"), name);
  case EISDIR:
    return g_strdup_printf (_ ("“%s” is a folder: name a file in it"), name);
  case ENOTSUP:
    return g_strdup_printf (_ ("“%s” is no file that can be read whole, but a device or the like"),
                            name);
  case EAGAIN:
    return g_strdup_printf (_ ("“%s” is being written by another program: try again after that"),
                            name);
  case EACCES:
  case EPERM:
    return g_strdup_printf (_ ("you are not allowed to read “%s”"), name);
  case EFBIG:
    return g_strdup_printf (_ ("“%s” is too large to be a dataset, a text or a picture of a chart"),
                            name);
  default:
    return g_strdup_printf (_ ("“%s” cannot be read: %s"), name, g_strerror (number));
  }
}

static void
set_error (GError **error, const char *path, int number)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *sentence =
      strstr (path, "://") != NULL && number == ENOENT
          ? g_strdup_printf (_ ("“%s” is an address: save what it leads to on this computer, and "
                                "open that"),
                             name)
          : describe_error (name, number);

  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (number), sentence);
}

/* 0, or the number of the error that keeps what the status is of from being read. */
static int
refuse (const GStatBuf *status, gsize limit)
{
  if (S_ISDIR (status->st_mode))
    return EISDIR;
  if (!S_ISREG (status->st_mode))
    return ENOTSUP;
  return (guint64) status->st_size > limit ? EFBIG : 0;
}

/* A descriptor, or -1 with errno set. Opening a device may already do something, so what it is is
 * asked before, and once more after. */
static int
open_file (const char *path, gsize limit)
{
  GStatBuf status;
  int descriptor;

  if (g_stat (path, &status) != 0)
    return -1;
  errno = refuse (&status, limit);
  if (errno != 0)
    return -1;

  descriptor = g_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
  if (descriptor < 0 || fstat (descriptor, &status) != 0)
    return descriptor;
  errno = refuse (&status, limit);
  if (errno == 0)
    return descriptor;

  close (descriptor);
  errno = refuse (&status, limit);
  return -1;
}

/* Up to the end, which may have moved, but not beyond limit; FALSE with errno set. */
static gboolean
read_all (int descriptor, gsize limit, GByteArray *bytes)
{
  gsize length = 0;

  for (;;) {
    gssize n_read;

    if (bytes->len == length)
      g_byte_array_set_size (bytes, (guint) MIN (MAX (FIRST_ROOM, 2 * length), limit + 1));
    n_read = read (descriptor, bytes->data + length, bytes->len - length);
    if (n_read < 0 && errno == EINTR)
      continue;
    if (n_read < 0)
      return FALSE;
    if (n_read == 0)
      break;
    length += (gsize) n_read;
    if (length > limit) {
      errno = EFBIG;
      return FALSE;
    }
  }
  g_byte_array_set_size (bytes, (guint) length);
  return TRUE;
}

/* What is there to tell by whether another program has written to it. */
static gboolean
is_same (const GStatBuf *a, const GStatBuf *b)
{
  return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
         a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* All of it as it was at one moment; FALSE with errno set, to EAGAIN where it changed meanwhile. */
static gboolean
read_whole (int descriptor, gsize limit, GByteArray *bytes)
{
  GStatBuf before, after;

  if (fstat (descriptor, &before) != 0 || !read_all (descriptor, limit, bytes) ||
      fstat (descriptor, &after) != 0)
    return FALSE;
  errno = EAGAIN;
  return is_same (&before, &after);
}

GBytes *
qm_file_read (const char *path, gsize limit, GError **error)
{
  int number = EAGAIN;

  for (int attempt = 0; attempt < ATTEMPTS && number == EAGAIN; attempt++) {
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    int descriptor = open_file (path, limit);
    gboolean is_read = descriptor >= 0 && read_whole (descriptor, limit, bytes);

    number = errno;
    if (descriptor >= 0)
      close (descriptor);
    if (is_read)
      return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
    if (number == EAGAIN)
      g_usleep (PAUSE);
  }
  set_error (error, path, number);
  return NULL;
}

GBytes *
qm_file_read_stream (int descriptor, const char *name, gsize limit, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (read_all (descriptor, limit, bytes))
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  set_error (error, name, errno);
  return NULL;
}

gboolean
qm_file_begins_with (const char *path, gconstpointer bytes, gsize length)
{
  g_autofree char *start = g_malloc (length);
  int descriptor = open_file (path, G_MAXINT64);
  gboolean is_read = descriptor >= 0 && read (descriptor, start, length) == (gssize) length;

  if (descriptor >= 0)
    close (descriptor);
  return is_read && memcmp (start, bytes, length) == 0;
}
