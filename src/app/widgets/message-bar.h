/* A line inside the window that says what has just been done, or what went wrong and what to do. */
#pragma once

#include "app/widgets/bin.h"

#define QM_TYPE_MESSAGE_BAR (qm_message_bar_get_type ())
G_DECLARE_FINAL_TYPE (QmMessageBar, qm_message_bar, QM, MESSAGE_BAR, QmBin)

/* A success goes away by itself after some seconds; an error stays until it is closed, and its
 * text, which may be a message of a GError, begins with a capital. */
void qm_message_bar_show (QmMessageBar *self, const char *text, gboolean is_error);

/* Says what the reader's last step has done, with a button that takes it back by the action
 * "win.undo". */
void qm_message_bar_show_step (QmMessageBar *self, const char *text);

/* The same of what is no step of the session: another action, with its target as in
 * g_action_print_detailed_name(), takes it back. */
void qm_message_bar_show_undoable (QmMessageBar *self, const char *text, const char *action);

/* To be called when the step that was spoken of is no longer the last one: what was said of it goes
 * away. */
void qm_message_bar_forget_step (QmMessageBar *self);

/* The same of what was written: with a button that opens the file at path, unless that is a folder,
 * and one that shows it in its folder. path NULL: nothing was written. */
void qm_message_bar_show_file (QmMessageBar *self, const char *text, gboolean is_error,
                               const char *path);

/* While messages are held back, nothing lies over what the window shows: the last one comes up
 * afterwards. What is said is heard all the same. */
void qm_message_bar_hold (QmMessageBar *self, gboolean is_held);
