#include "edit/versions.h"

#include <string.h>

/* Of two texts that begin and end alike, what lies between. */
typedef struct {
  guint parent; /* of the first version: itself */
  guint depth;  /* steps from the first version */
  gsize start;  /* bytes that both begin with */
  char *before; /* what stands there in the parent, */
  char *after;  /* and in this one */
} Version;

struct _QmVersions {
  GArray *versions; /* Version */
  guint number;
  char *text;
};

static void
version_clear (gpointer data)
{
  Version *version = data;

  g_free (version->before);
  g_free (version->after);
}

static Version
compare (const char *before, const char *after)
{
  gsize n_before = strlen (before), n_after = strlen (after), start = 0, end = 0;

  while (before[start] != '\0' && before[start] == after[start])
    start++;
  while (end < MIN (n_before, n_after) - start &&
         before[n_before - 1 - end] == after[n_after - 1 - end])
    end++;
  return (Version) { .start = start,
                     .before = g_strndup (before + start, n_before - start - end),
                     .after = g_strndup (after + start, n_after - start - end) };
}

static void
replace (QmVersions *versions, gsize start, const char *old, const char *new)
{
  GString *text = g_string_new_len (versions->text, (gssize) start);

  g_string_append (text, new);
  g_string_append (text, versions->text + start + strlen (old));
  g_free (versions->text);
  versions->text = g_string_free (text, FALSE);
}

static const Version *
get (const QmVersions *versions, guint number)
{
  return &g_array_index (versions->versions, Version, number);
}

static void
go_up (QmVersions *versions)
{
  const Version *version = get (versions, versions->number);

  replace (versions, version->start, version->after, version->before);
  versions->number = version->parent;
}

QmVersions *
qm_versions_new (const char *text)
{
  QmVersions *versions = g_new0 (QmVersions, 1);
  Version first = { 0 };

  versions->versions = g_array_new (FALSE, FALSE, sizeof (Version));
  g_array_set_clear_func (versions->versions, version_clear);
  g_array_append_val (versions->versions, first);
  versions->text = g_strdup (text);
  return versions;
}

void
qm_versions_free (QmVersions *versions)
{
  if (versions == NULL)
    return;

  g_array_unref (versions->versions);
  g_free (versions->text);
  g_free (versions);
}

const char *
qm_versions_get (const QmVersions *versions)
{
  return versions->text;
}

guint
qm_versions_get_number (const QmVersions *versions)
{
  return versions->number;
}

guint
qm_versions_add (QmVersions *versions, const char *text)
{
  Version version;

  if (g_str_equal (text, versions->text))
    return versions->number;
  version = compare (versions->text, text);
  version.parent = versions->number;
  version.depth = get (versions, versions->number)->depth + 1;
  g_array_append_val (versions->versions, version);
  versions->number = versions->versions->len - 1;
  g_free (versions->text);
  versions->text = g_strdup (text);
  return versions->number;
}

/* Up to where both meet, and down again. */
gboolean
qm_versions_go (QmVersions *versions, guint number)
{
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));

  if (number >= versions->versions->len)
    return FALSE;
  while (number != versions->number) {
    if (get (versions, versions->number)->depth > get (versions, number)->depth) {
      go_up (versions);
    } else {
      g_array_append_val (way, number);
      number = get (versions, number)->parent;
    }
  }
  for (guint i = way->len; i-- > 0;) {
    const Version *version = get (versions, g_array_index (way, guint, i));

    replace (versions, version->start, version->before, version->after);
    versions->number = g_array_index (way, guint, i);
  }
  return TRUE;
}
