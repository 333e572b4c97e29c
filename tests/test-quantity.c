#include "dataset/quantity.h"

#include <math.h>

/* Quantities as sources state them. */
#define EXACT(x)                                                                                   \
  {                                                                                                \
    x, x, x, QM_EXACT, QM_STATED, FALSE                                                            \
  }
#define ABOUT(x)                                                                                   \
  {                                                                                                \
    x, -INFINITY, INFINITY, QM_ABOUT, QM_STATED, FALSE                                             \
  }
#define OVER(x)                                                                                    \
  {                                                                                                \
    x, x, INFINITY, QM_OVER, QM_STATED, FALSE                                                      \
  }
#define UNDER(x)                                                                                   \
  {                                                                                                \
    x, -INFINITY, x, QM_UNDER, QM_STATED, FALSE                                                    \
  }
#define BETWEEN(x, low, high)                                                                      \
  {                                                                                                \
    x, low, high, QM_BETWEEN, QM_STATED, FALSE                                                     \
  }

typedef struct {
  const char *name;
  QmOperation operation;
  QmQuantity left, right;
  QmQuantity expected; /* standing apart */
} Case;

static const Case cases[] = {
  /* Sums and differences of exact figures are exact, to the last decimal. */
  { "exact-plus-exact", QM_ADD, EXACT (110), EXACT (100), EXACT (210) },
  { "exact-less-exact", QM_SUBTRACT, EXACT (300), EXACT (6), EXACT (294) },
  { "exact-less-itself", QM_SUBTRACT, EXACT (300), EXACT (300), EXACT (0) },
  { "exact-plus-its-negative", QM_ADD, EXACT (0.3), EXACT (-0.3), EXACT (0) },
  { "exact-zeros", QM_ADD, EXACT (0), EXACT (0), EXACT (0) },
  { "large-and-small", QM_ADD, EXACT (1.3e9), EXACT (0.5), EXACT (1300000000.5) },

  /* Else stated figures are rounded: what is computed of exact ones is about. */
  { "exact-times-exact", QM_MULTIPLY, EXACT (300), EXACT (6), ABOUT (1800) },
  { "exact-by-exact", QM_DIVIDE, EXACT (300), EXACT (6), ABOUT (50) },
  { "exact-share-of-exact", QM_SHARE_OF, EXACT (3), EXACT (12), ABOUT (0.25) },
  { "exact-change-from-exact", QM_CHANGE_FROM, EXACT (330), EXACT (300), ABOUT (0.1) },
  { "zero-by-exact", QM_DIVIDE, EXACT (0), EXACT (6), ABOUT (0) },
  { "exact-by-negative", QM_DIVIDE, EXACT (300), EXACT (-6), ABOUT (-50) },

  /* Anything with about in it is about. */
  { "about-plus-exact", QM_ADD, ABOUT (300), EXACT (6), ABOUT (306) },
  { "over-plus-about", QM_ADD, OVER (300), ABOUT (6), ABOUT (306) },
  { "about-less-under", QM_SUBTRACT, ABOUT (300), UNDER (6), ABOUT (294) },
  { "between-times-about", QM_MULTIPLY, BETWEEN (300, 280, 320), ABOUT (6), ABOUT (1800) },
  { "about-by-over", QM_DIVIDE, ABOUT (300), OVER (6), ABOUT (50) },
  { "under-by-about", QM_DIVIDE, UNDER (300), ABOUT (6), ABOUT (50) },
  { "about-share-of-between", QM_SHARE_OF, ABOUT (3), BETWEEN (12, 10, 14), ABOUT (0.25) },

  /* Bounds. */
  { "over-plus-exact", QM_ADD, OVER (300), EXACT (6), OVER (306) },
  { "over-plus-over", QM_ADD, OVER (300), OVER (6), OVER (306) },
  { "under-plus-under", QM_ADD, UNDER (300), UNDER (6), UNDER (306) },
  { "over-plus-under", QM_ADD, OVER (300), UNDER (6), ABOUT (306) },
  { "exact-less-over", QM_SUBTRACT, EXACT (300), OVER (6), UNDER (294) },
  { "exact-less-under", QM_SUBTRACT, EXACT (300), UNDER (6), OVER (294) },
  { "over-less-under", QM_SUBTRACT, OVER (300), UNDER (6), OVER (294) },
  { "over-less-over", QM_SUBTRACT, OVER (300), OVER (6), ABOUT (294) },
  { "over-times-exact", QM_MULTIPLY, OVER (300), EXACT (6), OVER (1800) },
  { "over-times-over", QM_MULTIPLY, OVER (300), OVER (6), OVER (1800) },
  { "over-times-under", QM_MULTIPLY, OVER (300), UNDER (6), ABOUT (1800) },
  { "under-times-under", QM_MULTIPLY, UNDER (3), UNDER (6), ABOUT (18) },
  { "over-times-zero", QM_MULTIPLY, OVER (300), EXACT (0), ABOUT (0) },
  { "exact-by-over", QM_DIVIDE, EXACT (300), OVER (6), UNDER (50) },
  { "over-by-exact", QM_DIVIDE, OVER (300), EXACT (6), OVER (50) },
  { "under-by-exact", QM_DIVIDE, UNDER (300), EXACT (6), UNDER (50) },
  { "under-by-over", QM_DIVIDE, UNDER (300), OVER (6), UNDER (50) },
  { "over-by-over", QM_DIVIDE, OVER (300), OVER (6), ABOUT (50) },
  { "exact-change-from-over", QM_CHANGE_FROM, EXACT (3), OVER (12), UNDER (-0.75) },
  { "over-change-from-exact", QM_CHANGE_FROM, OVER (15), EXACT (12), OVER (0.25) },
  { "exact-share-of-over", QM_SHARE_OF, EXACT (3), OVER (12), UNDER (0.25) },

  /* A negative factor turns a bound round. */
  { "over-times-negative", QM_MULTIPLY, OVER (300), EXACT (-6), UNDER (-1800) },
  { "under-times-negative", QM_MULTIPLY, UNDER (300), EXACT (-6), OVER (-1800) },
  { "over-by-negative", QM_DIVIDE, OVER (300), EXACT (-6), UNDER (-50) },
  { "negative-by-over", QM_DIVIDE, EXACT (-300), OVER (6), OVER (-50) },
  { "negative-under-times-negative-under", QM_MULTIPLY, UNDER (-3), UNDER (-6), OVER (18) },
  { "exact-by-negative-under", QM_DIVIDE, EXACT (300), UNDER (-6), OVER (-50) },
  { "negative-over-times-over", QM_MULTIPLY, OVER (-3), OVER (6), ABOUT (-18) },
  { "exact-less-negative-over", QM_SUBTRACT, EXACT (3), OVER (-6), UNDER (9) },

  /* Ranges. */
  { "between-plus-exact", QM_ADD, BETWEEN (5, 4, 7), EXACT (1), BETWEEN (6, 5, 8) },
  { "exact-less-between", QM_SUBTRACT, EXACT (10), BETWEEN (5, 4, 7), BETWEEN (5, 3, 6) },
  { "between-times-between", QM_MULTIPLY, BETWEEN (5, 4, 7), BETWEEN (2, 1, 3),
    BETWEEN (10, 4, 21) },
  { "between-times-negative", QM_MULTIPLY, BETWEEN (5, 4, 7), EXACT (-2), BETWEEN (-10, -14, -8) },
  { "between-times-spanning", QM_MULTIPLY, BETWEEN (5, 4, 7), BETWEEN (1, -1, 3),
    BETWEEN (5, -7, 21) },
  { "between-by-between", QM_DIVIDE, BETWEEN (12, 8, 16), BETWEEN (2, 1, 4), BETWEEN (6, 2, 16) },
  { "between-by-negative-between", QM_DIVIDE, BETWEEN (12, 8, 16), BETWEEN (-2, -4, -1),
    BETWEEN (-6, -16, -2) },
  { "between-change-from-exact", QM_CHANGE_FROM, BETWEEN (12, 8, 16), EXACT (8),
    BETWEEN (0.5, 0, 1) },
  { "between-share-of-exact", QM_SHARE_OF, BETWEEN (3, 2, 4), EXACT (16),
    BETWEEN (0.1875, 0.125, 0.25) },

  /* A bound beside a range leaves the range's outer end. */
  { "between-plus-over", QM_ADD, BETWEEN (5, 4, 7), OVER (10), OVER (14) },
  { "between-less-over", QM_SUBTRACT, BETWEEN (5, 4, 7), OVER (10), UNDER (-3) },
  { "between-by-over", QM_DIVIDE, BETWEEN (12, 8, 16), OVER (4), UNDER (4) },
  { "between-from-zero-by-negative-under", QM_DIVIDE, BETWEEN (3, 0, 6), UNDER (-6),
    BETWEEN (-0.5, -1, 0) },
  { "between-up-to-zero-by-negative-under", QM_DIVIDE, BETWEEN (-3, -6, 0), UNDER (-6),
    BETWEEN (0.5, 0, 1) },
  { "zero-times-about", QM_MULTIPLY, EXACT (0), ABOUT (6), ABOUT (0) },
  { "over-by-between", QM_DIVIDE, OVER (12), BETWEEN (2, 1, 4), OVER (3) },
};

