#include "export/opc.h"

#include "export/xml.h"
#include "export/zip.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

typedef struct {
  char *name;
  const char *type; /* static; NULL for relationships and pictures, typed by their extension */
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

/* --- Parts --- */

GString *
qm_opc_new_xml (void)
{
  return g_string_new (DECLARATION);
}

void
qm_opc_add (QmOpcPackage *package, char *name, const char *type, GBytes *bytes)
{
  const Part part = { name, type, bytes };

  g_array_append_val (package->parts, part);
}

void
qm_opc_add_xml (QmOpcPackage *package, char *name, const char *type, GString *xml)
{
  qm_opc_add (package, name, type, g_string_free_to_bytes (xml));
}

/* --- Relationships --- */

GString *
qm_opc_begin_relationships (void)
{
  GString *xml = qm_opc_new_xml ();

  g_string_append (xml, "<Relationships xmlns=\"" PACKAGE "relationships\">");
  return xml;
}

void
qm_opc_append_relationship (GString *xml, int id, const char *type, const char *target)
{
  qm_xml_append (xml, "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>", id,
                 QM_OOXML_NAMESPACE "relationships", type, target);
}

void
qm_opc_append_link (GString *xml, int id, const char *address)
{
  qm_xml_append (xml,
                 "<Relationship Id=\"rId%d\" Type=\"%s/hyperlink\" Target=\"%s\" "
                 "TargetMode=\"External\"/>",
                 id, QM_OOXML_NAMESPACE "relationships", address);
}

void
qm_opc_add_relationships (QmOpcPackage *package, char *name, GString *xml)
{
  g_string_append (xml, "</Relationships>");
  qm_opc_add_xml (package, name, NULL, xml);
}

/* --- The archive --- */

static GString *
content_types (const QmOpcPackage *package)
{
  GString *xml = qm_opc_new_xml ();

  g_string_append (xml, "<Types xmlns=\"" PACKAGE "content-types\">"
                        "<Default Extension=\"rels\" "
                        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        "<Default Extension=\"png\" ContentType=\"image/png\"/>");
  for (guint i = 0; i < package->parts->len; i++) {
    const Part *part = &g_array_index (package->parts, Part, i);

    if (part->type != NULL)
      qm_xml_append (xml, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", part->name,
                     part->type);
  }
  g_string_append (xml, "</Types>");
  return xml;
}

GBytes *
qm_opc_pack (const QmOpcPackage *package, GError **error)
{
  g_autoptr (QmZip) zip = qm_zip_new ();
  GString *types = content_types (package);

  /* What kind of file it is stands first, for those who only look at its beginning. */
  qm_zip_add (zip, "[Content_Types].xml", types->str, types->len);
  g_string_free (types, TRUE);

  for (guint i = 0; i < package->parts->len; i++) {
    const Part *part = &g_array_index (package->parts, Part, i);
    gsize length;
    const char *data = g_bytes_get_data (part->bytes, &length);

    if (g_str_has_suffix (part->name, ".png"))
      qm_zip_add_stored (zip, part->name, data, length);
    else
      qm_zip_add (zip, part->name, data, length);
  }
  return qm_zip_end (zip, FALSE, error);
}
