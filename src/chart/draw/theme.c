#include "chart/draw/theme.h"

#define RGB(red, green, blue)                                                                      \
  {                                                                                                \
    (red) / 255.0, (green) / 255.0, (blue) / 255.0, 1                                              \
  }

const QmTheme qm_theme_light = {
  .name = "light",
  .background = RGB (0xFF, 0xFF, 0xFF),
  .ink = RGB (0x1B, 0x1F, 0x24),
  .muted = RGB (0x5B, 0x64, 0x70),
  .rule = RGB (0xE3, 0xE6, 0xEA),
  .identities = {
    [QM_IDENTITY_NONE] = RGB (0x5B, 0x64, 0x70),
    [QM_IDENTITY_BLUE] = RGB (0x2E, 0x6F, 0xBF),
    [QM_IDENTITY_RED] = RGB (0xC9, 0x40, 0x2F),
    [QM_IDENTITY_GOLD] = RGB (0x9A, 0x6B, 0x00),
    [QM_IDENTITY_VIOLET] = RGB (0x7A, 0x5A, 0xA6),
    [QM_IDENTITY_TEAL] = RGB (0x1F, 0x7A, 0x78),
  },
};

const QmTheme qm_theme_dark = {
  .name = "dark",
  .background = RGB (0x16, 0x19, 0x1D),
  .ink = RGB (0xF1, 0xF3, 0xF5),
  .muted = RGB (0xA3, 0xAC, 0xB8),
  .rule = RGB (0x2E, 0x34, 0x3B),
  .identities = {
    [QM_IDENTITY_NONE] = RGB (0xA3, 0xAC, 0xB8),
    [QM_IDENTITY_BLUE] = RGB (0x6F, 0xA8, 0xE8),
    [QM_IDENTITY_RED] = RGB (0xEC, 0x7B, 0x6B),
    [QM_IDENTITY_GOLD] = RGB (0xE0, 0xB3, 0x4A),
    [QM_IDENTITY_VIOLET] = RGB (0xB7, 0x9B, 0xDD),
    [QM_IDENTITY_TEAL] = RGB (0x5C, 0xC2, 0xBF),
  },
};

const QmTheme *
qm_theme_find (const char *name)
{
  static const QmTheme *const themes[] = { &qm_theme_light, &qm_theme_dark };

  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (themes[i]->name, name))
      return themes[i];
  return NULL;
}
