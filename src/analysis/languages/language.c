/* The tables of the languages, each in a file of its own. */
#include "analysis/languages/language.h"

/* clang-format off */
static const Language languages[LANGUAGE_COUNT] = {
    [LANGUAGE_GERMAN] = {
#include "analysis/languages/tables/german.def"
    },
    [LANGUAGE_FRENCH] = {
#include "analysis/languages/tables/french.def"
    },
    [LANGUAGE_SPANISH] = {
#include "analysis/languages/tables/spanish.def"
    },
    [LANGUAGE_ITALIAN] = {
#include "analysis/languages/tables/italian.def"
    },
    [LANGUAGE_PORTUGUESE] = {
#include "analysis/languages/tables/portuguese.def"
    },
    [LANGUAGE_DUTCH] = {
#include "analysis/languages/tables/dutch.def"
    },
    [LANGUAGE_POLISH] = {
#include "analysis/languages/tables/polish.def"
    },
    [LANGUAGE_RUSSIAN] = {
#include "analysis/languages/tables/russian.def"
    },
    [LANGUAGE_JAPANESE] = {
#include "analysis/languages/tables/japanese.def"
    },
    [LANGUAGE_CHINESE] = {
#include "analysis/languages/tables/chinese.def"
    },
};
/* clang-format on */

const Language *language_info(LanguageId id)
{
    return &languages[id];
}

Text language_class(const Language *language, WordClass number)
{
    const Text words[] = {
#define CLASS(ID, member) language->member,
        LANGUAGE_CLASSES(CLASS)
#undef CLASS
    };

    return words[number];
}
