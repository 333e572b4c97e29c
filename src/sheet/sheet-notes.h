/* What stands above and below a table: its title, what holds for all of its figures, and where they
 * are from. */
#pragma once

#include "sheet/choices.h"
#include "sheet/sheet-layout.h"

/* What a note is. */
typedef enum {
  QM_NOTE_CAVEAT, /* for all figures */
  QM_NOTE_SOURCE, /* says where the table is from */
  QM_NOTE_NOTHING,
} QmNoteUse;

#define QM_N_NOTE_USES (QM_NOTE_NOTHING + 1)

/* In choices, on the command line and in files: "caveat", "source", "-"; NULL ends them. */
extern const char *const qm_sheet_notes_uses[];

typedef struct {
  char *title; /* NULL for none */
  char *unit;  /* of all figures; NULL for none */
  double scale;
  GPtrArray *notes; /* char *: what else stands there */
  GArray *uses;     /* QmNoteUse: of each */
} QmSheetNotes;

/* (owned by the caller, each part of it) */
QmSheetNotes qm_sheet_notes_read (const QmCellGrid *grid,
                                  const QmSheetLayout *layout) G_GNUC_WARN_UNUSED_RESULT;

/* Decides what each note is. FALSE, with error set, for a choice that there is not. */
gboolean qm_sheet_notes_choose (QmSheetNotes *notes, const QmChoices *choices, GError **error);

/* Signs for "no figure" that a note tells, divided by "|": "-99.9" of "Missing value: -99.9". NULL
 * for none. */
char *qm_sheet_notes_find_missing (const QmSheetNotes *notes) G_GNUC_WARN_UNUSED_RESULT;

/* The note without the word that says what it is: "2023 is provisional" of "Note: 2023 is
 * provisional". (unowned) */
const char *qm_sheet_notes_skip_label (const char *note);
