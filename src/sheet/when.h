/* A cell that says when: "2020", "Q1 2024", "2024M01", "Tháng 3/2024", "31.12.2023", "2023/24". */
#pragma once

#include "base/date.h"

/* Which number of 03/04/2024 is the day. */
typedef enum { QM_DAY_FIRST, QM_MONTH_FIRST } QmDayOrder;

/* What a day's cell says of that order. */
typedef enum { QM_ORDER_NONE, QM_ORDER_DAY, QM_ORDER_MONTH, QM_ORDER_OPEN } QmOrderSign;

typedef struct {
  char text[32]; /* as in a dataset's file (dataset/claim-time.h): "2024-Q1", "2020/2024" */
  QmResolution resolution;
  QmOrderSign order;
  gboolean is_period;
  gboolean is_projected; /* it says so: "2026f", "2030 (forecast)" */
  gboolean is_bare;      /* four digits and nothing else, which may be a number */
} QmWhen;

/* TRUE if it begins in a year of which tables are made: from 1700 to 2100. */
gboolean qm_when_is_recent (const QmWhen *when);

/* FALSE, and no change, for anything else. */
gboolean qm_when_read (const char *cell, QmDayOrder order, QmWhen *when);
