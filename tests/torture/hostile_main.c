/* Writes the hostile files into a folder: hostile FOLDER [SEED [SCALE]]. For a look at them, and for other programs that read articles. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "torture/hostile.h"

int main(int argc, char **argv)
{
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    double scale = argc > 3 ? strtod(argv[3], NULL) : 1;
    HostileFile file;
    size_t made = 0;

    if (argc < 2 || argc > 4 || scale <= 0) {
        (void)fputs("usage: hostile FOLDER [SEED [SCALE]]\n", stderr);
        return EXIT_FAILURE;
    }
    if (mkdir(argv[1], 0777) != 0 && errno != EEXIST) {
        (void)fprintf(stderr, "hostile: the folder cannot be made: %s\n", strerror(errno));
        return EXIT_FAILURE;
    }
    for (size_t i = 0; i < hostile_count(); i++)
        made += hostile_make(i, argv[1], seed, scale, &file);
    printf("%zu of %zu files, seed %llu, scale %g\n", made, hostile_count(), (unsigned long long)seed, scale);
    return made ? EXIT_SUCCESS : EXIT_FAILURE;
}
