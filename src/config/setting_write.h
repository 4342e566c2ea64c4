/* The values of a configuration as they would be typed: "60", "[vim, \"+%l\", \"%f\"]", "{quotes: yes, entities: no}". */
#ifndef QUOIN_CONFIG_SETTING_WRITE_H
#define QUOIN_CONFIG_SETTING_WRITE_H

#include "config/setting.h"

/* In the arena, and read again by setting_take; of a setting of settings.def that is no CHOICE and no SWITCH. */
Text setting_write(const Config *config, SettingId setting, Arena *arena);

#endif
