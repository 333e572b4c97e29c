/* Reading how a claim is computed: one operation and its operands. derive.h works it out. */
#pragma once

#include "dataset/fields.h"

void qm_derivation_read (QmReader *reader, const cJSON *json, gpointer value); /* QmDerivation * */
