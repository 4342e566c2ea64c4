/* A name ends at the first blank, or at "!". What follows keeps its blanks: names of files have them. */
#include "ui/command/command.h"

#include "base/nearest.h"

Command command_parse(Text line)
{
    Command command = {0};
    size_t at = 0, end;

    while (at < line.size && line.bytes[at] == ' ')
        at++;
    end = text_find_byte(line, ' ', at);
    command.word = text_slice(line, (Range){at, end});
    command.has_argument = end != TEXT_NOT_FOUND;
    if (text_ends_with(command.word, TEXT("!"))) {
        command.kept = true;
        command.word.size--;
    }
    for (at = command.has_argument ? end : line.size; at < line.size && line.bytes[at] == ' ';)
        at++;
    command.argument = text_slice(line, (Range){at, line.size});
    return command;
}

ActionId command_action(Text word)
{
    ActionId exact = action_from_name(word), only = ACTION_NONE;

    if (exact)
        return exact;
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        if (!text_starts_with(action_info((ActionId)id)->name, word))
            continue;
        if (only)
            return ACTION_NONE;
        only = (ActionId)id;
    }
    return only;
}

Text command_beginnings(Arena *arena, Text word)
{
    enum { MOST_NAMED = 4 };
    Text names[2 * MOST_NAMED + 1];
    size_t count = 0, found = 0;

    for (int id = ACTION_NONE + 1; id < ACTION_COUNT && word.size; id++) {
        if (!text_starts_with(action_info((ActionId)id)->name, word) || ++found > MOST_NAMED)
            continue;
        if (count)
            names[count++] = TEXT(", ");
        names[count++] = action_info((ActionId)id)->name;
    }
    if (found > MOST_NAMED)
        names[count++] = TEXT(", …");
    return found > 1 ? arena_join(arena, names, count) : (Text){0};
}

Text command_near(Text word)
{
    Text names[ACTION_COUNT];
    size_t count = 0;

    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++)
        names[count++] = action_info((ActionId)id)->name;
    return nearest_name(word, names, count);
}
