/* Where the reader chooses how large an exported picture is: by name, with what each size is good
 * for, or by numbers of their own. A size that is impossible is told beside them. */
#pragma once

#include "app/files/export-settings.h"
#include "app/widgets/bin.h"

#define QM_TYPE_SIZE_CHOOSER (qm_size_chooser_get_type ())
G_DECLARE_FINAL_TYPE (QmSizeChooser, qm_size_chooser, QM, SIZE_CHOOSER, QmBin)

/* Emits "changed" whenever another size is chosen. */

/* Of the settings: their preset, width, height, unit and density. */
void qm_size_chooser_set (QmSizeChooser *self, const QmExportSettings *settings);
void qm_size_chooser_read (QmSizeChooser *self, QmExportSettings *settings);
