/* Reading claims and events, the larger part of the reader. */
#pragma once

#include "dataset/fields.h"

/* Of an order, of a computed figure and of a stated one. */
extern const QmRecord qm_claim_records[];
extern const QmRecord qm_event_record;
extern const QmRecord qm_claim_cell_record;

/* Reads one claim, but for the figure of a computed one: its derivation is left for derive.h. */
void qm_claims_read_claim (QmReader *reader, const cJSON *json, gpointer claim);

/* Reads the figure of a table's cell, a number or an object, into a claim that has its measure. */
void qm_claims_read_cell (QmReader *reader, const cJSON *json, QmClaim *claim);

void qm_claims_read_standing (QmReader *reader, const cJSON *json, gpointer value); /* QmStanding */
extern const char *const qm_claims_standing_names[]; /* of which it is one; ended by NULL */

void qm_claims_read_event (QmReader *reader, const cJSON *json, gpointer claim);