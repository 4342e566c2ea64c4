/* The languages that texts are read as. What is known of the others than English: analysis/languages. */
#ifndef QUOIN_ANALYSIS_RESULT_LANGUAGE_H
#define QUOIN_ANALYSIS_RESULT_LANGUAGE_H

#include "base/text.h"

/* LANGUAGE(ID, tag of BCP 47, name in English): English, and those that have a table there. */
#define LANGUAGES(LANGUAGE)                  \
    LANGUAGE(ENGLISH, "en", "English")       \
    LANGUAGE(GERMAN, "de", "German")         \
    LANGUAGE(FRENCH, "fr", "French")         \
    LANGUAGE(SPANISH, "es", "Spanish")       \
    LANGUAGE(ITALIAN, "it", "Italian")       \
    LANGUAGE(PORTUGUESE, "pt", "Portuguese") \
    LANGUAGE(DUTCH, "nl", "Dutch")           \
    LANGUAGE(POLISH, "pl", "Polish")         \
    LANGUAGE(RUSSIAN, "ru", "Russian")       \
    LANGUAGE(JAPANESE, "ja", "Japanese")     \
    LANGUAGE(CHINESE, "zh", "Chinese")

typedef enum LanguageId {
#define LANGUAGE(ID, tag, name) LANGUAGE_##ID,
    LANGUAGES(LANGUAGE) LANGUAGE_COUNT
#undef LANGUAGE
} LanguageId;

Text language_tag(LanguageId language);  /* "de" */
Text language_name(LanguageId language); /* "German" */

/* Of a tag with or without a country ("de-AT"); LANGUAGE_COUNT: of no language here. */
LanguageId language_of_tag(Text tag);

#endif
