/* The line that is typed takes the status line's place; what is known of it so far stands at the right. */
#include "ui/frame/prompt_line.h"

#include "ui/command/command.h"
#include "ui/state/list_find.h"

enum { FIND_LEAST = 40 }; /* columns in which there is room to say where words are looked for */

/* What stands at the right: how many matches there are; that Tab found nothing. */
static Text remark(const App *app, Arena *scratch)
{
    const Search *search = &app->document.search;

    if (app->prompt.show_candidates) {
        Candidates all = command_candidates(app, prompt_text(&app->prompt.line), scratch);

        return all.items.count ? (Text){0} : text_from(all.none);
    }
    if (app->prompt.line.kind == PROMPT_COMMAND && text_starts_with(prompt_text(&app->prompt.line), TEXT("save ")))
        return app_is_selecting(app) ? TEXT("as plain text") : TEXT("plain text, or by the ending .md .html .json …");
    if (app->prompt.line.kind == PROMPT_FIND)
        return list_find_status(app, scratch);
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

/* What stands before it tells what is typed. */
static Text sign_of(const App *app, int columns)
{
    PromptKind kind = app->prompt.line.kind;
    bool is_mention = note_field(&app->noting.line, NOTE_TEXT).size > 0;

    return kind == PROMPT_SEARCH    ? TEXT("/")
           : kind == PROMPT_FIND    ? columns < FIND_LEAST ? TEXT("/") : TEXT("in the list: /")
              : kind == PROMPT_NOTE ? TEXT("note: ")
           : kind == PROMPT_SPEAKER ? TEXT("speaker: ")
           : kind == PROMPT_SAME    ? is_mention ? TEXT("whose name is it here: ") : TEXT("is the same as: ")
              : kind == PROMPT_APART ? TEXT("somebody else is: ")
                                    : TEXT(":");
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
    column = canvas_put(canvas, area, area.row, area.column, sign_of(app, area.columns), role_stack(ROLE_PROMPT));
    prompt_put(&app->prompt.line, canvas, typed, column);
    if (has_remarks)
        (void)canvas_put(canvas, area, area.row, area.column + area.columns - remark_columns - 1, remarks,
                         role_stack(ROLE_STATUS_INFO));
    arena_release(&scratch);
}
