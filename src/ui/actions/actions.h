/*
 * What actions are made of: each function is told by its row of the table in actions.c what it shall do, so that "down" and "up", "next" and
 * "previous" are one. Private to the files actions*.c.
 */
#ifndef QUOIN_UI_ACTIONS_ACTIONS_H
#define QUOIN_UI_ACTIONS_ACTIONS_H

#include "ui/panes/pane.h"

typedef struct Call {
    int argument;       /* from the table */
    int direction;      /* from the table: +1, -1 */
    int count;          /* typed before the key; 0: none */
    uint32_t character; /* typed in the place of {char} */
} Call;

static inline int call_times(const Call *call)
{
    return call->count ? call->count : 1;
}

static inline bool has_article(const App *app)
{
    return app->document.article && app->document.layout;
}

/* The row of the list that "next" (direction +1) or "previous" (-1) starts from, from 1: that of the selected quotation when it can be seen,
 * else the place on the screen. A step from it leads to the neighbour. */
size_t action_listed_row_from(const App *app, int direction);

/* actions_move.c */
Effects action_align(App *app, const Call *call);
Effects action_go_to_end(App *app, const Call *call);
Effects action_go_to_mark(App *app, const Call *call);
Effects action_go_to_percent(App *app, const Call *call);
Effects action_go_to_start(App *app, const Call *call);
Effects action_jump(App *app, const Call *call);
Effects action_move(App *app, const Call *call);
Effects action_move_match(App *app, const Call *call);
Effects action_move_paragraph(App *app, const Call *call);
Effects action_search(App *app, const Call *call);
Effects action_set_mark(App *app, const Call *call);
Effects action_show_context(App *app, const Call *call);

/* actions_select.c */
Effects action_filter_quotes(App *app, const Call *call);
Effects action_go_to_quote(App *app, const Call *call);
Effects action_move_entity(App *app, const Call *call);
Effects action_move_mention(App *app, const Call *call);
Effects action_move_quote(App *app, const Call *call);
Effects action_move_quote_same_speaker(App *app, const Call *call);
Effects action_toggle_marked(App *app, const Call *call);
Effects action_toggle_indirect(App *app, const Call *call);
Effects action_toggle_scare(App *app, const Call *call);

/* actions_view.c */
Effects action_change_measure(App *app, const Call *call);
Effects action_clear(App *app, const Call *call);
Effects action_close_view(App *app, const Call *call);
Effects action_command(App *app, const Call *call);
Effects action_focus_neighbour(App *app, const Call *call);
Effects action_focus_pane(App *app, const Call *call);
Effects action_focus_sideways(App *app, const Call *call);
Effects action_leave(App *app, const Call *call);
Effects action_move_article(App *app, const Call *call);
Effects action_open_popup(App *app, const Call *call);
Effects action_redraw(App *app, const Call *call);
Effects action_reload(App *app, const Call *call);
Effects action_toggle_light_dark(App *app, const Call *call);
Effects action_toggle_pane(App *app, const Call *call);
Effects action_zen(App *app, const Call *call);

#endif
