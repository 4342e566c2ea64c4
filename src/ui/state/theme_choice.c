/*
 * A theme is read into an arena of its own, which takes the place of the old one's when it has been read without a mistake: so there is
 * always one in use.
 */
#include "ui/state/theme_choice.h"

void theme_choice_release(ThemeChoice *choice)
{
    arena_release(&choice->arena);
    arena_release(&choice->held_arena);
    arena_release(&choice->wanted_arena);
    arena_release(&choice->forms_arena);
}

bool theme_choice_use(ThemeChoice *choice, size_t index, Report *report)
{
    Arena arena = {0};
    Text id = choice->ids[index];
    Text source, path, why;
    const Theme *theme;

    if (!choice->source.read(choice->source.context, &arena, id, &source, &path, &why)) {
        report_add(report, SEVERITY_ERROR, 0, 0, "%.*s", TEXT_ARGS(why.size ? why : TEXT("the theme cannot be read")));
        arena_release(&arena);
        return false;
    }
    report->path = arena_copy(report->arena, path);
    theme = theme_read(&arena, id, source, &choice->source, report);
    if (!theme) {
        arena_release(&arena);
        return false;
    }
    arena_release(&choice->arena);
    choice->arena = arena;
    choice->theme = theme;
    choice->index = index;
    theme_choice_use_variant(choice, choice->wanted_variant);
    return true;
}

static size_t index_of(const ThemeChoice *choice, Text id)
{
    size_t index = text_index_of(id, choice->ids, choice->count);

    return index < choice->count ? index : NO_INDEX;
}

/* By name. What is wrong is said, and the theme in use stays. */
static bool use_named(ThemeChoice *choice, Text id, Message *said)
{
    Arena scratch = {0};
    Report report;
    bool used;

    report_init(&report, &scratch, id);
    used = index_of(choice, id) != NO_INDEX && theme_choice_use(choice, index_of(choice, id), &report);
    if (!used)
        message_say_problems(said, "", &report);
    arena_release(&scratch);
    return used;
}

void theme_choice_hold(ThemeChoice *choice)
{
    choice->held = choice->theme;
    choice->held_arena = choice->arena;
    choice->arena = (Arena){0};
}

/* The one that is tried is not wanted any more. */
void theme_choice_return(ThemeChoice *choice)
{
    if (choice->theme == choice->held)
        return;
    arena_release(&choice->arena);
    choice->theme = choice->held;
    choice->index = index_of(choice, choice->theme->id);
    theme_choice_use_variant(choice, choice->wanted_variant);
}

void theme_choice_drop_held(ThemeChoice *choice)
{
    if (choice->theme == choice->held)
        choice->arena = choice->held_arena;
    else
        arena_release(&choice->held_arena);
    choice->held_arena = (Arena){0};
    choice->held = NULL;
}

void theme_choice_keep(ThemeChoice *choice)
{
    arena_reset(&choice->wanted_arena);
    choice->wanted = arena_copy(&choice->wanted_arena, choice->theme->id);
    choice->wanted_state = WANTED_IS_USED;
}

static WantedState try_wanted(ThemeChoice *choice, Message *said)
{
    choice->wanted_state = index_of(choice, choice->wanted) == NO_INDEX ? WANTED_IS_GONE
                           : use_named(choice, choice->wanted, said)    ? WANTED_IS_USED
                                                                        : WANTED_HAS_MISTAKES;
    return choice->wanted_state;
}

/* That it is gone is told once; that it had mistakes, or was gone, and is there again, too. */
void theme_choice_follow(ThemeChoice *choice, Message *said)
{
    WantedState before = choice->wanted_state, now = try_wanted(choice, said);

    if (now == WANTED_IS_GONE && before != now)
        message_say(said, ROLE_STATUS_WARNING, "the theme %.*s is not there any more; it stays until the end",
                    TEXT_ARGS(choice->wanted));
    else if (now == WANTED_IS_USED && before != now)
        message_say(said, ROLE_STATUS_INFO, "%.*s is read again", TEXT_ARGS(choice->wanted));
}

void theme_choice_set_list(ThemeChoice *choice, const Text *ids, size_t count)
{
    choice->ids = ids;
    choice->count = count;
    choice->forms = NULL;
    choice->index = index_of(choice, choice->theme->id);
}

void theme_choice_settle(ThemeChoice *choice, Message *said)
{
    if (choice->changed)
        theme_choice_follow(choice, said);
    choice->changed = false;
}

void theme_choice_use_variant(ThemeChoice *choice, VariantChoice wanted)
{
    choice->wanted_variant = wanted;
    choice->variant = wanted == CHOICE_AUTO
                          ? theme_first_variant(choice->theme, choice->background)
                          : theme_variant(choice->theme, wanted == CHOICE_LIGHT ? VARIANT_LIGHT : VARIANT_DARK);
}

void theme_choice_set_background(ThemeChoice *choice, Variant variant)
{
    choice->background = variant;
    theme_choice_use_variant(choice, choice->wanted_variant);
}

void theme_choice_begin(ThemeChoice *choice, Text named, VariantChoice variant, Message *said)
{
    Message about_wanted;

    choice->theme = theme_builtin();
    choice->index = NO_INDEX;
    theme_choice_use_variant(choice, variant);
    choice->wanted = named.size ? named : TEXT(USUAL_THEME);
    if (try_wanted(choice, said) == WANTED_IS_USED)
        return;
    if (named.size && choice->wanted_state == WANTED_IS_GONE)
        message_say(said, ROLE_STATUS_ERROR, "there is no theme \"%.*s\"; T shows those there are", TEXT_ARGS(named));
    about_wanted = *said;
    (void)use_named(choice, TEXT(USUAL_THEME), said);
    *said = about_wanted;
}

/* ---- forms ---- */

void theme_choice_find_forms(ThemeChoice *choice)
{
    Arena scratch = {0};
    Text source, path, why;

    if (choice->forms)
        return;
    arena_reset(&choice->forms_arena);
    choice->forms = ARENA_ARRAY(&choice->forms_arena, unsigned char, choice->count);
    for (size_t i = 0; i < choice->count; i++) {
        if (choice->source.read(choice->source.context, &scratch, choice->ids[i], &source, &path, &why))
            choice->forms[i] = (unsigned char)theme_forms(choice->ids[i], source, &choice->source);
        arena_reset(&scratch);
    }
    arena_release(&scratch);
}

Text theme_choice_forms(const ThemeChoice *choice, size_t index)
{
    static const Text names[] = {LITERAL("has mistakes"), LITERAL("dark"), LITERAL("light"), LITERAL("dark light")};

    return names[choice->forms[index]];
}
