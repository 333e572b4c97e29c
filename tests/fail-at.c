/* Preloaded: lets one call fail as a bad disk does, the FAIL_AT-th to the function FAIL_CALL that
 * is about an ordinary file which is written, and says so on stderr. */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int
fails (const char *call)
{
  static atomic_int n_calls;
  static const char said[] = "fail-at: here\n";
  const char *name = getenv ("FAIL_CALL"), *at = getenv ("FAIL_AT");

  if (name == NULL || at == NULL || strcmp (name, call) != 0 || ++n_calls != atoi (at))
    return 0;
  dprintf (STDERR_FILENO, "%s", said);
  errno = EIO;
  return 1;
}

static int
is_written (int descriptor)
{
  struct stat status;

  return fstat (descriptor, &status) == 0 && S_ISREG (status.st_mode) &&
         (fcntl (descriptor, F_GETFL) & O_ACCMODE) != O_RDONLY;
}

#define REAL(type, name, ...) ((type (*) (__VA_ARGS__)) (uintptr_t) dlsym (RTLD_NEXT, #name))

ssize_t
write (int descriptor, const void *data, size_t length)
{
  if (is_written (descriptor) && fails ("write"))
    return -1;
  return REAL (ssize_t, write, int, const void *, size_t) (descriptor, data, length);
}

int
fsync (int descriptor)
{
  if (is_written (descriptor) && fails ("fsync"))
    return -1;
  return REAL (int, fsync, int) (descriptor);
}

int
close (int descriptor)
{
  int fail = is_written (descriptor) && fails ("close");
  int result = REAL (int, close, int) (descriptor);

  if (!fail)
    return result;
  errno = EIO;
  return -1;
}

int
fchmod (int descriptor, mode_t mode)
{
  if (fails ("fchmod"))
    return -1;
  return REAL (int, fchmod, int, mode_t) (descriptor, mode);
}

int
linkat (int from_folder, const char *from, int to_folder, const char *to, int flags)
{
  if (fails ("linkat"))
    return -1;
  return REAL (int, linkat, int, const char *, int, const char *, int) (from_folder, from,
                                                                        to_folder, to, flags);
}

int
link (const char *from, const char *to)
{
  if (fails ("link"))
    return -1;
  return REAL (int, link, const char *, const char *) (from, to);
}

int
rename (const char *from, const char *to)
{
  if (fails ("rename"))
    return -1;
  return REAL (int, rename, const char *, const char *) (from, to);
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
  if (fails ("renameat2"))
    return -1;
  return REAL (int, renameat2, int, const char *, int, const char *,
               unsigned) (from_folder, from, to_folder, to, flags);
}
