/* Colours: names, the table of 240, the nearest, contrast. The expectations about OKLab are computed here in another way. */
#include <inttypes.h>
#include <math.h>

#include "tap.h"
#include "theme/ciede2000.h"
#include "theme/color.h"

static void test_names(void)
{
    /* clang-format off */
    static const struct {
        const char *text;
        ColorKind kind; /* COLOR_UNSET: refused */
        uint32_t value;
    } rows[] = {
        {"#83a598", COLOR_RGB, 0x83a598}, {"#FFF", COLOR_RGB, 0xffffff},  {"#1a2", COLOR_RGB, 0x11aa22},
        {"red", COLOR_INDEX, 1},          {"white", COLOR_INDEX, 7},      {"bright-black", COLOR_INDEX, 8},
        {"bright-white", COLOR_INDEX, 15}, {"0", COLOR_INDEX, 0},         {"255", COLOR_INDEX, 255},
        {"default", COLOR_DEFAULT, 0},    {"256", COLOR_UNSET, 0},        {"-1", COLOR_UNSET, 0},
        {"#", COLOR_UNSET, 0},            {"#12", COLOR_UNSET, 0},        {"#12345", COLOR_UNSET, 0},
        {"#1234567", COLOR_UNSET, 0},     {"#ggg", COLOR_UNSET, 0},       {"Red", COLOR_UNSET, 0},
        {"", COLOR_UNSET, 0},             {"bright", COLOR_UNSET, 0},     {"83a598", COLOR_UNSET, 0},
        {"99999999999999999999999999", COLOR_UNSET, 0},
    };
    /* clang-format on */

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Color color = {0};
        bool read = color_parse(text_from(rows[i].text), &color);

        ok(rows[i].kind == COLOR_UNSET ? !read : read && color.kind == rows[i].kind && color.value == rows[i].value,
           "\"%s\" is %s", rows[i].text, rows[i].kind == COLOR_UNSET ? "no colour" : "read");
    }
}

/* ---- OKLab by the book ---- */

static double linear(uint32_t byte)
{
    double x = byte / 255.0;

    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static void oklab(uint32_t rgb, double lab[3])
{
    static const double first[3][3] = {{0.4122214708, 0.5363325363, 0.0514459929},
                                       {0.2119034982, 0.6806995451, 0.1073969566},
                                       {0.0883024619, 0.2817188376, 0.6299787005}};
    static const double second[3][3] = {{0.2104542553, 0.7936177850, -0.0040720468},
                                        {1.9779984951, -2.4285922050, 0.4505937099},
                                        {0.0259040371, 0.7827717662, -0.8086757660}};
    double lms[3];

    for (int i = 0; i < 3; i++)
        lms[i] = cbrt(first[i][0] * linear(rgb >> 16) + first[i][1] * linear(rgb >> 8 & 255) +
                      first[i][2] * linear(rgb & 255));
    for (int i = 0; i < 3; i++)
        lab[i] = second[i][0] * lms[0] + second[i][1] * lms[1] + second[i][2] * lms[2];
}

static double distance(uint32_t x, uint32_t y)
{
    double a[3], b[3];

    oklab(x, a);
    oklab(y, b);
    return sqrt((a[0] - b[0]) * (a[0] - b[0]) + 4 * (a[1] - b[1]) * (a[1] - b[1]) + 4 * (a[2] - b[2]) * (a[2] - b[2]));
}

static double difference(uint32_t x, uint32_t y)
{
    return x == y ? 0 : ciede2000(cie_lab(x), cie_lab(y));
}

static double least_difference(uint32_t rgb)
{
    double best = 1000;

    for (unsigned i = 16; i < 256; i++)
        best = fmin(best, difference(rgb, color_of_index(i)));
    return best;
}

/* How many of the 240 are nearer in OKLab than one of them. */
static int nearer_ones(uint32_t rgb, unsigned index)
{
    double far = distance(rgb, color_of_index(index));
    int nearer = 0;

    for (unsigned i = 16; i < 256; i++)
        nearer += distance(rgb, color_of_index(i)) < far - 0.0005;
    return nearer;
}

static void test_table(void)
{
    static const short table[][6] = {
#define FIXED(lightness, a, b, cie_lightness, cie_a, cie_b) {lightness, a, b, cie_lightness, cie_a, cie_b},
#include "theme/palette_256.def"
#undef FIXED
    };
    int wrong = 0;

    for (unsigned i = 0; i < COUNT_OF(table); i++) {
        double lab[3];
        CieLab cie;

        oklab(color_of_index(i + 16), lab);
        for (int j = 0; j < 3; j++)
            wrong += fabs(lab[j] * 10000 - table[i][j]) > 0.51;
        cie = cie_lab(color_of_index(i + 16));
        wrong += fabs(cie.lightness * 100 - table[i][3]) > 0.51 || fabs(cie.a * 100 - table[i][4]) > 0.51 ||
                 fabs(cie.b * 100 - table[i][5]) > 0.51;
    }
    ok(COUNT_OF(table) == 240 && wrong == 0, "the table has the 240 colours in OKLab and CIELAB");
    ok(color_of_index(16) == 0 && color_of_index(231) == 0xffffff && color_of_index(196) == 0xff0000 &&
           color_of_index(232) == 0x080808 && color_of_index(255) == 0xeeeeee,
       "corners of the cube and of the greys");
}

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state >> 11;
}

