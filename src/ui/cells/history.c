/*
 * As shells do: "set m" and Up gives the newest line that begins with "set m", Up again the one before it, Down comes back, at last to "set m".
 * Lines that are dropped leave their bytes in the arena; so it is made anew now and then.
 */
#include "ui/cells/history.h"

enum { WASTE_MOST = 16 * 1024 };

void history_release(History *history)
{
    arena_release(&history->arena);
    *history = (History){0};
}

/* Take a line out; it is returned. */
static Text take_line(History *history, size_t index)
{
    Text *lines = history->lines.items, taken = lines[index];

    memmove(lines + index, lines + index + 1, (history->lines.count - index - 1) * sizeof *lines);
    history->lines.count--;
    return taken;
}

/* The newest in an arena of their own. */
static void make_anew(History *history)
{
    History fresh = {0};

    for (size_t i = 0; i < history->lines.count; i++)
        ARRAY_PUSH(&fresh.arena, fresh.lines, arena_copy(&fresh.arena, history->lines.items[i]));
    arena_release(&history->arena);
    *history = fresh;
}

void history_add(History *history, Text line)
{
    size_t same;

    history_stay(history);
    if (history->arena.allocated > WASTE_MOST)
        make_anew(history);
    if (text_trim(line).size == 0 || line.bytes[0] == ' ')
        return;
    same = text_index_of(line, history->lines.items, history->lines.count);
    if (history->lines.count == HISTORY_MOST && same == HISTORY_MOST)
        (void)take_line(history, 0);
    line = same < history->lines.count ? take_line(history, same) : arena_copy(&history->arena, line);
    ARRAY_PUSH(&history->arena, history->lines, line);
}

void history_stay(History *history)
{
    history->walking = false;
}

bool history_walk(History *history, Prompt *prompt, int direction)
{
    size_t at = history->walking ? history->at : history->lines.count;

    if (!history->walking && history->arena.allocated > WASTE_MOST)
        make_anew(history);
    if (!history->walking)
        history->start = arena_copy(&history->arena, prompt_text(prompt));
    history->walking = true;
    for (;;) {
        if (direction < 0 ? at == 0 : at >= history->lines.count)
            return false;
        at = direction < 0 ? at - 1 : at + 1;
        if (at == history->lines.count || text_starts_with(history->lines.items[at], history->start))
            break;
    }
    history->at = at;
    return prompt_set(prompt, prompt->kind, at == history->lines.count ? history->start : history->lines.items[at]);
}
