/* What the desktop asks of every program: light or dark, and how large texts are. GTK's own
 * settings count from the start; the desktop portal's org.freedesktop.appearance is asked without
 * waiting for it, and where there is none nothing is said. What the portal says is handed on to
 * GTK, so that the whole window follows. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_APPEARANCE (qm_appearance_get_type ())
G_DECLARE_FINAL_TYPE (QmAppearance, qm_appearance, QM, APPEARANCE, GObject)

/* Emits "changed" when one of the answers below may have changed. Needs a display. */
QmAppearance *qm_appearance_new (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean qm_appearance_is_dark (QmAppearance *self);

/* How much larger than usual texts are to be; 1 where nothing is asked. */
double qm_appearance_get_text_scale (QmAppearance *self);

/* Starts asking the portal, and goes on listening to it. */
void qm_appearance_follow_portal (QmAppearance *self);

G_END_DECLS
