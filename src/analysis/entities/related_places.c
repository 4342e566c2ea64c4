/* The place is called as the text calls it, if the text names it; else as everybody does (nationalities.def). */
#include "analysis/entities/related_places.h"

#include "analysis/entities/nationalities.h"
#include "analysis/names/names.h"
#include "analysis/words/lexicon.h"

/* The entity of a place that the text calls by this name, or by another that everybody knows; NO_ENTITY: it is not in the text. */
static size_t place_in_text(EntityWork *work, Text place, const uint32_t *entity_of, const uint32_t *name_of_group)
{
    NameTable *table = &work->scan.table;
    FoldedName folded = {.size = 0};
    const LexiconEntry *known;
    uint32_t name;
    size_t entity;

    folded_name_append(&folded, place);
    name = name_find(table, folded_name_text(&folded));
    known = lexicon_find(&folded);
    if (name == NO_NAME && known && known->group && name_of_group[known->group])
        name = name_of_group[known->group] - 1;
    entity = name == NO_NAME ? 0 : entity_of[work->number_of_name[name_root(table, name)]];
    return entity ? entity - 1 : NO_ENTITY;
}

void related_places_find(EntityWork *work, Analysis *analysis, const uint32_t *entity_of)
{
    const NameTable *table = &work->scan.table;
    uint32_t *name_of_group = ARENA_ARRAY(work->arena, uint32_t, lexicon_group_limit());

    for (uint32_t i = 0; i < table->names.count; i++) {
        if (table->names.items[i].type == ENTITY_PLACE)
            name_of_group[table->names.items[i].group] = i + 1;
    }
    for (size_t i = 0; i < analysis->entities.count; i++) {
        Entity *entity = &analysis->entities.items[i];
        FoldedName folded = {.size = 0};
        Text place;
        size_t found;

        if (entity->type != ENTITY_MISC)
            continue;
        folded_name_append(&folded, entity->name);
        place = nationality_place(folded_name_text(&folded));
        found = place.size ? place_in_text(work, place, entity_of, name_of_group) : NO_ENTITY;
        if (place.size)
            entity_write_details(analysis->arena, entity)->related =
                found == NO_ENTITY ? place : analysis->entities.items[found].name;
    }
}
