/* What the keys of linear reading do: functions of the rows of linear.def. What they say waits to be written. */
#ifndef QUOIN_UI_LINEAR_READING_H
#define QUOIN_UI_LINEAR_READING_H

#include "ui/linear/linear.h"

typedef struct LinearCall {
    int direction; /* from the table */
    int count;     /* typed before the key; 0: none */
    uint32_t character;
} LinearCall;

void linear_read_on(Linear *linear, const LinearCall *call);
void linear_read_back(Linear *linear, const LinearCall *call);
void linear_read_head(Linear *linear, const LinearCall *call);
void linear_go_to_paragraph(Linear *linear, const LinearCall *call);
void linear_go_to_percent(Linear *linear, const LinearCall *call);
void linear_move_quote(Linear *linear, const LinearCall *call);
void linear_move_speaker(Linear *linear, const LinearCall *call);
void linear_move_doubtful(Linear *linear, const LinearCall *call);
void linear_say_why(Linear *linear, const LinearCall *call);
void linear_list_quotes(Linear *linear, const LinearCall *call);
void linear_filter_quotes(Linear *linear, const LinearCall *call);
void linear_list_names(Linear *linear, const LinearCall *call);
void linear_move_mention(Linear *linear, const LinearCall *call);
void linear_ask_search(Linear *linear, const LinearCall *call);
void linear_move_match(Linear *linear, const LinearCall *call);
void linear_set_mark(Linear *linear, const LinearCall *call);
void linear_go_to_mark(Linear *linear, const LinearCall *call);
void linear_say_place(Linear *linear, const LinearCall *call);
void linear_move_article(Linear *linear, const LinearCall *call);
void linear_list_articles(Linear *linear, const LinearCall *call);
void linear_ask_command(Linear *linear, const LinearCall *call);
void linear_list_keys(Linear *linear, const LinearCall *call);
void linear_list_settings(Linear *linear, const LinearCall *call);
void linear_move_note(Linear *linear, const LinearCall *call);
void linear_list_notes(Linear *linear, const LinearCall *call);
void linear_ask_note(Linear *linear, const LinearCall *call);
void linear_ask_speaker(Linear *linear, const LinearCall *call);
void linear_correct_no_speech(Linear *linear, const LinearCall *call);
void linear_delete_note(Linear *linear, const LinearCall *call);
void linear_undo_note(Linear *linear, const LinearCall *call);
void linear_write_quotes(Linear *linear, const LinearCall *call);
void linear_list_links(Linear *linear, const LinearCall *call);
void linear_browse(Linear *linear, const LinearCall *call);
void linear_leave(Linear *linear, const LinearCall *call);

/* The place of what was read last, and reading goes on behind it. */
void linear_read_range(Linear *linear, Range range);

/* Read the article that is open from its head, or say why none is. */
void linear_open(Linear *linear);

/* Where the article is left, if it is left now: for what is remembered of it. */
void linear_note_place(Linear *linear);

/* The first match of what was typed from where reading goes on. */
void linear_search(Linear *linear, Text pattern);

#endif
