/* The settings as they hold in the reader: shown, changed until the end, kept. The configuration that was given stays as it is. */
#ifndef QUOIN_UI_COMMAND_SETTINGS_H
#define QUOIN_UI_COMMAND_SETTINGS_H

#include "config/setting.h"
#include "ui/state/app.h"

/* "measure=60", "measure 60", "measure": a setting, and its value where one is typed. */
typedef struct SettingWords {
    Text name;
    SettingId setting; /* SETTING_COUNT: there is none of that name */
    bool has_value;
    Text value; /* what follows "=", or the blanks */
} SettingWords;

SettingWords setting_words(Text typed);

/* What holds now, whether the configuration, the command line or a key made it so. */
Text app_setting_value(const App *app, SettingId setting, Arena *arena);

/* How a setting may be made to last: EFFECT_KEEP_SETTING writes it. */
typedef enum SettingLife { SETTING_FOR_NOW, SETTING_KEPT } SettingLife;

/* What is typed after ":set": show the setting, or change it. What was done, or what is wrong and what was expected, is said. */
Effects app_set(App *app, Text typed, SettingLife life);

#endif
