/* Where a clause of indirect speech begins and ends, told by its words. */
#ifndef QUOIN_ANALYSIS_SPEECH_CLAUSES_H
#define QUOIN_ANALYSIS_SPEECH_CLAUSES_H

#include "analysis/attribution/sentence.h"

/* How surely what follows a verb is what was said. */
typedef enum VerbObject {
    OBJECT_NEVER,  /* "Farrow agreed that": no telling */
    OBJECT_MAYBE,  /* "Farrow promised the bridge": a clause with "that" only */
    OBJECT_THAT,   /* "a study found that": the same, of verbs that mostly tell nothing */
    OBJECT_EITHER, /* "Farrow announced the sale": a clause when its verb is plain to see */
    OBJECT_CLAUSE  /* "Farrow said the bridge": what has a verb at all is one */
} VerbObject;

/* Is there a word for who is told behind a verb? */
typedef enum Listener {
    LISTENER_NOBODY, /* "said the bridge" */
    LISTENER_THAT,   /* "warned [residents] that the bridge", but "warned the bridge" */
    LISTENER_ALWAYS  /* "told [residents] the bridge" */
} Listener;

enum { VERB_FORMS = 4 };

typedef struct TellingVerb {
    Text forms[VERB_FORMS]; /* "tell" "tells" "told" "telling" */
    VerbObject object;
    Listener listener;
} TellingVerb;

/* What is known of a verb; never NULL. */
const TellingVerb *telling_verb(const Attribution *attribution, uint32_t verb);

/* Does a clause begin at an item, with a subject and a verb of its own? */
bool clause_begins(const Attribution *attribution, const Sentence *sentence, size_t first, VerbObject object);

/* Is a verb among the items [first, end)? */
bool clause_has_verb(const Attribution *attribution, const Sentence *sentence, size_t first, size_t end);

/* The item behind a time: "[on Monday] the bridge", "[last week]"; `at` when there is none. */
size_t clause_after_time(const Attribution *attribution, const Sentence *sentence, size_t at);

/* Behind the last item of what begins at `first`: what is the reporter's own again ("…, but nobody asked") is left out, and what leads to a
 * quotation; `first` when nothing is left. */
size_t clause_end(const Attribution *attribution, const Sentence *sentence, size_t first, size_t end);

#endif
