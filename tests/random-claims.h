/* The claims of one panel of a dataset that is made up. */
#pragma once

#include <glib.h>

typedef enum { FIGURE, RATIO, RANK, SHARE, DATED, PAIR, MATRIX, PARTS, STANDING } Kind;

typedef struct {
  const char *form;
  int most; /* claims in a panel */
  Kind kind;
} Maker;

/* Times of which a matrix has figures, and who stands on a ladder, with the lowest. */
#define RANDOM_COLUMNS 3
#define RANDOM_ON_LADDER 5

/* Times are written so; mixed are the first three, by turns. */
typedef enum { YEAR, QUARTER, HALF, FISCAL_YEAR, PERIOD, EARLY, MIXED, N_TIME_KINDS } TimeKind;

/* What all figures of a panel have in common. */
typedef struct {
  const Maker *maker;
  int n_claims, n_entities, n_sources;
  double magnitude; /* power of ten of the largest */
  int digits;       /* significant ones */
  gboolean has_negative;
  int first_year, span;
  TimeKind time_kind;
  int n_each; /* figures that an entity has, at different times */
  int rank;
  const char *unit;
  int computed_every;   /* of so many claims one is computed from those before it; 0: none */
  gboolean has_bases;   /* all are computed, from claims that are not in the panel */
  int superseded_every; /* of so many one has taken the place of another; 0: none */
  int no_figure_every;  /* of so many one says that there is none; 0: none */
  gboolean has_a_whole; /* of which all entities are parts */
  const char *stem;     /* with which all names begin */
  gboolean is_anywhere; /* random_words_append_name() */
  char *prefix;
} Panel;

/* The entity's number whose figure claim i is. */
int random_claims_entity (const Panel *panel, int i);

/* TRUE if claim i has taken the place of another, whose id has an “o” in the place of the “c”. */
gboolean random_claims_is_superseding (const Panel *panel, int i);

/* All claims of the panel as JSON, each with a comma behind it. */
void random_claims_append (GString *json, GRand *rand, const Panel *panel);
