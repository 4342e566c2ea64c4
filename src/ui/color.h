/* Colours: names and numbers, OKLab, nearest of the 256 (Ottosson 2020, https://bottosson.github.io/posts/oklab/). */
#ifndef QUOIN_UI_COLOR_H
#define QUOIN_UI_COLOR_H

#include "ui/theme.h"

/* "#rgb" "#rrggbb", an ANSI name ("red", "bright-blue"), "0" to "255", "default". False: none of these. */
bool color_parse(Text text, Color *color);

/* The one of 16 to 255 that looks nearest to 0xRRGGBB: distance in OKLab, a and b weighted twice. */
unsigned color_nearest_256(uint32_t rgb);

double color_contrast(uint32_t a, uint32_t b); /* WCAG 2.x, 1 to 21 */
double color_luminance(uint32_t rgb);          /* relative, 0 to 1 */

#endif
