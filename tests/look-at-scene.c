#include "look-at-scene.h"

#include <string.h>

gboolean
scene_says (const QmScene *scene, const char *words)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].layout != NULL &&
        strstr (pango_layout_get_text (shapes[i].layout), words) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
mark_says (const QmScene *scene, const char *id, const char *words)
{
  gsize n_shapes, n_marks;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].layout != NULL && shapes[i].mark >= 0 &&
        g_str_equal (marks[shapes[i].mark].id, id) &&
        g_str_equal (pango_layout_get_text (shapes[i].layout), words))
      return TRUE;
  return FALSE;
}

const QmMark *
scene_find_mark (const QmScene *scene, const char *id)
{
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (g_str_equal (marks[i].id, id))
      return &marks[i];
  return NULL;
}

const QmMark *
scene_mark (const QmScene *scene, const char *id)
{
  const QmMark *mark = scene_find_mark (scene, id);

  if (mark == NULL)
    g_error ("%s is not drawn", id);
  return mark;
}
