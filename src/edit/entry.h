/* One entry of a dataset file (a source, an entity, a measure, a claim, an event or a chart) as the
 * fields of a form: what can be changed of it by typing or choosing. Which fields there are comes
 * from the tables that the reader reads by; what is typed is put down as it is, and the reader says
 * what is wrong with it, at the field's own pointer. */
#pragma once

#include "dataset/fields.h"
#include "edit/edit.h"

typedef enum {
  QM_ENTRY_WORDS,     /* in the language in use */
  QM_ENTRY_PARAGRAPH, /* words that may be long */
  QM_ENTRY_STRING,    /* the same in all languages */
  QM_ENTRY_NUMBER,
  QM_ENTRY_PEOPLE,    /* authors (people.h) */
  QM_ENTRY_CHOICE,    /* one of the format's own words */
  QM_ENTRY_REFERENCE, /* another entry */
} QmEntryKind;

typedef struct {
  char *path;        /* from the entry, as a problem's pointer has it: "title", "cites/0/at"; of
                        a figure's table it is "row/entity", "column/name", "table/source" */
  const char *label; /* in English, to be translated */
  guint number;      /* of those that the entry has several of, from 1; 0: the only one */
  QmEntryKind kind;
  const char *section;  /* of a reference */
  const QmField *field; /* in the tables */
} QmEntryField;

/* What can be chosen for a field: a reference's entry, or one of its choices. */
typedef struct {
  char *value; /* as the file has it; "" for none */
  char *words; /* the entry's name; NULL for one of the format's own words */
} QmEntryChoice;

/* The section of the file in which the claim of that id stands: "claims", "events", or "tables" for
 * the figure of a table, which is an entry by that id here, with the row, the column and the table
 * that it stands in: what is changed stays in their block. NULL where there is none. */
const char *qm_entry_section_of_claim (const QmEdit *edit, const char *id);

/* The fields of an entry, in the order of the tables (element QmEntryField *); free with
 * g_ptr_array_unref(). NULL where there is no such entry. */
GPtrArray *qm_entry_fields (const QmEdit *edit, const char *section,
                            const char *id) G_GNUC_WARN_UNUSED_RESULT;

/* What a field of the entry of that id can be chosen from (element QmEntryChoice *), with none
 * first unless it has to be there; free with g_ptr_array_unref(). */
GPtrArray *qm_entry_choices (const QmEdit *edit, const char *id, const QmEntryField *field,
                             const QmForms *forms) G_GNUC_WARN_UNUSED_RESULT;

/* The field as a person would type it: "" where there is nothing. */
char *qm_entry_get (const QmEdit *edit, const char *section, const char *id,
                    const QmEntryField *field) G_GNUC_WARN_UNUSED_RESULT;

/* Puts what was typed there. "" takes the field away, unless it has to be there. */
void qm_entry_set (QmEdit *edit, const char *section, const char *id, const QmEntryField *field,
                   const char *typed);

/* TRUE if the problem is in that entry, in one of its fields or not. */
gboolean qm_entry_has_problem (const QmEdit *edit, const char *section, const char *id,
                               const QmProblem *problem);

/* The field that the problem is in, or NULL where it is in no field of that entry. */
const QmEntryField *qm_entry_find_field (const QmEdit *edit, const char *section, const char *id,
                                         const GPtrArray *fields, const QmProblem *problem);

/* Adds an entry with what has to be there, most of it empty, of any section but the charts; a claim
 * is like the one of that id, which may be NULL. Its id, which qm_entry_name() makes one of its
 * words, and returns, once it has some. Nothing speaks of it yet. */
const char *qm_entry_add (QmEdit *edit, const char *section, const char *like);
const char *qm_entry_name (QmEdit *edit, const char *section, const char *id);

/* Takes an entry out; of a claim, as qm_edit_remove_claim() does. What speaks of the entry is left,
 * and the reader says that it speaks of nothing. */
void qm_entry_remove (QmEdit *edit, const char *section, const char *id, const QmForms *forms);

/* Puts an entry that far towards the end, or the beginning, of its section; both entries stay as
 * they are written. FALSE where it is the last, or the first, already. */
gboolean qm_entry_move (QmEdit *edit, const char *section, const char *id, int by);
