#include "random-view.h"

#include "chart/view/viewed.h"

static gconstpointer
any_of (GRand *rand, const GPtrArray *array)
{
  return array->len > 0 ? array->pdata[g_rand_int_range (rand, 0, (gint32) array->len)] : NULL;
}

static const QmClaim *
any_claim (GRand *rand, const QmChart *chart)
{
  const QmPanel *panel = &chart->panels[g_rand_int_range (rand, 0, (gint32) chart->n_panels)];

  return panel->claims[g_rand_int_range (rand, 0, (gint32) panel->n_claims)];
}

static void
hide_some (GRand *rand, const QmChart *chart, const QmViewOffers *offers, QmView *view)
{
  for (guint i = 0; i < offers->entities->len; i++)
    if (g_rand_int_range (rand, 0, 3) == 0)
      qm_view_hide (view, chart, offers->entities->pdata[i], NULL);
}

static void
call_some_out (GRand *rand, const QmChart *chart, QmView *view)
{
  static const char *const texts[] = {
    "x",
    "Look here first.",
    "“Quoted” \\ and a\302\240backslash, <tags> & 40% – “Tỷ trọng của Trung Quốc” "
    "🙂",
    "=HYPERLINK(\"a\",\"b\")",
    "Two lines,\n\nand one between.",
    "A note as long as they get: it goes on and on about what the figure might mean to whoever "
    "reads it here, and does not stop before it has said all of it once more, which is a lot for a "
    "picture that small, is it not; so, done it is now.",
  };
  int n = g_rand_int_range (rand, 1, 4);

  for (int i = 0; i < n; i++) {
    const QmClaim *claim = any_claim (rand, chart);

    g_assert_true (qm_view_set_call_out (
        view, claim, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))], NULL));
    if (g_rand_boolean (rand))
      qm_view_place_call_out (view, claim, g_rand_double_range (rand, -1, 1),
                              g_rand_double_range (rand, -1, 1));
  }
}

static QmDate
date_between (GRand *rand, QmDate from, QmDate to)
{
  return qm_date_from_year (
      g_rand_double_range (rand, qm_date_to_year (from), qm_date_to_year (to)));
}

static void
choose_dates (GRand *rand, const QmViewOffers *offers, QmView *view)
{
  if (offers->year_from.year != 0 && g_rand_boolean (rand))
    view->year = date_between (rand, offers->year_from, offers->year_to);
  if (offers->from.year != 0 && g_rand_boolean (rand)) {
    view->from = date_between (rand, offers->from, offers->to);
    view->to = g_rand_boolean (rand) ? offers->to : date_between (rand, view->from, offers->to);
    if (qm_date_to_year (view->from) >= qm_date_to_year (view->to))
      view->from = view->to = (QmDate) { 0 };
  }
}

QmView
random_view (GRand *rand, const QmChart *chart)
{
  const QmViewOffers *offers = qm_view_offers (chart);
  QmView view = qm_view_default;

  if (g_rand_boolean (rand))
    view.measure = any_of (rand, offers->measures);
  view.is_log = offers->has_log && g_rand_boolean (rand);
  if (g_rand_boolean (rand))
    view.relative_to = any_of (rand, offers->relative_to);
  if (offers->has_order)
    view.order = (QmViewOrder) g_rand_int_range (rand, 0, QM_ORDERED_BY_NAME + 1);
  if (g_rand_boolean (rand))
    hide_some (rand, chart, offers, &view);
  if (g_rand_boolean (rand))
    view.highlight = any_claim (rand, chart);
  if (g_rand_boolean (rand))
    call_some_out (rand, chart, &view);
  view.shows_superseded = offers->has_superseded && g_rand_boolean (rand);
  choose_dates (rand, offers, &view);
  view.is_log = view.is_log && qm_view_can_be_log (&view, chart, NULL);
  return view;
}
