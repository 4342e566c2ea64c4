/*
 * Between the two halves of reading a theme: theme_read.c follows the chain of files and says what is wrong in them, theme_style.c
 * makes styles of their palettes and roles. Nobody else includes it.
 */
#ifndef QUOIN_THEME_THEME_READ_H
#define QUOIN_THEME_THEME_READ_H

#include "base/yaml/yaml.h"
#include "theme/theme.h"

typedef enum ContrastRule { RULE_OFF, RULE_AA, RULE_AAA, RULE_UNSAID } ContrastRule;

/* One file of the chain. */
typedef struct Source {
    Text id;
    const YamlNode *root; /* NULL: nothing could be read */
    Report *report;
    const YamlNode *inherits; /* the node that names the next, or NULL */
    const YamlNode *palette, *roles, *glyphs;
    const YamlNode *variants[VARIANT_COUNT]; /* what is under `variants:` */
    bool has_variants, has_first;
    bool is_scheme; /* a base16 scheme, which inherits theme_of_schemes */
    Variant first;  /* `variant:` */
    ContrastRule contrast;
} Source;

typedef struct Reader {
    Arena *arena;
    Source sources[MOST_INHERITED_THEMES]; /* the theme, what it inherits, what that inherits … */
    size_t count;
    const Source *source; /* that is being read */
    Variant variant;      /* that is being made */
    Theme *theme;
    Signs *signs; /* the theme's */
} Reader;

/* Report an error in reader->source, once, although most lines are read for both variants. */
void theme_fail(const Reader *reader, const YamlNode *node, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;

/* Too much of what has a limit; `found` 0: nobody knows how much. */
void theme_fail_over(const Reader *reader, const YamlNode *node, LimitId limit, size_t found);

/* `unknown KIND "x"` with the nearest of `names`, else with what `otherwise` says. */
void theme_fail_unknown(const Reader *reader, const YamlNode *node, const char *kind, const Text *names, size_t count,
                        const char *otherwise);

bool theme_expect(const Reader *reader, const YamlNode *node, YamlKind kind, const char *expected);

/* Is it a base16 or base24 scheme? Take its colours for the palette of reader->source, and its name (theme_base16.c). */
bool theme_is_scheme(const YamlNode *root);
void theme_read_scheme(Reader *reader, Source *source);

/* What every scheme inherits: which of its colours each role has. */
extern const Text theme_of_schemes;

/* The heads of a theme's file and of those that it inherits, into an empty reader with arena and theme. */
void theme_read_chain(Reader *reader, Text id, Text source, const ThemeSource *others, Report *report);

/* Do palette and roles at the top of a file hold for this variant? */
bool theme_source_covers(const Source *source, Variant variant);

/* Check the palettes of reader->source for reader->variant, then write its roles over the styles that are there. */
void theme_read_styles(Reader *reader);

/* Put the signs of reader->source, its `glyphs`, over those of the theme (theme_glyphs.c). */
void theme_read_glyphs(Reader *reader);

/* Lift the foregrounds of reader->variant that miss the rule's contrast. */
void theme_lift(const Reader *reader, ContrastRule rule);

#endif
