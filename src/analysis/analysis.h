/*
 * What the text says: tokens, sentences, people, quotations and who said them, entities. Rules, word lists and a linear model
 * of names, no parser. Everything is a range over article->text and lives in the analysis' arena.
 *
 * The work is done in slices, so that it never holds up a reader:
 *
 *     Analysis *analysis = analysis_new(&arena, article, (Range){0, SIZE_MAX});
 *     while (analysis_step(analysis, 64 * 1024))
 *         ;                                          // or handle a key in between
 */
#ifndef QUOIN_ANALYSIS_ANALYSIS_H
#define QUOIN_ANALYSIS_ANALYSIS_H

#include "article/article.h"

/* ---- People and other entities: one registry ---- */

#define ENTITY_TYPES(ENTITY)                        \
    ENTITY(PERSON, "person", "People")              \
    ENTITY(ORGANIZATION, "organization", "Organisations") \
    ENTITY(PLACE, "place", "Places")                \
    ENTITY(MISC, "misc", "Other")

typedef enum EntityType {
#define ENTITY(ID, name, plural) ENTITY_##ID,
    ENTITY_TYPES(ENTITY)
#undef ENTITY
    ENTITY_TYPE_COUNT
} EntityType;

typedef enum Gender { GENDER_UNKNOWN, GENDER_FEMALE, GENDER_MALE, GENDER_EITHER } Gender;

typedef struct Mention {
    ShortRange range;   /* the name itself: without title, role or possessive */
    uint32_t entity;    /* index into analysis->entities */
    unsigned char confidence; /* that it is a name of this kind: 0 to 100 */
    bool doubtful;      /* a short form that fits others as well */
} Mention;

/* Is it hardly a name of its kind, or may it be somebody else's: shown as such. */
bool mention_is_doubtful(const Mention *mention);

/* Another name of an entity, and why it is one: a row of merge_rules.def. */
typedef struct Alias {
    Text name;
    const char *merged_by;
    bool doubtful; /* by the mention that it was met in first */
} Alias;

typedef struct Entity {
    Text name;              /* the fullest form in the text, or as given */
    Text role;              /* "U.S. Deputy Secretary of State"; empty when the text gives none */
    ARRAY(Alias) aliases;   /* the other forms in the text, each once, in order of appearance */
    uint32_t mention_count;
    uint32_t first_mention;   /* index into analysis->mentions */
    uint32_t quote_count;     /* quotations attributed to it */
    unsigned char type;       /* an EntityType */
    unsigned char gender;     /* a Gender, of a person, as far as the text tells */
    unsigned char confidence; /* that of the surest mention */
    bool doubtful;          /* its name is the short form of several others */
    Text related;           /* of a nationality: the place, by its name in the text if it is there; empty for all else */
    const GivenEntity *given; /* of the file's own `entities:`; NULL: found */
} Entity;

/* ---- Quotations ---- */

#define QUOTE_TYPES(QUOTE)      \
    QUOTE(DIRECT, "direct")     /* a whole sentence or more */ \
    QUOTE(MIXED, "mixed")       /* words of the speaker inside the reporter's sentence */ \
    QUOTE(FRAGMENT, "fragment") /* a word or few */ \
    QUOTE(TURN, "turn")         /* of a transcript or an interview, without quotation marks: what follows "BECK:" */ \
    QUOTE(INDIRECT, "indirect") /* what somebody said in the reporter's words, without quotation marks; listed when the file gives it */ \
    QUOTE(SCARE, "scare")       /* nobody's speech, as all that follow: scare quotes; kept, not listed */ \
    QUOTE(TITLE, "title")       /* of a book, a film, a song */ \
    QUOTE(NICKNAME, "nickname") /* William “Spud” Pruett */ \
    QUOTE(TERM, "term")         /* a word as a word, or what is written on a thing */

typedef enum QuoteType {
#define QUOTE(ID, name) QUOTE_##ID,
    QUOTE_TYPES(QUOTE)
#undef QUOTE
    QUOTE_TYPE_COUNT
} QuoteType;

typedef struct Speaker {
    size_t entity;   /* index into analysis->entities, or NO_ENTITY: then `name` is a phrase of the text ("negotiators") */
    Text name;       /* the fullest name in the text, or the phrase */
} Speaker;

#define NO_ENTITY SIZE_MAX

