#include "sheet/cell-text.h"

#include "base/fold.h"
#include "sheet/cell-digits.h"
#include "sheet/heading.h"
#include "sheet/when.h"

#include <math.h>
#include <string.h>

/* --- Nothing --- */

/* Divided by "|". */
static const char missing[] =
    "-|--|---|–|—|−|…|...|..|.|:|x|(x)|n/a|na|n.a.|n. a.|n.a|#n/a|#na|"
    "#value!|#ref!|#div/0!|null|none|nan|nil|/|k.a.|k. a.|·|•|not available|"
    "not asked|no data|no answer|missing|unknown|not applicable|"
    "nicht erhoben|nicht gefragt|keine angabe|không có|không hỏi|"
    "không khảo sát|không đo|not measured|withheld|confidential|không có số liệu|chưa có|chưa có "
    "số liệu|n.d.|nd|s.o.|*|?|suppressed|"
    "redacted|[c]|[x]|[z]|[w]|[u]|[k]|[low]|(c)|(d)|(s)|(z)|(na)|(nm)";

/* Spaces of whatever kind, and what has no width. */
static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

static char *
trim (const char *cell)
{
  const char *end;

  while (*cell != '\0' && is_space (g_utf8_get_char (cell)))
    cell = g_utf8_next_char (cell);
  for (end = cell + strlen (cell); end > cell;) {
    const char *last = g_utf8_prev_char (end);

    if (!is_space (g_utf8_get_char (last)))
      break;
    end = last;
  }
  return qm_cell_digits_make_plain (cell, (gsize) (end - cell));
}

/* The words, folded, each its own key. */
static GHashTable *
index_missing (void)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) list = g_strsplit (missing, "|", -1);

  for (gsize i = 0; list[i] != NULL; i++)
    g_hash_table_add (words, qm_fold (list[i], QM_FOLD_CASE, NULL));
  return words;
}

/* ":c", ": u": as Eurostat says why. */
static gboolean
is_flagged_colon (const char *cell)
{
  return cell[0] == ':' && strlen (cell) <= 4 &&
         strspn (cell + 1, " bcdefnprsuz") == strlen (cell + 1);
}

gboolean
qm_cell_text_is_missing (const char *cell)
{
  static GHashTable *words;
  static gsize is_open = 0;
  g_autofree char *trimmed = NULL, *folded = NULL;

  if (cell[0] == '\0')
    return TRUE;
  if (strlen (cell) > 200)
    return FALSE;
  if (g_once_init_enter (&is_open)) {
    words = index_missing ();
    g_once_init_leave (&is_open, 1);
  }
  trimmed = trim (cell);
  if (trimmed[0] == '\0')
    return TRUE;
  /* Most cells are figures. */
  if (g_ascii_isdigit (trimmed[0]))
    return FALSE;
  folded = qm_fold (trimmed, QM_FOLD_CASE, NULL);
  return g_hash_table_contains (words, folded) || is_flagged_colon (folded);
}

gboolean
qm_cell_text_says_why (const char *cell)
{
  g_autofree char *trimmed = trim (cell);

  return qm_heading_is (trimmed,
                        "not asked|not measured|nicht gefragt|nicht erhoben|khong hoi|"
                        "khong khao sat|khong do|suppressed|redacted|withheld|confidential");
}

gboolean
qm_cell_text_is_name (const char *cell)
{
  guint n_letters = 0;

  if (!qm_cell_text_is_missing (cell))
    return TRUE;
  for (const char *c = cell; *c != '\0'; c = g_utf8_next_char (c))
    n_letters += g_unichar_isalpha (g_utf8_get_char (c));
  return n_letters > 3;
}

/* --- What stands around them --- */

typedef struct {
  char *before, *digits, *after;
} Parts;

