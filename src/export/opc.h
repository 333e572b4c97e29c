/* A package of parts, as Office Open XML packs its documents: ECMA-376, part 2. Each part is a file
 * in a ZIP archive, and one of them lists what each is. */
#pragma once

#include <gio/gio.h>

typedef struct _QmOpcPackage QmOpcPackage;

QmOpcPackage *qm_opc_package_new (void) G_GNUC_WARN_UNUSED_RESULT;
void qm_opc_package_free (QmOpcPackage *package); /* accepts NULL */

/* Takes over name and bytes; type is static, and NULL for what is known by its extension:
 * relationships and PNG pictures. */
void qm_opc_add (QmOpcPackage *package, char *name, const char *type, GBytes *bytes);

GBytes *qm_opc_pack (const QmOpcPackage *package, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmOpcPackage, qm_opc_package_free)
