/* The program with its window. */
#pragma once

#include <glib.h>

/* The exit status where no window can be opened, for want of a display or of GTK (EX_UNAVAILABLE of
 * sysexits.h). */
#define QM_EXIT_NO_WINDOW 69

/* Runs until the last window is closed and returns the program's exit status. Arguments are
 * datasets and exported pictures, a window for each; without any, the built-in dataset is shown. */
int qm_application_run (int argc, char **argv);
