#include "base/icu.h"

const QmIcu *
qm_icu (void)
{
#define QM_ICU_ADDRESS(name) .name = name,
  static const QmIcu functions = { QM_ICU_FUNCTIONS (QM_ICU_ADDRESS) };
#undef QM_ICU_ADDRESS

  return &functions;
}
