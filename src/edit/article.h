/* A text that is being read for its figures: each is open, dismissed, or a claim of the dataset
 * that is made of it. Nothing becomes a claim by itself. Places are characters of a paragraph. */
#pragma once

#include "edit/guess.h"

typedef struct _QmArticle QmArticle;

typedef enum { QM_FIGURE_OPEN, QM_FIGURE_CLAIM, QM_FIGURE_DISMISSED } QmFigureState;

typedef struct {
  gsize paragraph; /* from 1 */
  gsize start, end;
  gboolean is_bare; /* a number without a unit */
  QmFigureState state;
  char *claim; /* the id of the first claim that quotes it; NULL unless it is one */
} QmReadFigure;

/* Bytes of a text that can be read figure by figure, and its figures: a book has fewer. */
#define QM_ARTICLE_MAX_LENGTH (1024 * 1024)
#define QM_ARTICLE_MAX_FIGURES 20000

/* The text in UTF-8. Where it has no blank lines each line is a paragraph. One that is far too long
 * for that is divided where a sentence or a word ends. */
QmArticle *qm_article_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void qm_article_free (QmArticle *article); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmArticle, qm_article_free)

/* The texts of one document (element QmArticle *), of which the reader is in the one of that
 * number, as JSON and back, to go on another time; free with g_ptr_array_unref(). What is no such
 * JSON has none. */
char *qm_article_list_to_json (const GPtrArray *articles, guint current) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *qm_article_list_from_json (const char *json, guint *current) G_GNUC_WARN_UNUSED_RESULT;

/* NULL ends them. (unowned) */
const char *const *qm_article_get_paragraphs (const QmArticle *article);

gsize qm_article_count (const QmArticle *article);

/* (unowned) */
const QmReadFigure *qm_article_get (const QmArticle *article, gsize figure);

/* Forgets what is typed for a figure. */
void qm_article_forget_typed (QmArticle *article, gsize figure);

/* Has no effect on one that is a claim. */
void qm_article_dismiss (QmArticle *article, gsize figure, gboolean is_dismissed);

/* Looks in the dataset, which may be NULL, for the claims that quote the figures. */
void qm_article_match (QmArticle *article, const QmDataset *dataset);

/* The text is a newer version of the other one, if claims of the dataset that are quoted from that
 * are found in this one: then it is of the same source. FALSE, and no change, where none is. */
gboolean qm_article_continue (QmArticle *article, const QmArticle *older, const QmDataset *dataset);

/* TRUE for a claim that cites the text's source by words that are not found in this version of it.
 */
gboolean qm_article_lacks (const QmArticle *article, const QmClaim *claim);

/* How many claims cite the text's source by words that are not found in this version of it. */
gsize qm_article_count_lost (const QmArticle *article, const QmDataset *dataset);

/* Of a text without a source: it is of that of the dataset which is called as it begins, or else,
 * of those that have a title, the one most figures of which stand in the paragraphs that claims
 * cite. Has no effect where there is none. */
void qm_article_recognise (QmArticle *article, const QmDataset *dataset);

/* The first figure of the paragraph that the claim cites of the text. FALSE, and no change, where
 * it cites none that has one. */
gboolean qm_article_find_paragraph (const QmArticle *article, const QmClaim *claim, gsize *figure);

/* All claims that quote a figure, as ranks do that are told together (element const QmClaim *). */
GPtrArray *qm_article_list_claims (const QmArticle *article, gsize figure,
                                   const QmDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;

/* How many are in that state. */
gsize qm_article_count_in (const QmArticle *article, QmFigureState state);

/* The figure after this one that is still open, or before it where step is -1, and around; figure
 * where there is no other. */
gsize qm_article_find_open (const QmArticle *article, gsize figure, int step);

/* Where to go on: the first open figure of which something is typed, or else the first open one; 0
 * where there is none. */
gsize qm_article_find_begun (const QmArticle *article);

/* What the text and the names that the dataset (or NULL) has already say of a figure. Free with
 * qm_guesses_clear(). */
QmGuesses qm_article_guess (const QmArticle *article, gsize figure,
                            const QmDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;

/* The id of the source that the text is of, once it has one; or NULL. (unowned) */
const char *qm_article_get_source (const QmArticle *article);
void qm_article_set_source (QmArticle *article, const char *source);

/* What is typed of the source, by the names of QmSourceFields, and for a figure that is no claim
 * yet, by its number and a key of a claim ("3 measure"); "" for nothing. (unowned) */
const char *qm_article_get_typed (const QmArticle *article, const char *key);
void qm_article_set_typed (QmArticle *article, const char *key, const char *words);

/* All of it, as edit/typed.h has it. (unowned) */
GHashTable *qm_article_get_all_typed (QmArticle *article);
