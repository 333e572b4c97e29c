/* Words that stand by themselves. */
#pragma once

#include <glib.h>

/* The message of an error, which goes on after what came before it, as a sentence of its own: with
 * a capital. One that begins with a name in quotation marks stays as it is. */
char *qm_sentence_begin (const char *message) G_GNUC_WARN_UNUSED_RESULT;
