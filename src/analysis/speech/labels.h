/* What a turn begins with, and where what is said begins: "[00:12] BECK:", "Ms. Ada Quill (Dunmere North) (Lab):", "Mr. HOLLIS." */
#ifndef QUOIN_ANALYSIS_SPEECH_LABELS_H
#define QUOIN_ANALYSIS_SPEECH_LABELS_H

#include "analysis/attribution/attribution.h"

typedef enum LabelForm {
#define LABEL_FORM(ID, name, example) LABEL_##ID,
#include "analysis/attribution/registers.def"
    LABEL_FORM_COUNT
} LabelForm;

typedef struct Label {
    LabelForm form;
    bool timed;        /* a time stands before it, in brackets, or behind it */
    bool clock;        /* a time without brackets stands before it */
    bool in_brackets;  /* something is in brackets behind it, or, in a line of its own, behind a dash */
    bool in_angles;    /* "<gull_feeder> No.", as chats have it */
    bool spoken_to;    /* something stands behind a comma: a role, or what somebody who is spoken to is asked about */
    bool bare;         /* "Q Thank you", without a sign behind it */
    TokenRange name;   /* as it is written, without roles behind a comma */
    TokenRange inside; /* of its first brackets: "(Tom Reed)"; first == end: there are none */
    uint32_t words;    /* the first token of what is said; `limit`: it is in the next paragraph */
} Label;

/* The label that begins at a token, in a paragraph that ends before `limit`. False: there is none. */
bool label_at(const Attribution *attribution, uint32_t first, uint32_t limit, Label *label);

/* Does a time stand there, with a day or without: "[00:12:31]", "30/11/2026, 10:42"? */
bool label_time_at(const Attribution *attribution, uint32_t first, uint32_t limit);

/* Could it be a speaker by its look alone: capitals, a title, a word for who speaks, a letter, a handle? */
bool label_looks_like_speaker(const Attribution *attribution, const Label *label);

/* "Q", "Q.", "A" */
bool label_is_letter(const Attribution *attribution, const Label *label, char letter);

/* Are all letters of a word capitals, two or more? */
bool word_is_in_capitals(Text word);

#endif
