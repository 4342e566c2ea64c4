/*
 *     The inquiry, day two                       a title
 *
 *     [10:03] ANNA REED: Is the ferry running?   here: not a subtitle, though it looks like one
 *     [10:04] TOM HALE: It is not.
 *     [10:04] ANNA REED: Thank you.
 *
 * One label is nothing; of three near one another one stands again.
 */
#include "formats/text/forms/head_turns.h"

#include "formats/text/words/line_label.h"

enum {
    LINES_AHEAD = 12, /* that are not blank */
    LABELS_LEAST = 3
};

/* Do turns begin with that line? */
static bool begin_at(const Text *lines, size_t count, size_t line)
{
    Text labels[LINES_AHEAD];
    size_t known = 0;
    bool again = false;

    for (size_t i = line, seen = 0; i < count && seen < LINES_AHEAD; i++) {
        LineLabel label = line_label(lines[i]);

        seen += lines[i].size > 0;
        if (!label.sign)
            continue;
        for (size_t k = 0; k < known; k++)
            again = again || text_equal(labels[k], label.name);
        labels[known++] = label.name;
    }
    return known >= LABELS_LEAST && again && line_label(lines[line]).sign;
}

size_t head_turns(const Text *lines, size_t count)
{
    size_t line = 0;

    while (line < count && !begin_at(lines, count, line))
        line++;
    return line;
}
