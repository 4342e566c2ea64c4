/* config.yaml: theme, measure, panes, mouse, programs, keys. Every mistake is reported; what is right is taken. */
#ifndef QUOIN_CONFIG_CONFIG_H
#define QUOIN_CONFIG_CONFIG_H

#include "config/program.h"
#include "export/citation.h"
#include "keys/keymap.h"
#include "theme/theme.h"

/* Columns of a line: what is good to read, to which keys keep; who wants it wider says so in the configuration. */
enum { MEASURE_LEAST = 45, MEASURE_MOST = 75, MEASURE_WIDEST = 120, MEASURE_DEFAULT = 66 };

typedef enum VariantChoice { CHOICE_AUTO, CHOICE_DARK, CHOICE_LIGHT } VariantChoice;

/* Links that the terminal follows: where it is known to, always, never. */
typedef enum HyperlinkChoice { HYPERLINKS_AUTO, HYPERLINKS_YES, HYPERLINKS_NO } HyperlinkChoice;

/* Who sets letters in order that go from right to left: whoever the terminal is known to want, quoin, quoin the words and the terminal their letters,
 * the terminal. */
typedef enum OrderChoice { ORDER_AUTO, ORDER_BY_READER, ORDER_BY_BOTH, ORDER_BY_TERMINAL } OrderChoice;

/* Where the item of a feed is only a start: get the whole text when somebody asks for it, or at once. */
typedef enum FullTextChoice { FULL_TEXT_ASK, FULL_TEXT_ALWAYS } FullTextChoice;

/* Which names are marked in the text. */
typedef enum NamesChoice { MARK_ALL, MARK_SPEAKERS, MARK_NONE, NAMES_CHOICES } NamesChoice;

typedef struct Config {
    Text theme;                      /* id; empty: the default pair */
    size_t theme_line, theme_column; /* where the file names it */
    VariantChoice variant;           /* `variant: auto|dark|light` */
    int measure_columns;
    NamesChoice names;      /* `names: all|speakers|none` */
    bool panes[PANE_COUNT]; /* `panes: {quotes: yes, entities: yes, library: yes}`: which are open at the start */
    bool mouse;
    bool linear;                          /* as the option of that name */
    bool keep_screen, quit_if_one_screen; /* as the options of these names */
    bool memory;                          /* `memory: no`: nothing is remembered of what was read */
    bool ask_terminal;                    /* `ask-terminal: no`: nothing is asked of it at the start */
    FullTextChoice full_text;             /* `full-text: ask|always` */
    HyperlinkChoice hyperlinks;           /* `hyperlinks: auto|yes|no` */
    OrderChoice order;                    /* `right-to-left: auto|reader|words|terminal` */
    bool ascii;                           /* `ascii: yes`: ASCII even on a UTF-8 terminal */
    ProgramWords programs[PROGRAM_COUNT]; /* `fetch`, `browser`, `editor`, `clipboard` */
    CitationForms cite;                   /* `cite`, `cite-article` */
    Keymap keymap;
} Config;

void config_init(Config *config, Arena *arena); /* the defaults */

/* Take what `source` says over the defaults. False: there were errors; see the report. */
bool config_read(Config *config, Arena *arena, Text source, Report *report);

/* The keys that a configuration may have, one "key: meaning" a row, for the manual. */
Text config_documentation(Arena *arena);

#endif
