/* What every exported file says about itself, whatever its format: made once, of the chart and what
 * is shown of it, in the language in use (base/language.h). No name of a person or machine and no
 * path is in it. */
#pragma once

#include "chart/view/viewed.h"

typedef struct {
  const char *language; /* static: "en", "vi" */
  char *title;          /* the chart's title */
  char *description;    /* qm_description(): alternative text */
  char *copyright;      /* whose the figures are */
  char *sources;        /* "Source: The Japan Times, 22 Jul 2025 [1 ¶4]." */
  GPtrArray *addresses; /* (unowned) element const char *: those of the sources that have one */
  GDateTime *created; /* UTC: SOURCE_DATE_EPOCH, or else today at midnight: a picture tells nobody's
                         hours, and the same export gives the same bytes all day */
  char *view;         /* JSON: the chart and the view (chart/view/view-json.h) */
  char *citations;    /* JSON: every claim shown with its sources, and how it was computed */
  char *
      dataset; /* JSON: a dataset file with just this chart and what it needs (dataset/extract.h) */
} QmMetadata;

QmMetadata *qm_metadata_new (const QmDataset *dataset,
                             const QmViewedChart *viewed) G_GNUC_WARN_UNUSED_RESULT;

/* Of a file with several charts of the dataset (element const QmMetadata *, at least one). It leads
 * back to none: view, citations and dataset are NULL. */
QmMetadata *qm_metadata_new_of_several (const QmDataset *dataset,
                                        const GPtrArray *parts) G_GNUC_WARN_UNUSED_RESULT;
void qm_metadata_free (QmMetadata *metadata); /* accepts NULL */

/* "2026-11-24T00:00:00Z" */
char *qm_metadata_created_text (const QmMetadata *metadata) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmMetadata, qm_metadata_free)
