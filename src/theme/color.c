/*
 * Colours as numbers. The nearest of the 240 is looked for among the five that are near in OKLab (a space in which equal steps look about
 * equal), with the axes a and b weighted twice; of these the one with the least CIEDE2000 is taken. Over the colours of the bundled themes
 * that gives a mean of 5.29; OKLab alone 5.49, and looking at all 240 5.27. A text that could be read well stays so: among the near ones,
 * one that keeps a contrast of 4.5:1 goes first.
 *
 *     #83a598 on #282828   7.0:1   nearest 109 #87afaf   on 235 #262626   6.5:1
 *
 * Sources: Ottosson 2020, "A perceptual color space for image processing"; contrast and luminance after WCAG 2.1.
 */
#include "theme/color.h"

#include <math.h>

#include "theme/ciede2000.h"

enum { FIRST_FIXED = 16, FIXED_COUNT = 240, FIRST_GREY = 232, LAB_SCALE = 10000, NEAREST = 5, MEMORY = 32 };

typedef struct Lab {
    short lightness, a, b; /* OKLab times LAB_SCALE */
} Lab;

/* The 240, in OKLab and in CIELAB times 100. */
static const struct {
    Lab lab;
    short lightness, a, b;
} fixed_colors[FIXED_COUNT] = {
#define FIXED(lightness, a, b, cie_lightness, cie_a, cie_b) {{lightness, a, b}, cie_lightness, cie_a, cie_b},
#include "theme/palette_256.def"
#undef FIXED
};

/* ---- names ---- */

static const Text names[] = {
    LITERAL("black"),        LITERAL("red"),
    LITERAL("green"),        LITERAL("yellow"),
    LITERAL("blue"),         LITERAL("magenta"),
    LITERAL("cyan"),         LITERAL("white"),
    LITERAL("bright-black"), LITERAL("bright-red"),
    LITERAL("bright-green"), LITERAL("bright-yellow"),
    LITERAL("bright-blue"),  LITERAL("bright-magenta"),
    LITERAL("bright-cyan"),  LITERAL("bright-white"),
    LITERAL("default"),
};

enum { NAME_COUNT = COUNT_OF(names), ANSI_COUNT = 16 };

const Text *color_names(size_t *count)
{
    *count = NAME_COUNT;
    return names;
}

/* The digits of "#rgb" or "#rrggbb". */
static bool parse_hex(Text digits, uint32_t *rgb)
{
    *rgb = 0;
    if (digits.size != 3 && digits.size != 6)
        return false;
    for (size_t i = 0; i < digits.size; i++) {
        int digit = ascii_hex_digit(digits.bytes[i]);

        if (digit < 0)
            return false;
        *rgb = *rgb << 4 | (uint32_t)digit;
        if (digits.size == 3)
            *rgb = *rgb << 4 | (uint32_t)digit;
    }
    return true;
}

bool color_parse(Text text, Color *color)
{
    size_t number;

    if (text.size > 0 && text.bytes[0] == '#') {
        color->kind = COLOR_RGB;
        return parse_hex(text_slice(text, (Range){1, text.size}), &color->value);
    }
    if (text_to_number(text, 255, &number)) {
        *color = (Color){COLOR_INDEX, (uint32_t)number};
        return true;
    }
    for (uint32_t i = 0; i < NAME_COUNT; i++) {
        if (text_equal(text, names[i])) {
            *color = i < ANSI_COUNT ? (Color){COLOR_INDEX, i} : (Color){COLOR_DEFAULT, 0};
            return true;
        }
    }
    return false;
}

/* ---- spaces ---- */

static double to_linear(unsigned byte)
{
    double x = (double)byte / 255;

    if (x <= 0.04045)
        return x / 12.92;
    return pow((x + 0.055) / 1.055, 2.4);
}

/* Cut to 0..255. */
static unsigned from_linear(double x)
{
    double value;

    if (x <= 0)
        return 0;
    if (x >= 1)
        return 255;
    value = x <= 0.0031308 ? x * 12.92 : 1.055 * pow(x, 1 / 2.4) - 0.055;
    return (unsigned)(value * 255 + 0.5);
}

typedef struct ExactLab {
    double lightness, a, b;
} ExactLab;

