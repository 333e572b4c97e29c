#include "extraction/candidates.h"

#include "extraction/paragraphs.h"
#include "extraction/subject.h"

static void
free_candidate (gpointer data)
{
  g_free (((QmCandidate *) data)->text);
  g_free (data);
}

static gsize
count_characters (const QmTokens *tokens, gsize bytes)
{
  return (gsize) g_utf8_strlen (tokens->text, (gssize) bytes);
}

/* (takes subjects) */
static GPtrArray *
tell (const QmTokens *tokens, GArray *subjects)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (free_candidate);

  for (guint i = 0; i < subjects->len; i++) {
    QmSubject *subject = &g_array_index (subjects, QmSubject, i);
    QmCandidate *candidate = g_new (QmCandidate, 1);

    *candidate = (QmCandidate) { g_steal_pointer (&subject->text),
                                 count_characters (tokens, tokens->items[subject->first].start),
                                 count_characters (tokens, tokens->items[subject->last - 1].end),
                                 subject->score, subject->score >= QM_SUBJECT_SURE };
    g_ptr_array_add (candidates, candidate);
  }
  g_array_unref (subjects);
  return candidates;
}

static const QmFigure *
find_figure (const QmFigureReader *reader, gsize start)
{
  for (guint i = 0; i < reader->figures->len; i++) {
    const QmFigure *figure = &g_array_index (reader->figures, QmFigure, i);

    if (count_characters (reader->tokens, reader->tokens->items[figure->first].start) == start)
      return figure;
  }
  return NULL;
}

QmCandidates *
qm_candidates_read (const char *paragraph, gsize start, const char *published)
{
  g_autoptr (QmParagraphs) paragraphs = qm_paragraphs_new (paragraph, "en");
  QmCandidates *candidates = g_new0 (QmCandidates, 1);
  const QmLexicon *lexicon;
  QmFigureReader reader;
  const QmFigure *figure;

  g_return_val_if_fail (paragraphs->n == 1, candidates);

  lexicon = qm_lexicon_get (paragraphs->languages[0]);
  candidates->language = lexicon->language;
  reader = (QmFigureReader) { .lexicon = lexicon,
                              .style = qm_number_style (lexicon, paragraphs->tokens, 1),
                              .tokens = paragraphs->tokens[0] };
  qm_figure_read_all (&reader);
  qm_subject_mark (&reader);
  figure = find_figure (&reader, start);
  candidates->names = tell (reader.tokens, figure != NULL ? qm_subject_names (&reader, figure)
                                                          : qm_subject_list_new ());
  candidates->things = tell (reader.tokens, figure != NULL ? qm_subject_things (&reader, figure)
                                                           : qm_subject_list_new ());
  candidates->times =
      tell (reader.tokens, figure != NULL ? qm_subject_times (&reader, figure, published)
                                          : qm_subject_list_new ());
  qm_figure_clear (&reader);
  return candidates;
}

void
qm_candidates_free (QmCandidates *candidates)
{
  if (candidates == NULL)
    return;
  g_clear_pointer (&candidates->names, g_ptr_array_unref);
  g_clear_pointer (&candidates->things, g_ptr_array_unref);
  g_clear_pointer (&candidates->times, g_ptr_array_unref);
  g_free (candidates);
}
