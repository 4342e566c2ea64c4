/* The line that is typed takes the status line's place; what is known of it so far stands at the right. */
#include "ui/frame/prompt_line.h"

#include "library/path_completion.h"
#include "ui/state/opening.h"

static bool begins_an_action(Text line)
{
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        if (text_starts_with(action_info((ActionId)id)->name, line))
            return true;
    }
    return false;
}

/* What stands at the right: how many matches there are; that Tab found nothing. */
static Text remark(const App *app, Arena *scratch)
{
    const Search *search = &app->document.search;
    Text name;

    if (app->prompt.show_candidates && command_line_name(prompt_text(&app->prompt.line), &name))
        return path_complete(scratch, name, app->options.home).names.count ? (Text){0} : TEXT("no name begins so");
    if (app->prompt.show_candidates && !begins_an_action(prompt_text(&app->prompt.line)))
        return TEXT("no action begins so");
    if (app->prompt.line.kind != PROMPT_SEARCH || app->prompt.line.size == 0)
        return (Text){0};
    if (search->seeking)
        return TEXT("searching…");
    if (range_is_empty(search->current))
        return TEXT("not found");
    return arena_printf(scratch, "%zu/%zu%s%s", search_number(&app->document.search), search->matches.count,
                        search->counted && !search->too_many ? "" : "+",
                        search->outcome == SEARCH_FOUND_WRAPPED ? " from the start" : "");
}

void prompt_line_draw(const App *app, Canvas *canvas, Rect area)
{
    Arena scratch = {0};
    Text remarks = remark(app, &scratch);
    int remark_columns = (int)printable_width(remarks, canvas->charset);
    bool has_remarks = remarks.size && remark_columns + 2 < area.columns / 2;
    Rect typed = area;
    int column;

    typed.columns -= 1 + (has_remarks ? remark_columns + 2 : 0);
    canvas_fill(canvas, area, ROLE_PROMPT);
    column = canvas_put(canvas, area, area.row, area.column,
                        app->prompt.line.kind == PROMPT_SEARCH ? TEXT("/") : TEXT(":"), role_stack(ROLE_PROMPT));
    prompt_put(&app->prompt.line, canvas, typed, column);
    if (has_remarks)
        (void)canvas_put(canvas, area, area.row, area.column + area.columns - remark_columns - 1, remarks,
                         role_stack(ROLE_STATUS_INFO));
    arena_release(&scratch);
}
