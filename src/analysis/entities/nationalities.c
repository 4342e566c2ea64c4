/* A binary search of a sorted list. */
#include "analysis/entities/nationalities.h"

#include "base/lower_bound.h"

typedef struct Nationality {
    Text name, place;
} Nationality;

static const Nationality nationalities[] = {
#define NATIONALITY(name, place) {LITERAL(name), LITERAL(place)},
#include "analysis/entities/nationalities.def"
#undef NATIONALITY
};

static Text find(Text name)
{
    size_t at;

    LOWER_BOUND(at, COUNT_OF(nationalities), text_compare(nationalities[at].name, name) < 0);
    return at < COUNT_OF(nationalities) && text_equal(nationalities[at].name, name) ? nationalities[at].place
                                                                                    : (Text){0};
}

Text nationality_place(Text name)
{
    Text place = find(name);

    if (!place.size && text_ends_with(name, TEXT("s")))
        place = find(text_slice(name, (Range){0, name.size - 1}));
    return place;
}
