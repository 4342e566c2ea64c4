/* "President Obama" -> "Barack Obama": the table of office_holders.def, searched from the front, since it is short. */
#include "analysis/people/office_holders.h"

typedef struct Holder {
    Text title, last_name, name;
} Holder;

static const Holder holders[] = {
#define HOLDER(title, last_name, name) {LITERAL(title), LITERAL(last_name), LITERAL(name)},
#include "analysis/people/office_holders.def"
#undef HOLDER
};

static bool is_title(Text title, Text before, Text last)
{
    size_t blank = text_find_byte(title, ' ', 0);

    if (blank == TEXT_NOT_FOUND)
        return text_equal_ignoring_case(title, last);
    return text_equal_ignoring_case(text_slice(title, (Range){0, blank}), before) &&
           text_equal_ignoring_case(text_slice(title, (Range){blank + 1, title.size}), last);
}

Text office_holder_name(Text before, Text title, Text last_name)
{
    for (size_t i = 0; i < COUNT_OF(holders); i++) {
        if (text_equal_ignoring_case(holders[i].last_name, last_name) && is_title(holders[i].title, before, title))
            return holders[i].name;
    }
    return (Text){0};
}
