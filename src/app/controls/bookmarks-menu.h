/* A button with the dataset's bookmarks: to go to one, to name what is shown now, to rename and to
 * remove. */
#pragma once

#include "app/files/bookmarks.h"
#include "app/widgets/bin.h"

#define QM_TYPE_BOOKMARKS_MENU (qm_bookmarks_menu_get_type ())
G_DECLARE_FINAL_TYPE (QmBookmarksMenu, qm_bookmarks_menu, QM, BOOKMARKS_MENU, QmBin)

/* Shows the bookmarks of the session's dataset, in place of those of another. */
void qm_bookmarks_menu_set (QmBookmarksMenu *self, QmSession *session, QmBookmarks *bookmarks);

/* Opens with a name for what is shown in front, ready to be changed and kept. */
void qm_bookmarks_menu_open (QmBookmarksMenu *self);
