/* Bars in groups, each bar with a name and its value beside it; what has no figure is a word:
 *
 *   The economy   Approve     ░░░░░░░░░░ 42%
 *                 Disapprove  ██████████████ 58%
 *
 *   Not asked     Approve     no figure
 *
 * Where there is little width the name of a group stands above its bars. */
#pragma once

#include "chart/draw/label.h"

/* Borrows all that it points to, but for its texts. */
typedef struct {
  const QmClaim *claim;  /* how it is drawn; NULL, or one without: there is no figure */
  const char *mark;      /* (unowned) the claim's id, or NULL: it belongs to the mark before it */
  const QmEntity *names; /* whose name the bar's is; or NULL */
  char *name;            /* "" for none */
  gboolean is_figure;    /* the name is a time, which is never shortened */
  char *value;
  double tint; /* of the style */
} QmGroupedBar;

typedef struct {
  const QmEntity *entity; /* whose name stands at the group; NULL for none */
  const char *name;       /* what else stands there; NULL for none, as in all groups or in none */
  gsize first, n_bars;
} QmBarGroup;

typedef struct {
  GArray *bars;   /* QmGroupedBar, group after group */
  GArray *groups; /* QmBarGroup */
} QmBarGroups;

QmBarGroups qm_bar_groups_new (void) G_GNUC_WARN_UNUSED_RESULT;
void qm_bar_groups_clear (QmBarGroups *groups);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmBarGroups, qm_bar_groups_clear)

/* Of the two one is NULL, or both are. */
void qm_bar_groups_begin (QmBarGroups *groups, const QmEntity *entity, const char *name);

/* Adds a bar to the last group. Takes over name and value. */
void qm_bar_groups_add (QmBarGroups *groups, QmGroupedBar bar);

/* Draws them; a mark for each that has one. */
void qm_bar_groups_place (const QmBarGroups *groups, QmScene *scene, const QmStyle *style,
                          QmRect area);

/* How many groups of so many bars, on average, have room. */
gsize qm_bar_groups_most (const QmStyle *style, double n_bars, QmRect area);
