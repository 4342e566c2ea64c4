/* A speaker is told by a sign and a hue, everywhere the same ones: the hue is a help, the sign tells without it. */
#include "ui/panes/pane.h"

int speaker_put_sign(Canvas *canvas, Rect clip, int row, int column, size_t speaker, Role role)
{
    RoleStack roles = role_stack(role);

    if (speaker == NO_INDEX)
        return column;
    role_stack_set(&roles, LAYER_ENTITY, role_of_speaker(speaker));
    return canvas_put_sign(canvas, clip, row, column, sign_of_speaker(speaker), roles);
}

Text speaker_with_sign(const App *app, size_t speaker, Text name, Arena *arena)
{
    if (speaker == NO_INDEX)
        return name;
    return arena_printf(arena, "%.*s %.*s", TEXT_ARGS(app->theme->signs->forms[sign_of_speaker(speaker)][app->options.charset]), TEXT_ARGS(name));
}

void speaker_put_hue(Canvas *canvas, Rect area, size_t speaker)
{
    if (speaker != NO_INDEX)
        canvas_overlay(canvas, area, LAYER_ENTITY, role_of_speaker(speaker));
}
