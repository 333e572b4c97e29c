/* A strip above the page that says what is wrong with the file while what it held before is still
 * shown. There is nothing in it otherwise. */
#pragma once

#include "app/files/document.h"
#include "app/widgets/bin.h"

#define QM_TYPE_FILE_NOTICE (qm_file_notice_get_type ())
G_DECLARE_FINAL_TYPE (QmFileNotice, qm_file_notice, QM, FILE_NOTICE, QmBin)

/* In place of another document. */
void qm_file_notice_set_document (QmFileNotice *self, QmDocument *document);
