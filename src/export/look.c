#include "export/look.h"

#include "base/words.h"

const QmBlockInfo qm_block_infos[QM_N_BLOCKS] = {
  { QM_BLOCK_TITLE, "title", N_ ("_Title") },
  { QM_BLOCK_SUBTITLE, "subtitle", N_ ("S_ubtitle") },
  { QM_BLOCK_NOTE, "note", N_ ("_Note") },
  { QM_BLOCK_KEY, "key", N_ ("_Key") },
  { QM_BLOCK_SOURCES, "sources", N_ ("Sou_rces") },
};

QmCanvas
qm_export_canvas (const QmExportLook *look)
{
  return (QmCanvas) {
    .width = look->size.width,
    .height = look->size.height,
    .theme = look->theme,
    .text_scale = 1,
    .pixels_per_inch = look->size.pixels_per_inch,
    .hidden = look->hidden,
    .is_transparent = look->is_transparent,
  };
}
