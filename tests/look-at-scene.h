/* What a picture says, for tests. Marks are named by their claims. */
#pragma once

#include "scene/scene.h"

/* TRUE if those words stand in a text of the scene. */
gboolean scene_says (const QmScene *scene, const char *words);

/* TRUE if a text of the mark is exactly that. */
gboolean mark_says (const QmScene *scene, const char *id, const char *words);

/* The mark, or NULL; the other fails the test where there is none. */
const QmMark *scene_find_mark (const QmScene *scene, const char *id);
const QmMark *scene_mark (const QmScene *scene, const char *id);