static void test_nearest(uint64_t seed)
{
    uint64_t state = seed;
    double taken = 0, least = 0;
    int wrong = 0;

    for (unsigned i = 16; i < 256; i++) {
        if (i != 16 && i != 231 && distance(color_of_index(i), color_of_index(color_nearest_256(color_of_index(i)))) > 0)
            wrong++;
    }
    ok(wrong == 0, "a colour of the 240 is its own nearest");
    for (int i = 0; i < 300; i++) {
        uint32_t rgb = (uint32_t)next_random(&state) & 0xffffff;
        unsigned nearest = color_nearest_256(rgb);

        wrong += nearer_ones(rgb, nearest) >= 5;
        taken += difference(rgb, color_of_index(nearest));
        least += least_difference(rgb);
    }
    ok(wrong == 0, "the nearest is one of the five nearest in OKLab (seed %" PRIu64 ")", seed);
    ok(taken <= 1.02 * least, "and hardly another looks nearer: %.1f, at least %.1f", taken, least);
    ok(color_nearest_256_but(0xff0000, 196) != 196, "the nearest but one");
}

/* What is read well in full colours is read well in 256. */
static void test_readable(uint64_t seed)
{
    uint64_t state = seed;
    int lost = 0, pairs = 0, unchanged_lost = 0;

    for (int i = 0; i < 5000 && pairs < 200; i++) {
        uint32_t fg = (uint32_t)next_random(&state) & 0xffffff, bg = (uint32_t)next_random(&state) & 0xffffff;
        unsigned ground = color_nearest_256(bg);

        if (color_contrast(fg, bg) < 4.5 || color_contrast(fg, bg) > 5.5)
            continue;
        pairs++;
        lost += color_contrast(color_of_index(color_nearest_256_on(fg, bg, ground)), color_of_index(ground)) < 4.5;
        unchanged_lost += color_contrast(color_of_index(color_nearest_256(fg)), color_of_index(ground)) < 4.5;
    }
    ok(pairs == 200 && lost * 4 < unchanged_lost,
       "%d of %d pairs lose their contrast, %d without care (seed %" PRIu64 ")", lost, pairs, unchanged_lost, seed);
}

static void test_contrast(void)
{
    static const struct {
        uint32_t a, b;
        double contrast;
    } rows[] = {
        {0x000000, 0xffffff, 21},    {0xffffff, 0x000000, 21},    {0x777777, 0xffffff, 4.478},
        {0x767676, 0xffffff, 4.542}, {0xff0000, 0xffffff, 3.998}, {0x0000ff, 0xffffff, 8.592},
        {0x123456, 0x123456, 1},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++)
        ok(fabs(color_contrast(rows[i].a, rows[i].b) - rows[i].contrast) < 0.001, "contrast of #%06x and #%06x is %.3f",
           (unsigned)rows[i].a, (unsigned)rows[i].b, rows[i].contrast);
}

static void test_lift(uint64_t seed)
{
    uint64_t state = seed;
    int failed = 0, far = 0;

    ok(color_lift(0x000000, 0xffffff, 4.5) == 0x000000, "what can be read stays as it is");
    ok(color_lift(0x808080, 0x777777, 21) == 0x000000 || color_lift(0x808080, 0x777777, 21) == 0xffffff,
       "where nothing is enough, the end of the scale");
    for (int i = 0; i < 200; i++) {
        uint32_t fg = (uint32_t)next_random(&state) & 0xffffff, bg = (uint32_t)next_random(&state) & 0xffffff;
        uint32_t lifted = color_lift(fg, bg, 4.5);

        failed += color_contrast(lifted, bg) < 4.5;
        far += color_contrast(fg, bg) < 4.5 && lifted != 0 && lifted != 0xffffff && color_contrast(lifted, bg) > 4.75;
    }
    ok(failed == 0, "every pair can be lifted to 4.5:1 (seed %" PRIu64 ")", seed);
    ok(far == 0, "… and no farther than it must");
}

/* Who lacks red or green cones confuses red and green, not blue and yellow; who lacks blue ones the other way round. Greys stay. */
static void test_vision(void)
{
    uint32_t red = 0xb04a3a, green = 0x6a7a2a, blue = 0x4a70c0, violet = 0x9a5aa8;

    ok(fabs(color_distance(0, 0xffffff) - 100) < 0.01 && color_distance(red, red) < 0.01,
       "black and white are 100 apart");
    for (Vision vision = VISION_FULL; vision < VISION_COUNT; vision++)
        ok(color_distance(color_as_seen(0x808080, vision), 0x808080) < 0.5 && color_as_seen(0, vision) == 0,
           "a grey is seen as it is");
    ok(color_as_seen(red, VISION_FULL) == red, "with all cones a colour is what it is");
    ok(color_distance(color_as_seen(red, VISION_DEUTERANOPIA), color_as_seen(green, VISION_DEUTERANOPIA)) <
           color_distance(red, green) / 2,
       "red and green come near without green cones");
    ok(color_distance(color_as_seen(blue, VISION_PROTANOPIA), color_as_seen(violet, VISION_PROTANOPIA)) <
           color_distance(blue, violet) / 2,
       "blue and violet come near without red cones");
}

int main(void)
{
    const char *given = getenv("QUOIN_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) | 1 : 20240611;

    test_names();
    test_table();
    test_nearest(seed);
    test_readable(seed);
    test_contrast();
    test_lift(seed);
    test_vision();
    return tap_done();
}
