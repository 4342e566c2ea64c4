/*
 * What stands for a passage or an article elsewhere: “We remembered,” said Signe Aldous, captain (Hallam Courier, 9 March 2024, URL). Its form is a
 * template: literal text with fields in braces.
 */
#ifndef QUOIN_EXPORT_CITATION_H
#define QUOIN_EXPORT_CITATION_H

#include "analysis/result/result.h"

/* CITATION_FIELD(ID, name, meaning) */
#define CITATION_FIELDS(CITATION_FIELD)                                                \
    CITATION_FIELD(TEXT, "text", "the words that are cited, in quotation marks")       \
    CITATION_FIELD(SPEAKER, "speaker", "who said them")                                \
    CITATION_FIELD(ROLE, "role", "what the speaker is: captain")                       \
    CITATION_FIELD(AUTHORS, "authors", "who wrote the article")                        \
    CITATION_FIELD(TITLE, "title", "its headline")                                     \
    CITATION_FIELD(SOURCE, "source", "where it was published")                         \
    CITATION_FIELD(SECTION, "section", "in which part of that")                        \
    CITATION_FIELD(DATE, "date", "its date: 9 March 2024")                             \
    CITATION_FIELD(ISO_DATE, "iso-date", "the same as the article has it: 2024-03-09") \
    CITATION_FIELD(ACCESSED, "accessed", "the date on which it was got")               \
    CITATION_FIELD(URL, "url", "its address")                                          \
    CITATION_FIELD(ID, "id", "its identifier")

typedef enum CitationField {
#define CITATION_FIELD(FIELD, name, meaning) CITATION_##FIELD,
    CITATION_FIELDS(CITATION_FIELD) CITATION_FIELD_COUNT
#undef CITATION_FIELD
} CitationField;

Text citation_field_name(CitationField field);    /* "iso-date" */
Text citation_field_meaning(CitationField field); /* a phrase, for manuals */

/* The templates: of words of an article, and of an article as a whole. `cite:` and `cite-article:` of a configuration. */
typedef struct CitationForms {
    Text passage, article;
} CitationForms;

#define CITATION_DEFAULT_PASSAGE "{text} said {speaker}, {role} ({source}, {date}, {url})"
#define CITATION_DEFAULT_ARTICLE "{authors}, “{title}” ({source}, {date}, {url})"

CitationForms citation_default_forms(void);

/* What is wrong with a template, in the arena: a field that there is not, a brace alone. Empty: nothing. */
Text citation_problem(Arena *arena, Text form);

/* What is cited. */
typedef struct CitationSource {
    const Article *article;
    const Analysis *analysis; /* NULL: not there (yet); then nobody is known to speak */
    size_t quote;             /* index into analysis->quotes; NO_INDEX: the passage is no quotation */
    Range passage; /* of the article's text, where it is no quotation, or a part of one; empty: all of the quotation, or the article as a whole */
} CitationSource;

/*
 * The citation on one line, in the arena. A field that is not known takes with it what leads to it, and brackets or quotation marks in which
 * nothing is left are left out: there are no commas and no brackets for nothing. A field has its text as the article has it, but for what
 * nobody sees (base/unicode/harmless.h); the result has not passed the gate. Of a template that is wrong what is wrong stands as it is.
 */
Text citation_write(Arena *arena, const CitationForms *forms, const CitationSource *source);

/* The authors as one text: "A, B and C", else those whom the byline names; empty: none is known. In the arena or the article. */
Text citation_authors(Arena *arena, const Article *article);

/* "By Lise Arkwright · Hallam Courier · 9 March 2024": what of it is known. In the arena. */
Text citation_credits(Arena *arena, const Article *article);

#endif
