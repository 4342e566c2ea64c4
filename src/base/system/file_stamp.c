/* An editor writes another file in its place, or other bytes into it: then its number is another, or its size, or its time. */
#include "base/system/file_stamp.h"

#include <sys/stat.h>

bool file_stamp(const char *path, FileStamp *stamp)
{
    struct stat status;

    if (stat(path, &status) != 0)
        return false;
    *stamp = (FileStamp){.device = (uintmax_t)status.st_dev,
                         .number = (uintmax_t)status.st_ino,
                         .size = (uintmax_t)status.st_size,
                         .seconds = (int64_t)status.st_mtim.tv_sec,
                         .nanoseconds = (int64_t)status.st_mtim.tv_nsec};
    return true;
}

bool file_stamp_equal(FileStamp a, FileStamp b)
{
    return a.device == b.device && a.number == b.number && a.size == b.size && a.seconds == b.seconds &&
           a.nanoseconds == b.nanoseconds;
}