/* Who says it, and what tells so. */
typedef struct QuoteSource {
    const Speaker *speakers;   /* none: unknown; several: a joint speaker */
    size_t speaker_count;
    ShortRange mention;        /* the words taken for the speaker ("he"); empty when there are none */
    ShortRange cue;            /* the verb of saying; empty when there is none */
    const char *rule;          /* the rule that decided: a row of the rule table; "given" for the file's own */
    const Text *given_text;    /* the words as the file gives them; NULL for all others */
} QuoteSource;

typedef struct Quote {
    ShortRange range;          /* quotation marks included */
    const QuoteSource *source; /* never NULL; many quotations that nobody says share one */
    unsigned char type;        /* a QuoteType */
    unsigned char open, close; /* bytes of the quotation marks at both ends; 0: there is none */
    unsigned char confidence;  /* 0 to 100 */
    unsigned char match;       /* a QuoteMatch: of what the file gives with the text; MATCH_EXACT for all others */
    bool given;                /* by the file */
    bool inferred;             /* decided without a cue of its own: shown with a mark */
} Quote;

/* What stands between its quotation marks. */
static inline Range quote_inner(const Quote *quote)
{
    return (Range){quote->range.start + quote->open, quote->range.end - quote->close};
}

/* ---- The result ---- */

typedef struct Analysis Analysis;
typedef struct AnalysisWork AnalysisWork;
struct TagModel;
struct Analysis {
    Arena *arena;
    const Article *article;
    Range window;                /* what part of the text was asked for, cut to whole blocks where these are not huge */
    ARRAY(Quote) quotes;         /* by start; scare quotes among them */
    ARRAY(Entity) entities;      /* by type, then by count, then by first mention */
    ARRAY(Mention) mentions;     /* by start */
    bool done;
    const struct TagModel *model; /* that finds names; NULL: rules do */
    AnalysisWork *work;   /* private to src/analysis */
};

/* Begin. The article must be indexed as far as the window reaches, and stay as it is while the analysis lives. */
Analysis *analysis_new(Arena *arena, const Article *article, Range window);

/* Let a model find names instead of rules. Before the first step; the model must outlive the analysis. */
void analysis_use_model(Analysis *analysis, const struct TagModel *model);

/* Let somebody else have found the names, in the place of a model: `names` by start, kept alive as a model is. */
typedef struct FoundName {
    Range range;
    EntityType type;
} FoundName;

void analysis_use_names(Analysis *analysis, const FoundName *names, size_t count);

/* Do about `bytes` of text worth of work. True: there is more to do. The result arrays are filled when it first returns false. */
bool analysis_step(Analysis *analysis, size_t bytes);

void analysis_run(Analysis *analysis); /* to the end */

/*
 * What the analysis is made of, so that the worth of each part can be measured: the rules that tell who said what, those by which names are
 * one entity, and the groups of what the model sees. Each part has a name, 0 to analysis_part_count() - 1, and a rule an example.
 */
typedef enum AnalysisParts { SPEAKER_RULES, MERGE_RULES, NAME_FEATURES, ANALYSIS_PARTS_COUNT } AnalysisParts;

size_t analysis_part_count(AnalysisParts parts);
const char *analysis_part_name(AnalysisParts parts, size_t part);
const char *analysis_part_example(AnalysisParts parts, size_t part); /* NULL: it has none */
unsigned analysis_rule_confidence(size_t rule); /* of a speaker rule: 0 to 100; 0 for what decides nothing by itself */

/* Do without it. Before the first step. */
void analysis_leave_out(Analysis *analysis, AnalysisParts parts, size_t part);

/* Index of the first quote / mention that ends after `offset`; the count when there is none. */
size_t analysis_quote_from(const Analysis *analysis, size_t offset);
size_t analysis_mention_from(const Analysis *analysis, size_t offset);

/* Are they somebody's words, no scare quote, title, nickname or term; and of those what is listed: not what is indirect. */
bool quote_is_speech(const Quote *quote);
bool quote_is_listed(const Quote *quote);

/* Are two quotations by the same known speaker (any of them, when joint)? */
bool quote_same_speaker(const Quote *a, const Quote *b);

/* "Wendy Sherman and Sergey Ryabkov", "unknown" for none; what is no speech says what it is: "title". */
Text quote_speaker_names(const Quote *quote, Arena *arena);

Text entity_type_name(EntityType type);
Text entity_kind(const Entity *entity); /* the same, or the type that the article gives it: "event" */
Text entity_type_plural(EntityType type);
Text quote_type_name(QuoteType type);

#endif
