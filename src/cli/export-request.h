/* What "quymo export" is asked for: from the words on its command line to a plan. */
#pragma once

#include "cli/command.h"
#include "export/jobs.h"

/* As they stand on the command line, NULL where they do not. */
typedef struct {
  GStrv charts;
  gboolean is_all;
  gboolean may_replace;
  gboolean is_transparent;
  gboolean is_for_programs;
  char *output;
  char *formats;
  char *size;
  char *dots_per_inch;
  char *scale;
  char *theme;
  char *text;
  char *hidden;
  char *view;
  char *dataset;
} QmExportOptions;

void qm_export_options_clear (QmExportOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmExportOptions, qm_export_options_clear)

typedef enum { QM_OUTPUT_FILE, QM_OUTPUT_FOLDER, QM_OUTPUT_STREAM } QmOutputKind;

/* What they mean. */
typedef struct {
  QmExportPlan *plan; /* its files are not listed yet */
  QmOutputKind output;
} QmExportRequest;

void qm_export_request_clear (QmExportRequest *request);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmExportRequest, qm_export_request_clear)

/* Reads the options. Anything else than QM_EXIT_OK is the status to exit by, after what is wrong
 * was reported. */
int qm_export_request_read (const QmCommand *command, const QmExportOptions *options,
                            QmExportRequest *request);
