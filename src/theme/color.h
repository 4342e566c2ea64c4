/* Colours: names and numbers, OKLab, nearest of the 256 (Ottosson 2020, https://bottosson.github.io/posts/oklab/). */
#ifndef QUOIN_THEME_COLOR_H
#define QUOIN_THEME_COLOR_H

#include "theme/theme.h"

/* What WCAG 2.x asks for: AA for text and for lines and bars, AAA for text. */
#define CONTRAST_TEXT 4.5
#define CONTRAST_LINES 3.0
#define CONTRAST_TEXT_AAA 7.0

/* "#rgb" "#rrggbb", an ANSI name ("red", "bright-blue"), "0" to "255", "default". False: none of these. */
bool color_parse(Text text, Color *color);
const Text *color_names(size_t *count);

/* The one of 16 to 255 that looks nearest to 0xRRGGBB: the least CIEDE2000 of those that are near in OKLab. */
unsigned color_nearest_256(uint32_t rgb);
unsigned color_nearest_256_but(uint32_t rgb, unsigned excluded); /* any but this one */

/* The same for text on a background that is shown as `background_index` (16 to 255): what had a contrast of 4.5:1 keeps it where
 * one of the near ones does. */
unsigned color_nearest_256_on(uint32_t rgb, uint32_t background, unsigned background_index);

uint32_t color_of_index(unsigned index); /* 16 to 255 */

double color_contrast(uint32_t a, uint32_t b); /* WCAG 2.x, 1 to 21 */
double color_luminance(uint32_t rgb);          /* relative, 0 to 1 */

/* `rgb`, made lighter or darker (hue and chroma kept as far as they can be) until it has that contrast; white or black where
 * nothing else has. */
uint32_t color_lift(uint32_t rgb, uint32_t background, double contrast);

/* How far two colours look apart: distance in OKLab, times 100; black and white are 100 apart. */
double color_distance(uint32_t a, uint32_t b);

/* How a reader sees a colour who lacks one kind of cones (Machado, Oliveira, Fernandes, IEEE TVCG 15(6), 2009; severity 1). */
typedef enum Vision { VISION_FULL, VISION_PROTANOPIA, VISION_DEUTERANOPIA, VISION_TRITANOPIA, VISION_COUNT } Vision;
uint32_t color_as_seen(uint32_t rgb, Vision vision);

#endif
