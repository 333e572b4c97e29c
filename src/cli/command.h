/* What the commands share: how they are described, how they read their options and how they report.
 * Every message is one line on stderr that begins with "quymo: ". */
#pragma once

#include "chart/view/view.h"
#include "intake/intake.h"

enum { QM_EXIT_OK = 0, QM_EXIT_FAILURE = 1, QM_EXIT_USAGE = 2 };

typedef struct _QmCommand QmCommand;

struct _QmCommand {
  const char *name;
  const char *arguments; /* for the help, not translated */
  const char *summary;   /* for the help, to be translated */
  /* argv[0] is the command's name. Returns the exit status. */
  int (*run) (const QmCommand *command, int argc, char **argv);
};

extern const QmCommand qm_check_command;
extern const QmCommand qm_cite_command;
extern const QmCommand qm_describe_command;
extern const QmCommand qm_export_command;
extern const QmCommand qm_figures_command;
extern const QmCommand qm_annotate_command;
extern const QmCommand qm_find_command;
extern const QmCommand qm_format_command;
extern const QmCommand qm_forms_command;
extern const QmCommand qm_import_command;
extern const QmCommand qm_sources_command;
extern const QmCommand qm_list_command;
extern const QmCommand qm_new_command;

/* The option by which every command is told of a dataset, for its entries. */
#define QM_COMMAND_DATASET(path)                                                                   \
  {                                                                                                \
    "dataset", 0, 0, G_OPTION_ARG_FILENAME, &(path),                                               \
        N_ ("Read that dataset instead of the built-in one"), "FILE"                               \
  }

/* Told what a command takes: its own options, and those of all. The entries last for the call only.
 */
typedef void (*QmCommandVisitor) (const QmCommand *command, const GOptionEntry *entries,
                                  const GOptionEntry *common, gpointer user_data);

/* Has the visitor told instead of the command carried out. */
void qm_command_visit (const QmCommand *command, QmCommandVisitor visitor, gpointer user_data);

/* Reads the options of a command, to which --help and --language are added, and speaks the language
 * asked for. FALSE if there is nothing left to do but to exit by *status: after --help, which is
 * printed, or after wrong usage, which is reported. */
gboolean qm_command_parse (const QmCommand *command, const GOptionEntry *entries, int argc,
                           char **argv, int *status);

/* Reports wrong usage and returns QM_EXIT_USAGE. */
int qm_command_misused (const QmCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Reports what failed. */
void qm_command_report (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Reads a dataset, the built-in one for NULL. Reports every problem and returns NULL if it is
 * wrong. */
QmDataset *qm_command_load (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* The same of a file, with its text beside it: unref. That becomes NULL where NULL is returned. */
QmDataset *qm_command_load_with_text (const char *path, GBytes **text) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a text, that of standard input for "-", and reports what it was read as where that is not
 * as it stands. NULL, reported, where it is no text. */
QmIntake *qm_command_read_text (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* The chart of that id; reports and returns NULL if there is none. */
const QmChart *qm_command_find_chart (const QmDataset *dataset, const char *id);

/* Reads a view of the chart, or of the one it names where that is NULL. Anything else than
 * QM_EXIT_OK is the status to exit by, after what is wrong was reported; chart and view are then
 * unchanged. */
int qm_command_read_view (const QmCommand *command, const QmDataset *dataset, const char *json,
                          const QmChart **chart, QmView *view);
