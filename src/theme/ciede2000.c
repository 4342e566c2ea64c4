/*
 * Sharma, Wu, Dalal, "The CIEDE2000 color-difference formula: implementation notes, supplementary test data, and mathematical observations",
 * Color Research and Application 30(1), 2005; the names are theirs, without primes. The test data are in tests/test_colors_shown.c.
 */
#include "theme/ciede2000.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

static double linear(uint32_t byte)
{
    double x = byte / 255.0;

    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static double root(double x)
{
    return x > 216.0 / 24389 ? cbrt(x) : (24389.0 / 27 * x + 16) / 116;
}

CieLab cie_lab(uint32_t rgb)
{
    double r = linear(rgb >> 16 & 255), g = linear(rgb >> 8 & 255), b = linear(rgb & 255);
    double x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    double y = root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    double z = root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);

    return (CieLab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/* In degrees, 0 to 360. */
static double hue(double a, double b)
{
    double degrees = a == 0 && b == 0 ? 0 : atan2(b, a) * 180 / pi;

    return degrees < 0 ? degrees + 360 : degrees;
}

static double cosine(double degrees)
{
    return cos(degrees * pi / 180);
}

/* From one hue to the other, the short way round; grey has none. */
static double hue_step(double h1, double h2, double chroma_product)
{
    double step = h2 - h1;

    if (chroma_product == 0)
        return 0;
    return step > 180 ? step - 360 : step < -180 ? step + 360 : step;
}

static double hue_mean(double h1, double h2, double chroma_product)
{
    double sum = h1 + h2;

    if (chroma_product == 0)
        return sum;
    if (fabs(h1 - h2) <= 180)
        return sum / 2;
    return (sum + (sum < 360 ? 360 : -360)) / 2;
}

double ciede2000(CieLab x, CieLab y)
{
    const double seventh_of_25 = 6103515625.0;
    double chroma = (hypot(x.a, x.b) + hypot(y.a, y.b)) / 2, seventh = pow(chroma, 7);
    double g = 1.5 - 0.5 * sqrt(seventh / (seventh + seventh_of_25));
    double c1 = hypot(g * x.a, x.b), c2 = hypot(g * y.a, y.b), h1 = hue(g * x.a, x.b), h2 = hue(g * y.a, y.b);
    double step_l = y.lightness - x.lightness, step_c = c2 - c1;
    double step_h = 2 * sqrt(c1 * c2) * sin(hue_step(h1, h2, c1 * c2) * pi / 360);
    double mean_l = (x.lightness + y.lightness) / 2, mean_c = (c1 + c2) / 2, mean_h = hue_mean(h1, h2, c1 * c2);
    double t = 1 - 0.17 * cosine(mean_h - 30) + 0.24 * cosine(2 * mean_h) + 0.32 * cosine(3 * mean_h + 6) -
               0.20 * cosine(4 * mean_h - 63);
    double middle = (mean_l - 50) * (mean_l - 50);
    double l = step_l / (1 + 0.015 * middle / sqrt(20 + middle)), c = step_c / (1 + 0.045 * mean_c),
           h = step_h / (1 + 0.015 * mean_c * t);
    double mean_7 = pow(mean_c, 7), turned = (mean_h - 275) / 25;
    double rotation = -2 * sqrt(mean_7 / (mean_7 + seventh_of_25)) * sin(60 * exp(-turned * turned) * pi / 180);

    return sqrt(l * l + c * c + h * h + rotation * c * h);
}
