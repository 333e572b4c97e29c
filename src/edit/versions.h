/* The versions of a text that is being edited, of which each is kept as what differs from the one
 * it was made of: what is undone and redone goes from one to another. They are numbered from 0. */
#pragma once

#include <glib.h>

typedef struct _QmVersions QmVersions;

QmVersions *qm_versions_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void qm_versions_free (QmVersions *versions); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmVersions, qm_versions_free)

/* The text of the version that it stands at, and its number. (unowned) */
const char *qm_versions_get (const QmVersions *versions);
guint qm_versions_get_number (const QmVersions *versions);

/* Goes on to a new version, made of the one it stands at. Its number; that of the one it stands at
 * for the same text. */
guint qm_versions_add (QmVersions *versions, const char *text);

/* Goes to a version. FALSE, and no change, where there is none of that number. */
gboolean qm_versions_go (QmVersions *versions, guint number);
