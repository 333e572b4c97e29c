/* Reading how a claim is computed: one operation and its operands. derive.h works it out. */
#pragma once

#include "dataset/fields.h"

G_BEGIN_DECLS

void qm_derivation_read (QmReader *reader, const cJSON *json, gpointer value); /* QmDerivation * */

G_END_DECLS
