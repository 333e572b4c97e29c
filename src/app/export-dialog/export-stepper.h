/* The preview of an export and what it is of: which file, and where several charts are
 * exported, which of them, with a step to the next. */
#pragma once

#include "app/files/export-settings.h"
#include "app/widgets/bin.h"

#define QM_TYPE_EXPORT_STEPPER (qm_export_stepper_get_type ())
G_DECLARE_FINAL_TYPE (QmExportStepper, qm_export_stepper, QM, EXPORT_STEPPER, QmBin)

/* Emits "stepped" when another chart is to be shown. */

/* The dataset, and the chart of it that the window shows in that view. They, and the charts, stay
 * as long as it does. */
void qm_export_stepper_set_chart (QmExportStepper *self, const QmDataset *dataset,
                                  const QmChart *chart, const QmView *view);

/* The charts that are exported, in their order: element const QmChart *, at least one. */
void qm_export_stepper_set_charts (QmExportStepper *self, const GPtrArray *charts);

/* Shows what these choices write; look NULL: an impossible one, which leaves the last preview. */
void qm_export_stepper_show (QmExportStepper *self, const QmExportSettings *settings,
                             const QmExportLook *look);

/* Which of the chosen formats is shown: a picture where there is one, else a slide, else a table.
 */
QmExportFormat qm_export_stepper_format (const QmExportSettings *settings);
