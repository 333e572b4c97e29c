#include "dataset/problem-list.h"

#include "base/nearest.h"
#include "base/words.h"
#include "dataset/json-check.h"
#include "dataset/value-words.h"

#include <math.h>
#include <string.h>

/* Of a kind, and in all: a file may have many kinds, such as the units that a result should have.
 */
#define MAX_OF_A_KIND 200
#define MAX_PROBLEMS 2000

/* Of one cause each is told by itself up to so many; of more only the first, with their number. */
#define MAX_OF_A_CAUSE 3

/* What a mistyped name is compared with, and how often: it takes time. */
#define MAX_NAMES 5000
#define MAX_GUESSES 50

typedef struct {
  guint n; /* problems */
} Cause;

typedef struct {
  gboolean is_at_key;
  char *expected;
  char *found;
  const char *lacks; /* as in QmProblem */
  const Cause *cause;
  gboolean is_first; /* of its cause */
  gboolean is_alike; /* others of its cause are of other values */
} Pending;

typedef struct {
  guint n, n_kept;
} Kind;

struct _QmProblemList {
  GHashTable *by_value; /* const cJSON * → GPtrArray of Pending */
  GHashTable *by_kind;  /* what was expected → Kind */
  GHashTable *by_cause; /* what was expected, and what was found → Cause */
  GHashTable *guesses;  /* what was expected, and what was typed → what it may mean, or NULL */
  gsize n;
};

/* Walks the tree, whose values are in the order of the text. */
typedef struct {
  const QmProblemList *problems;
  const char *text;
  gsize length;
  const GArray *places; /* QmJsonPlace */
  guint n_walked;       /* values, so far */
  GString *pointer;
  gsize counted; /* up to which byte line and column are counted */
  int line, column;
  GPtrArray *located;
} Walk;

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_free (pending->expected);
  g_free (pending->found);
  g_free (pending);
}

QmProblemList *
qm_problem_list_new (void)
{
  QmProblemList *problems = g_new0 (QmProblemList, 1);

  problems->by_value = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  problems->by_kind = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  problems->by_cause = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  problems->guesses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return problems;
}

void
qm_problem_list_free (QmProblemList *problems)
{
  if (problems == NULL)
    return;

  g_hash_table_unref (problems->by_value);
  g_hash_table_unref (problems->by_kind);
  g_hash_table_unref (problems->by_cause);
  g_hash_table_unref (problems->guesses);
  g_free (problems);
}

gsize
qm_problem_list_count (const QmProblemList *problems)
{
  return problems->n;
}

static Kind *
kind_of (QmProblemList *problems, const char *expected)
{
  Kind *kind = g_hash_table_lookup (problems->by_kind, expected);

  if (kind == NULL) {
    kind = g_new0 (Kind, 1);
    g_hash_table_insert (problems->by_kind, g_strdup (expected), kind);
  }
  return kind;
}

/* Counts one more of its kind; FALSE where it is not kept itself. */
static gboolean
count (QmProblemList *problems, const char *expected)
{
  gboolean is_full = problems->n >= MAX_PROBLEMS;
  Kind *kind = kind_of (problems, is_full && !g_hash_table_contains (problems->by_kind, expected)
                                      ? _ ("what the format says")
                                      : expected);
  gboolean is_kept = !is_full && kind->n < MAX_OF_A_KIND;

  problems->n++;
  kind->n++;
  kind->n_kept += is_kept;
  return is_kept;
}

/* That of what is to be kept, which it counts; NULL where it is not kept itself. */
static const Cause *
count_cause (QmProblemList *problems, const char *expected, const char *words)
{
  g_autofree char *key = g_strconcat (expected, "\n", words, NULL);
  Cause *cause = g_hash_table_lookup (problems->by_cause, key);

  if (cause != NULL && cause->n >= MAX_OF_A_CAUSE) {
    cause->n++;
    problems->n++;
    return NULL;
  }
  if (!count (problems, expected))
    return NULL;
  if (cause == NULL) {
    cause = g_new0 (Cause, 1);
    g_hash_table_insert (problems->by_cause, g_steal_pointer (&key), cause);
  }
  cause->n++;
  return cause;
}

/* cause_words: the same of all that have that cause. */
static Pending *
add_of_cause (QmProblemList *problems, const cJSON *value, const char *expected, char *found,
              const char *cause_words)
{
  GPtrArray *list = g_hash_table_lookup (problems->by_value, value);
  const Cause *cause = count_cause (problems, expected, cause_words);
  Pending *pending;

  if (cause == NULL) {
    g_free (found);
    return NULL;
  }

  if (list == NULL) {
    list = g_ptr_array_new_with_free_func (pending_free);
    g_hash_table_insert (problems->by_value, (gpointer) value, list);
  }

  pending = g_new0 (Pending, 1);
  pending->expected = g_strdup (expected);
  pending->found = found;
  pending->cause = cause;
  pending->is_first = cause->n == 1;
  g_ptr_array_add (list, pending);
  return pending;
}

