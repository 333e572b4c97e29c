/* A package of parts, as Office Open XML packs its documents: ECMA-376, part 2. Each part is a file
 * in a ZIP archive; which depends on which stands in lists of relationships, and what each is in
 * one list of all. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QM_OOXML_NAMESPACE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define QM_OOXML_TYPE "application/vnd.openxmlformats-officedocument."

typedef struct _QmOpcPackage QmOpcPackage;

QmOpcPackage *qm_opc_package_new (void) G_GNUC_WARN_UNUSED_RESULT;
void qm_opc_package_free (QmOpcPackage *package); /* accepts NULL */

/* --- Parts --- */

/* Takes over name and bytes; type is static, and NULL for a picture. */
void qm_opc_add (QmOpcPackage *package, char *name, const char *type, GBytes *bytes);

/* An XML file that has just its declaration. */
GString *qm_opc_new_xml (void) G_GNUC_WARN_UNUSED_RESULT;

/* Takes over name and xml. */
void qm_opc_add_xml (QmOpcPackage *package, char *name, const char *type, GString *xml);

/* --- Relationships --- */

GString *qm_opc_begin_relationships (void) G_GNUC_WARN_UNUSED_RESULT;

/* The part has "rId" and id for what stands at target, a path from its folder. */
void qm_opc_append_relationship (GString *xml, int id, const char *type, const char *target);

/* The same for an address outside. */
void qm_opc_append_link (GString *xml, int id, const char *address);

/* Takes over name and xml. */
void qm_opc_add_relationships (QmOpcPackage *package, char *name, GString *xml);

/* --- The archive --- */

GBytes *qm_opc_pack (const QmOpcPackage *package, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmOpcPackage, qm_opc_package_free)

G_END_DECLS
