/*
 * Hues and signs are those of the theme, by the number of the speaker. Who has no sign of their own has no hue either, and is told by the number:
 * with eight signs, "#9 Ann Marr", which is no number of a list.
 */
#include "ui/cells/speaker_signs.h"

#include <stdio.h>

static bool has_sign(const Signs *signs, Charset charset, size_t speaker)
{
    if (speaker == NO_INDEX || speaker >= SPEAKER_SIGNS)
        return false;
    for (size_t i = 0; i < speaker; i++) { /* themes may bring fewer, which repeat */
        if (text_equal(sign_form(signs, sign_of_speaker(i), charset),
                       sign_form(signs, sign_of_speaker(speaker), charset)))
            return false;
    }
    return true;
}

int speaker_put_mark(Canvas *canvas, Rect clip, int row, int column, size_t speaker, Role role)
{
    RoleStack roles = role_stack(role);

    if (!has_sign(canvas->signs, canvas->charset, speaker))
        return column;
    role_stack_set(&roles, LAYER_ENTITY, role_of_speaker(speaker));
    return canvas_put_sign(canvas, clip, row, column, sign_of_speaker(speaker), roles);
}

int speaker_put_sign(Canvas *canvas, Rect clip, int row, int column, size_t speaker, Role role)
{
    char number[24];

    if (speaker == NO_INDEX || has_sign(canvas->signs, canvas->charset, speaker))
        return speaker_put_mark(canvas, clip, row, column, speaker, role);
    (void)snprintf(number, sizeof number, "#%zu", speaker + 1);
    return canvas_put(canvas, clip, row, column, text_from(number), role_stack(role));
}

Text speaker_with_sign(const Signs *signs, Charset charset, size_t speaker, Text name, Arena *arena)
{
    if (speaker == NO_INDEX)
        return name;
    if (!has_sign(signs, charset, speaker))
        return arena_printf(arena, "#%zu %.*s", speaker + 1, TEXT_ARGS(name));
    return arena_printf(arena, "%.*s %.*s", TEXT_ARGS(sign_form(signs, sign_of_speaker(speaker), charset)),
                        TEXT_ARGS(name));
}

Role speaker_hue(const Canvas *canvas, size_t speaker)
{
    return has_sign(canvas->signs, canvas->charset, speaker) ? role_of_speaker(speaker) : ROLE_NONE;
}

void speaker_put_hue(Canvas *canvas, Rect area, size_t speaker)
{
    if (speaker_hue(canvas, speaker))
        canvas_overlay(canvas, area, LAYER_ENTITY, speaker_hue(canvas, speaker));
}
