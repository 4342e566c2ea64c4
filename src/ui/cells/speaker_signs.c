/* Hues and signs are those of the theme, by the number of the speaker. */
#include "ui/cells/speaker_signs.h"

int speaker_put_sign(Canvas *canvas, Rect clip, int row, int column, size_t speaker, Role role)
{
    RoleStack roles = role_stack(role);

    if (speaker == NO_INDEX)
        return column;
    role_stack_set(&roles, LAYER_ENTITY, role_of_speaker(speaker));
    return canvas_put_sign(canvas, clip, row, column, sign_of_speaker(speaker), roles);
}

Text speaker_with_sign(const Signs *signs, Charset charset, size_t speaker, Text name, Arena *arena)
{
    if (speaker == NO_INDEX)
        return name;
    return arena_printf(arena, "%.*s %.*s", TEXT_ARGS(signs->forms[sign_of_speaker(speaker)][charset]), TEXT_ARGS(name));
}

void speaker_put_hue(Canvas *canvas, Rect area, size_t speaker)
{
    if (speaker != NO_INDEX)
        canvas_overlay(canvas, area, LAYER_ENTITY, role_of_speaker(speaker));
}
