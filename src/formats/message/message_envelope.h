/* What the head of a message says to people, and the text or the page that it stands above. */
#ifndef QUOIN_FORMATS_MESSAGE_MESSAGE_ENVELOPE_H
#define QUOIN_FORMATS_MESSAGE_MESSAGE_ENVELOPE_H

#include "formats/message/message_parts.h"
#include "formats/text/forms/head.h"

/* On one line each; empty: nothing. Of a page that a browser saved only what is of the page. */
typedef struct Envelope {
    Text subject, from, date, to, copy, address;
} Envelope;

/* `part`: the one that is shown; NULL: it is not known. */
Envelope message_envelope(Arena *arena, Text head, const MessagePart *part);

/* The same as fields of an article, by the forms that plain text has. */
void message_envelope_fields(Arena *arena, const Envelope *envelope, HeadFields *fields);

/* What readers of texts or of pages take: the part in UTF-8, below what the envelope says. Of what was
 * replaced the report tells; NULL: nobody is told. */
Text message_unwrap(Arena *arena, const Envelope *envelope, const MessagePart *part, Report *report);

#endif