static ExactLab to_lab(uint32_t rgb)
{
    double r = to_linear(rgb >> 16 & 0xff), g = to_linear(rgb >> 8 & 0xff), b = to_linear(rgb & 0xff);
    double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

    return (ExactLab){0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

static double cube(double x)
{
    return x * x * x;
}

static uint32_t from_lab(ExactLab lab)
{
    double l = cube(lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b);
    double m = cube(lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b);
    double s = cube(lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b);
    unsigned r = from_linear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    unsigned g = from_linear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    unsigned b = from_linear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);

    return r << 16 | g << 8 | b;
}

static Lab round_lab(ExactLab lab)
{
    double scale = LAB_SCALE;

    return (Lab){(short)(lab.lightness * scale + 0.5), (short)(lab.a * scale + (lab.a < 0 ? -0.5 : 0.5)),
                 (short)(lab.b * scale + (lab.b < 0 ? -0.5 : 0.5))};
}

double color_luminance(uint32_t rgb)
{
    return 0.2126 * to_linear(rgb >> 16 & 0xff) + 0.7152 * to_linear(rgb >> 8 & 0xff) + 0.0722 * to_linear(rgb & 0xff);
}

double color_contrast(uint32_t a, uint32_t b)
{
    double x = color_luminance(a), y = color_luminance(b);

    return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

uint32_t color_of_index(unsigned index)
{
    static const unsigned char levels[] = {0, 95, 135, 175, 215, 255};
    unsigned place = index - FIRST_FIXED;

    if (index >= FIRST_GREY)
        return (8 + (index - FIRST_GREY) * 10) * 0x010101u;
    return (uint32_t)levels[place / 36 % 6] << 16 | (uint32_t)levels[place / 6 % 6] << 8 | levels[place % 6];
}

/* ---- the nearest of 256 ---- */

static int squared_distance(Lab x, Lab y)
{
    int lightness = x.lightness - y.lightness, a = 2 * (x.a - y.a), b = 2 * (x.b - y.b);

    return lightness * lightness + a * a + b * b;
}

/* Which of the 240 may be taken; the nearest first. */
typedef struct Candidates {
    unsigned excluded; /* but this one */
    bool readable;     /* only what has CONTRAST_TEXT on `ground` */
    uint32_t ground;   /* 0xRRGGBB */
    int farthest;      /* squared; what is so far away is none, also once NEAREST are nearer */
    unsigned indexes[NEAREST];
    int distances[NEAREST];
    int count;
} Candidates;

static bool may_be_taken(const Candidates *candidates, unsigned index)
{
    if (index == candidates->excluded)
        return false;
    return !candidates->readable || color_contrast(color_of_index(index), candidates->ground) >= CONTRAST_TEXT;
}

static void add_candidate(Candidates *candidates, unsigned index, int distance)
{
    int at = candidates->count < NEAREST ? candidates->count++ : NEAREST - 1;

    for (; at > 0 && candidates->distances[at - 1] > distance; at--) {
        candidates->distances[at] = candidates->distances[at - 1];
        candidates->indexes[at] = candidates->indexes[at - 1];
    }
    candidates->distances[at] = distance;
    candidates->indexes[at] = index;
    if (candidates->count == NEAREST)
        candidates->farthest = candidates->distances[NEAREST - 1];
}

static CieLab cie_of_index(unsigned index)
{
    unsigned i = index - FIRST_FIXED;

    return (CieLab){fixed_colors[i].lightness / 100.0, fixed_colors[i].a / 100.0, fixed_colors[i].b / 100.0};
}

/* The best of them; `otherwise` where there is none. */
static unsigned best_candidate(uint32_t rgb, Candidates *candidates, unsigned otherwise)
{
    Lab wanted = round_lab(to_lab(rgb));
    CieLab exact = cie_lab(rgb);
    double least = HUGE_VAL;

    for (unsigned i = 0; i < FIXED_COUNT; i++) {
        int distance = squared_distance(wanted, fixed_colors[i].lab);

        if (distance < candidates->farthest && may_be_taken(candidates, i + FIRST_FIXED))
            add_candidate(candidates, i + FIRST_FIXED, distance);
    }
    for (int i = 0; i < candidates->count; i++) {
        double difference = candidates->distances[i] ? ciede2000(exact, cie_of_index(candidates->indexes[i])) : 0;

        if (difference < least) {
            least = difference;
            otherwise = candidates->indexes[i];
        }
    }
    return otherwise;
}

unsigned color_nearest_256_but(uint32_t rgb, unsigned excluded)
{
    Candidates candidates = {.excluded = excluded, .farthest = INT32_MAX};

    return best_candidate(rgb, &candidates, FIRST_FIXED);
}

/* A theme has few colours, and its background stands in most styles: the latest are remembered. */
unsigned color_nearest_256(uint32_t rgb)
{
    static struct {
        uint32_t rgb;
        unsigned index; /* 0: none yet */
    } memory[MEMORY];
    size_t at = (rgb * 2654435761u >> 16) % MEMORY;

    if (memory[at].index == 0 || memory[at].rgb != rgb) {
        memory[at].rgb = rgb;
        memory[at].index = color_nearest_256_but(rgb, 0);
    }
    return memory[at].index;
}

static unsigned nearest_readable(uint32_t rgb, uint32_t background, unsigned background_index)
{
    enum { NEAR = LAB_SCALE / 4 }; /* a readable neighbour may be so far away */
    Candidates candidates = {.readable = true, .ground = color_of_index(background_index), .farthest = NEAR * NEAR};
    unsigned nearest = color_nearest_256(rgb);

    if (color_contrast(color_of_index(nearest), candidates.ground) >= CONTRAST_TEXT ||
        color_contrast(rgb, background) < CONTRAST_TEXT)
        return nearest;
    return best_candidate(rgb, &candidates, nearest);
}

/* So are pairs of colours: most roles have the same few, and telling a contrast is dear. */
unsigned color_nearest_256_on(uint32_t rgb, uint32_t background, unsigned background_index)
{
    static struct {
        uint32_t rgb, background;
        unsigned background_index, index; /* 0: none yet */
    } memory[MEMORY];
    size_t at = ((rgb ^ background << 1 ^ background_index) * 2654435761u >> 16) % MEMORY;

    if (memory[at].index == 0 || memory[at].rgb != rgb || memory[at].background != background ||
        memory[at].background_index != background_index) {
        memory[at].rgb = rgb;
        memory[at].background = background;
        memory[at].background_index = background_index;
        memory[at].index = nearest_readable(rgb, background, background_index);
    }
    return memory[at].index;
}

/* ---- contrast ---- */

uint32_t color_lift(uint32_t rgb, uint32_t background, double contrast)
{
    enum { STEPS = 12 };
    ExactLab lab = to_lab(rgb);
    double near = lab.lightness, far = color_contrast(background, 0xffffff) > color_contrast(background, 0) ? 1 : 0;
    uint32_t lifted = far > 0 ? 0xffffff : 0;

    if (color_contrast(rgb, background) >= contrast)
        return rgb;
    for (int step = 0; step < STEPS; step++) {
        uint32_t tried;

        lab.lightness = (near + far) / 2;
        tried = from_lab(lab);
        if (color_contrast(tried, background) >= contrast) {
            lifted = tried;
            far = lab.lightness;
        } else {
            near = lab.lightness;
        }
    }
    return lifted;
}

/* ---- how colours are told apart ---- */

double color_distance(uint32_t a, uint32_t b)
{
    ExactLab x = to_lab(a), y = to_lab(b);
    double lightness = x.lightness - y.lightness, first = x.a - y.a, second = x.b - y.b;

    return 100 * sqrt(lightness * lightness + first * first + second * second);
}

uint32_t color_as_seen(uint32_t rgb, Vision vision)
{
    /* clang-format off */
    static const double seen[VISION_COUNT][3][3] = {
        [VISION_FULL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        [VISION_PROTANOPIA] = {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        [VISION_DEUTERANOPIA] = {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        [VISION_TRITANOPIA] = {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
    };
    /* clang-format on */
    double linear[3] = {to_linear(rgb >> 16 & 0xff), to_linear(rgb >> 8 & 0xff), to_linear(rgb & 0xff)};
    uint32_t result = 0;

    for (int i = 0; i < 3; i++)
        result = result << 8 | from_linear(seen[vision][i][0] * linear[0] + seen[vision][i][1] * linear[1] +
                                           seen[vision][i][2] * linear[2]);
    return result;
}
