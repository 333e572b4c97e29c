/* What the files of a text that is read share: article.c has its figures, article-claims.c finds
 * the claims that are made of them. */
#pragma once

#include "edit/article.h"

struct _QmArticle {
  char *text;
  char **paragraphs;
  GPtrArray *findings; /* QmFinding */
  GArray *figures;     /* QmReadFigure, one for each finding */
  char *source;
  GHashTable *typed;
};

static inline QmReadFigure *
qm_article_figure (const QmArticle *article, gsize figure)
{
  return &g_array_index (article->figures, QmReadFigure, figure);
}
