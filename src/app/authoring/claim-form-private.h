/* What the claim form's files share: its fields, and who calls whom. claim-form.c has the widget
 * and reads what stands in it; claim-form-fill.c fills it. */
#pragma once

#include "app/authoring/claim-form.h"

enum { VALUE, UNIT, MEASURE, ENTITY, TO_ENTITY, TIME, STATEMENT, N_FIELDS };

typedef struct {
  QmClaimForm *form;
  GtkWidget *label;
  GtkWidget *entry;
  gsize start, end;   /* the words that it was filled from */
  char *filled;       /* what it was filled with */
  GPtrArray *offered; /* QmGuess: what it may be as well; NULL for none */
} QmClaimFormField;

struct _QmClaimForm {
  QmBin parent_instance;

  GtkWidget *foot;
  GtkLabel *words;
  GtkGrid *grid;
  QmClaimFormField fields[N_FIELDS];
  GtkDropDown *precision;
  GtkCheckButton *projected;
  GtkLabel *statement; /* the program's */
  GtkLabel *problem;
  double value, low, high; /* those that the field of the figure was filled with */
  guint filled_precision;  /* what it was filled with, as well */
  gboolean filled_projected;
  gboolean is_filling;
  char *unit; /* what is typed as a file has it, as far as it was asked for */
};

/* The unit of a file that is typed. (unowned) */
const char *qm_claim_form_get_unit (QmClaimForm *self);

/* What stands in a field. (unowned) */
const char *qm_claim_form_get_text (QmClaimForm *self, gsize field);

/* The key of a claim in a file that a field is of. (static) */
const char *qm_claim_form_get_key (gsize field);

/* The words that the field has now are marked in the text. */
void qm_claim_form_tell_words (QmClaimFormField *field);

/* --- claim-form-offer.c --- */

/* Lists what the field may be as well, to choose from. FALSE where there is nothing. */
gboolean qm_claim_form_open_list (QmClaimFormField *field);

/* --- claim-form.c --- */

/* Makes the program's own sentence of what stands in the fields now. */
void qm_claim_form_update_statement (QmClaimForm *self);
