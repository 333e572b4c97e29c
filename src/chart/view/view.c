#include "chart/view/view.h"

#include "base/language.h"
#include "base/words.h"

#include <math.h>
#include <string.h>

const QmView qm_view_default = { 0 };

static void
clear_call_out (gpointer data)
{
  g_strfreev (((QmCallOut *) data)->texts);
}

static GArray *
new_call_outs (void)
{
  GArray *call_outs = g_array_new (FALSE, FALSE, sizeof (QmCallOut));

  g_array_set_clear_func (call_outs, clear_call_out);
  return call_outs;
}

static guint
n_hidden (const QmView *view)
{
  return view->hidden != NULL ? view->hidden->len : 0;
}

static guint
n_call_outs (const QmView *view)
{
  return view->call_outs != NULL ? view->call_outs->len : 0;
}

static QmCallOut *
call_out_at (const QmView *view, guint i)
{
  return &g_array_index (view->call_outs, QmCallOut, i);
}

/* --- The value --- */

QmView
qm_view_copy (const QmView *view)
{
  QmView copy = *view;

  copy.hidden = NULL;
  copy.call_outs = NULL;
  if (n_hidden (view) > 0)
    copy.hidden = g_ptr_array_copy (view->hidden, NULL, NULL);
  if (n_call_outs (view) > 0)
    copy.call_outs = new_call_outs ();
  for (guint i = 0; i < n_call_outs (view); i++) {
    QmCallOut call_out = *call_out_at (view, i);

    call_out.texts = g_strdupv (call_out.texts);
    g_array_append_val (copy.call_outs, call_out);
  }
  return copy;
}

void
qm_view_set (QmView *view, const QmView *other)
{
  QmView copy = qm_view_copy (other);

  qm_view_clear (view);
  *view = copy;
}

void
qm_view_clear (QmView *view)
{
  g_clear_pointer (&view->hidden, g_ptr_array_unref);
  g_clear_pointer (&view->call_outs, g_array_unref);
  *view = qm_view_default;
}

/* --- Entities --- */

/* A dataset's entities, like its claims, are elements of one array: the place in hidden at which
 * the entity stands, or would. */
static guint
find_hidden (const QmView *view, const QmEntity *entity)
{
  guint low = 0, high = n_hidden (view);

  while (low < high) {
    guint middle = (low + high) / 2;

    if ((const QmEntity *) view->hidden->pdata[middle] < entity)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

gboolean
qm_view_is_hidden (const QmView *view, const QmEntity *entity)
{
  guint place = find_hidden (view, entity);

  return place < n_hidden (view) && view->hidden->pdata[place] == entity;
}

void
qm_view_add_hidden (QmView *view, const QmEntity *entity)
{
  if (qm_view_is_hidden (view, entity))
    return;
  if (view->hidden == NULL)
    view->hidden = g_ptr_array_new ();
  g_ptr_array_insert (view->hidden, (int) find_hidden (view, entity), (gpointer) entity);
}

void
qm_view_show (QmView *view, const QmEntity *entity)
{
  if (view->hidden == NULL)
    return;
  g_ptr_array_remove (view->hidden, (gpointer) entity);
  if (view->hidden->len == 0)
    g_clear_pointer (&view->hidden, g_ptr_array_unref);
}

/* --- Time --- */

gboolean
qm_view_covers (const QmView *view, double time)
{
  return qm_view_covers_span (view, time, time);
}

gboolean
qm_view_covers_span (const QmView *view, double from, double to)
{
  return view->from.year == 0 ||
         !(to < qm_date_to_year (view->from) || from > qm_date_to_year (view->to));
}

/* --- Call-outs --- */

static QmCallOut *
find_call_out (const QmView *view, const QmClaim *claim, guint *place)
{
  for (*place = 0; *place < n_call_outs (view); ++*place)
    if (call_out_at (view, *place)->claim >= claim)
      break;
  return *place < n_call_outs (view) && call_out_at (view, *place)->claim == claim
             ? call_out_at (view, *place)
             : NULL;
}

static const char *
find_text (const QmCallOut *call_out, const char *language)
{
  for (gsize i = 0; call_out->texts[i] != NULL; i += 2)
    if (g_str_equal (call_out->texts[i], language))
      return call_out->texts[i + 1];
  return NULL;
}

const char *
qm_call_out_get_text (const QmCallOut *call_out)
{
  const char *text = find_text (call_out, qm_language_current ());

  if (text == NULL)
    text = find_text (call_out, "en");
  return text != NULL ? text : call_out->texts[1];
}

const char *
qm_view_get_call_out (const QmView *view, const QmClaim *claim)
{
  guint place;
  const QmCallOut *call_out = find_call_out (view, claim, &place);

  return call_out != NULL ? qm_call_out_get_text (call_out) : NULL;
}

static guint
count_lines (const char *text)
{
  guint n_lines = 1;

  while ((text = strchr (text, '\n')) != NULL) {
    text++;
    n_lines++;
  }
  return n_lines;
}

/* What is wrong with the text, or NULL. */
static const char *
problem_of (const char *text)
{
  gboolean is_blank = TRUE;

  if (!g_utf8_validate (text, -1, NULL))
    return _ ("a note is a text in UTF-8");
  if (g_utf8_strlen (text, -1) > QM_CALL_OUT_LENGTH)
    return _ ("a note has 240 characters at most");
  if (count_lines (text) > QM_CALL_OUT_LINES)
    return _ ("a note has 8 lines at most");
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);
    GUnicodeType type = g_unichar_type (letter);

    if ((type == G_UNICODE_CONTROL && letter != '\n') || type == G_UNICODE_LINE_SEPARATOR ||
        type == G_UNICODE_PARAGRAPH_SEPARATOR)
      return _ ("a note is plain text");
    is_blank = is_blank && !g_unichar_isgraph (letter);
  }
  return is_blank ? _ ("a note says something") : NULL;
}

