/* Feeds what reads texts out of files arbitrary bytes, as each kind of file: see CONTRIBUTING.md.
 */
#include "export/zip.h"
#include "intake/intake.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define MIME "application/vnd.oasis.opendocument.text"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
feed (const char *name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QmIntake) intake = qm_intake_read (name, bytes, &error);

  g_assert ((intake == NULL) == (error != NULL));
  if (intake == NULL) {
    g_assert (g_utf8_validate (error->message, -1, NULL));
    return;
  }
  g_assert (g_utf8_validate (intake->text, -1, NULL));
  for (gsize i = 0; qm_facts_keys ()[i] != NULL; i++) {
    const char *fact = qm_facts_get (intake->facts, qm_facts_keys ()[i]);

    g_assert (fact == NULL || (fact[0] != '\0' && g_utf8_validate (fact, -1, NULL)));
  }
}

/* Bytes that are changed in an archive are mostly those of a sum: here they are a part's own. */
static void
feed_part (const char *name, GBytes *part)
{
  g_autoptr (QmZip) zip = qm_zip_new ();
  g_autoptr (GBytes) mime = g_bytes_new_static (MIME, strlen (MIME)), archive = NULL;

  qm_zip_add (zip, "mimetype", mime, FALSE);
  qm_zip_add (zip, name, part, FALSE);
  archive = qm_zip_end (zip, NULL);
  feed ("document", archive);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  feed ("page.html", bytes);
  feed ("article.md", bytes);
  feed ("document.odt", bytes);
  feed_part ("content.xml", bytes);
  feed_part ("word/document.xml", bytes);
  return 0;
}
