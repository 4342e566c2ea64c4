/* CIEDE2000, the difference of two colours as people see it: 1 is about the least that is noticed. */
#ifndef QUOIN_THEME_CIEDE2000_H
#define QUOIN_THEME_CIEDE2000_H

#include <stdint.h>

typedef struct CieLab {
    double lightness, a, b; /* CIELAB, white point D65: 0 to 100, and about -128 to 127 */
} CieLab;

CieLab cie_lab(uint32_t rgb); /* of sRGB 0xRRGGBB */
double ciede2000(CieLab x, CieLab y);

#endif
