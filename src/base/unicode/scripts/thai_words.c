/* The dictionary (half a megabyte) is read when somebody reads Thai, and stays. */
#include "base/unicode/scripts/thai_words.h"

#ifdef HAVE_LIBTHAI

#include <thai/thbrk.h>
#include <thai/thwbrk.h>

const char *const thai_dictionary = THAI_DICTIONARY;

size_t thai_words(const wchar_t *letters, int *begins, size_t most)
{
    static ThBrk *dictionary;
    static bool was_read;
    int found;

    if (!was_read)
        dictionary = th_brk_new(thai_dictionary);
    was_read = true;
    if (!dictionary)
        return 0;
    found = th_brk_wc_find_breaks(dictionary, letters, begins, most);
    return found > 0 ? (size_t)found : 0;
}

#else

const char *const thai_dictionary = NULL;

size_t thai_words(const wchar_t *letters, int *begins, size_t most)
{
    (void)letters;
    (void)begins;
    (void)most;
    return 0;
}

#endif
