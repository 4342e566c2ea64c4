/*
 * Names are compared folded: without case, titles, articles and possessives. What the annotation calls one entity: names of one identity,
 * of one string, and a short form of one longer name only.
 */
#include "eval/name_score.h"

#include <string.h>

#include "analysis/words/lexicon.h"

/* ---- folding ---- */

static Text without_front(Text name)
{
    static const char *const words[] = {"the ", "mr ", "mr. ", "mrs ", "mrs. ", "ms ", "ms. ", "dr ", "dr. "};

    for (size_t i = 0; i < COUNT_OF(words); i++) {
        Text word = text_from(words[i]);

        if (name.size > word.size && text_equal_ignoring_case(text_slice(name, (Range){0, word.size}), word))
            return text_slice(name, (Range){word.size, name.size});
    }
    return name;
}

static Text folded(Arena *arena, Text name)
{
    FoldedName result = {.size = 0};

    folded_name_append(&result, without_front(name));
    return arena_copy(arena, folded_name_text(&result));
}

/* ---- the annotation's list ---- */

typedef struct GoldForm {
    EntityType type;
    Text name;   /* folded */
    size_t set;  /* of the entity: the index of a form of it */
    bool listed; /* a predicted name has been right by it; of the set's own form */
} GoldForm;

typedef struct Forms {
    ARRAY(GoldForm) items;
} Forms;

static size_t set_of(const Forms *forms, size_t form)
{
    while (forms->items.items[form].set != form)
        form = forms->items.items[form].set;
    return form;
}

static void join(Forms *forms, size_t a, size_t b)
{
    forms->items.items[set_of(forms, b)].set = set_of(forms, a);
}

static size_t enter_form(Arena *arena, Forms *forms, EntityType type, Text name)
{
    GoldForm form = {.type = type, .name = name, .set = forms->items.count};

    for (size_t i = 0; i < forms->items.count; i++) {
        if (forms->items.items[i].type == type && text_equal(forms->items.items[i].name, name))
            return i;
    }
    ARRAY_PUSH(arena, forms->items, form);
    return form.set;
}

/* Is `name` what a person is called for short, "farrow" or "ines" of "ines farrow", or the first words of another name? */
static bool is_short_form(EntityType type, Text name, Text full)
{
    bool begins = text_starts_with(full, name) && full.size > name.size && full.bytes[name.size] == ' ';
    bool ends = text_ends_with(full, name) && full.size > name.size && full.bytes[full.size - name.size - 1] == ' ';

    if (type != ENTITY_PERSON)
        return begins;
    return text_find_byte(name, ' ', 0) == TEXT_NOT_FOUND && (begins || ends);
}

static void join_short_forms(Forms *forms)
{
    for (size_t i = 0; i < forms->items.count; i++) {
        size_t full = SIZE_MAX;
        bool several = false;

        for (size_t j = 0; j < forms->items.count; j++) {
            const GoldForm *a = &forms->items.items[i], *b = &forms->items.items[j];

            if (i == j || a->type != b->type || set_of(forms, i) == set_of(forms, j) ||
                !is_short_form(a->type, a->name, b->name))
                continue;
            several = several || (full != SIZE_MAX && set_of(forms, full) != set_of(forms, j));
            full = j;
        }
        if (full != SIZE_MAX && !several)
            join(forms, full, i);
    }
}

static void collect_forms(Arena *arena, const GoldDocument *gold, Forms *forms)
{
    for (size_t i = 0; i < gold->names.count; i++) {
        const GoldName *name = &gold->names.items[i];
        size_t form;

        if (name->type == ENTITY_MISC)
            continue;
        form = enter_form(arena, forms, name->type, folded(arena, text_slice(gold->text, name->range)));
        if (name->identity.size)
            join(forms, enter_form(arena, forms, name->type, folded(arena, name->identity)), form);
    }
    join_short_forms(forms);
}

