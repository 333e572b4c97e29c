/* One mark in front of the others. */
#include "chart/view/choice.h"

static gboolean
read_choice (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *id = qm_choice_get_text (member, error);

  if (id != NULL)
    reading->view.highlight = qm_choice_find_claim (reading, member->string, id, error);
  return reading->view.highlight != NULL;
}

static cJSON *
write_choice (const QmView *view)
{
  return view->highlight != NULL ? cJSON_CreateString (view->highlight->id) : NULL;
}

const QmChoice qm_choice_highlight = {
  .key = "highlight",
  .read = read_choice,
  .write = write_choice,
};
