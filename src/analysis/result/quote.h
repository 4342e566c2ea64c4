/* A quotation, who says it, and what tells so. */
#ifndef QUOIN_ANALYSIS_RESULT_QUOTE_H
#define QUOIN_ANALYSIS_RESULT_QUOTE_H

#include "analysis/result/entity.h"

#define QUOTE_TYPES(QUOTE)                                                                                                     \
    QUOTE(DIRECT, "direct")     /* a whole sentence or more */                                                                 \
    QUOTE(MIXED, "mixed")       /* words of the speaker inside the reporter's sentence */                                      \
    QUOTE(FRAGMENT, "fragment") /* a word or few */                                                                            \
    QUOTE(TURN, "turn")         /* of a transcript or an interview, without quotation marks: what follows "BECK:" */           \
    QUOTE(INDIRECT,                                                                                                            \
          "indirect") /* what somebody said in the reporter's words, without quotation marks; listed when the file gives it */ \
    QUOTE(SCARE, "scare")       /* nobody's speech, as all that follow: scare quotes; kept, not listed */                      \
    QUOTE(TITLE, "title")       /* of a book, a film, a song */                                                                \
    QUOTE(NICKNAME, "nickname") /* William “Spud” Pruett */                                                                \
    QUOTE(TERM, "term")         /* a word as a word, or what is written on a thing */

typedef enum QuoteType {
#define QUOTE(ID, name) QUOTE_##ID,
    QUOTE_TYPES(QUOTE) QUOTE_TYPE_COUNT
#undef QUOTE
} QuoteType;

typedef struct Speaker {
    size_t entity; /* index into analysis->entities, or NO_ENTITY: then `name` is a phrase of the text ("negotiators") */
    Text name;     /* the fullest name in the text, or the phrase */
} Speaker;

/* Who says it, and what tells so. */
typedef struct QuoteSource {
    const Speaker *speakers; /* none: unknown; several: a joint speaker */
    size_t speaker_count;
    ShortRange mention;     /* the words taken for the speaker ("he"); empty when there are none */
    ShortRange cue;         /* the verb of saying; empty when there is none */
    const char *rule;       /* the rule that decided: a row of the rule table; "given" for the file's own */
    const Text *given_text; /* the words as the file gives them; NULL for all others */
} QuoteSource;

typedef struct Quote {
    ShortRange range;          /* quotation marks included */
    const QuoteSource *source; /* never NULL; many quotations that nobody says share one */
    unsigned char type;        /* a QuoteType */
    unsigned char open, close; /* bytes of the quotation marks at both ends; 0: there is none */
    unsigned char confidence;  /* 0 to 100 */
    unsigned char match;       /* a QuoteMatch: of what the file gives with the text; MATCH_EXACT for all others */
    bool given : 1;            /* by the file */
    bool inferred : 1;         /* decided without a cue of its own */
    bool checked : 1;          /* somebody has looked at it, and says that it is so */
    bool inner : 1;            /* it stands in one before it: somebody else's words in a turn */
    bool left_out : 1;         /* of what is written, by what is asked for; it keeps its number */
} Quote;

/* What stands between its quotation marks. */
static inline Range quote_inner(const Quote *quote)
{
    return (Range){quote->range.start + quote->open, quote->range.end - quote->close};
}

/* Is it somebody's words, and no scare quote, title, nickname or term? */
bool quote_is_speech(const Quote *quote);

/* Is it speech of which nothing tells whose it is? */
bool quote_is_by_nobody_known(const Quote *quote);

/* Is it in the list of quotations: speech, but indirect speech only when the file gives it? */
bool quote_is_listed(const Quote *quote);

/* Does it name a speaker who is right in fewer than 80 of 100 such choices, and whom nobody has checked? Shown with a mark. */
bool quote_speaker_is_doubtful(const Quote *quote);

/* Is it one to look at: speech, and its speaker doubtful, or not known? */
bool quote_is_doubtful(const Quote *quote);

/* Are two quotations by the same known speaker (any of them, when joint)? */
bool quote_same_speaker(const Quote *a, const Quote *b);

/* "Wendy Sherman and Sergey Ryabkov", "unknown" for none; what is no speech says what it is: "title". */
Text quote_speaker_names(const Quote *quote, Arena *arena);

Text quote_type_name(QuoteType type);

#endif
