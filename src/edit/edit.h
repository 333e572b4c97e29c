/* A dataset file edited by what a person means: a source corrected, a figure of a text made a
 * claim, a claim put into a chart. Edits go from text to text and have no side effects:
 *
 *   QmEdit *edit = qm_edit_begin (text);
 *   const char *id = qm_edit_put_claim (edit, NULL, &fields);
 *   qm_edit_place_claim (edit, id, qm_forms);
 *   char *changed = qm_edit_end (edit);
 *
 * What an edit is not about stays as it is, to the byte. The program makes the ids, and the
 * statements of claims, in every language it speaks. Nothing is judged here: qm_dataset_read() says
 * what is wrong with the result, which is no dataset until it has a source and a claim.
 *
 * Words are plain ones, or those of the language in use where the file has a text in several. NULL
 * and "" say that there are none, and take away what was there. Results are owned by the edit
 * unless it is said otherwise. */
#pragma once

#include "chart/view/view.h"
#include "dataset/reader.h"

typedef struct _QmEdit QmEdit;

/* The text of a file without anything in it but its title. */
char *qm_edit_new_file (const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* text is what qm_edit_new_file() or an edit has made, or of a file that the reader accepts. */
QmEdit *qm_edit_begin (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The text as it is now. The edit is gone. */
char *qm_edit_end (QmEdit *edit) G_GNUC_WARN_UNUSED_RESULT;

void qm_edit_free (QmEdit *edit); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmEdit, qm_edit_free)

/* Reads the text as it is now, as qm_dataset_read() does. */
QmDataset *qm_edit_read (const QmEdit *edit, const char *name, const QmForms *forms,
                         GPtrArray *problems) G_GNUC_WARN_UNUSED_RESULT;

void qm_edit_set_title (QmEdit *edit, const char *title);

/* --- Sources and names --- */

typedef struct {
  const char *title;
  const char *container;
  const char *describes; /* what to call it where it has no title */
  const char *kind;      /* a CSL type */
  const char *issued;    /* "2025-07-22" */
  const char *url;
  const char *authors; /* "Doe, Jane; River Office" (people.h) */
  const char *publisher;
  const char *doi;
  const char *language; /* "vi" */
  const char *accessed; /* the day it was read */
  const char *read_as;
  const char *edition; /* this and what follows: NULL where it stays as it is */
  const char *volume, *issue;
  const char *pages;
  const char *isbn;
  const char *archive; /* the address of a copy */
  const char *original_title;
} QmSourceFields;

/* Adds a source, or corrects the one of that id. Its id, a new one for NULL. */
const char *qm_edit_put_source (QmEdit *edit, const char *id, const QmSourceFields *fields);

/* The ids of what is called that, in any language and whatever the case, or else of what is added
 * under that name; NULL where there is no name. A measure has to have that unit as well. */
const char *qm_edit_name_entity (QmEdit *edit, const char *name);
const char *qm_edit_name_measure (QmEdit *edit, const char *name, const char *unit);

/* --- Claims --- */

typedef struct {
  const char *source;         /* its id */
  const char *at;             /* "¶4" */
  const char *exact;          /* the words that are quoted; */
  const char *before, *after; /* those around them */
  const char *via;
  const char *measure;   /* by its name */
  const char *unit;      /* as in a file (dataset/unit.h), of the measure */
  const char *entity;    /* by its name */
  const char *to_entity; /* by its name: the figure is so many times this one's */
  const char *time;      /* as in a file (dataset/claim-time.h) */
  double value;          /* as a file has it: 38.6 for 38.6%. NAN for a range */
  double low, high;      /* only of a range */
  QmPrecision precision;
  gboolean is_projected;
  const char *statement; /* in the reader's words; "": the program's; NULL: as it is */
} QmClaimFields;

/* Adds a claim, with the entities and the measure that it names, or corrects the one of that id,
 * which keeps whatever else it says. Its id, a new one for NULL. */
const char *qm_edit_put_claim (QmEdit *edit, const char *id, const QmClaimFields *fields);

/* The claim has been changed since that file: its sentence and those of what is computed from it
 * are made again, where the program made them and nobody has touched them. */
void qm_edit_restate_claim (QmEdit *edit, const char *id, const char *before);

/* The sentence that the program would tell such a claim by, in the language in use. (owned by the
 * caller) */
char *qm_edit_state_claim (const QmClaimFields *fields) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a claim that is computed from two, and says what it is of. */
const char *qm_edit_add_computed (QmEdit *edit, QmOperation operation, const char *left,
                                  const char *right, const char *measure, const char *unit);

/* Says that somebody has compared the claim with its sources on that day; by NULL: that nobody has.
 * A claim that is corrected is not checked any more. */
void qm_edit_set_checked (QmEdit *edit, const char *id, const char *by, const char *on);

/* FALSE while there is none: the file is no dataset then. */
gboolean qm_edit_has_claims (const QmEdit *edit);

/* Takes a claim out, also a figure of a table, with those that are computed from it, and out of all
 * charts. A chart that has no other goes as well; what the claim has taken the place of holds
 * again.
 */
void qm_edit_remove_claim (QmEdit *edit, const char *id, const QmForms *forms);

/* --- Charts --- */

/* Makes a chart of these claims, its words and its form by what they are. Its id. */
const char *qm_edit_make_chart (QmEdit *edit, const char *const *claims, gsize n_claims,
                                const QmForms *forms);

/* Puts a claim where the charts have its like: figures of its measure, or ratios, in its unit; into
 * a chart of its own where none has. The id of that chart. */
const char *qm_edit_place_claim (QmEdit *edit, const char *claim, const QmForms *forms);

/* Puts a claim at the end of the chart's last panel. */
void qm_edit_put_into_chart (QmEdit *edit, const char *chart, const char *claim,
                             const QmForms *forms);

/* The chart's last claim stays: a chart without one is none. */
void qm_edit_take_out_of_chart (QmEdit *edit, const char *chart, const char *claim,
                                const QmForms *forms);

/* Draws the chart's last panel in that form. */
void qm_edit_set_form (QmEdit *edit, const char *chart, const char *form);

/* Makes the view what readers of the chart see first. */
void qm_edit_set_view (QmEdit *edit, const QmChart *chart, const QmView *view);

/* Takes out of the views of charts what no longer goes with them: after a change of a chart's form
 * or claims. */
void qm_edit_mend_views (QmEdit *edit, const QmForms *forms);

/* key is "title", "subtitle" or "note", "name", "summary" or "topic". The name of a chart that was
 * called by its title goes with it. */
void qm_edit_set_chart_words (QmEdit *edit, const char *chart, const char *key, const char *words);

/* Adds the first chart of another dataset's file, which the reader accepts (qm_dataset_extract()
 * has one chart and what it needs), and all in that file that is not here yet: what says the same
 * is not added again, and what has an id that is taken here gets another. The id of the chart. */
const char *qm_edit_transplant (QmEdit *edit, const char *file);
