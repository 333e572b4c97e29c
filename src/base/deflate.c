#include "base/deflate.h"

#include "base/prefix-code.h"

#include <string.h>

/* What deflate can repeat: so many bytes, from so far back. */
#define SHORTEST 3
#define LONGEST 258
#define WINDOW 32768

/* A byte as it is, in value, or with a length so many bytes from value bytes back. */
typedef struct {
  guint16 length, value;
} Item;

/* So many items have codes of their own. */
#define BLOCK 20000

typedef struct {
  GByteArray *bytes;
  guint64 bits; /* not yet among the bytes, the first one lowest */
  guint n_bits;
} Writer;

static void
add_bits (Writer *writer, guint bits, guint n)
{
  writer->bits |= (guint64) bits << writer->n_bits;
  writer->n_bits += n;
  if (writer->n_bits >= 32) {
    guint32 full = GUINT32_TO_LE ((guint32) writer->bits);

    g_byte_array_append (writer->bytes, (const guint8 *) &full, sizeof full);
    writer->bits >>= 32;
    writer->n_bits -= 32;
  }
}

/* With noughts up to the end of the last byte. */
static void
add_rest (Writer *writer)
{
  guint32 rest = GUINT32_TO_LE ((guint32) writer->bits);

  g_byte_array_append (writer->bytes, (const guint8 *) &rest, (writer->n_bits + 7) / 8);
}

static void
add_symbol (Writer *writer, const QmPrefixCode *code, guint symbol)
{
  add_bits (writer, code->bits[symbol], code->lengths[symbol]);
}

/* --- Blocks --- */

#define N_LITERALS QM_PREFIX_CODE_SYMBOLS /* bytes, the end of a block, lengths */
#define N_DISTANCES 30
#define END 256
#define FIRST_LENGTH 257
#define N_LENGTHS_OF_CODES 19

typedef struct {
  guint symbol, extra, n_extra;
} Symbol;

/* Numbers have a symbol each at first, then twice as many share one each time that 1 << fine
 * symbols are used, and are told apart by extra bits. */
static Symbol
symbol_of (guint number, guint fine)
{
  guint n_extra = number < 2u << fine ? 0 : (guint) g_bit_storage (number) - 1 - fine;

  return (Symbol) { (n_extra << fine) + (number >> n_extra), number & ((1u << n_extra) - 1),
                    n_extra };
}

static Symbol
symbol_of_length (guint length)
{
  return length == LONGEST ? (Symbol) { .symbol = 28 } : symbol_of (length - SHORTEST, 2);
}

static Symbol
symbol_of_distance (guint distance)
{
  return symbol_of (distance - 1, 1);
}

typedef struct {
  QmPrefixCode literals, distances;
} Codes;

static void
make_codes (Codes *codes, const Item *items, gsize n_items)
{
  guint32 literals[N_LITERALS] = { [END] = 1 }, distances[N_DISTANCES] = { 0 };

  for (gsize i = 0; i < n_items; i++)
    if (items[i].length == 0) {
      literals[items[i].value]++;
    } else {
      literals[FIRST_LENGTH + symbol_of_length (items[i].length).symbol]++;
      distances[symbol_of_distance (items[i].value).symbol]++;
    }
  qm_prefix_code_make (&codes->literals, literals, N_LITERALS, 15);
  qm_prefix_code_make (&codes->distances, distances, N_DISTANCES, 15);
}

/* The codes are told by their lengths, which have codes themselves. Without signs for lengths that
 * are repeated, a block has a hundred bytes more, of some twenty thousand. */
static void
add_codes (Writer *writer, const Codes *codes)
{
  /* 3.2.7 of the RFC. */
  static const guint8 order[] = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };
  guint8 lengths[N_LITERALS + N_DISTANCES];
  guint32 counts[N_LENGTHS_OF_CODES] = { 0 };
  QmPrefixCode code;

  memcpy (lengths, codes->literals.lengths, N_LITERALS);
  memcpy (lengths + N_LITERALS, codes->distances.lengths, N_DISTANCES);
  for (guint i = 0; i < sizeof lengths; i++)
    counts[lengths[i]]++;
  qm_prefix_code_make (&code, counts, N_LENGTHS_OF_CODES, 7);

  add_bits (writer, N_LITERALS - 257, 5);
  add_bits (writer, N_DISTANCES - 1, 5);
  add_bits (writer, N_LENGTHS_OF_CODES - 4, 4);
  for (guint i = 0; i < N_LENGTHS_OF_CODES; i++)
    add_bits (writer, code.lengths[order[i]], 3);
  for (guint i = 0; i < sizeof lengths; i++)
    add_symbol (writer, &code, lengths[i]);
}

