/* Of pages that are asked for by their size C knows nothing. */
#define _DEFAULT_SOURCE

#include "export/surface.h"

#include <glib.h>
#include <sys/mman.h>

#define HUGE_PAGE ((gsize) 2 << 20)

typedef struct {
  gpointer start;
  gsize length;
} Memory;

static void
free_memory (gpointer data)
{
  Memory *memory = data;

  munmap (memory->start, memory->length);
  g_free (memory);
}

/* A picture of 1920 × 1080 lies in two thousand pages of the usual size, or in five huge ones, and
 * to get the former when each is first written takes as long as to compress it. NULL where there
 * are none. */
static Memory *
new_memory (gsize length)
{
#ifdef MADV_HUGEPAGE
  gpointer start = mmap (NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  if (start == MAP_FAILED)
    return NULL;
  madvise (start, length, MADV_HUGEPAGE);
  return g_memdup2 (&(Memory) { start, length }, sizeof (Memory));
#else
  return NULL;
#endif
}

cairo_surface_t *
qm_surface_new (cairo_format_t format, int columns, int rows)
{
  static const cairo_user_data_key_t key;
  int stride = cairo_format_stride_for_width (format, columns);
  gsize length = stride > 0 && rows > 0 ? (gsize) stride * (gsize) rows : 0;
  Memory *memory = length >= HUGE_PAGE ? new_memory (length + HUGE_PAGE) : NULL;
  cairo_surface_t *surface;
  guint8 *pixels;

  if (memory == NULL)
    return cairo_image_surface_create (format, columns, rows);
  pixels = memory->start;
  pixels += HUGE_PAGE - GPOINTER_TO_SIZE (pixels) % HUGE_PAGE;
  surface = cairo_image_surface_create_for_data (pixels, format, columns, rows, stride);
  if (cairo_surface_set_user_data (surface, &key, memory, free_memory) != CAIRO_STATUS_SUCCESS) {
    cairo_surface_finish (surface);
    free_memory (memory);
  }
  return surface;
}
