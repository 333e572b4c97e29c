/* Views of one dataset to which the reader has given names, to come back to. They are kept from one
 * start to the next (state.h), and all windows with that dataset have the same ones. The signal
 * "changed" says that there are others now. */
#pragma once

#include "app/session/session.h"

/* Bookmarks of a dataset, and characters of a name, at most. */
#define QM_MAX_BOOKMARKS 200
#define QM_BOOKMARK_NAME_LENGTH 80

typedef struct {
  char *name; /* a line of text, not blank; each is there once */
  char *view; /* the chart and its view, as view-json.h writes them */
} QmBookmark;

#define QM_TYPE_BOOKMARKS (qm_bookmarks_get_type ())
G_DECLARE_FINAL_TYPE (QmBookmarks, qm_bookmarks, QM, BOOKMARKS, GObject)

QmBookmarks *qm_bookmarks_new (void) G_GNUC_WARN_UNUSED_RESULT;

guint qm_bookmarks_get_n (QmBookmarks *self);

/* In the order in which they were added. (unowned, until the next change) */
const QmBookmark *qm_bookmarks_get (QmBookmarks *self, guint index);

/* The index of the one of that name, or -1. */
int qm_bookmarks_find (QmBookmarks *self, const char *name);

/* A name for what the session shows in front that is not taken yet: the chart's, or that and a
 * number. */
char *qm_bookmarks_suggest_name (QmBookmarks *self, QmSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps the chart in front and its view under that name, at the end, or in place of what has that
 * name. A name that is too long is shortened. FALSE, and no change, where it is blank or there are
 * too many. */
gboolean qm_bookmarks_add (QmBookmarks *self, const char *name, QmSession *session);

/* The same for a view as JSON, at a place: what has been removed can be put back by it. FALSE as
 * well where the name is taken. */
gboolean qm_bookmarks_insert (QmBookmarks *self, guint index, const char *name, const char *view);

/* FALSE, and no change, where the name is blank or another has it. */
gboolean qm_bookmarks_rename (QmBookmarks *self, guint index, const char *name);

void qm_bookmarks_remove (QmBookmarks *self, guint index);

/* Takes back what was done to the bookmark of that name: it has that view again, at that place or
 * the last there is, or is not there where view is NULL. */
void qm_bookmarks_put_back (QmBookmarks *self, guint index, const char *name, const char *view);

/* Shows it in front, as far as the dataset still has what it names; that is one step to undo.
 * FALSE, and no change, where the dataset does not have the chart. */
gboolean qm_bookmarks_go (QmBookmarks *self, guint index, QmSession *session);
