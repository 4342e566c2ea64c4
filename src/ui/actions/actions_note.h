/* Actions on the reader's notes. */
#ifndef QUOIN_UI_ACTIONS_ACTIONS_NOTE_H
#define QUOIN_UI_ACTIONS_ACTIONS_NOTE_H

#include "ui/actions/call.h"

Effects action_annotate(App *app, const Call *call);
Effects action_annotate_in_editor(App *app, const Call *call);
Effects action_split_quote(App *app, const Call *call);
Effects action_join_quotes(App *app, const Call *call);
Effects action_join_name(App *app, const Call *call);
Effects action_separate_name(App *app, const Call *call);
Effects action_change_kind(App *app, const Call *call);
Effects action_correct_no_speech(App *app, const Call *call);
Effects action_correct_speaker(App *app, const Call *call);
Effects action_delete_note(App *app, const Call *call);
Effects action_edit_note(App *app, const Call *call);
Effects action_move_note(App *app, const Call *call);
Effects action_undo_note(App *app, const Call *call);
Effects action_write(App *app, const Call *call);

#endif