/* lacks: the key that the value lacks, or NULL. */
static void
add (QmProblemList *problems, const cJSON *value, gboolean is_at_key, const char *expected,
     char *found, const char *lacks)
{
  Pending *pending = add_of_cause (problems, value, expected, found, found);

  if (pending == NULL)
    return;
  pending->is_at_key = is_at_key;
  pending->lacks = !is_at_key && qm_value_words_is_empty (value) ? "" : lacks;
}

void
qm_problem_list_add (QmProblemList *problems, const cJSON *value, const char *expected, char *found)
{
  add (problems, value, FALSE, expected, found, NULL);
}

void
qm_problem_list_add_at_key (QmProblemList *problems, const cJSON *value, const char *expected,
                            char *found)
{
  add (problems, value, TRUE, expected, found, NULL);
}

void
qm_problem_list_add_value (QmProblemList *problems, const cJSON *value, const char *expected)
{
  add (problems, value, FALSE, expected, qm_value_words_describe (value), NULL);
}

void
qm_problem_list_add_alike (QmProblemList *problems, const cJSON *value, const char *expected,
                           gconstpointer cause)
{
  g_autofree char *cause_words = g_strdup_printf ("%p", cause);
  Pending *pending =
      add_of_cause (problems, value, expected, qm_value_words_describe (value), cause_words);

  if (pending != NULL)
    pending->is_alike = TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* NULL where nothing of the kind is known. */
static char *
guess_name (gpointer names, const char *typed)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (names, NULL, NULL);

  if (sorted->len > MAX_NAMES)
    return NULL;
  g_ptr_array_sort (sorted, compare_names);
  return g_strdup (qm_nearest_find (sorted, typed));
}

/* What is misspelt a hundred times is one guess. NULL where there is none. (unowned) */
static const char *
find_meant (QmProblemList *problems, const char *expected, const char *typed, QmFindMeant guess,
            gpointer data)
{
  g_autofree char *key = g_strconcat (expected, "\n", typed, NULL);
  char *meant = g_hash_table_lookup (problems->guesses, key);

  if (meant != NULL || g_hash_table_size (problems->guesses) >= MAX_GUESSES ||
      g_hash_table_contains (problems->guesses, key))
    return meant;
  meant = guess (data, typed);
  g_hash_table_insert (problems->guesses, g_steal_pointer (&key), meant);
  return meant;
}

static void
add_guess (QmProblemList *problems, const cJSON *value, gboolean is_at_key, const char *expected,
           QmFindMeant guess, gpointer data)
{
  const char *typed = is_at_key ? value->string : cJSON_GetStringValue (value);
  g_autofree char *found =
      is_at_key ? qm_value_words_quote (value->string) : qm_value_words_describe (value);
  const char *meant = NULL;

  if (typed != NULL && strlen (typed) <= QM_VALUE_WORDS_MOST)
    meant = find_meant (problems, expected, typed, guess, data);
  add (problems, value, is_at_key, expected,
       /* Translators: what was found, in quotation marks; and a name that is like it */
       meant != NULL ? g_strdup_printf (_ ("%s; did you mean “%s”?"), found, meant)
                     : g_steal_pointer (&found),
       NULL);
}

void
qm_problem_list_add_misspelt (QmProblemList *problems, const cJSON *value, gboolean is_at_key,
                              const char *expected, const GPtrArray *names)
{
  add_guess (problems, value, is_at_key, expected, guess_name, (gpointer) names);
}

void
qm_problem_list_add_guess (QmProblemList *problems, const cJSON *value, const char *expected,
                           QmFindMeant guess, gpointer data)
{
  add_guess (problems, value, FALSE, expected, guess, data);
}

void
qm_problem_list_add_sentence (QmProblemList *problems, const cJSON *value, const char *sentence)
{
  qm_problem_list_add (problems, value, sentence, g_strdup (""));
}

void
qm_problem_list_add_missing (QmProblemList *problems, const cJSON *object, const char *key,
                             const char *expected)
{
  add (problems, object, FALSE, expected, g_strdup (_ ("none")), key);
}

void
qm_problem_list_add_missing_key (QmProblemList *problems, const cJSON *object, const char *key)
{
  g_autofree char *expected = g_strdup_printf (_ ("the key “%s”"), key);

  qm_problem_list_add_missing (problems, object, key, expected);
}

static void
count_lines (Walk *walk, gsize offset)
{
  for (; walk->counted < offset; walk->counted++) {
    guchar byte = (guchar) walk->text[walk->counted];
    gboolean is_continued = (byte & 0xC0) == 0x80; /* inside a character of UTF-8 */

    if (byte == '\n') {
      walk->line++;
      walk->column = 1;
    } else if (!is_continued) {
      walk->column++;
    }
  }
}

