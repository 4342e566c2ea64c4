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
    Arena arena; /* of `theme` */
    const Theme *theme;
    size_t index;                 /* in `ids`; NO_INDEX: the compiled-in one, or it is there no more */
    Variant background;           /* what the terminal's background suggests, when nobody says */
    VariantChoice wanted_variant; /* light or dark as the configuration or the reader says; CHOICE_AUTO: as the theme is made */
    Variant variant;              /* what is shown: the wish, where the theme has that form */
    Arena wanted_arena;
    Text wanted; /* the id that was asked for */
    WantedState wanted_state;
    Arena held_arena;  /* of `held`; `arena` is then of the one that is tried */
    const Theme *held; /* what is in use again if none of those that are tried is kept; NULL: none is tried */
    bool changed;      /* files of themes, while others are tried */
    Arena forms_arena;
    unsigned char *forms; /* of each of `ids`, as theme_forms() has them; NULL: not looked at yet */
} ThemeChoice;

/* At the start: the theme of that name, else the usual one, else the compiled-in one. What is wrong is said. */
void theme_choice_begin(ThemeChoice *choice, Text named, VariantChoice variant, Message *said);
void theme_choice_release(ThemeChoice *choice);

bool theme_choice_use(ThemeChoice *choice, size_t index, Report *report); /* of choice->ids; false: the old one stays */
void theme_choice_use_variant(ThemeChoice *choice, VariantChoice wanted); /* of the theme in use, as far as it has it */
void theme_choice_set_background(ThemeChoice *choice, Variant variant);   /* followed where nobody has chosen */
void theme_choice_keep(ThemeChoice *choice); /* the theme in use is the wanted one from now on */

void theme_choice_hold(ThemeChoice *choice);      /* others are tried: the one in use stays as it is */
void theme_choice_return(ThemeChoice *choice);    /* … is in use again, */
void theme_choice_drop_held(ThemeChoice *choice); /* … or not, when the trying is over */

/* There are these themes now, of which one may be another. theme_choice_follow then reads the wanted one again; what is wrong with it is
 * said, and the one in use stays. */
void theme_choice_set_list(ThemeChoice *choice, const Text *ids, size_t count);
void theme_choice_follow(ThemeChoice *choice, Message *said);
void theme_choice_settle(ThemeChoice *choice, Message *said); /* what changed while others were tried */

/* "dark light", which forms a theme of choice->ids has: looked up for all of them when theme_choice_find_forms is called. */
void theme_choice_find_forms(ThemeChoice *choice);
Text theme_choice_forms(const ThemeChoice *choice, size_t index);

#endif
