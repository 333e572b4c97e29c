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
    [QM_IDENTITY_VIOLET] = RGB (0x79, 0x58, 0xA2),
    [QM_IDENTITY_TEAL] = RGB (0x1F, 0x7A, 0x78),
    [QM_IDENTITY_GREEN] = RGB (0x30, 0x5C, 0x49),
    [QM_IDENTITY_MAGENTA] = RGB (0x71, 0x05, 0x6B),
    [QM_IDENTITY_BROWN] = RGB (0x7A, 0x31, 0x05),
    [QM_IDENTITY_INDIGO] = RGB (0x37, 0x3A, 0xA2),
    [QM_IDENTITY_OLIVE] = RGB (0x36, 0x42, 0x22),
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
    [QM_IDENTITY_VIOLET] = RGB (0xB0, 0x91, 0xCA),
    [QM_IDENTITY_TEAL] = RGB (0x5C, 0xC2, 0xBF),
    [QM_IDENTITY_GREEN] = RGB (0xA5, 0xE7, 0xC4),
    [QM_IDENTITY_MAGENTA] = RGB (0xEC, 0x39, 0x86),
    [QM_IDENTITY_BROWN] = RGB (0xB4, 0x7B, 0x28),
    [QM_IDENTITY_INDIGO] = RGB (0x88, 0x70, 0xE6),
    [QM_IDENTITY_OLIVE] = RGB (0xED, 0xDB, 0x99),
  },
};

const QmTheme qm_theme_high_contrast = {
  .name = "high-contrast",
  .background = RGB (0xFF, 0xFF, 0xFF),
  .ink = RGB (0x00, 0x00, 0x00),
  .muted = RGB (0x36, 0x3B, 0x42),
  .rule = RGB (0x76, 0x7C, 0x84),
  .identities = {
    [QM_IDENTITY_NONE] = RGB (0x3F, 0x45, 0x4D),
    [QM_IDENTITY_BLUE] = RGB (0x00, 0x47, 0x9E),
    [QM_IDENTITY_RED] = RGB (0xA3, 0x14, 0x06),
    [QM_IDENTITY_GOLD] = RGB (0x70, 0x53, 0x19),
    [QM_IDENTITY_VIOLET] = RGB (0x4A, 0x22, 0x82),
    [QM_IDENTITY_TEAL] = RGB (0x00, 0x57, 0x55),
    [QM_IDENTITY_GREEN] = RGB (0x02, 0x33, 0x23),
    [QM_IDENTITY_MAGENTA] = RGB (0x89, 0x36, 0x80),
    [QM_IDENTITY_BROWN] = RGB (0x47, 0x24, 0x02),
    [QM_IDENTITY_INDIGO] = RGB (0x40, 0x19, 0x5D),
    [QM_IDENTITY_OLIVE] = RGB (0x5F, 0x57, 0x34),
  },
};

const QmTheme qm_theme_high_contrast_dark = {
  .name = "high-contrast-dark",
  .background = RGB (0x00, 0x00, 0x00),
  .ink = RGB (0xFF, 0xFF, 0xFF),
  .muted = RGB (0xC9, 0xCF, 0xD6),
  .rule = RGB (0x7A, 0x82, 0x8B),
  .identities = {
    [QM_IDENTITY_NONE] = RGB (0xC3, 0xC9, 0xD1),
    [QM_IDENTITY_BLUE] = RGB (0x8F, 0xC1, 0xFF),
    [QM_IDENTITY_RED] = RGB (0xFF, 0x9C, 0x8C),
    [QM_IDENTITY_GOLD] = RGB (0xFF, 0xD0, 0x57),
    [QM_IDENTITY_VIOLET] = RGB (0xC8, 0xA9, 0xDD),
    [QM_IDENTITY_TEAL] = RGB (0x6F, 0xE0, 0xDC),
    [QM_IDENTITY_GREEN] = RGB (0xB8, 0xF5, 0xC9),
    [QM_IDENTITY_MAGENTA] = RGB (0xAD, 0x8C, 0xA8),
    [QM_IDENTITY_BROWN] = RGB (0xE7, 0x7B, 0x55),
    [QM_IDENTITY_INDIGO] = RGB (0x95, 0x93, 0xFD),
    [QM_IDENTITY_OLIVE] = RGB (0x8F, 0xA4, 0x04),
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