/* n is how many it stands for. */
static QmProblem *
append_problem (Walk *walk, gsize offset, const char *expected, const char *found, guint n)
{
  QmProblem *problem = g_new0 (QmProblem, 1);

  count_lines (walk, offset);
  problem->n = n;
  problem->line = walk->line;
  problem->column = walk->column;
  problem->pointer = g_strdup (walk->pointer->str);
  problem->expected = g_strdup (expected);
  problem->found = g_strdup (found);
  problem->excerpt = qm_excerpt (walk->text, walk->length, offset);
  g_ptr_array_add (walk->located, problem);
  return problem;
}

/* What was found, and that there are n of it. */
static char *
count_found (const Pending *pending, guint n)
{
  if (n == 1)
    return g_strdup (pending->found);
  if (pending->is_alike)
    return g_strdup_printf (
        /* Translators: what was found, and how many others the same is wrong with */
        ngettext ("%s, and %u other of which the same is true",
                  "%s, and %u others of which the same is true", n - 1),
        pending->found, n - 1);
  /* Translators: what was found, and in how many places besides the one that is shown */
  return g_strdup_printf (
      ngettext ("%s, here and in %u other place", "%s, here and in %u other places", n - 1),
      pending->found, n - 1);
}

static void
append_pending (Walk *walk, gsize offset, const Pending *pending, guint n)
{
  g_autofree char *found = count_found (pending, n);

  append_problem (walk, offset, pending->expected, found, n)->lacks = pending->lacks;
}

static void
append_problems_of (Walk *walk, const cJSON *value, gboolean is_at_key, gsize offset)
{
  const GPtrArray *list = g_hash_table_lookup (walk->problems->by_value, value);

  for (guint i = 0; list != NULL && i < list->len; i++) {
    const Pending *pending = list->pdata[i];
    gboolean is_many = pending->cause->n > MAX_OF_A_CAUSE;

    if (pending->is_at_key == is_at_key && (pending->is_first || !is_many))
      append_pending (walk, offset, pending, is_many ? pending->cause->n : 1);
  }
}

/* ~ and / have a meaning in a pointer (RFC 6901). */
static void
append_key (GString *pointer, const char *key)
{
  g_string_append_c (pointer, '/');

  for (; *key != '\0'; key++) {
    if (*key == '~')
      g_string_append (pointer, "~0");
    else if (*key == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *key);
  }
}

/* The places are in the order of the tree. */
static void
walk_value (Walk *walk, const cJSON *value)
{
  const QmJsonPlace place = g_array_index (walk->places, QmJsonPlace, walk->n_walked++);
  gsize pointer_length = walk->pointer->len;
  gsize index = 0;
  const cJSON *child;

  append_problems_of (walk, value, TRUE, place.key);
  append_problems_of (walk, value, FALSE, place.value);

  cJSON_ArrayForEach (child, value) {
    if (cJSON_IsObject (value))
      append_key (walk->pointer, child->string);
    else
      g_string_append_printf (walk->pointer, "/%" G_GSIZE_FORMAT, index++);
    walk_value (walk, child);
    g_string_truncate (walk->pointer, pointer_length);
  }
}

/* What is not shown each by itself. */
static void
append_counts (Walk *walk)
{
  g_autoptr (GList) kinds = g_hash_table_get_keys (walk->problems->by_kind);

  kinds = g_list_sort (kinds, (GCompareFunc) strcmp);
  for (const GList *kind = kinds; kind != NULL; kind = kind->next) {
    const Kind *counted = g_hash_table_lookup (walk->problems->by_kind, kind->data);

    if (counted->n > counted->n_kept) {
      QmProblem *problem = g_new0 (QmProblem, 1);

      problem->n = counted->n - counted->n_kept;
      problem->pointer = g_strdup ("");
      problem->expected = g_strdup (kind->data);
      problem->found = g_strdup_printf (
          ngettext ("something else %u more time", "something else %u more times", problem->n),
          problem->n);
      g_ptr_array_add (walk->located, problem);
    }
  }
}

void
qm_problem_list_locate (const QmProblemList *problems, const char *text, gsize length,
                        const cJSON *root, const GArray *places, GPtrArray *located)
{
  Walk walk = {
    .problems = problems,
    .text = text,
    .length = length,
    .places = places,
    .pointer = g_string_new (NULL),
    .line = 1,
    .column = 1,
    .located = located,
  };

  walk_value (&walk, root);
  append_counts (&walk);
  g_string_free (walk.pointer, TRUE);
}

void
qm_problem_list_locate_offset (const char *text, gsize length, gsize offset, const char *expected,
                               const char *found, GPtrArray *located)
{
  Walk walk = {
    .text = text,
    .length = length,
    .pointer = g_string_new (NULL),
    .line = 1,
    .column = 1,
    .located = located,
  };

  append_problem (&walk, offset, expected, found, 1);
  g_string_free (walk.pointer, TRUE);
}
