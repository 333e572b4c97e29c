/* A form: one way to draw a panel, with all that it supports. Each is one record in a file of its
 * own in chart/forms/. */
#pragma once

#include "chart/view/view.h"
#include "dataset/reader.h"
#include "scene/scene.h"

typedef struct _QmStyle QmStyle;
typedef struct _QmFigureScale QmFigureScale;
typedef struct _QmViewedChart QmViewedChart;

/* What a reader can choose of a panel, besides what can be chosen of all. */
typedef enum {
  QM_VIEW_LOG = 1 << 0,      /* a logarithmic scale */
  QM_VIEW_RELATIVE = 1 << 1, /* every figure as a multiple of one entity's: "China = 1" */
  QM_VIEW_YEAR = 1 << 2,     /* its lines read off between their figures */
} QmViewOptions;

/* Where figures on which sources disagree are bracketed. At a side of their marks, which stand one
 * after the other, that is done by whoever calls build(). */
typedef enum {
  QM_BRACKET_LEFT = 1 << 0,  /* the marks of a panel stand below each other */
  QM_BRACKET_TOP = 1 << 1,   /* or beside each other */
  QM_BRACKET_BUILT = 1 << 2, /* build() does it */
} QmBrackets;

#define QM_BRACKET_AT_MARKS (QM_BRACKET_LEFT | QM_BRACKET_TOP)

typedef struct {
  QmFormRule rule;     /* first: a panel's pointer to it is one to this */
  const char *name;    /* to be translated: "Bars" */
  const char *picture; /* a small one, in characters */
  const char *takes;   /* which claims it draws, to be translated */
  /* Draws a panel of viewed, which has claims, into area, each claim as a mark, in the panel's
   * order. */
  void (*build) (QmScene *scene, const QmStyle *style, const QmPanel *panel,
                 const QmViewedChart *viewed, QmRect area);
  /* How many of the panel's claims can probably be read in area; 0 where none can. The largest of
   * them are drawn, or the first. */
  gsize (*most) (const QmStyle *style, const QmPanel *panel, QmRect area);
  gboolean keeps_first;
  int (*compare) (const QmClaim *first, const QmClaim *second); /* below zero: the first stands
                           before the second, wherever the file has them; NULL: as in the file */
  gsize group; /* so many claims, one after the other, are drawn or left out together; 0: each for
                  itself, G_MAXSIZE: all or none */
  gboolean gathers_entities; /* those of one entity and measure are drawn one after the other */
  gboolean
      folds_entities; /* those of one entity are drawn or left out together, wherever they stand */
  /* Lowers scale to that at which the panel's figures fit (chart/draw/numeral.h); NULL for a form
   * without figures written large. */
  void (*fit_figures) (const QmStyle *style, const QmPanel *panel, QmRect area,
                       QmFigureScale *scale);
  /* What the claim takes up on the axis of time, as years with their fraction: the same twice for a
   * moment, from -INFINITY where a period has an open beginning, NAN if undated. NULL for a form
   * without such an axis. */
  void (*span_of) (const QmClaim *claim, double *from, double *to);
  /* TRUE where the panel's scale does not begin at zero, which is told. NULL for a form whose scale
   * always does, or that has none. */
  gboolean (*leaves_zero) (const QmPanel *panel, const QmView *view);
  /* What stands beside the claim's figure, newly allocated; NULL for a form whose figures cannot be
   * put in another order. */
  char *(*name_of) (const QmClaim *claim);
  QmBrackets brackets;  /* 0: there are none */
  const char *disputed; /* what is drawn of several figures for one place, to be translated; NULL:
                           each as any other */
  double need;          /* the width it asks for beside other panels, in proportion */
  double lines;         /* the height it asks for above other panels, in lines of text */
  gboolean names_measures;  /* beside each figure, so that none has to stand above them */
  gboolean leaves_out_time; /* of when a figure is it says nothing: others have an axis, or words */
  gboolean places_note;     /* the panel's: those of others stand below all panels */
  gboolean has_dots;        /* its key shows dots instead of areas */
  QmViewOptions options;
} QmForm;

/* The form of a panel whose dataset was read with those of chart/forms/forms.h. */
static inline const QmForm *
qm_form_of (const QmPanel *panel)
{
  return (const QmForm *) panel->form;
}
