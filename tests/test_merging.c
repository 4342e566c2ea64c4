/*
 * Which names are one: small texts with their names marked by who they are (tests/vectors/merging; the form: eval/gold.h), the names given, so that
 * only the merging is tested. And each merge rule: its example is joined by it, and by nothing else.
 */
#include <string.h>

#include "formats/text/plain_text.h"
#include "own_texts.h"

enum { CASES_LEAST = 60 };

#define NONE_LEFT_OUT SIZE_MAX

static Analysis *analyse(Arena *arena, const GoldDocument *document, size_t left_out)
{
    Analysis *analysis = analysis_new(arena, article_from_text(arena, document->text), (Range){0, SIZE_MAX});
    FoundName *names = ARENA_ARRAY(arena, FoundName, document->names.count + 1);

    for (size_t i = 0; i < document->names.count; i++)
        names[i] = (FoundName){document->names.items[i].range, document->names.items[i].type};
    if (left_out != NONE_LEFT_OUT)
        analysis_leave_out(analysis, MERGE_RULES, left_out);
    analysis_use_names(analysis, names, document->names.count);
    analysis_run(analysis);
    return analysis;
}

static const Mention *mention_of(const Analysis *analysis, const GoldName *name)
{
    size_t at = analysis_mention_from(analysis, name->range.start);

    return at < analysis->mentions.count && range_overlaps(range_widen(analysis->mentions.items[at].range), name->range)
               ? &analysis->mentions.items[at]
               : NULL;
}

static bool is_doubtful(const GoldName *name)
{
    return text_ends_with(name->identity, TEXT("?"));
}

static Text identity(const GoldName *name)
{
    return text_slice(name->identity, (Range){0, name->identity.size - is_doubtful(name)});
}

static void check_document(const GoldDocument *document)
{
    Arena arena = {0};
    const Analysis *analysis = analyse(&arena, document, NONE_LEFT_OUT);
    Text wrong = {0};

    for (size_t i = 0; i < document->names.count && !wrong.size; i++) {
        const GoldName *name = &document->names.items[i];
        const Mention *mention = mention_of(analysis, name);
        Text form = text_slice(document->text, name->range);

        if (!mention) {
            wrong = arena_printf(&arena, "%.*s is no name", TEXT_ARGS(form));
            break;
        }
        if (mention->doubtful != is_doubtful(name))
            wrong = arena_printf(&arena, "%.*s is%s doubtful", TEXT_ARGS(form), mention->doubtful ? "" : " not");
        for (size_t j = 0; j < i && !wrong.size; j++) {
            const GoldName *other = &document->names.items[j];
            bool one = mention_of(analysis, other)->entity == mention->entity;

            if (one != text_equal(identity(name), identity(other)))
                wrong = arena_printf(&arena, "%.*s and %.*s are %s", TEXT_ARGS(text_slice(document->text, other->range)),
                                     TEXT_ARGS(form), one ? "one" : "two");
        }
    }
    ok(!wrong.size, "%.*s%s%.*s", TEXT_ARGS(document->id), wrong.size ? ": " : "", TEXT_ARGS(wrong));
    arena_release(&arena);
}

/* ---- the rules ---- */

static bool is_merged_by(Arena *arena, size_t rule, bool left_out)
{
    GoldDocument example;
    bool merged = false;
    const char *why;
    Analysis *analysis;

    if (!gold_read_marked_names(arena, text_from(analysis_part_example(MERGE_RULES, rule)), TEXT("example"), &example,
                                &why))
        return left_out;
    analysis = analyse(arena, &example, left_out ? rule : NONE_LEFT_OUT);
    for (size_t i = 0; i < analysis->entities.count; i++) {
        for (size_t j = 0; j < entity_details(&analysis->entities.items[i])->aliases.count; j++)
            merged = merged || strcmp(entity_details(&analysis->entities.items[i])->aliases.items[j].merged_by,
                                      analysis_part_name(MERGE_RULES, rule)) == 0;
    }
    return merged;
}

enum { RULES_ALWAYS_ON = 2 };

static void check_rules(void)
{
    for (size_t rule = RULES_ALWAYS_ON; rule < analysis_part_count(MERGE_RULES); rule++) {
        Arena arena = {0};

        ok(is_merged_by(&arena, rule, false), "%s: %s", analysis_part_name(MERGE_RULES, rule),
           analysis_part_example(MERGE_RULES, rule));
        ok(!is_merged_by(&arena, rule, true), "%s: not when it is left out", analysis_part_name(MERGE_RULES, rule));
        arena_release(&arena);
    }
}

int main(void)
{
    Arena arena = {0};
    Documents documents = own_texts(&arena, "tests/vectors/merging", MARKED_NAMES, CASES_LEAST);

    for (size_t i = 0; i < documents.count; i++)
        check_document(&documents.items[i]);
    check_rules();
    arena_release(&arena);
    return tap_done();
}
