#include "base/prefix-code.h"

#include <stdlib.h>
#include <string.h>

#define MOST_NODES (2 * QM_PREFIX_CODE_SYMBOLS)

/* A symbol that occurs, or two nodes together. */
typedef struct {
  guint32 count, symbol;
  guint parent, depth;
} Node;

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const Node *one = a, *other = b;

  return one->count != other->count ? (one->count < other->count ? -1 : 1)
                                    : (int) one->symbol - (int) other->symbol;
}

/* The symbols that occur, the rarest first. */
static guint
list_symbols (Node *nodes, const guint32 *counts, guint n_symbols)
{
  guint n = 0, n_missing = 2;

  for (guint i = 0; i < n_symbols; i++)
    n_missing -= counts[i] > 0 && n_missing > 0 ? 1 : 0;
  for (guint i = 0; i < n_symbols; i++)
    if (counts[i] > 0 || n_missing > 0) {
      n_missing -= counts[i] > 0 ? 0 : 1;
      nodes[n++] = (Node) { .count = MAX (counts[i], 1), .symbol = i };
    }
  qsort (nodes, n, sizeof *nodes, compare_nodes);
  return n;
}

/* Joins the two rarest nodes until there is one, which is the last. Those joined come in the order
 * of their counts, as the symbols do: the rarest is the first of either. */
static void
join_nodes (Node *nodes, guint n)
{
  guint symbol = 0, joined = n;

  for (guint i = n; i < 2 * n - 1; i++) {
    nodes[i] = (Node) { 0 };
    for (int j = 0; j < 2; j++) {
      gboolean is_symbol =
          symbol < n && (joined == i || nodes[symbol].count <= nodes[joined].count);
      Node *rarest = &nodes[is_symbol ? symbol++ : joined++];

      rarest->parent = i;
      nodes[i].count += rarest->count;
    }
  }
}

/* Returns the longest. */
static guint
measure (Node *nodes, guint n, guint8 *lengths)
{
  guint longest = 0;

  for (guint i = 2 * n - 2; i-- > 0;) {
    nodes[i].depth = nodes[nodes[i].parent].depth + 1;
    if (i < n) {
      lengths[nodes[i].symbol] = (guint8) nodes[i].depth;
      longest = MAX (longest, nodes[i].depth);
    }
  }
  return longest;
}

/* Codes of one length are numbers one after the other, those that are longer come after them. */
static void
number_codes (QmPrefixCode *code, guint n_symbols, guint longest)
{
  guint next = 0;

  for (guint length = 1; length <= longest; length++, next <<= 1)
    for (guint i = 0; i < n_symbols; i++)
      if (code->lengths[i] == length) {
        code->bits[i] = 0;
        for (guint bit = 0; bit < length; bit++)
          code->bits[i] |= (guint16) ((next >> bit & 1) << (length - 1 - bit));
        next++;
      }
}

void
qm_prefix_code_make (QmPrefixCode *code, const guint32 *counts, guint n_symbols, guint most_bits)
{
  Node nodes[MOST_NODES];
  guint n = list_symbols (nodes, counts, n_symbols), longest;

  memset (code->lengths, 0, sizeof code->lengths);
  join_nodes (nodes, n);
  /* Counts that differ less make lengths that differ less; the order stays. */
  while ((longest = measure (nodes, n, code->lengths)) > most_bits) {
    for (guint i = 0; i < n; i++)
      nodes[i].count = nodes[i].count / 2 + 1;
    join_nodes (nodes, n);
  }
  number_codes (code, n_symbols, longest);
}
