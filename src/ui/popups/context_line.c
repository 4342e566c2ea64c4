/* "…he saw |Aldous| on the bridge": as many whole words before the place as fit. */
#include "ui/popups/context_line.h"

size_t context_line_start(Text text, size_t at, size_t before)
{
    size_t start = at > before ? at - before : 0;

    while (start < at && start > 0 && !ascii_is_blank(text.bytes[start - 1]))
        start++;
    for (size_t i = at; i > start; i--) {
        if (text.bytes[i - 1] == '\n')
            return i;
    }
    return start;
}
