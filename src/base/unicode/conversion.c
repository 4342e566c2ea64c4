/*
 * A converter may be a file that the C library loads when it is opened (glibc's gconv modules, which it may let go when the last one of its kind is
 * closed), so one of them is kept open.
 */
#include "base/unicode/conversion.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "base/arena.h"

struct Conversion {
    iconv_t descriptor;
};

static const iconv_t no_descriptor = (iconv_t)-1;

Conversion *conversion_open(const char *name)
{
    iconv_t descriptor = iconv_open("UTF-8", name);
    Conversion *conversion;

    if (descriptor == no_descriptor && errno == ENOMEM)
        memory_exhausted();
    if (descriptor == no_descriptor)
        return NULL;
    conversion = memory_resize(NULL, sizeof *conversion);
    conversion->descriptor = descriptor;
    return conversion;
}

void conversion_close(Conversion *conversion)
{
    if (!conversion)
        return;
    (void)iconv_close(conversion->descriptor);
    free(conversion);
}

bool conversion_load(const char *name)
{
    static Conversion *kept;
    Conversion *opened = conversion_open(name);

    if (!opened)
        return false;
    conversion_close(kept);
    kept = opened;
    return true;
}

ConversionEnd conversion_step(Conversion *conversion, Text *input, char **output, size_t *room)
{
    char *bytes = input ? (char *)(uintptr_t)input->bytes : NULL; /* which iconv does not change */
    size_t left = input ? input->size : 0;
    size_t result = iconv(conversion->descriptor, input ? &bytes : NULL, &left, output, room);
    int error = errno;

    if (input)
        *input = (Text){bytes, left};
    if (result != (size_t)-1)
        return CONVERSION_DONE;
    return error == E2BIG ? CONVERSION_FULL : error == EINVAL ? CONVERSION_CUT : CONVERSION_BROKEN;
}
