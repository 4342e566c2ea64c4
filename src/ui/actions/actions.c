/* The table of what each action does. The names, keys and help of actions are in actions.def. */
#include "ui/actions/actions.h"

#include "ui/actions/actions_doubt.h"
#include "ui/actions/actions_link.h"
#include "ui/actions/actions_move.h"
#include "ui/actions/actions_note.h"
#include "ui/actions/actions_select.h"
#include "ui/actions/actions_take.h"
#include "ui/actions/actions_view.h"
#include "ui/state/places.h"
#include "ui/taking/selecting.h"

typedef struct ActionRow {
    Effects (*run)(App *app, const Call *call);
    int argument;
    int direction;
} ActionRow;

static const ActionRow rows[ACTION_COUNT] = {
    [ACTION_SCROLL_DOWN] = {action_move, MOVE_LINES, +1},
    [ACTION_SCROLL_UP] = {action_move, MOVE_LINES, -1},
    [ACTION_HALF_PAGE_DOWN] = {action_move, MOVE_HALF_PAGES, +1},
    [ACTION_HALF_PAGE_UP] = {action_move, MOVE_HALF_PAGES, -1},
    [ACTION_PAGE_DOWN] = {action_move, MOVE_PAGES, +1},
    [ACTION_PAGE_UP] = {action_move, MOVE_PAGES, -1},
    [ACTION_GOTO_TOP] = {action_go_to_start, 0, 0},
    [ACTION_GOTO_BOTTOM] = {action_go_to_end, 0, 0},
    [ACTION_GOTO_PERCENT] = {action_go_to_percent, 0, 0},
    [ACTION_NEXT_PARAGRAPH] = {action_move_paragraph, 0, +1},
    [ACTION_PREV_PARAGRAPH] = {action_move_paragraph, 0, -1},
    [ACTION_ALIGN_TOP] = {action_align, ALIGN_TOP, 0},
    [ACTION_ALIGN_MIDDLE] = {action_align, ALIGN_MIDDLE, 0},
    [ACTION_ALIGN_BOTTOM] = {action_align, ALIGN_BOTTOM, 0},
    [ACTION_NEXT_QUOTE] = {action_move_quote, 0, +1},
    [ACTION_PREV_QUOTE] = {action_move_quote, 0, -1},
    [ACTION_GOTO_QUOTE] = {action_go_to_quote, 0, 0},
    [ACTION_WHY] = {action_why, 0, 0},
    [ACTION_NEXT_QUOTE_SAME_SPEAKER] = {action_move_quote_same_speaker, 0, +1},
    [ACTION_PREV_QUOTE_SAME_SPEAKER] = {action_move_quote_same_speaker, 0, -1},
    [ACTION_NEXT_DOUBTFUL] = {action_move_doubtful, 0, +1},
    [ACTION_PREV_DOUBTFUL] = {action_move_doubtful, 0, -1},
    [ACTION_FILTER_QUOTES] = {action_filter_quotes, 0, 0},
    [ACTION_FILTER_ABOUT] = {action_filter_about, 0, 0},
    [ACTION_TOGGLE_INDIRECT] = {action_toggle_indirect, 0, 0},
    [ACTION_TOGGLE_SCARE] = {action_toggle_scare, 0, 0},
    [ACTION_NEXT_MENTION] = {action_move_mention, 0, +1},
    [ACTION_PREV_MENTION] = {action_move_mention, 0, -1},
    [ACTION_NEXT_ENTITY] = {action_move_entity, 0, +1},
    [ACTION_PREV_ENTITY] = {action_move_entity, 0, -1},
    [ACTION_CYCLE_NAMES] = {action_cycle_names, 0, 0},
    [ACTION_TOGGLE_PEOPLE] = {action_toggle_marked, ENTITY_PERSON, 0},
    [ACTION_TOGGLE_ORGANIZATIONS] = {action_toggle_marked, ENTITY_ORGANIZATION, 0},
    [ACTION_TOGGLE_PLACES] = {action_toggle_marked, ENTITY_PLACE, 0},
    [ACTION_TOGGLE_OTHER_NAMES] = {action_toggle_marked, ENTITY_MISC, 0},
    [ACTION_NEXT_LINK] = {action_move_link, 0, +1},
    [ACTION_PREV_LINK] = {action_move_link, 0, -1},
    [ACTION_HINT_LINKS] = {action_hint_links, 0, 0},
    [ACTION_LIST_LINKS] = {action_list_links, 0, 0},
    [ACTION_NUMBER_LINKS] = {action_number_links, 0, 0},
    [ACTION_BROWSE] = {action_browse, 0, 0},
    [ACTION_SEARCH] = {action_search, 0, 0},
    [ACTION_NEXT_MATCH] = {action_move_match, 0, +1},
    [ACTION_PREV_MATCH] = {action_move_match, 0, -1},
    [ACTION_SHOW_CONTEXT] = {action_show_context, 0, 0},
    [ACTION_JUMP_BACK] = {action_jump, 0, -1},
    [ACTION_JUMP_FORWARD] = {action_jump, 0, +1},
    [ACTION_SET_MARK] = {action_set_mark, 0, 0},
    [ACTION_GOTO_MARK] = {action_go_to_mark, 0, 0},
    [ACTION_COPY] = {action_copy, 0, 0},
    [ACTION_CITE] = {action_cite, 0, 0},
    [ACTION_COPY_LINK] = {action_copy_link, 0, 0},
    [ACTION_COPY_ADDRESS] = {action_copy_address, 0, 0},
    [ACTION_PIPE] = {action_ask_pipe, 0, 0},
    [ACTION_SAVE] = {action_ask_save, 0, 0},
    [ACTION_EXPORT] = {action_ask_export, 0, 0},
    [ACTION_SELECT] = {action_select, PASSAGE_CHARACTERS, 0},
    [ACTION_SELECT_PARAGRAPHS] = {action_select, PASSAGE_PARAGRAPHS, 0},
    [ACTION_SELECT_QUOTE] = {action_select_quote, 0, 0},
    [ACTION_OTHER_END] = {action_other_end, 0, 0},
    [ACTION_NEXT_CHARACTER] = {action_step, STEP_CHARACTER, +1},
    [ACTION_PREV_CHARACTER] = {action_step, STEP_CHARACTER, -1},
    [ACTION_NEXT_WORD] = {action_step, STEP_WORD, +1},
    [ACTION_WORD_END] = {action_step, STEP_WORD_END, +1},
    [ACTION_PREV_WORD] = {action_step, STEP_WORD, -1},
    [ACTION_LINE_START] = {action_line_edge, 0, -1},
    [ACTION_LINE_END] = {action_line_edge, 0, +1},
    [ACTION_NEXT_SENTENCE] = {action_step, STEP_SENTENCE, +1},
    [ACTION_PREV_SENTENCE] = {action_step, STEP_SENTENCE, -1},
    [ACTION_SELECT_NEXT_PARAGRAPH] = {action_step, STEP_PARAGRAPH, +1},
    [ACTION_SELECT_PREV_PARAGRAPH] = {action_step, STEP_PARAGRAPH, -1},
    [ACTION_ANNOTATE] = {action_annotate, 0, 0},
    [ACTION_ANNOTATE_IN_EDITOR] = {action_annotate_in_editor, 0, 0},
    [ACTION_SPLIT_QUOTE] = {action_split_quote, 0, 0},
    [ACTION_JOIN_QUOTES] = {action_join_quotes, 0, 0},
    [ACTION_JOIN_NAME] = {action_join_name, 0, 0},
    [ACTION_SEPARATE_NAME] = {action_separate_name, 0, 0},
    [ACTION_CHANGE_KIND] = {action_change_kind, 0, 0},
    [ACTION_UNDO_CORRECTION] = {action_undo_note, 0, 0},
    [ACTION_CORRECT_SPEAKER] = {action_correct_speaker, 0, 0},
    [ACTION_CORRECT_NO_SPEECH] = {action_correct_no_speech, 0, 0},
    [ACTION_WRITE] = {action_write, 0, 0},
    [ACTION_NEXT_NOTE] = {action_move_note, 0, +1},
    [ACTION_PREV_NOTE] = {action_move_note, 0, -1},
    [ACTION_EDIT_NOTE] = {action_edit_note, 0, 0},
    [ACTION_DELETE_NOTE] = {action_delete_note, 0, 0},
    [ACTION_UNDO_NOTE] = {action_undo_note, 0, 0},
    [ACTION_FOCUS_NEXT] = {action_focus_neighbour, 0, +1},
    [ACTION_FOCUS_PREV] = {action_focus_neighbour, 0, -1},
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) [ACTION_FOCUS_##ID] = {action_focus_pane, PANE_##ID, 0},
#include "keys/panes.def"
    [ACTION_FOCUS_LEFT] = {action_focus_sideways, 0, -1},
    [ACTION_FOCUS_RIGHT] = {action_focus_sideways, 0, +1},
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW)
#define LIST_PANE(ID, name, what, keys, toggle_keys, TAB, WIDE, NARROW) \
    [ACTION_TOGGLE_##ID] = {action_toggle_pane, PANE_##ID, 0},
#include "keys/panes.def"
    [ACTION_ZEN] = {action_zen, 0, 0},
    [ACTION_WIDER] = {action_change_measure, 0, +1},
    [ACTION_NARROWER] = {action_change_measure, 0, -1},
    [ACTION_RESET_MEASURE] = {action_change_measure, 0, 0},
    [ACTION_NEXT_ARTICLE] = {action_move_article, 0, +1},
    [ACTION_PREV_ARTICLE] = {action_move_article, 0, -1},
    [ACTION_NEXT_UNREAD] = {action_next_unread, 0, 0},
    [ACTION_TOGGLE_READ] = {action_toggle_read, 0, 0},
    [ACTION_OPEN] = {action_open, 0, 0},
    [ACTION_FULL_TEXT] = {action_full_text, 0, 0},
    [ACTION_TOGGLE_SOURCE] = {action_toggle_source, 0, 0},
    [ACTION_STOP_READING] = {action_stop_reading, 0, 0},
    [ACTION_EDIT] = {action_edit, 0, 0},
    [ACTION_RELOAD] = {action_reload, 0, 0},
    [ACTION_HELP] = {action_open_popup, POPUP_HELP, 0},
    [ACTION_COMMAND] = {action_command, 0, 0},
    [ACTION_SET] = {action_open_popup, POPUP_SETTINGS, 0},
    [ACTION_INFO] = {action_open_popup, POPUP_INFO, 0},
    [ACTION_MESSAGES] = {action_open_popup, POPUP_MESSAGES, 0},
    [ACTION_FIND_NAME] = {action_open_popup, POPUP_NAMES, 0},
    [ACTION_MAP] = {action_open_popup, POPUP_MAP, 0},
    [ACTION_THEME_PICKER] = {action_open_popup, POPUP_THEMES, 0},
    [ACTION_TOGGLE_LIGHT_DARK] = {action_toggle_light_dark, 0, 0},
    [ACTION_REDRAW] = {action_redraw, 0, 0},
    [ACTION_CLEAR] = {action_clear, 0, 0},
    [ACTION_CLOSE] = {action_close_view, 0, 0},
    [ACTION_QUIT] = {action_leave, EFFECT_QUIT, 0},
    [ACTION_SUSPEND] = {action_leave, EFFECT_SUSPEND, 0},
};

bool app_can_run(ActionId action)
{
    return rows[action].run != NULL;
}

Effects app_run(App *app, ActionId action, int count, uint32_t character)
{
    const ActionRow *row = &rows[action];

    if (!app_can_run(action))
        return EFFECT_NONE;
    return row->run(app, &(Call){.argument = row->argument,
                                 .direction = row->direction,
                                 .count = count > 0 ? count : 0,
                                 .nought = count == COUNT_NOUGHT,
                                 .character = character});
}
