/*
 * The names found so far, as mentions in the order of the text; and what the two ways to find them (name_scan.h, tagged/name_tags.h) both do
 * with a name that they have found.
 */
#ifndef QUOIN_ANALYSIS_NAMES_NAME_MENTIONS_H
#define QUOIN_ANALYSIS_NAMES_NAME_MENTIONS_H

#include "analysis/names/names.h"
#include "analysis/people/persons.h"
#include "analysis/words/tokens.h"

typedef struct NameMention {
    ShortRange range;
    uint32_t name;            /* index into the table */
    unsigned char confidence; /* 0 to 100: that it is a name of its kind */
} NameMention;

/* What is known while names are looked for. */
typedef struct NameScan {
    Arena *arena;
    const Article *article;
    const TokenList *tokens;
    size_t token_count;
    const PersonMention *people; /* by start */
    size_t people_count;
    size_t next_person;        /* the first that ends after the token looked at */
    bool *lost;                /* for each person's mention: it is part of another name ("[Okafor] Foundation") */
    ShortRange *tagged;        /* … the person's name as the tagger has it; empty where it has none, */
    unsigned char *confidence; /* … and how sure it is; 0 where it says nothing */
    Arena *voting;             /* of what follows, until the kinds of all names are known: */
    bool *seen;                /* for each person's mention: the tagger names something there */
    int *votes;                /* for each person: mentions that the tagger takes for a person's, minus the others, */
    unsigned *person_weight;   /* … and what these say by their margins (VOTE_…) */
    NameTable table;
    ARRAY(NameMention) mentions; /* by start, none overlaps another */
} NameScan;

/* Weights of evidence; NAME_DECIDED is enough for a type (see merging/name_merge.c). */
enum { WEIGHT_HINT = 1, WEIGHT_CONTEXT = 2, WEIGHT_SHAPE = 3, WEIGHT_KNOWN = 4 };

/* A mention's vote for its kind, by the margin of the tagger. */
enum { VOTE_DOUBTED = 2, VOTE_MOST = 7 };

enum { ABBREVIATION_LONGEST = 8 }; /* bytes */

static inline Text scan_text(const NameScan *scan, size_t token)
{
    return tokens_text(scan->tokens, token);
}
bool scan_token_is(const NameScan *scan, size_t token, Text word);
bool scan_starts_with_capital(Text word);
bool scan_is_capitalised(const NameScan *scan, size_t token);

/* Two capitals or more and no small letter: "NATO", "U.S.", "M5S". */
bool scan_is_abbreviation(Text word);

/* Is there nothing but blanks between this token and the one before, in one block? */
bool scan_follows_directly(const NameScan *scan, size_t token);

/* Enter a mention; its name, or NO_NAME for what is too long. Mentions come by start. */
uint32_t scan_add_range(NameScan *scan, Range range);
uint32_t scan_add(NameScan *scan, size_t first, size_t end);
void scan_add_weight(NameScan *scan, uint32_t name, EntityType type, unsigned weight);

/* Is the token a bracket before one word: "(NATO)"? Then join the abbreviation with the name before it; the token after what was used. */
bool scan_is_bracketed(const NameScan *scan, size_t open, size_t limit);
size_t scan_take_bracket(NameScan *scan, size_t open, size_t block);

/*
 * Enter the handle ("@InesFarrow") that begins at the token; it is nobody's until names are joined, or that of the name before it, which it stands
 * behind in brackets. The token behind it; `token` where none begins, as in an address of mail.
 */
size_t scan_take_handle(NameScan *scan, size_t token);

/* Mark the people whose names are part of the name [first, end). */
void scan_lose_people(NameScan *scan, size_t first, size_t end);

#endif
