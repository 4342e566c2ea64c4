/* A binary search of a sorted list. */
#include "analysis/words/nationalities.h"

typedef struct Nationality {
    Text name, place;
} Nationality;

static const Nationality nationalities[] = {
#define NATIONALITY(name, place) {LITERAL(name), LITERAL(place)},
#include "analysis/words/nationalities.def"
#undef NATIONALITY
};

static Text find(Text name)
{
    size_t low = 0, high = COUNT_OF(nationalities);

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = text_compare(nationalities[middle].name, name);

        if (order == 0)
            return nationalities[middle].place;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return (Text){0};
}

Text nationality_place(Text name)
{
    Text place = find(name);

    if (!place.size && text_ends_with(name, TEXT("s")))
        place = find(text_slice(name, (Range){0, name.size - 1}));
    return place;
}
