/* The values of a configuration as they would be typed: "60", "[vim, \"+%l\", \"%f\"]", "{quotes: yes, entities: no}". */
#ifndef QUOIN_CONFIG_SETTING_WRITE_H
#define QUOIN_CONFIG_SETTING_WRITE_H

#include "config/config.h"

/* For each SETTING of settings.def one; all in the arena, and read again by setting_take. */
Text write_theme(const Config *config, Arena *arena);
Text write_measure(const Config *config, Arena *arena);
Text write_panes(const Config *config, Arena *arena);
Text write_fetch(const Config *config, Arena *arena);
Text write_browser(const Config *config, Arena *arena);
Text write_editor(const Config *config, Arena *arena);
Text write_cite(const Config *config, Arena *arena);
Text write_cite_article(const Config *config, Arena *arena);
Text write_keys(const Config *config,
                Arena *arena); /* those that the configuration binds; not those that it takes away */

#endif