static void
parts_clear (Parts *parts)
{
  g_free (parts->before);
  g_free (parts->digits);
  g_free (parts->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static const char *
find_digit (const char *text)
{
  while (*text != '\0' && !g_ascii_isdigit (*text))
    text++;
  return text;
}

/* The end of digits and of separators between them. */
static const char *
find_end (const char *digit)
{
  const char *end = digit;

  while (g_ascii_isdigit (*end)) {
    const char *next;

    while (g_ascii_isdigit (*end))
      end++;
    if (*end == '\0' || !qm_cell_digits_is_separator (g_utf8_get_char (end)))
      break;
    next = g_utf8_next_char (end);
    if (!g_ascii_isdigit (*next))
      break;
    end = next;
  }
  return end;
}

static gboolean
split (const char *cell, Parts *parts)
{
  const char *digit = find_digit (cell), *end, *start = digit;

  if (*digit == '\0')
    return FALSE;
  end = find_end (digit);
  /* ".5" is a figure as well. */
  if (start > cell && (start[-1] == '.' || start[-1] == ',') &&
      (start - 1 == cell || start[-2] == ' ' || start[-2] == '-'))
    start--;
  parts->before = g_strndup (cell, (gsize) (start - cell));
  parts->digits = start < digit ? g_strdup_printf ("0%.*s", (int) (end - start), start)
                                : g_strndup (start, (gsize) (end - start));
  parts->after = g_strdup (end);
  return TRUE;
}

/* Takes a prefix or suffix off. */
static gboolean
take (char *text, const char *piece, gboolean at_end)
{
  gsize length = strlen (piece);

  if (!(at_end ? g_str_has_suffix (text, piece) : g_str_has_prefix (text, piece)))
    return FALSE;
  if (at_end)
    text[strlen (text) - length] = '\0';
  else
    memmove (text, text + length, strlen (text) - length + 1);
  g_strstrip (text);
  return TRUE;
}

/* Every dash that is written for a minus. */
static gboolean
read_sign (char *before)
{
  static const char *const signs[] = { "-", "−", "–", "‐", "‑", "‒", "—", "﹣", "－" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (take (before, signs[i], TRUE) || take (before, signs[i], FALSE))
      return TRUE;
  return FALSE;
}

static QmPrecision
read_precision (char *before)
{
  static const struct {
    const char *sign;
    QmPrecision precision;
  } signs[] = {
    { "<", QM_UNDER }, { "≤", QM_UNDER }, { ">", QM_OVER },    { "≥", QM_OVER },
    { "~", QM_ABOUT }, { "≈", QM_ABOUT }, { "ca.", QM_ABOUT }, { "c.", QM_ABOUT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (take (before, signs[i].sign, FALSE)) {
      take (before, "=", FALSE);
      return signs[i].precision;
    }
  return QM_EXACT;
}

/* "1.5e+05", "2E3". */
static gboolean
read_exponent (char *after, double *value)
{
  g_autofree char *whole = NULL;
  char *end;
  gint64 power;

  if ((after[0] != 'e' && after[0] != 'E') || after[1] == '\0')
    return FALSE;
  power = g_ascii_strtoll (after + 1, &end, 10);
  if (end == after + 1 || *end != '\0' || power < -300 || power > 300)
    return FALSE;
  /* Multiplied, 5.6e-02 would be 0.055999999999999994. */
  whole = g_strdup_printf ("%.15ge%d", *value, (int) power);
  *value = g_ascii_strtod (whole, NULL);
  after[0] = '\0';
  return TRUE;
}

static gboolean
is_mark (const char *text)
{
  static const char *const signs[] = { "*", "**", "***", "†", "‡", "§", "¹", "²", "³", "⁴", "⁵" };
  gsize length = strlen (text);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (text, signs[i]))
      return TRUE;
  /* Offices write p for provisional, r for revised, and so on. "1)" and "(a)" lead to a note. */
  if (length == 1)
    return strchr ("pbrecdfsunz", text[0]) != NULL;
  return length > 1 && length <= 4 && (text[length - 1] == ')' || text[length - 1] == ']') &&
         strspn (text, "([0123456789abcdefprsu)]") == length;
}

/* "MG-8769", "B200" and "±5" are no figures: what stands before a number is the sign of a currency
 * or nothing. */
static gboolean
is_currency (const char *before)
{
  const char *unit = before[0] != '\0' ? qm_heading_unit_of_sign (before) : NULL;

  if (before[0] == '\0' || (unit != NULL && strlen (unit) == 3))
    return TRUE;
  return g_unichar_type (g_utf8_get_char (before)) == G_UNICODE_CURRENCY_SYMBOL;
}

/* What stands behind a figure and says how sure it is, or how large beside another: "± 0.4" and
 * "(2.3)", "(45%)", "[note 2]". It is kept as it is written. */
static gboolean
is_remark (const char *after)
{
  gsize length = strlen (after);

  if (length < 3 || length >= sizeof ((QmCellFigure *) 0)->flag)
    return FALSE;
  if (g_str_has_prefix (after, "±"))
    return TRUE;
  return (after[0] == '(' || after[0] == '[') && strchr (")]", after[length - 1]) != NULL &&
         *find_digit (after) != '\0' && strpbrk (after + 1, "([") == NULL;
}

static gboolean
is_ordinal (const char *after)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", "er", "e", "º", "ª", NULL };

  return g_strv_contains (endings, after);
}

/* A unit is short and has no digits. */
static gboolean
is_unit (const char *text)
{
  return strlen (text) < sizeof ((QmCellFigure *) 0)->unit && *find_digit (text) == '\0' &&
         strpbrk (text, "=\":;|_@") == NULL &&
         (strchr (text, '/') == NULL || qm_heading_unit_of_sign (text) != NULL);
}

/* "1.2M", "850k": what a letter at the digits says; "3 bn", "3 Mio. €": what words do. A scale that
 * stands alone is taken off, so that another sign may stand before the figure. */
static double
take_scale (char *after, gboolean is_glued, gboolean is_of_money)
{
  static const struct {
    const char *letter;
    double scale;
  } letters[] = { { "K", 1e3 }, { "k", 1e3 }, { "M", 1e6 }, { "B", 1e9 }, { "m", 1e6 } };
  /* "m" is a million of money alone. */
  gsize n = G_N_ELEMENTS (letters) - !is_of_money;
  double scale;

  for (gsize i = 0; i < n && is_glued; i++)
    if (g_str_equal (after, letters[i].letter)) {
      after[0] = '\0';
      return letters[i].scale;
    }
  scale = after[0] != '\0' && is_unit (after) ? qm_heading_scale_of_sign (after) : 1;
  if (scale > 1 && qm_heading_unit_of_sign (after) == NULL)
    after[0] = '\0';
  return scale;
}

static void
take_mark (Parts *parts, QmCellFigure *figure)
{
  if (!is_mark (parts->after) && !is_remark (parts->after))
    return;
  g_strlcpy (figure->flag, parts->after, sizeof figure->flag);
  parts->after[0] = '\0';
}

/* "4380.1 1)": the mark of a note, which would be read as digits of the figure. */
static void
take_note_mark (char *cell, QmCellFigure *figure)
{
  char *mark = strrchr (cell, ' ');
  gsize n = mark != NULL ? strspn (mark + 1, "0123456789") : 0;

  if (n == 0 || n > 2 || !g_str_equal (mark + 1 + n, ")") || mark == cell ||
      !g_ascii_isdigit (mark[-1]) || strchr (cell, '(') != NULL)
    return;
  g_strlcpy (figure->flag, mark + 1, sizeof figure->flag);
  *mark = '\0';
}

static gboolean
read_surroundings (Parts *parts, QmCellFigure *figure, gboolean *is_negative)
{
  gboolean is_glued = g_ascii_isalpha (parts->after[0]);

  g_strstrip (parts->before);
  g_strstrip (parts->after);
  /* "(1,234)", "$(1,234)" and "(1.5%)" in accounts, and "12-". */
  *is_negative = (parts->after[0] == ')' || strchr (parts->after, '(') == NULL) &&
                 strchr (parts->after, ')') != NULL &&
                 (take (parts->before, "(", FALSE) || take (parts->before, "(", TRUE)) &&
                 (take (parts->after, ")", FALSE) || take (parts->after, ")", TRUE));
  figure->precision = read_precision (parts->before);
  *is_negative |= read_sign (parts->before) || g_str_equal (parts->after, "-");
  if (g_str_equal (parts->after, "-"))
    parts->after[0] = '\0';
  take (parts->before, "+", FALSE);
  read_exponent (parts->after, &figure->value);
  take_mark (parts, figure);
  if (figure->precision == QM_EXACT && take (parts->after, "+", FALSE))
    figure->precision = QM_OVER;
  figure->is_percent = take (parts->after, "%", FALSE);
  take_mark (parts, figure);
  figure->scale = take_scale (parts->after, is_glued, parts->before[0] != '\0');
  if ((parts->before[0] != '\0' && parts->after[0] != '\0') || !is_unit (parts->before) ||
      !is_unit (parts->after) || !is_currency (parts->before) || is_ordinal (parts->after))
    return FALSE;
  g_strlcpy (figure->unit, parts->before[0] != '\0' ? parts->before : parts->after,
             sizeof figure->unit);
  return TRUE;
}

/* --- Figures --- */

gboolean
qm_cell_text_read (const char *cell, char decimal, QmCellFigure *figure)
{
  g_autofree char *trimmed = strlen (cell) < 60 ? trim (cell) : NULL;
  g_auto (Parts) parts = { 0 };
  QmCellFigure read = { .precision = QM_EXACT, .scale = 1 };
  gboolean is_negative;

  if (trimmed == NULL || qm_cell_text_is_missing (trimmed))
    return FALSE;
  /* What our own CSV puts before a text that could be taken for a formula. */
  if (trimmed[0] == '\'' && strchr ("+-", trimmed[1]) != NULL)
    memmove (trimmed, trimmed + 1, strlen (trimmed));
  take_note_mark (trimmed, &read);
  if (!split (trimmed, &parts) ||
      !qm_cell_digits_read (parts.digits, decimal, &read.value, &read.is_code) ||
      !read_surroundings (&parts, &read, &is_negative))
    return FALSE;
  read.is_plain = strspn (trimmed, "0123456789") == strlen (trimmed);
  if (is_negative)
    read.value = -read.value;
  *figure = read;
  return TRUE;
}

char *
qm_cell_text_value (const char *cell, char decimal)
{
  QmCellFigure figure = { 0 };

  qm_cell_text_read (cell, decimal, &figure);
  return g_strdup_printf ("%.15g", figure.value);
}

QmCellReadings
qm_cell_text_readings (const char *cell)
{
  QmCellFigure point, comma;
  gboolean by_point = qm_cell_text_read (cell, '.', &point),
           by_comma = qm_cell_text_read (cell, ',', &comma);

  if (by_point && by_comma && !(fabs (point.value - comma.value) > 0))
    return QM_READ_EITHER;
  return (by_point ? QM_READ_POINT : QM_READ_NOT) | (by_comma ? QM_READ_COMMA : QM_READ_NOT);
}

/* --- Types --- */

static gboolean
is_clock (const char *cell)
{
  return strlen (cell) >= 4 && strlen (cell) <= 8 &&
         strspn (cell, "0123456789:") == strlen (cell) && strchr (cell, ':') != NULL;
}

/* A comma or semicolon in words has a space behind it. */
static gboolean
is_words (const char *cell)
{
  gsize length = strlen (cell);

  if (strchr ("\"'", cell[0]) != NULL || cell[length - 1] == '"' ||
      strpbrk (cell, "\t|^~\n") != NULL)
    return FALSE;
  for (const char *c = cell; *c != '\0'; c++)
    if ((*c == ',' || *c == ';') && c[1] != ' ')
      return FALSE;
  return TRUE;
}

gboolean
qm_cell_text_is_known (const char *cell)
{
  g_autofree char *trimmed = trim (cell);
  QmWhen when;

  return qm_cell_text_is_missing (trimmed) || qm_cell_text_readings (trimmed) != QM_READ_NOT ||
         is_clock (trimmed) || qm_when_read (trimmed, QM_DAY_FIRST, &when) || is_words (trimmed);
}
