/* An annotated draft, for an editor: the text that claims are quoted from, with its paragraphs
 * numbered and each claim marked where it stands; and of each what it says, its source and place,
 * how it is computed, and who has checked it. */
#pragma once

#include "edit/article.h"

#include <gio/gio.h>

typedef enum { QM_ANNOTATE_HTML, QM_ANNOTATE_ODT } QmAnnotateFormat;

/* By the end of a file's name, ".html", ".htm" or ".odt". FALSE, and no change, for any other. */
gboolean qm_annotate_find_format (const char *name, QmAnnotateFormat *format);

/* The draft as the bytes of a file, in the language in use. article is the text, which is of the
 * source that most of its quotations are of unless it has one; NULL: only the claims are told. NULL
 * if and only if error is set: it would be larger than a file can be. */
GBytes *qm_annotate (const QmDataset *dataset, QmArticle *article, QmAnnotateFormat format,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
