#include "app/files/bookmarks.h"

#include "chart/view/view-json.h"

struct _QmBookmarks {
  GObject parent_instance;

  GPtrArray *bookmarks; /* QmBookmark */
};

G_DEFINE_FINAL_TYPE (QmBookmarks, qm_bookmarks, G_TYPE_OBJECT)

static guint changed_signal;

/* Room for a space and up to QM_MAX_BOOKMARKS. */
#define N_NUMBER_CHARACTERS 4

/* --- Bookmarks --- */

static QmBookmark *
bookmark_new (const char *name, const char *view)
{
  QmBookmark *bookmark = g_new (QmBookmark, 1);

  *bookmark = (QmBookmark) { g_strdup (name), g_strdup (view) };
  return bookmark;
}

static void
bookmark_free (gpointer data)
{
  QmBookmark *bookmark = data;

  g_free (bookmark->name);
  g_free (bookmark->view);
  g_free (bookmark);
}

/* The text's first so many characters. */
static char *
shorten (const char *text, glong n_characters)
{
  return g_utf8_strlen (text, -1) > n_characters
             ? g_strchomp (g_utf8_substring (text, 0, n_characters))
             : g_strdup (text);
}

/* One line without spaces around it, not too long; NULL where nothing is left. */
static char *
tidy_name (const char *name)
{
  g_autofree char *line = g_strdelimit (g_strdup (name), "\n\r\t\v\f", ' ');

  g_strstrip (line);
  if (*line == '\0' || !g_utf8_validate (line, -1, NULL))
    return NULL;
  return shorten (line, QM_BOOKMARK_NAME_LENGTH);
}

static char *
view_in_front (QmSession *session)
{
  return qm_view_to_json (qm_session_get_chart (session), qm_session_get_view (session));
}

/* --- The object --- */

static void
qm_bookmarks_finalize (GObject *object)
{
  g_ptr_array_unref (QM_BOOKMARKS (object)->bookmarks);
  G_OBJECT_CLASS (qm_bookmarks_parent_class)->finalize (object);
}

static void
qm_bookmarks_class_init (QmBookmarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qm_bookmarks_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
qm_bookmarks_init (QmBookmarks *self)
{
  self->bookmarks = g_ptr_array_new_with_free_func (bookmark_free);
}

QmBookmarks *
qm_bookmarks_new (void)
{
  return g_object_new (QM_TYPE_BOOKMARKS, NULL);
}

guint
qm_bookmarks_get_n (QmBookmarks *self)
{
  g_return_val_if_fail (QM_IS_BOOKMARKS (self), 0);

  return self->bookmarks->len;
}

const QmBookmark *
qm_bookmarks_get (QmBookmarks *self, guint index)
{
  g_return_val_if_fail (QM_IS_BOOKMARKS (self), NULL);
  g_return_val_if_fail (index < self->bookmarks->len, NULL);

  return g_ptr_array_index (self->bookmarks, index);
}

int
qm_bookmarks_find (QmBookmarks *self, const char *name)
{
  g_return_val_if_fail (QM_IS_BOOKMARKS (self), -1);
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < self->bookmarks->len; i++)
    if (g_str_equal (qm_bookmarks_get (self, i)->name, name))
      return (int) i;
  return -1;
}

char *
qm_bookmarks_suggest_name (QmBookmarks *self, QmSession *session)
{
  const char *chart = qm_text_get (qm_session_get_chart (session)->name);
  g_autofree char *start = shorten (chart, QM_BOOKMARK_NAME_LENGTH - N_NUMBER_CHARACTERS);
  char *name = g_strdup (start);

  for (int number = 2; qm_bookmarks_find (self, name) >= 0; number++) {
    g_free (name);
    name = g_strdup_printf ("%s %d", start, number);
  }
  return name;
}

gboolean
qm_bookmarks_add (QmBookmarks *self, const char *name, QmSession *session)
{
  g_autofree char *tidy = tidy_name (name);
  g_autofree char *view = view_in_front (session);
  int index = tidy != NULL ? qm_bookmarks_find (self, tidy) : -1;

  if (index < 0)
    return qm_bookmarks_insert (self, qm_bookmarks_get_n (self), name, view);

  bookmark_free (self->bookmarks->pdata[index]);
  self->bookmarks->pdata[index] = bookmark_new (tidy, view);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

gboolean
qm_bookmarks_insert (QmBookmarks *self, guint index, const char *name, const char *view)
{
  g_autofree char *tidy = NULL;

  g_return_val_if_fail (QM_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (index <= self->bookmarks->len, FALSE);
  g_return_val_if_fail (name != NULL && view != NULL, FALSE);

  tidy = tidy_name (name);
  if (tidy == NULL || qm_bookmarks_find (self, tidy) >= 0 ||
      self->bookmarks->len >= QM_MAX_BOOKMARKS)
    return FALSE;

  g_ptr_array_insert (self->bookmarks, (int) index, bookmark_new (tidy, view));
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

gboolean
qm_bookmarks_rename (QmBookmarks *self, guint index, const char *name)
{
  g_autofree char *tidy = NULL;
  QmBookmark *bookmark;

  g_return_val_if_fail (QM_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (index < self->bookmarks->len, FALSE);

  bookmark = g_ptr_array_index (self->bookmarks, index);
  tidy = tidy_name (name);
  if (tidy == NULL)
    return FALSE;
  if (qm_bookmarks_find (self, tidy) >= 0)
    return g_str_equal (bookmark->name, tidy);

  g_free (bookmark->name);
  bookmark->name = g_steal_pointer (&tidy);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

void
qm_bookmarks_remove (QmBookmarks *self, guint index)
{
  g_return_if_fail (QM_IS_BOOKMARKS (self));
  g_return_if_fail (index < self->bookmarks->len);

  g_ptr_array_remove_index (self->bookmarks, index);
  g_signal_emit (self, changed_signal, 0);
}

void
qm_bookmarks_put_back (QmBookmarks *self, guint index, const char *name, const char *view)
{
  int now;

  g_return_if_fail (QM_IS_BOOKMARKS (self));

  now = qm_bookmarks_find (self, name);
  if (now >= 0)
    qm_bookmarks_remove (self, (guint) now);
  if (view != NULL)
    qm_bookmarks_insert (self, MIN (index, self->bookmarks->len), name, view);
}

gboolean
qm_bookmarks_go (QmBookmarks *self, guint index, QmSession *session)
{
  const QmBookmark *bookmark = qm_bookmarks_get (self, index);
  g_auto (QmView) view = qm_view_default;
  const QmChart *chart = NULL;

  if (!qm_view_adapt_json (qm_session_get_dataset (session), bookmark->view, &chart, &view))
    return FALSE;

  qm_session_show (session, chart, &view);
  return TRUE;
}
