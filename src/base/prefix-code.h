/* Codes for symbols, of more bits the rarer a symbol is and none the beginning of another
 * (Huffman's), as deflate has them (https://www.rfc-editor.org/rfc/rfc1951, 3.2.2). */
#pragma once

#include <glib.h>

#define QM_PREFIX_CODE_SYMBOLS 286

typedef struct {
  guint8 lengths[QM_PREFIX_CODE_SYMBOLS]; /* in bits; 0 of a symbol that does not occur */
  guint16 bits[QM_PREFIX_CODE_SYMBOLS];   /* the first one lowest */
} QmPrefixCode;

/* The code of symbols that occur so often, none longer than most_bits, which has to have room for
 * all of them. It is a whole one: where fewer than two symbols occur, others get a code, too. */
void qm_prefix_code_make (QmPrefixCode *code, const guint32 *counts, guint n_symbols,
                          guint most_bits);
