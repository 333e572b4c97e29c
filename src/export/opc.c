#include "export/opc.h"

#include "export/xml.h"
#include "export/zip.h"

typedef struct {
  char *name;
  const char *type; /* static; NULL where its extension says it */
  GBytes *bytes;
} Part;

struct _QmOpcPackage {
  GArray *parts; /* element Part: waiting for the list of all that comes first */
};

static void
clear_part (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_bytes_unref (part->bytes);
}

QmOpcPackage *
qm_opc_package_new (void)
{
  QmOpcPackage *package = g_new0 (QmOpcPackage, 1);

  package->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (package->parts, clear_part);
  return package;
}

void
qm_opc_package_free (QmOpcPackage *package)
{
  if (package == NULL)
    return;

  g_array_unref (package->parts);
  g_free (package);
}

void
qm_opc_add (QmOpcPackage *package, char *name, const char *type, GBytes *bytes)
{
  const Part part = { name, type, bytes };

  g_array_append_val (package->parts, part);
}

static GBytes *
content_types (const QmOpcPackage *package)
{
  GString *xml =
      g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    "<Types xmlns=\""
                    "http://schemas.openxmlformats.org/package/2006/content-types\">"
                    "<Default Extension=\"rels\" "
                    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                    "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>");
  for (guint i = 0; i < package->parts->len; i++) {
    const Part *part = &g_array_index (package->parts, Part, i);

    if (part->type != NULL)
      qm_xml_append (xml, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", part->name,
                     part->type);
  }
  g_string_append (xml, "</Types>");
  return g_string_free_to_bytes (xml);
}

GBytes *
qm_opc_pack (const QmOpcPackage *package, GError **error)
{
  g_autoptr (QmZip) zip = qm_zip_new ();
  g_autoptr (GBytes) types = content_types (package);

  /* What kind of file it is stands first, for those who only look at its beginning. */
  qm_zip_add (zip, "[Content_Types].xml", types, TRUE);
  for (guint i = 0; i < package->parts->len; i++) {
    const Part *part = &g_array_index (package->parts, Part, i);

    qm_zip_add (zip, part->name, part->bytes, !g_str_has_suffix (part->name, ".png"));
  }
  return qm_zip_end (zip, error);
}
