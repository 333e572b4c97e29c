/* What a document's files share: its reading, its editing, and what is kept beside it. */
#pragma once

#include "app/files/document.h"
#include "app/files/draft.h"
#include "app/files/file-watch.h"
#include "app/files/version.h"
#include "edit/versions.h"

struct _QmDocument {
  GObject parent_instance;

  char *path; /* NULL for the built-in dataset */
  GFile *file;
  char *key;
  char *name;
  QmState *state;
  QmBookmarks *bookmarks;
  QmVersion *now;    /* of the file */
  QmVersion *good;   /* the last one of the file; NULL: none yet */
  QmVersion *edited; /* NULL: it is the good one */
  QmVersions *texts; /* NULL until it is edited */
  GBytes *base;      /* what the file held when editing began, or NULL: nothing */
  char *reading;     /* or NULL */
  gboolean keeps_reading;
  gboolean has_looked; /* for what was kept */
  char *table;         /* or NULL */
  gboolean is_table_open;
  char *entries;        /* or NULL */
  QmDraft *draft;       /* NULL until something is not saved */
  QmVersion *doubtful;  /* not believed yet; or NULL */
  gboolean is_reading;  /* in a thread */
  gboolean is_outdated; /* the file may have changed since that began */
  guint believe_id;
  guint watch_id;
  QmFileWatch *watch;
};

/* Without a version yet. */
QmDocument *qm_document_make (GFile *file, QmState *state) G_GNUC_WARN_UNUSED_RESULT;

/* What it is of. */
void qm_document_set_file (QmDocument *self, GFile *file);

/* Emits "changed". */
void qm_document_tell (QmDocument *self);

/* --- Reading --- */

/* The file holds that now; what is good of it is what the document has. */
void qm_document_accept (QmDocument *self, QmVersion *version);

/* Whether the file has changed; believes: what is no dataset is taken for what it is meant to be.
 */
void qm_document_look_again (QmDocument *self, gboolean believes);

/* Waits whether that version stays; NULL: for none. */
void qm_document_doubt (QmDocument *self, QmVersion *version);

/* From now on, in place of the file that was watched before. */
void qm_document_watch (QmDocument *self);

/* It is the dataset that was last used. */
void qm_document_remember (QmDocument *self);

/* The file's text is a version like others: it can be gone back from. */
void qm_document_begin_from_file (QmDocument *self);

/* --- What is kept --- */

/* Writes down what is not saved, or that there is nothing. */
void qm_document_keep_draft (QmDocument *self);

/* Whether what is being read for it is kept on this computer, under its key. */
gboolean qm_document_is_reading_kept (QmDocument *self);