static void
remove_call_out (QmView *view, const QmClaim *claim)
{
  guint place;

  if (find_call_out (view, claim, &place) == NULL)
    return;
  g_array_remove_index (view->call_outs, place);
  if (view->call_outs->len == 0)
    g_clear_pointer (&view->call_outs, g_array_unref);
}

gboolean
qm_view_set_call_out (QmView *view, const QmClaim *claim, const char *text, GError **error)
{
  const char *const texts[] = { "", text, NULL };

  if (text != NULL)
    return qm_view_set_call_out_texts (view, claim, texts, error);
  remove_call_out (view, claim);
  return TRUE;
}

gboolean
qm_view_set_call_out_texts (QmView *view, const QmClaim *claim, const char *const *texts,
                            GError **error)
{
  const char *problem = NULL;
  QmCallOut added = { .claim = claim };
  guint place;
  QmCallOut *before = find_call_out (view, claim, &place);

  for (gsize i = 0; texts[i] != NULL && problem == NULL; i += 2)
    problem = problem_of (texts[i + 1]);
  if (problem == NULL && before == NULL && n_call_outs (view) >= QM_MAX_CALL_OUTS)
    problem = _ ("a chart has 20 notes at most");
  if (problem != NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, problem);
    return FALSE;
  }

  if (before != NULL)
    added = *before;
  added.texts = g_strdupv ((char **) texts); /* they may be those that are removed */
  remove_call_out (view, claim);
  if (view->call_outs == NULL)
    view->call_outs = new_call_outs ();
  find_call_out (view, claim, &place);
  g_array_insert_val (view->call_outs, place, added);
  return TRUE;
}

gboolean
qm_view_place_call_out (QmView *view, const QmClaim *claim, double across, double down)
{
  guint place;
  QmCallOut *call_out = find_call_out (view, claim, &place);

  if (!isfinite (across) || !isfinite (down))
    return FALSE;
  if (call_out == NULL)
    return TRUE;
  call_out->is_placed = TRUE;
  call_out->across = round (CLAMP (across, -1, 1) * 1000) / 1000;
  call_out->down = round (CLAMP (down, -1, 1) * 1000) / 1000;
  return TRUE;
}
