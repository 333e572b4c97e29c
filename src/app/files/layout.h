/* How a window is laid out: what the next one takes over. */
#pragma once

#include <glib.h>

/* Sizes in pixels. */
typedef struct {
  int width, height; /* of the window where it is not maximised; 0: as at first */
  gboolean is_maximized;
  gboolean is_sidebar_open, is_evidence_open; /* where there is room beside the chart */
  int sidebar_width, evidence_width;          /* 0: as at first */
  const char *page;                           /* static; NULL: as at first */
} QmLayout;

/* As at first: the chart gets most of the window, and its cards have what the evidence has. */
extern const QmLayout qm_layout_default;

gboolean qm_layout_equal (const QmLayout *a, const QmLayout *b);

/* What is missing or makes no sense there is as at first. */
void qm_layout_read (QmLayout *layout, GKeyFile *file);
void qm_layout_write (const QmLayout *layout, GKeyFile *file);
