#include "sheet/dialect.h"

#include <string.h>

/* A quote that nothing closes takes in all that follows: a cell that goes over more lines or bytes
 * has one. */
#define MAX_LINES 200
#define MAX_BYTES 65536

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

typedef struct {
  const QmDialect *dialect;
  const char *text;
  gsize length;
  gsize at;
  GString *cell;
  QmRecordScan record;
  gboolean is_open; /* a quote stands within a cell before */
} Scanner;

/* In columns of one width spaces stand also before the line's end. */
static gsize
skip_run (const Scanner *self, gsize at)
{
  while (self->dialect->is_run && at < self->length && self->text[at] == ' ')
    at++;
  return at;
}

/* The bytes of the delimiter. */
static gsize
width_of (const QmDialect *dialect)
{
  return 1 + (dialect->rest != NULL ? strlen (dialect->rest) : 0);
}

static gboolean
is_delimiter (const Scanner *self, gsize at)
{
  const QmDialect *dialect = self->dialect;
  gsize n = width_of (dialect);

  return dialect->delimiter != '\0' && self->text[at] == dialect->delimiter &&
         (n == 1 ||
          (self->length - at >= n && memcmp (self->text + at + 1, dialect->rest, n - 1) == 0));
}

static gboolean
ends_cell (const Scanner *self, gsize at)
{
  if (at >= self->length || is_line_end (self->text[at]))
    return TRUE;
  if (!is_delimiter (self, at))
    return FALSE;
  return !self->dialect->is_run || skip_run (self, at) > at + 1 || at + 1 >= self->length ||
         is_line_end (self->text[at + 1]);
}

/* TRUE where a quote at that byte closes a cell: nothing but spaces stands before what ends it. */
static gboolean
closes (const Scanner *self, gsize at)
{
  gsize behind = at + 1;

  while (behind < self->length && self->text[behind] == ' ' && self->dialect->delimiter != ' ')
    behind++;
  return ends_cell (self, behind);
}

static void
append_line_end (Scanner *self)
{
  if (self->text[self->at] == '\r' && self->at + 1 < self->length &&
      self->text[self->at + 1] == '\n')
    self->at++;
  self->at++;
  self->record.n_lines++;
  g_string_append_c (self->cell, '\n');
}

static gboolean
is_escaped (const Scanner *self)
{
  const QmDialect *dialect = self->dialect;
  char c = self->text[self->at], next;

  if (self->at + 1 >= self->length || c != dialect->escape)
    return FALSE;
  next = self->text[self->at + 1];
  if (dialect->is_lax && next == dialect->quote && closes (self, self->at + 1))
    return FALSE;
  return next == dialect->quote || (c == '\\' && next == '\\');
}

static void
scan_quoted (Scanner *self)
{
  guint n_lines = self->record.n_lines;

  self->at++;
  while (self->at < self->length && self->record.n_lines <= MAX_LINES &&
         self->cell->len <= MAX_BYTES) {
    char c = self->text[self->at];

    if (is_escaped (self)) {
      g_string_append_c (self->cell, self->text[self->at + 1]);
      self->at += 2;
    } else if (c == self->dialect->quote && closes (self, self->at)) {
      for (self->at++; !ends_cell (self, self->at);)
        self->at++;
      /* What began within a cell before ended here, and what stands between was never quoted. */
      self->record.has_split_quote |= self->is_open && self->record.has_stray;
      return;
    } else if (is_line_end (c)) {
      append_line_end (self);
    } else {
      self->record.has_stray |= c == self->dialect->quote;
      self->record.has_late_stray |= c == self->dialect->quote && self->record.n_lines > n_lines;
      g_string_append_c (self->cell, c);
      self->at++;
    }
  }
  self->record.is_unclosed = TRUE;
}

/* A quote that begins within one cell and ends with a later one: a delimiter is missing. */
static void
note_split_quote (Scanner *self)
{
  const GString *cell = self->cell;
  char quote = self->dialect->quote;
  guint n = 0;

  for (gsize i = 0; quote != '\0' && i < cell->len; i++)
    n += cell->str[i] == quote;
  if (n % 2 == 0)
    return;
  if (cell->str[cell->len - 1] == quote)
    self->record.has_split_quote |= self->is_open;
  else
    self->is_open = TRUE;
}

/* Behind braces that are closed before the line's end; at: where they are not. */
static gsize
skip_braces (const Scanner *self, gsize at)
{
  gboolean is_quoted = FALSE;
  guint depth = 0;

  for (gsize i = at; i < self->length && !is_line_end (self->text[i]); i++) {
    char c = self->text[i];

    if (c == '"')
      is_quoted = !is_quoted;
    else if (is_quoted)
      i += c == '\\';
    else if (c == '{' || c == '[')
      depth++;
    else if ((c == '}' || c == ']') && --depth == 0)
      return i + 1;
  }
  return at;
}

static void
scan_bare (Scanner *self)
{
  if (self->dialect->has_braces && self->at < self->length &&
      (self->text[self->at] == '{' || self->text[self->at] == '[')) {
    gsize end = skip_braces (self, self->at);

    if (ends_cell (self, end)) {
      g_string_append_len (self->cell, self->text + self->at, (gssize) (end - self->at));
      self->at = end;
      return;
    }
  }
  while (!ends_cell (self, self->at)) {
    if (self->dialect->escape != self->dialect->quote && is_escaped (self))
      self->at++;
    g_string_append_c (self->cell, self->text[self->at++]);
  }
  note_split_quote (self);
}

static void
scan_cell (Scanner *self, gboolean is_literal)
{
  gsize start = self->at;

  if (self->dialect->delimiter != ' ')
    while (self->at < self->length && self->text[self->at] == ' ')
      self->at++;
  if (!is_literal && self->dialect->quote != '\0' && self->at < self->length &&
      self->text[self->at] == self->dialect->quote) {
    scan_quoted (self);
    return;
  }
  if (!self->dialect->skips_space)
    self->at = start;
  scan_bare (self);
}

QmRecordScan
qm_dialect_scan (const QmDialect *dialect, const char *text, gsize length, gsize start,
                 guint literal, GPtrArray *cells)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  Scanner self = { dialect, text, length, start, cell, { .n_lines = 1 }, FALSE };

  g_ptr_array_set_size (cells, 0);
  for (;;) {
    g_string_truncate (cell, 0);
    scan_cell (&self, cells->len == literal);
    g_ptr_array_add (cells, g_strndup (cell->str, cell->len));
    self.at = skip_run (&self, self.at);
    if (self.at >= length || is_line_end (text[self.at]))
      break;
    self.at += dialect->is_run ? 0 : width_of (dialect);
  }
  if (self.at < length)
    self.at += text[self.at] == '\r' && self.at + 1 < length && text[self.at + 1] == '\n' ? 2 : 1;
  self.record.end = self.at;
  return self.record;
}

char *
qm_dialect_get_delimiter (const QmDialect *dialect)
{
  const char first[] = { dialect->delimiter, '\0' };

  return g_strconcat (first, dialect->rest, NULL);
}
