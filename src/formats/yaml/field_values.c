/* After ISO 8601, RFC 3986 and BCP 47, as far as one sees it by looking. */
#include "formats/yaml/field_values.h"

#include <string.h>

#include "base/iso_date.h"
#include "formats/text/words/head_date.h"

static bool is_between(Text text, Range digits, size_t least, size_t most)
{
    size_t number;

    return digits.end > text.size || (text_to_number(text_slice(text, digits), most, &number) && number >= least);
}

/* The day, hour and minute of a date of the right shape; what it does not have is right. */
static bool is_in_calendar(Text date)
{
    return iso_date_or_none(date).size && is_between(date, ISO_HOUR, 0, 24) && is_between(date, ISO_MINUTE, 0, 59);
}

static bool is_date(Text text)
{
    static const char shape[] = "dddd-dd-ddTdd:dd";
    size_t size = text.size < sizeof shape - 1 ? text.size : sizeof shape - 1;

    for (size_t i = 0; i < size; i++) {
        char byte = text.bytes[i];
        bool fits = shape[i] == 'd'   ? ascii_is_digit(byte)
                    : shape[i] == 'T' ? byte == 'T' || byte == ' '
                                      : byte == shape[i];

        if (!fits)
            return false;
    }
    return (size == ISO_YEAR.end || size == ISO_MONTH.end || size == ISO_DAY.end || size == ISO_MINUTE.end) &&
           is_in_calendar(text_slice(text, (Range){0, size}));
}

static bool is_url(Text text)
{
    size_t colon = text_find_byte(text, ':', 0);

    if (text.size && (text.bytes[0] == '/' || text.bytes[0] == '.'))
        return true;
    if (colon == TEXT_NOT_FOUND || colon == 0 || !ascii_is_alpha(text.bytes[0]))
        return false;
    for (size_t i = 0; i < colon; i++) {
        if (!ascii_is_alpha(text.bytes[i]) && !ascii_is_digit(text.bytes[i]) && !strchr("+.-", text.bytes[i]))
            return false;
    }
    return true;
}

static bool is_language(Text text)
{
    size_t part = 0;

    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] == '-' || text.bytes[i] == '_') {
            if (part < 1 || (i == part && part < 2))
                return false;
            part = 0;
        } else if ((!ascii_is_alpha(text.bytes[i]) && !ascii_is_digit(text.bytes[i])) || ++part > 8) {
            return false;
        }
    }
    return text.size >= 2 && part >= 1;
}

const char *field_value_expected(ArticleField field, Text value)
{
    switch (field) {
    case FIELD_DATE:
    case FIELD_UPDATED:
    case FIELD_ACCESSED:
        return is_date(value) ? NULL : "a date (2026-11-24 or 2026-11-24T09:30)";
    case FIELD_URL:
        return is_url(value) ? NULL : "an address (https://…)";
    case FIELD_LANGUAGE:
        return is_language(value) ? NULL : "a language tag (en, en-GB)";
    default:
        return NULL;
    }
}

Text field_value_of(Arena *arena, ArticleField field, Text value)
{
    bool is_of_date = field == FIELD_DATE || field == FIELD_UPDATED || field == FIELD_ACCESSED;
    Text date = is_of_date && !is_date(value) ? head_date(arena, value) : (Text){0};

    return date.size ? date : value;
}