static void
add_repeated (Writer *writer, const Codes *codes, const Item *item)
{
  Symbol length = symbol_of_length (item->length), distance = symbol_of_distance (item->value);

  add_symbol (writer, &codes->literals, FIRST_LENGTH + length.symbol);
  add_bits (writer, length.extra, length.n_extra);
  add_symbol (writer, &codes->distances, distance.symbol);
  add_bits (writer, distance.extra, distance.n_extra);
}

static void
add_block (Writer *writer, const Item *items, gsize n_items, gboolean is_last)
{
  Codes codes;

  make_codes (&codes, items, n_items);
  add_bits (writer, is_last, 1);
  add_bits (writer, 2, 2); /* with codes of its own */
  add_codes (writer, &codes);
  for (gsize i = 0; i < n_items; i++)
    if (items[i].length == 0)
      add_symbol (writer, &codes.literals, items[i].value);
    else
      add_repeated (writer, &codes, &items[i]);
  add_symbol (writer, &codes.literals, END);
}

/* --- What comes again --- */

#define HASH_BITS 12
#define HASH_PLACES 4

/* Longer ones are found left or above: no others are sought, or remembered from within them. */
#define LONG 32
#define VERY_LONG 64

/* As many bytes as are read at once. */
#define WORD 8

typedef struct {
  const guint8 *bytes;
  gsize length, near, far;
  /* Behind where the last three bytes of the same hash were, in turn; 0 where nowhere. */
  guint32 seen[1 << HASH_BITS][HASH_PLACES];
  guint8 turns[1 << HASH_BITS];
} Finder;

typedef struct {
  gsize length, distance;
} Found;

static guint
hash_at (const Finder *finder, gsize at)
{
  const guint8 *bytes = finder->bytes + at;
  guint32 three = (guint32) bytes[0] << 8 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 24;

  return three * 0x1E35A7BDu >> (32 - HASH_BITS);
}

static void
remember (Finder *finder, gsize at)
{
  if (at + SHORTEST <= finder->length) {
    guint hash = hash_at (finder, at);

    finder->seen[hash][finder->turns[hash]++ % HASH_PLACES] = (guint32) at + 1;
  }
}

static gsize
count_common (const guint8 *one, const guint8 *other, gsize most)
{
  gsize n = 0;

  while (n + WORD <= most && memcmp (one + n, other + n, WORD) == 0)
    n += WORD;
  while (n < most && one[n] == other[n])
    n++;
  return n;
}

/* Takes what begins at that distance, if it is longer than needed and can be told. */
static void
look_back (const Finder *finder, gsize at, gsize distance, gsize most, gsize needed, Found *found)
{
  const guint8 *bytes = finder->bytes + at;
  gsize length;

  if (distance == 0 || distance > MIN (at, WINDOW))
    return;
  length = count_common (bytes, bytes - distance, MIN (most, finder->length - at));
  if (length >= SHORTEST && length > needed)
    *found = (Found) { length, distance };
}

/* A far distance is told in many more bits than a near one, for each LONGEST bytes. */
static Found
find (const Finder *finder, gsize at)
{
  Found found = { 0 };
  guint hash;

  look_back (finder, at, finder->near, finder->length, 0, &found);
  if (found.length < LONGEST)
    look_back (finder, at, finder->far, LONGEST, 2 * found.length, &found);
  if (found.length >= LONG || at + SHORTEST > finder->length)
    return found;

  hash = hash_at (finder, at);
  for (guint i = 0; i < HASH_PLACES; i++)
    if (finder->seen[hash][i] > 0)
      look_back (finder, at, at + 1 - finder->seen[hash][i], LONGEST, found.length, &found);
  return found;
}

/* The next item from there on, of which left says how much of what was found is still to come. */
static Item
next_item (Finder *finder, gsize at, Found *left)
{
  Item item;

  if (left->length < SHORTEST) {
    *left = find (finder, at);
    remember (finder, at);
    for (gsize i = 1; left->length < VERY_LONG && i < left->length; i++)
      remember (finder, at + i);
  }
  if (left->length < SHORTEST)
    return (Item) { 0, finder->bytes[at] };
  item = (Item) { (guint16) MIN (left->length, LONGEST), (guint16) left->distance };
  left->length -= item.length;
  return item;
}

void
qm_deflate (GByteArray *deflated, const guint8 *bytes, gsize length, gsize near, gsize far)
{
  g_autofree Finder *finder = g_new0 (Finder, 1);
  g_autofree Item *items = g_new (Item, BLOCK);
  Writer writer = { .bytes = deflated };
  Found left = { 0 };
  gsize at = 0;

  finder->bytes = bytes;
  finder->length = length;
  finder->near = near;
  finder->far = far;
  do {
    gsize n = 0;

    for (; n < BLOCK && at < length; n++) {
      items[n] = next_item (finder, at, &left);
      at += MAX (items[n].length, 1);
    }
    add_block (&writer, items, n, at == length);
  } while (at < length);
  add_rest (&writer);
}
