/* What the files of an edit share: its text, always with the tree that it is, and what each does to
 * an entry of it. */
#pragma once

#include "dataset/fields.h"
#include "edit/edit.h"

struct _QmEdit {
  char *text;
  cJSON *tree;
  GStringChunk *strings; /* what was handed out */
};

/* The entry of that id in one of the file's arrays, and its place there; NULL where there is none.
 */
const cJSON *qm_edit_find (const QmEdit *edit, const char *section, const char *id, int *index);

/* Adds the entry, or puts it in place of the one of that index where that is not below 0. (takes
 * entry) */
void qm_edit_put (QmEdit *edit, const char *section, int index, cJSON *entry);

/* Adds these entries, an array, all at once: each change has the text parsed anew. (takes entries)
 */
void qm_edit_append (QmEdit *edit, const char *section, cJSON *entries);

/* Puts all entries of one of the file's arrays in place of those there. (takes entries) */
void qm_edit_put_section (QmEdit *edit, const char *section, cJSON *entries);

/* What an id can have of these words: "Trung Quốc" is "trung-quoc"; "" where nothing is left. */
char *qm_edit_make_slug (const char *words) G_GNUC_WARN_UNUSED_RESULT;

/* Draws a panel, from 0, that has the form of qm_edit_make_panels() in that form, or in what fits
 * its claims best where that is NULL or does not fit. */
void qm_edit_settle_panel (QmEdit *edit, const char *chart, int panel, const char *form,
                           const QmForms *forms);

/* The form that fits the claims of a panel best. Static storage. */
const char *qm_edit_find_best_form (const QmDataset *dataset, const char *chart, int panel,
                                    const QmForms *forms);

/* Which words of a chart are as the program writes them, and no author's. */
typedef struct {
  gboolean has_title, has_subtitle;
} QmTold;

typedef struct {
  const char *id; /* (unowned) */
  QmTold told;
} QmToldChart;

/* Of a chart as it stands in the file, and before it or its claims are changed. */
QmTold qm_edit_is_told (const QmEdit *edit, const cJSON *chart);

/* Writes these words anew: as the title of what its figures are and, if all are one's, whose; below
 * it when all of them hold, where its form does not say that. */
void qm_edit_tell (QmEdit *edit, const char *chart, QmTold told);

/* The charts of one panel that have the claim, or any for NULL, to be told anew once what they show
 * is changed. (element QmToldChart) */
GArray *qm_edit_list_told (QmEdit *edit, const char *claim) G_GNUC_WARN_UNUSED_RESULT;
void qm_edit_tell_all (QmEdit *edit, const GArray *charts);

/* A title by one claim alone: its measure, or for an event the statement; NULL for none. (owned by
 * the caller) */
cJSON *qm_edit_name_chart (const QmEdit *edit, const cJSON *claim) G_GNUC_WARN_UNUSED_RESULT;

/* Puts these claims, in any form, into a panel of a chart that is being made. */
cJSON *qm_edit_make_panels (const char *const *claims, gsize n_claims) G_GNUC_WARN_UNUSED_RESULT;

void qm_edit_remove (QmEdit *edit, const char *section, int index);

/* Puts each of two entries where the other stands. */
void qm_edit_swap (QmEdit *edit, const char *section, int index, int other);

/* An id for what is new in that array, made of these words: "Trung Quốc" is "trung-quoc". */
const char *qm_edit_make_id (QmEdit *edit, const char *section, const char *words);

/* The dataset, whatever its charts have as a view; NULL where something is wrong with it. */
QmDataset *qm_edit_read_without_views (const QmEdit *edit,
                                       const QmForms *forms) G_GNUC_WARN_UNUSED_RESULT;

/* What can be edited where the figure of a table stands. */
typedef enum { QM_PART_FIGURE, QM_PART_ROW, QM_PART_COLUMN, QM_PART_TABLE } QmTablePart;

/* A part of the table that has the figure of that id, without the parts that it holds itself: of a
 * figure an object of the keys that one may have. NULL for none. (owned by the caller) */
cJSON *qm_edit_get_part (const QmEdit *edit, const char *id,
                         QmTablePart part) G_GNUC_WARN_UNUSED_RESULT;

/* Puts it back, around what it holds; NULL, for a figure: there is none any more. (takes object) */
void qm_edit_put_part (QmEdit *edit, const char *id, QmTablePart part, cJSON *object);

/* Where it stands, as a problem's pointer; NULL for none. */
char *qm_edit_point_at_part (const QmEdit *edit, const char *id,
                             QmTablePart part) G_GNUC_WARN_UNUSED_RESULT;

/* What such an object may have. */
const QmRecord *qm_edit_part_kinds (QmTablePart part);

/* Takes a claim out of all charts, and out what is left without one. */
void qm_edit_take_out_of_charts (QmEdit *edit, const char *claim, const QmForms *forms);

/* The entry of that id, and its place if index is not NULL. NULL, and no change, where there is
 * none, and for an id of NULL. */
cJSON *qm_edit_entry_find (const cJSON *entries, const char *id, int *index);

/* The kinds of object that the array has; for NULL those of the file itself. */
const QmRecord *qm_edit_kinds (const char *section);

/* Sets what stands at a key of an object that is one of these kinds, or takes it away where value
 * is NULL. (takes value) */
void qm_edit_object_set (const QmRecord *kinds, cJSON *object, const char *key, cJSON *value);

/* The same for words: of a text in several languages, the words in the one in use. */
void qm_edit_object_set_words (const QmRecord *kinds, cJSON *object, const char *key,
                               const char *words);

/* Sets what stands at a key of an entry, or takes it away where value is NULL. (takes value) */
void qm_edit_entry_set (const char *section, cJSON *entry, const char *key, cJSON *value);

/* The same for words: of a text in several languages, the words in the one in use. */
void qm_edit_entry_set_words (const char *section, cJSON *entry, const char *key,
                              const char *words);

/* A string that is the same in all languages. */
void qm_edit_entry_set_string (const char *section, cJSON *entry, const char *key,
                               const char *string);

/* The words of a text in that language, else in English, else whatever there are; NULL for none. */
const char *qm_edit_entry_words (const cJSON *entry, const char *key, const char *language);

/* The string at that key, or NULL. */
const char *qm_edit_entry_string (const cJSON *entry, const char *key);
