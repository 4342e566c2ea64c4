/*
 * What the words around a name say of its kind: the example of each rule is told by it, and by no other. Which form of a name is shown. And the
 * nouns that tell kinds are sorted.
 */
#include <string.h>

#include "analysis/entities/best_form.h"
#include "analysis/names/kind_rules.h"
#include "analysis/words/tokenizer.h"
#include "eval/gold.h"
#include "formats/text/plain_text.h"
#include "tap.h"

/* ---- rules ---- */

typedef struct Example {
    NameScan scan;
    TokenRange name;
    EntityType taken, right; /* what the name may be taken for, and what it is */
} Example;

static TokenRange tokens_at(const NameScan *scan, Range range)
{
    uint32_t first = 0, end;

    while (first < scan->token_count && token_start(scan->tokens, first) < range.start)
        first++;
    for (end = first; end < scan->token_count && token_start(scan->tokens, end) < range.end;)
        end++;
    return (TokenRange){first, end};
}

static bool read_example(Arena *arena, TokenList *tokens, const char *marked, Example *example)
{
    GoldDocument document;
    const Article *article;
    const char *why;

    if (!gold_read_marked_names(arena, text_from(marked), TEXT("example"), &document, &why) || !document.names.count ||
        !gold_entity_type(document.names.items[0].identity, &example->right))
        return false;
    article = article_from_text(arena, document.text);
    tokens_init(tokens, arena, article, article->text.size);
    for (size_t i = 0; i < article->blocks.count; i++)
        tokens_add(tokens, i, article->blocks.items[i].range);
    tokens_end(tokens);
    example->scan =
        (NameScan){.arena = arena, .article = article, .tokens = tokens, .token_count = tokens->tokens.count};
    example->name = tokens_at(&example->scan, document.names.items[0].range);
    example->taken = document.names.items[0].type;
    return true;
}

static void check_rule(KindRule rule)
{
    const KindRuleInfo *info = kind_rule_info(rule);
    int alone[ENTITY_TYPE_COUNT] = {0}, without[ENTITY_TYPE_COUNT] = {0};
    Arena arena = {0};
    TokenList tokens;
    Example example;

    if (!read_example(&arena, &tokens, info->example, &example)) {
        ok(false, "%s: its example can be read", info->name);
        return;
    }
    kind_rules_weigh(&example.scan, example.name, ~((uint32_t)1 << rule), alone);
    kind_rules_weigh(&example.scan, example.name, (uint32_t)1 << rule, without);
    ok(alone[example.right] > 0 || alone[example.taken] < 0, "%s: %s", info->name, info->example);
    ok(without[example.right] == 0 && without[example.taken] == 0, "%s: not when it is left out", info->name);
    arena_release(&arena);
}

/* ---- nouns ---- */

static void check_sorted(const char *list, const char *const *words, size_t count)
{
    size_t wrong = 0;

    for (size_t i = 1; i < count; i++)
        wrong += strcmp(words[i - 1], words[i]) >= 0;
    ok(count > 0 && wrong == 0, "%zu %s are sorted", count, list);
}

static void check_nouns(void)
{
    static const char *const nouns[] = {
#define KIND_NOUN(noun, type) noun,
#include "analysis/names/kind_nouns.def"
#undef KIND_NOUN
    };

    check_sorted("nouns", nouns, COUNT_OF(nouns));
}

static void check_finer(void)
{
    static const char *const nouns[] = {
#define FINER_NOUN(noun, ID) noun,
#include "analysis/entities/finer_kinds.def"
    };
    static const char *const things[] = {
#define FINER_THING(noun, ID) noun,
#include "analysis/entities/finer_kinds.def"
    };
    static const char *const heads[] = {
#define FINER_HEAD(noun, ID) noun,
#include "analysis/entities/finer_kinds.def"
    };
    static const char *const firsts[] = {
#define FINER_FIRST(word, ID) word,
#include "analysis/entities/finer_kinds.def"
    };
    static const char *const wholes[] = {
#define FINER_WHOLE(name, ID) name,
#include "analysis/entities/finer_kinds.def"
    };

    check_sorted("finer nouns", nouns, COUNT_OF(nouns));
    check_sorted("finer things", things, COUNT_OF(things));
    check_sorted("finer heads", heads, COUNT_OF(heads));
    check_sorted("finer first words", firsts, COUNT_OF(firsts));
    check_sorted("finer whole names", wholes, COUNT_OF(wholes));
}

/* ---- forms ---- */

enum { FORMS_MOST = 4 };

static const struct {
    EntityType type;
    const char *best;
    Alias forms[FORMS_MOST]; /* with how often they stand in the text */
} form_rows[] = {
#define FORM(text, count)                               \
    {                                                   \
        .name = LITERAL(text), .mention_count = (count) \
    }
    {ENTITY_PERSON, "Ines Maria Farrow", {FORM("Ines Farrow", 5), FORM("Ines Maria Farrow", 1), FORM("Farrow", 9)}},
    {ENTITY_PERSON, "Julian Asher", {FORM("Julian Asher Timeline", 1), FORM("Julian Asher", 1), FORM("Asher", 2)}},
    {ENTITY_PERSON, "Boris Vale", {FORM("Tory Boris Vale", 3), FORM("Boris Vale", 1), FORM("Vale", 2)}},
    {ENTITY_PERSON, "Clara Ó Maol", {FORM("Clara Ó Maol", 1), FORM("Ó Maol", 6)}},
    {ENTITY_PERSON, "Martin Hale Jr.", {FORM("Hale", 4), FORM("Martin Hale Jr.", 1)}},
    {ENTITY_PERSON, "Orla Finch", {FORM("ORLA FINCH", 4), FORM("Orla Finch", 1)}},
    {ENTITY_PERSON, "Farrow", {FORM("Farrow", 4)}},
    {ENTITY_ORGANIZATION, "Ember Holdings Inc.", {FORM("Ember", 7), FORM("Ember Holdings Inc.", 1)}},
#undef FORM
};

static void check_forms(void)
{
    for (size_t i = 0; i < COUNT_OF(form_rows); i++) {
        Entity entity = {.type = (unsigned char)form_rows[i].type};
        EntityDetails details = {.given = NULL};
        Alias forms[FORMS_MOST];
        Text best;

        memcpy(forms, form_rows[i].forms, sizeof forms);
        entity.details = &details;
        details.aliases.items = forms;
        while (details.aliases.count < FORMS_MOST && forms[details.aliases.count].name.size)
            details.aliases.count++;
        best = forms[best_form(&entity)].name;
        ok(text_equal(best, text_from(form_rows[i].best)), "shown is %s, not %.*s", form_rows[i].best, TEXT_ARGS(best));
    }
}

int main(void)
{
    for (KindRule rule = 0; rule < KIND_RULE_COUNT; rule++)
        check_rule(rule);
    check_nouns();
    check_finer();
    check_forms();
    return tap_done();
}