static void
assert_close (double actual, double expected)
{
  if (isinf (expected))
    g_assert_true (isinf (actual) && signbit (actual) == signbit (expected));
  else
    g_assert_cmpfloat_with_epsilon (actual, expected, 1e-9);
}

static void
computes (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  QmQuantity result;

  g_assert_true (qm_quantity_compute (test->operation, &test->left, &test->right, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (result.precision, ==, test->expected.precision);
  assert_close (result.value, test->expected.value);
  assert_close (result.low, test->expected.low);
  assert_close (result.high, test->expected.high);
  g_assert_cmpint (result.standing, ==, QM_COMPUTED);
  g_assert_false (result.is_projected);
}

static void
carries_projection (void)
{
  const struct {
    gboolean is_left, is_right, is_result;
  } table[] = {
    { FALSE, FALSE, FALSE },
    { TRUE, FALSE, TRUE },
    { FALSE, TRUE, TRUE },
    { TRUE, TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    QmQuantity left = EXACT (40), right = OVER (4), result;

    left.is_projected = table[i].is_left;
    right.is_projected = table[i].is_right;
    g_assert_true (qm_quantity_compute (QM_DIVIDE, &left, &right, &result, NULL));
    g_assert_cmpint (result.is_projected, ==, table[i].is_result);
    g_assert_cmpint (result.standing, ==, QM_COMPUTED);
    g_assert_cmpint (result.precision, ==, QM_UNDER);
  }
}

/* What binary fractions leave over is not there: exactly zero is zero. */
static void
has_no_dust (void)
{
  QmQuantity result = EXACT (0.3), fifth = EXACT (0.2), tenth = EXACT (0.1);

  g_assert_true (qm_quantity_compute (QM_SUBTRACT, &result, &fifth, &result, NULL));
  g_assert_true (qm_quantity_compute (QM_SUBTRACT, &result, &tenth, &result, NULL));
  g_assert_cmpfloat (result.value, ==, 0);
  g_assert_cmpint (result.precision, ==, QM_EXACT);
}

/* What is written of a sum is what people are told, to the last digit. */
static void
has_no_dust_beside_bounds (void)
{
  const struct {
    QmOperation operation;
    QmQuantity left, right;
    double value, low, high;
  } table[] = {
    { QM_ADD, EXACT (0.1), EXACT (0.2), 0.3, 0.3, 0.3 },
    { QM_SUBTRACT, EXACT (0.3), EXACT (0.1), 0.2, 0.2, 0.2 },
    { QM_ADD, EXACT (1e-11), EXACT (2e-11), 3e-11, 3e-11, 3e-11 },
    { QM_ADD, ABOUT (0.1), EXACT (0.2), 0.3, -INFINITY, INFINITY },
    { QM_ADD, OVER (0.1), EXACT (0.2), 0.3, 0.3, INFINITY },
    { QM_ADD, BETWEEN (0.15, 0.1, 0.2), EXACT (0.2), 0.35, 0.3, 0.4 },
    { QM_CHANGE_FROM, EXACT (110), EXACT (100), 0.1, -INFINITY, INFINITY },
    { QM_CHANGE_FROM, BETWEEN (105, 90, 120), EXACT (100), 0.05, -0.1, 0.2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    QmQuantity result;

    g_assert_true (
        qm_quantity_compute (table[i].operation, &table[i].left, &table[i].right, &result, NULL));
    g_assert_cmpfloat (result.value, ==, table[i].value);
    g_assert_cmpfloat (result.low, ==, table[i].low);
    g_assert_cmpfloat (result.high, ==, table[i].high);
  }
}

/* Fourteen digits behind the first of the larger operand are no dust, and fifteen are. */
static void
keeps_sure_digits (void)
{
  QmQuantity result, ten = EXACT (10), little = EXACT (1e-13), more = EXACT (9.95),
                     less = EXACT (9.9);

  g_assert_true (qm_quantity_compute (QM_ADD, &ten, &little, &result, NULL));
  g_assert_cmpfloat (result.value, >, 10 + 0.9e-13);
  g_assert_true (qm_quantity_compute (QM_SUBTRACT, &more, &less, &result, NULL));
  g_assert_cmpfloat_with_epsilon (result.value, 0.05, 1e-16);
}

/* The result may be written over an operand. */
static void
computes_in_place (void)
{
  QmQuantity left = EXACT (300), right = OVER (6);

  g_assert_true (qm_quantity_compute (QM_DIVIDE, &left, &right, &left, NULL));
  assert_close (left.value, 50);
  g_assert_cmpint (left.precision, ==, QM_UNDER);
}

static void
refuses_what_has_no_result (void)
{
  const struct {
    QmOperation operation;
    QmQuantity left, right;
    QmQuantityError code;
  } table[] = {
    { QM_DIVIDE, EXACT (1), EXACT (0), QM_QUANTITY_ERROR_ZERO },
    { QM_DIVIDE, EXACT (1), ABOUT (0), QM_QUANTITY_ERROR_ZERO },
    { QM_DIVIDE, EXACT (0), EXACT (0), QM_QUANTITY_ERROR_ZERO },
    { QM_DIVIDE, EXACT (1), BETWEEN (1, -1, 2), QM_QUANTITY_ERROR_ZERO },
    { QM_DIVIDE, EXACT (1), BETWEEN (1, 0, 2), QM_QUANTITY_ERROR_ZERO },
    { QM_DIVIDE, EXACT (1), BETWEEN (-1, -2, 0), QM_QUANTITY_ERROR_ZERO },
    { QM_DIVIDE, EXACT (1), UNDER (6), QM_QUANTITY_ERROR_ZERO },
    { QM_DIVIDE, EXACT (1), OVER (-6), QM_QUANTITY_ERROR_ZERO },
    { QM_DIVIDE, EXACT (1), OVER (0), QM_QUANTITY_ERROR_ZERO },
    { QM_DIVIDE, ABOUT (1), BETWEEN (1, -1, 2), QM_QUANTITY_ERROR_ZERO },
    { QM_SHARE_OF, EXACT (1), EXACT (0), QM_QUANTITY_ERROR_ZERO },
    { QM_SHARE_OF, EXACT (1), BETWEEN (1, -1, 2), QM_QUANTITY_ERROR_ZERO },
    { QM_CHANGE_FROM, EXACT (1), EXACT (0), QM_QUANTITY_ERROR_ZERO },
    { QM_CHANGE_FROM, EXACT (1), EXACT (-2), QM_QUANTITY_ERROR_NEGATIVE },
    { QM_CHANGE_FROM, EXACT (1), ABOUT (-2), QM_QUANTITY_ERROR_NEGATIVE },
    { QM_CHANGE_FROM, EXACT (1), UNDER (-2), QM_QUANTITY_ERROR_NEGATIVE },
    { QM_ADD, EXACT (1.7e308), EXACT (1.7e308), QM_QUANTITY_ERROR_INFINITE },
    { QM_SUBTRACT, ABOUT (-1.7e308), ABOUT (1.7e308), QM_QUANTITY_ERROR_INFINITE },
    { QM_MULTIPLY, OVER (1e200), OVER (1e200), QM_QUANTITY_ERROR_INFINITE },
    { QM_MULTIPLY, BETWEEN (1, 0, 1e200), BETWEEN (1, 0, 1e200), QM_QUANTITY_ERROR_INFINITE },
    { QM_MULTIPLY, BETWEEN (-1, -1e200, 0), BETWEEN (1, 0, 1e200), QM_QUANTITY_ERROR_INFINITE },
    { QM_DIVIDE, EXACT (1e200), EXACT (1e-200), QM_QUANTITY_ERROR_INFINITE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autoptr (GError) error = NULL;
    QmQuantity result = EXACT (77);

    g_assert_false (
        qm_quantity_compute (table[i].operation, &table[i].left, &table[i].right, &result, &error));
    g_assert_error (error, QM_QUANTITY_ERROR, (int) table[i].code);
    assert_close (result.value, 77);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/quantity/computes/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], computes);
  }

  g_test_add_func ("/quantity/a-projected-operand-makes-the-result-projected", carries_projection);
  g_test_add_func ("/quantity/exact-sums-have-no-dust", has_no_dust);
  g_test_add_func ("/quantity/sums-have-no-dust-whatever-their-bounds", has_no_dust_beside_bounds);
  g_test_add_func ("/quantity/exact-sums-keep-sure-digits", keeps_sure_digits);
  g_test_add_func ("/quantity/computes-in-place", computes_in_place);
  g_test_add_func ("/quantity/refuses-what-has-no-result", refuses_what_has_no_result);

  return g_test_run ();
}
