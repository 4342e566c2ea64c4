/* One setting: what it is called, what it says, its value in a configuration, and how that is read from YAML or from what somebody typed. */
#ifndef QUOIN_CONFIG_SETTING_H
#define QUOIN_CONFIG_SETTING_H

#include "base/yaml/yaml.h"
#include "config/config.h"

typedef enum SettingId {
#define SETTING(ID, name, what, FORM, WHEN, help) SETTING_##ID,
#define CHOICE(ID, name, member, choices, WHEN, help) SETTING_##ID,
#define SWITCH(ID, name, member, WHEN, help) SETTING_##ID,
#include "config/settings.def"
    SETTING_COUNT
} SettingId;

/* When a change counts: at once, or when the program starts the next time. */
typedef enum SettingTime { SETTING_NOW, SETTING_START } SettingTime;

typedef struct SettingInfo {
    Text name, help;
    Text choices; /* the words that it may be, separated by blanks; empty: it is not one of some words */
    SettingTime time;
} SettingInfo;

const SettingInfo *setting_info(SettingId setting);
SettingId setting_from_name(Text name); /* SETTING_COUNT: there is none of that name */
Text setting_near(Text name);           /* the name that is nearest to it; empty: none is near */

/* Take the value at `node`. What is wrong with it is in the report, and the configuration is as it was. */
void setting_read(Config *config, SettingId setting, const YamlNode *node, Report *report);

/*
 * Take what somebody typed: a word as it stands; for lists and mappings YAML, or the words of a list with blanks between them. What is taken lives in
 * config->keymap.arena. False: why is in the report, and the configuration is as it was.
 */
bool setting_take(Config *config, SettingId setting, Text typed, Report *report);

/* Its value as setting_take reads it; empty: it has none. */
Text setting_value(const Config *config, SettingId setting, Arena *arena);

/* May a program write it into a configuration: is it no list and no mapping? */
bool setting_is_scalar(SettingId setting);

#endif
