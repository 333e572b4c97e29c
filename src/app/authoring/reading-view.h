/* A text that is being read: its paragraphs with their numbers, and its figures underlined, in
 * another way each as they are open, claims or dismissed. One figure is the current one: Tab and
 * the arrow keys go to another, a click as well.
 *
 * Signals: "figure-changed" (another one is current), "opened" (Enter on it), "key-of-figure"
 * (guint key: 1 to 5, Delete, and the letters c, o, w, t, h) and "pointed" (gint64 place: the
 * character of the current figure's paragraph that is pointed at; -1 elsewhere). */
#pragma once

#include "app/widgets/bin.h"
#include "edit/article.h"

#define QM_TYPE_READING_VIEW (qm_reading_view_get_type ())
G_DECLARE_FINAL_TYPE (QmReadingView, qm_reading_view, QM, READING_VIEW, QmBin)

/* The article is borrowed, and has to live until there is another; NULL: there is none. The current
 * figure is the one to go on with. */
void qm_reading_view_set_article (QmReadingView *self, QmArticle *article);

/* To be called when the states of its figures have changed. */
void qm_reading_view_update (QmReadingView *self);

/* The current figure; one that is not there where the text has none. */
gsize qm_reading_view_get_figure (QmReadingView *self);
void qm_reading_view_set_figure (QmReadingView *self, gsize figure);

/* Marks words of the current figure's paragraph, which a field was filled from; none where end is
 * 0. */
void qm_reading_view_mark_words (QmReadingView *self, gsize start, gsize end);
