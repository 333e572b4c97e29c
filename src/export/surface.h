/* Pixels to draw on, in memory that the system hands over fast. */
#pragma once

#include <cairo.h>

/* A surface of that many pixels, all of them nothing. As with Cairo's own, what went wrong is its
 * status. */
cairo_surface_t *qm_surface_new (cairo_format_t format, int columns, int rows);
