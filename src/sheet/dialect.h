/* How a file of delimited text writes a table: what divides its cells, what may stand around one,
 * and how that sign is written inside of it. RFC 4180 says comma, quotation mark and two of them;
 * files say otherwise. */
#pragma once

#include <glib.h>

typedef struct {
  char delimiter;   /* '\0': there is one column */
  const char *rest; /* (unowned) what a delimiter of several bytes has behind the first; or NULL */
  char quote;       /* '\0': none */
  char escape;      /* the quote itself, or another sign before it */
  gboolean skips_space; /* a space stands behind each delimiter and is no part of the cell */
  gboolean is_run;      /* several spaces together divide cells, as in columns of one width, and a
                           single one is a letter */
  gboolean has_braces;  /* what stands within {} or [] is one cell: JSON that nothing quotes */
  gboolean is_lax;      /* two quotes before the end of a cell are a letter and that end */
} QmDialect;

/* The whole delimiter: "" where there is one column. */
char *qm_dialect_get_delimiter (const QmDialect *dialect) G_GNUC_WARN_UNUSED_RESULT;

/* By what gives rows of one length whose cells can be told to be numbers, dates or plain words. */
QmDialect qm_dialect_guess (const char *text, gsize length);

/* One record as it was scanned. */
typedef struct {
  gsize end;                /* bytes of the text: where the next one begins */
  guint n_lines;            /* lines that it goes over */
  gboolean is_unclosed;     /* the text ends within quotes */
  gboolean has_stray;       /* a quote stands where none should, */
  gboolean has_late_stray;  /* and that in a later line of its cell */
  gboolean has_split_quote; /* one within a cell that nothing quotes, and one where a later ends */
} QmRecordScan;

/* Scans the record that begins at byte start into cells (element char *, which it clears). A quote
 * at the beginning of cell number literal (or of none: G_MAXUINT) is a letter like others. */
QmRecordScan qm_dialect_scan (const QmDialect *dialect, const char *text, gsize length, gsize start,
                              guint literal, GPtrArray *cells);