static void add_list(Arena *arena, NameScore *score, const GoldDocument *gold, const Analysis *analysis)
{
    Forms forms = {0};

    collect_forms(arena, gold, &forms);
    for (size_t i = 0; i < forms.items.count; i++)
        score->list.gold += forms.items.items[i].set == i;
    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];
        Text name = folded(arena, entity->name);

        if (entity->type == ENTITY_MISC)
            continue;
        score->list.predicted++;
        for (size_t k = 0; k < forms.items.count; k++) {
            GoldForm *set = &forms.items.items[set_of(&forms, k)];

            if (forms.items.items[k].type != entity->type || !text_equal(forms.items.items[k].name, name))
                continue;
            score->list.right += !set->listed; /* listed twice: one of them is wrong */
            set->listed = true;
        }
    }
}

/* ---- mentions ---- */

/* The annotated name with this very span, or NULL. */
static const GoldName *same_span(const GoldDocument *gold, Range range)
{
    for (size_t i = 0; i < gold->names.count; i++) {
        const GoldName *name = &gold->names.items[i];

        if (name->type != ENTITY_MISC && name->range.start == range.start && name->range.end == range.end)
            return name;
    }
    return NULL;
}

static const Mention *mention_at(const Analysis *analysis, Range range)
{
    size_t at = analysis_mention_from(analysis, range.start);
    const Mention *mention = at < analysis->mentions.count ? &analysis->mentions.items[at] : NULL;

    return mention && range_overlaps(range_widen(mention->range), range) &&
                   analysis->entities.items[mention->entity].type != ENTITY_MISC
               ? mention
               : NULL;
}

static void tell(const NameVisitor *visitor, NameFailure failure)
{
    if (visitor)
        visitor->failure(visitor->context, &failure);
}

static bool overlaps_gold(const GoldDocument *gold, Range range)
{
    for (size_t i = 0; i < gold->names.count; i++) {
        if (gold->names.items[i].type != ENTITY_MISC && range_overlaps(gold->names.items[i].range, range))
            return true;
    }
    return false;
}

static void add_predicted(NameScore *score, const GoldDocument *gold, const Analysis *analysis,
                          const NameVisitor *visitor)
{
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        const Mention *mention = &analysis->mentions.items[i];
        EntityType type = analysis->entities.items[mention->entity].type;
        const GoldName *name = same_span(gold, range_widen(mention->range));

        if (type == ENTITY_MISC)
            continue;
        score->types[type].predicted++;
        score->types[type].right += name && name->type == type;
        score->spans.predicted++;
        score->spans.right += name != NULL;
        if (visitor)
            visitor->found(visitor->context, mention, name && name->type == type);
        if (!overlaps_gold(gold, range_widen(mention->range)))
            tell(visitor, (NameFailure){NAME_SPURIOUS, gold, NULL, mention});
    }
}

static void add_gold(NameScore *score, const GoldDocument *gold, const Analysis *analysis, const NameVisitor *visitor)
{
    for (size_t i = 0; i < gold->names.count; i++) {
        const GoldName *name = &gold->names.items[i];
        const Mention *mention = mention_at(analysis, name->range);

        if (name->type == ENTITY_MISC)
            continue;
        score->types[name->type].gold++;
        score->spans.gold++;
        if (!mention)
            tell(visitor, (NameFailure){NAME_MISSED, gold, name, NULL});
        else if (!same_span(gold, range_widen(mention->range)))
            tell(visitor, (NameFailure){NAME_WRONG_SPAN, gold, name, mention});
        else if (analysis->entities.items[mention->entity].type != name->type)
            tell(visitor, (NameFailure){NAME_WRONG_TYPE, gold, name, mention});
    }
}

void name_score_add(NameScore *score, const GoldDocument *gold, const Analysis *analysis, const NameVisitor *visitor)
{
    Arena scratch = {0};

    score->documents++;
    add_predicted(score, gold, analysis, visitor);
    add_gold(score, gold, analysis, visitor);
    add_list(&scratch, score, gold, analysis);
    arena_release(&scratch);
}

/* ---- figures ---- */

double name_f1(NameCounts counts)
{
    size_t all = counts.predicted + counts.gold;

    return all ? 2.0 * (double)counts.right / (double)all : 0;
}

NameCounts name_score_typed(const NameScore *score)
{
    NameCounts sum = {0};

    for (EntityType type = 0; type < ENTITY_MISC; type++) {
        sum.right += score->types[type].right;
        sum.predicted += score->types[type].predicted;
        sum.gold += score->types[type].gold;
    }
    return sum;
}
