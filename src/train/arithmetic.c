/* Single precision, without a library's functions and in a fixed order. */
#include "train/arithmetic.h"

#include <float.h>
#include <stdint.h>
#include <string.h>

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF /* a fused product and sum would be rounded once, on some machines */
#endif

_Static_assert(FLT_RADIX == 2 && FLT_MANT_DIG == 24, "floats are those of IEEE 754");

/* e^x, to the last bits but two, from x = n ln 2 + r and the series of e^r; 0 far below. */
float exponential(float x)
{
    static const float log2_e = 1.44269504F, ln_2 = 0.693147181F;
    int n = (int)(x * log2_e + (x < 0 ? -0.5F : 0.5F));
    float r = x - (float)n * ln_2, sum = 1.0F + r / 7.0F, power;
    uint32_t bits;

    if (x < -80.0F)
        return 0.0F;
    if (x > 80.0F)
        return exponential(80.0F);
    for (int i = 6; i > 0; i--)
        sum = 1.0F + r / (float)i * sum;
    bits = (uint32_t)(n + 127) << 23;
    memcpy(&power, &bits, sizeof power);
    return sum * power;
}

/* The root, by Newton's method from half the exponent; x is not negative. */
float square_root(float x)
{
    uint32_t bits;
    float root;

    if (x < FLT_MIN)
        return 0.0F;
    memcpy(&bits, &x, sizeof bits);
    bits = (bits >> 1) + (127u << 22);
    memcpy(&root, &bits, sizeof root);
    for (int i = 0; i < 4; i++)
        root = 0.5F * (root + x / root);
    return root;
}
