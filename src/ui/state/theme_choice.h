/*
 * Which theme is in use, and in which form: the command line before the configuration, and what the reader picks before both. What was asked
 * for is used as soon as it is there and has no mistakes. While others are tried, the one from before is held.
 */
#ifndef QUOIN_UI_STATE_THEME_CHOICE_H
#define QUOIN_UI_STATE_THEME_CHOICE_H

#include "config/config.h"
#include "ui/state/message.h"

typedef enum WantedState { WANTED_IS_USED, WANTED_HAS_MISTAKES, WANTED_IS_GONE } WantedState;

typedef struct ThemeChoice {
    ThemeSource source;
    const Text *ids; /* what there is to choose from, in order */
    size_t count;
    Arena arena;        /* of `theme` */
    const Theme *theme; /* the one in use; never NULL after theme_choice_begin */
    size_t index;       /* of it in `ids`; NO_INDEX: it is the compiled-in one, or its file was removed since */
    VariantChoice wanted_variant; /* what the configuration or the reader says; CHOICE_AUTO: neither does */
    Variant background; /* what the terminal's own suggests; drawn where neither the wish nor the theme says one */
    Variant variant;    /* what is drawn: the one that is wanted, where the theme has it, else the other */
    Arena wanted_arena;
    Text wanted;              /* the id that the configuration, the command line or the reader asked for */
    WantedState wanted_state; /* whether that one is in use, and why not */
    Arena held_arena;         /* of `held`, while `arena` is of the theme that is tried */
    const Theme *held;        /* the theme from before others were tried; NULL: none is tried */
    bool changed;             /* files of themes changed while others were tried: theme_choice_settle looks at them */
    Arena forms_arena;
    unsigned char *forms; /* for each of `ids` what theme_forms() says of it; NULL: not asked yet */
} ThemeChoice;

/* At the start: the theme of that name, else the usual one, else the compiled-in one. What is wrong is said. */
void theme_choice_begin(ThemeChoice *choice, Text named, VariantChoice variant, Message *said);
void theme_choice_release(ThemeChoice *choice);

/* Put the theme choice->ids[index] into use. False: it cannot be read or has mistakes, which are in the report, and the one in use stays. */
bool theme_choice_use(ThemeChoice *choice, size_t index, Report *report);

/* A theme that has only the other variant shows that one. */
void theme_choice_use_variant(ThemeChoice *choice, VariantChoice wanted);
void theme_choice_set_background(ThemeChoice *choice, Variant variant);

/* The theme in use is the wanted one from now on. */
void theme_choice_keep(ThemeChoice *choice);

/* While a list of themes is open, moving in it puts one after the other into use. Before that theme_choice_hold keeps the one from before;
 * theme_choice_return puts it into use again. At the end, theme_choice_drop_held frees whichever of the two is not in use. */
void theme_choice_hold(ThemeChoice *choice);
void theme_choice_return(ThemeChoice *choice);
void theme_choice_drop_held(ThemeChoice *choice);

/* After files of themes were written, removed or added: theme_choice_set_list takes the new list (`ids` is borrowed), theme_choice_follow reads
 * the wanted theme again and says what came of it. If it has mistakes or is gone, the one in use stays. theme_choice_settle does that if files
 * changed while others were tried. */
void theme_choice_set_list(ThemeChoice *choice, const Text *ids, size_t count);
void theme_choice_follow(ThemeChoice *choice, Message *said);
void theme_choice_settle(ThemeChoice *choice, Message *said);

/* Which variants choice->ids[index] has, in words: "dark light". theme_choice_find_forms must have been called since the last
 * theme_choice_set_list; it reads the files of all of them. */
void theme_choice_find_forms(ThemeChoice *choice);
Text theme_choice_forms(const ThemeChoice *choice, size_t index);

#endif
