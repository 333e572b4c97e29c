/* What comes from another program's clipboard: is it a table, and how is it written as text? */
#pragma once

#include <glib.h>

/* Tables within tables, and cells of one, beyond which nothing is read. */
#define QM_PASTED_MAX_DEPTH 64
#define QM_PASTED_MAX_CELLS 2000000

/* TRUE for rows of cells, divided by tabs or as in a CSV file, which no article is written in. */
gboolean qm_pasted_is_table (const char *text);

/* The tables of an HTML document as lines of cells with tabs between them, and a blank line between
 * tables. A cell over several columns is the first of them and leaves the others empty; one over
 * several rows is repeated where it names something, and never where it is a figure. NULL, without
 * an error, where it is no table with some words around it but an article; NULL, with error set,
 * where it has more than a table may have. */
char *qm_pasted_read_html (const char *html, GError **error) G_GNUC_WARN_UNUSED_RESULT;
