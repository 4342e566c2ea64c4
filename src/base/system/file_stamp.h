/* Which file has a name, and as of when: to tell whether it is still the one that was read. */
#ifndef QUOIN_BASE_SYSTEM_FILE_STAMP_H
#define QUOIN_BASE_SYSTEM_FILE_STAMP_H

#include <stdbool.h>
#include <stdint.h>

typedef struct FileStamp {
    uintmax_t device, number, size;
    int64_t seconds, nanoseconds; /* when it was written last */
} FileStamp;

/* False: there is no such file, or it cannot be asked; errno says why. */
bool file_stamp(const char *path, FileStamp *stamp);
bool file_stamp_equal(FileStamp a, FileStamp b);

#endif
