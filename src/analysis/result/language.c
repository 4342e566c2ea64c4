/* A tag is that of its language up to the first hyphen, in small letters or capitals. */
#include "analysis/result/language.h"

#define LANGUAGE(ID, tag, name) LITERAL(tag),
static const Text tags[] = {LANGUAGES(LANGUAGE)};
#undef LANGUAGE

#define LANGUAGE(ID, tag, name) LITERAL(name),
static const Text names[] = {LANGUAGES(LANGUAGE)};
#undef LANGUAGE

Text language_tag(LanguageId language)
{
    return tags[language];
}

Text language_name(LanguageId language)
{
    return names[language];
}

LanguageId language_of_tag(Text tag)
{
    size_t end = 0;

    while (end < tag.size && tag.bytes[end] != '-' && tag.bytes[end] != '_')
        end++;
    tag = text_slice(tag, (Range){0, end});
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        if (text_equal_ignoring_case(tag, tags[i]))
            return (LanguageId)i;
    }
    return LANGUAGE_COUNT;
}
