/*
 * One byte, one step: the states are those of ECMA-48's grammar, as far as a program needs it that only reads.
 *
 *     ESC ] 1 1 ; r g b : … ESC \        the body is "11;rgb:…"
 *     ESC [ 1 ; 2 B                      … "1;2B"
 *     ESC [ 1 ; ESC [ A                  "ESC [ 1 ;" was typed, the ESC that breaks it off begins the next
 */
#include "term/reports/sequence.h"

enum { CAN = 0x18, SUB = 0x1A, ESC = 0x1B, BEL = 0x07, C1_LEAD = 0xC2, C1_STRING_END = 0x9C };

static void append(Sequence *sequence, char byte)
{
    if (sequence->size < SEQUENCE_BYTES)
        sequence->bytes[sequence->size++] = byte;
}

static void begin(Sequence *sequence, SequenceState state, char byte)
{
    *sequence = (Sequence){.state = state};
    append(sequence, byte);
}

static SequenceStep end(Sequence *sequence, SequenceStep step)
{
    sequence->state = SEQUENCE_OUTSIDE;
    return step;
}

static SequenceStep open_body(Sequence *sequence, char kind)
{
    sequence->kind = kind;
    sequence->begun = sequence->size;
    sequence->state = kind == '[' ? SEQUENCE_CONTROL : SEQUENCE_STRING;
    return SEQUENCE_MORE;
}

static SequenceStep add_to_body(Sequence *sequence, char byte)
{
    sequence->cut = sequence->cut || sequence->size == SEQUENCE_BYTES;
    if (!sequence->cut)
        sequence->body++;
    append(sequence, byte);
    return SEQUENCE_MORE;
}

static bool begins_body(char byte)
{
    return byte == '[' || byte == ']' || byte == 'P' || byte == '^' || byte == '_';
}

static bool cancels(char byte)
{
    return byte == CAN || byte == SUB;
}

static SequenceStep outside(Sequence *sequence, char byte)
{
    if (byte != ESC && (unsigned char)byte != C1_LEAD)
        return SEQUENCE_NONE;
    begin(sequence, byte == ESC ? SEQUENCE_ESCAPE : SEQUENCE_LEAD, byte);
    return SEQUENCE_MORE;
}

/* A C1 control is ESC and the character 0x40 below it (ECMA-48, 5.3). */
static SequenceStep after_lead(Sequence *sequence, char byte)
{
    char kind = (char)((unsigned char)byte - 0x40);

    if ((unsigned char)byte < 0x80 || (unsigned char)byte > 0x9F || !begins_body(kind))
        return end(sequence, SEQUENCE_BROKEN);
    append(sequence, byte);
    return open_body(sequence, kind);
}

static SequenceStep after_escape(Sequence *sequence, char byte)
{
    if (byte == ESC)
        return end(sequence, SEQUENCE_BROKEN);
    append(sequence, byte);
    return begins_body(byte) ? open_body(sequence, byte) : end(sequence, SEQUENCE_META);
}

static SequenceStep in_control(Sequence *sequence, char byte)
{
    if (byte == ESC)
        return end(sequence, SEQUENCE_BROKEN);
    if (cancels(byte))
        return end(sequence, SEQUENCE_CANCELLED);
    (void)add_to_body(sequence, byte);
    return byte >= 0x40 && byte <= 0x7E ? end(sequence, SEQUENCE_WHOLE) : SEQUENCE_MORE;
}

static SequenceStep in_string(Sequence *sequence, char byte)
{
    if (cancels(byte))
        return end(sequence, SEQUENCE_CANCELLED);
    if (byte == ESC || byte == BEL)
        append(sequence, byte);
    if (byte == BEL)
        return end(sequence, SEQUENCE_WHOLE);
    sequence->state = byte == ESC                      ? SEQUENCE_STRING_ESCAPE
                      : (unsigned char)byte == C1_LEAD ? SEQUENCE_STRING_LEAD
                                                       : SEQUENCE_STRING;
    return byte == ESC ? SEQUENCE_MORE : add_to_body(sequence, byte);
}

static SequenceStep in_string_after_lead(Sequence *sequence, char byte)
{
    if ((unsigned char)byte != C1_STRING_END)
        return in_string(sequence, byte);
    sequence->body -= !sequence->cut;
    append(sequence, byte);
    return end(sequence, SEQUENCE_WHOLE);
}

/* A backslash ends it; anything else breaks it off, and that ESC begins what follows. A string is nobody's key: nothing of it was typed. */
static SequenceStep in_string_after_escape(Sequence *sequence, char byte)
{
    if (byte == '\\') {
        append(sequence, byte);
        return end(sequence, SEQUENCE_WHOLE);
    }
    begin(sequence, SEQUENCE_ESCAPE, ESC);
    return after_escape(sequence, byte);
}

SequenceStep sequence_feed(Sequence *sequence, char byte)
{
    static SequenceStep (*const steps[])(Sequence *, char) = {
        [SEQUENCE_OUTSIDE] = outside,
        [SEQUENCE_LEAD] = after_lead,
        [SEQUENCE_ESCAPE] = after_escape,
        [SEQUENCE_CONTROL] = in_control,
        [SEQUENCE_STRING] = in_string,
        [SEQUENCE_STRING_LEAD] = in_string_after_lead,
        [SEQUENCE_STRING_ESCAPE] = in_string_after_escape,
    };

    return steps[sequence->state](sequence, byte);
}

Text sequence_body(const Sequence *sequence)
{
    return sequence->cut ? (Text){0} : (Text){sequence->bytes + sequence->begun, sequence->body};
}

Text sequence_bytes(const Sequence *sequence)
{
    return (Text){sequence->bytes, sequence->size};
}
