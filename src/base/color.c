#include "base/color.h"

#include <math.h>

static double
channel_from_byte (guint32 byte)
{
  return (byte & 0xff) / 255.0;
}

static guint
channel_to_byte (double channel)
{
  return (guint) lround (CLAMP (channel, 0, 1) * 255);
}

static double
mix_channel (double a, double b, double amount)
{
  return a + (b - a) * amount;
}

/* From the gamma-encoded channel of sRGB to its share of the light,
 * https://www.w3.org/TR/WCAG21/#dfn-relative-luminance (with the threshold of IEC 61966-2-1). */
static double
channel_to_light (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (QmColor color)
{
  return 0.2126 * channel_to_light (color.red) + 0.7152 * channel_to_light (color.green) +
         0.0722 * channel_to_light (color.blue);
}

QmColor
qm_color_from_rgb (guint32 rgb)
{
  return (QmColor) { channel_from_byte (rgb >> 16), channel_from_byte (rgb >> 8),
                     channel_from_byte (rgb), 1 };
}

QmColor
qm_color_mix (QmColor a, QmColor b, double amount)
{
  return (QmColor) { mix_channel (a.red, b.red, amount), mix_channel (a.green, b.green, amount),
                     mix_channel (a.blue, b.blue, amount), mix_channel (a.alpha, b.alpha, amount) };
}

double
qm_color_contrast (QmColor a, QmColor b)
{
  double light_a = luminance (a), light_b = luminance (b);

  return (MAX (light_a, light_b) + 0.05) / (MIN (light_a, light_b) + 0.05);
}

char *
qm_color_to_string (QmColor color)
{
  guint alpha = channel_to_byte (color.alpha);
  g_autofree char *rgb =
      g_strdup_printf ("#%02x%02x%02x", channel_to_byte (color.red), channel_to_byte (color.green),
                       channel_to_byte (color.blue));

  return alpha == 255 ? g_steal_pointer (&rgb) : g_strdup_printf ("%s%02x", rgb, alpha);
}
