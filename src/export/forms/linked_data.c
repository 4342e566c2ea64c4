/*
 * Quotations as linked data: for tools that annotate pages, and for fact checkers.
 *
 * A Web Annotation (https://www.w3.org/TR/annotation-model/) says who speaks in its body, and in its target where: the article's address, refined
 * by the words with what stands around them (TextQuoteSelector) and by their place in code points of the article's plain text
 * (TextPositionSelector), which is the "text" of the JSON export. Places of a page that has more on it than the article are others: there the words
 * count.
 *
 * A ClaimReview (https://schema.org/ClaimReview) has what was said, who said it, when, and where; the rating, its author and its address are the
 * checker's work and null.
 *
 * Identifiers are made from the address and the place, so that the same quotation has the same one (RFC 9562, version 8).
 */
#include "article/link_address.h"
#include "base/iso_date.h"
#include "base/json/json.h"
#include "export/authors/author_line.h"
#include "export/body_text.h"
#include "export/export_forms.h"
#include "export/quotation.h"
#include "formats/yaml/article_writer.h"

enum { AROUND_CHARACTERS = 32 };

typedef struct Writing {
    Sink *out;
    Arena scratch;
    const ExportSource *source;
    BodyText body;
} Writing;

static void put_member(Sink *out, const char *before, const char *key, Text value)
{
    SINK_TEXTS(out, text_from(before), TEXT("\""), text_from(key), TEXT("\": "));
    json_write_text(out, value);
}

/* The same; nothing where there is no value. */
static void put_known(Sink *out, const char *before, const char *key, Text value)
{
    if (value.size)
        put_member(out, before, key, value);
}

static Text field(const Writing *writing, ArticleField field)
{
    return article_field(writing->source->article, field);
}

/* ---- annotations ---- */

/* "urn:uuid:…" of a range of the article. */
static Text identifier(Writing *writing, Range range)
{
    Text words = text_slice(writing->source->article->text, range);
    uint32_t place = hash_pair((uint32_t)range.start, (uint32_t)range.end);
    uint32_t a = hash_pair(text_hash(field(writing, FIELD_URL)), text_hash(field(writing, FIELD_TITLE)));
    uint32_t b = hash_pair(text_hash(words), place), c = hash_pair(a, b), d = hash_pair(b, a);

    return arena_printf(&writing->scratch, "urn:uuid:%08x-%04x-8%03x-%04x-%04x%08x", (unsigned)a, (unsigned)(b >> 16),
                        (unsigned)(b & 0xFFF), (unsigned)(0x8000 | (c & 0x3FFF)), (unsigned)(c >> 16), (unsigned)d);
}

static void put_selectors(Writing *writing, Range range)
{
    Sink *out = writing->out;
    BodyPlace place;

    sink_string(out, "\"selector\": [{\"type\": \"TextQuoteSelector\"");
    if (!body_text_place(&writing->body, range, &place)) {
        put_member(out, ", ", "exact", text_slice(writing->source->article->text, range));
        sink_string(out, "}]");
        return;
    }
    put_member(out, ", ", "exact", text_slice(writing->body.text, place.bytes));
    put_member(out, ", ", "prefix", body_text_before(&writing->body, place.bytes.start, AROUND_CHARACTERS));
    put_member(out, ", ", "suffix", body_text_after(&writing->body, place.bytes.end, AROUND_CHARACTERS));
    sink_string(out, "}, {\"type\": \"TextPositionSelector\", \"start\": ");
    sink_number(out, place.characters.start, 0);
    sink_string(out, ", \"end\": ");
    sink_number(out, place.characters.end, 0);
    sink_string(out, "}]");
}

/* What is annotated: the article by its address; one without has no other name that is an IRI. */
static void put_target(Writing *writing, Range range)
{
    Text url = link_address(&writing->scratch, (Text){0}, field(writing, FIELD_URL));
    Text target = url.size ? url : identifier(writing, (Range){0, 0});

    put_member(writing->out, ", \"target\": {", "source", target);
    if (!range_is_empty(range)) {
        sink_string(writing->out, ", ");
        put_selectors(writing, range);
    }
    sink_byte(writing->out, '}');
}

static void begin_annotation(Export *export, Writing *writing, Range range, const char *motivation)
{
    sink_string(export->out, export->rows++ ? ",\n    " : "\n    ");
    put_member(export->out, "{", "id", identifier(writing, range));
    SINK_TEXTS(export->out, TEXT(", \"type\": \"Annotation\", \"motivation\": \""), text_from(motivation),
               TEXT("\", \"body\": ["));
}

static void annotate_quotation(Export *export, Writing *writing, const Quote *quote)
{
    Text role = quotation_role(writing->source->analysis, quote);
    Text *names = quotation_speakers(&writing->scratch, quote);
    Range range = range_widen(quote->range);

    begin_annotation(export, writing, range, "identifying");
    for (size_t i = 0; i < quote->source->speaker_count; i++) {
        put_member(export->out, i ? ", {\"type\": \"TextualBody\", " : "{\"type\": \"TextualBody\", ", "value",
                   names[i]);
        sink_string(export->out, ", \"format\": \"text/plain\", \"purpose\": \"identifying\"}");
    }
    if (role.size && quote->source->speaker_count) {
        put_member(export->out, ", {\"type\": \"TextualBody\", ", "value", role);
        sink_string(export->out, ", \"format\": \"text/plain\", \"purpose\": \"describing\"}");
    }
    sink_byte(export->out, ']');
    put_target(writing, range);
    sink_byte(export->out, '}');
}

static void annotate_note(Export *export, Writing *writing, const ExportNote *note)
{
    begin_annotation(export, writing, note->range, note->text.size ? "commenting" : "highlighting");
    if (note->text.size) {
        put_member(export->out, "{\"type\": \"TextualBody\", ", "value", note->text);
        sink_string(export->out, ", \"format\": \"text/plain\", \"purpose\": \"commenting\"}");
    }
    sink_byte(export->out, ']');
    put_known(export->out, ", ", "created", note->created);
    put_target(writing, note->range);
    sink_byte(export->out, '}');
}

static void begin_annotations(Export *export)
{
    sink_string(export->out,
                "{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"type\": \"AnnotationPage\", \"items\": [");
}

static void add_annotations(Export *export, const ExportSource *source)
{
    Writing writing = {.out = export->out, .source = source};

    writing.body = body_text_new(&writing.scratch, source->article);
    for (size_t i = 0; i < source->quote_count; i++)
        annotate_quotation(export, &writing, &source->analysis->quotes.items[source->quotes[i]]);
    for (size_t i = 0; i < source->note_count; i++)
        annotate_note(export, &writing, &source->notes[i]);
    arena_release(&writing.scratch);
}

static void end_list(Export *export)
{
    sink_string(export->out, export->rows ? "\n  ]}\n" : "]}\n");
}

const ExportForm annotation_form = {.begin = begin_annotations, .add = add_annotations, .end = end_list};

/* ---- claims ---- */

static void begin_claims(Export *export)
{
    sink_string(export->out, "{\"@context\": \"https://schema.org\", \"@graph\": [");
}

/* People and organisations as what they are; of one name alone ("Banksy") nobody knows which. */
static void put_author(Sink *out, const AuthorName *name)
{
    bool is_person = name->family.size > 0;

    if (!is_person && !author_is_organization(name->whole)) {
        json_write_text(out, name->whole);
        return;
    }
    put_member(out, is_person ? "{\"@type\": \"Person\", " : "{\"@type\": \"Organization\", ", "name", name->whole);
    sink_byte(out, '}');
}

static void put_authors(Writing *writing)
{
    AuthorNames names = article_author_names(&writing->scratch, writing->source->article);

    for (size_t i = 0; i < names.count; i++) {
        sink_string(writing->out, i ? ", " : ", \"author\": [");
        put_author(writing->out, &names.items[i]);
    }
    sink_string(writing->out, names.count ? "]" : "");
}

static void put_appearance(Writing *writing)
{
    Sink *out = writing->out;

    put_member(out, ", \"firstAppearance\": {\"@type\": \"NewsArticle\", ", "headline",
               article_headline(&writing->scratch, writing->source->article));
    put_known(out, ", ", "url", field(writing, FIELD_URL));
    put_known(out, ", ", "datePublished", iso_date_or_none(field(writing, FIELD_DATE)));
    put_known(out, ", ", "inLanguage", field(writing, FIELD_LANGUAGE));
    put_authors(writing);
    if (field(writing, FIELD_SOURCE).size) {
        put_member(out, ", \"publisher\": {\"@type\": \"Organization\", ", "name", field(writing, FIELD_SOURCE));
        sink_byte(out, '}');
    }
    sink_byte(out, '}');
}

/* A claim is a person's or an organisation's. Whoever is known by a phrase of the text only ("negotiators"), or by a place ("Paris"), is a text. */
static void put_claimant(Writing *writing, const Quote *quote)
{
    static const char *const types[ENTITY_TYPE_COUNT + 1] = {
        [ENTITY_PERSON] = "Person", [ENTITY_ORGANIZATION] = "Organization"};
    Text *names = quotation_speakers(&writing->scratch, quote);
    Text role = quotation_role(writing->source->analysis, quote);
    EntityType type = quotation_speaker_type(writing->source->analysis, quote);

    if (quote->source->speaker_count == 0)
        return;
    sink_string(writing->out, ", \"author\": [");
    for (size_t i = 0; i < quote->source->speaker_count; i++) {
        sink_string(writing->out, i ? ", " : "");
        if (!types[type]) {
            json_write_text(writing->out, names[i]);
            continue;
        }
        SINK_TEXTS(writing->out, TEXT("{\"@type\": \""), text_from(types[type]));
        put_member(writing->out, "\", ", "name", names[i]);
        put_known(writing->out, ", ", type == ENTITY_PERSON ? "jobTitle" : "description", role);
        sink_byte(writing->out, '}');
    }
    sink_byte(writing->out, ']');
}

static void add_claim(Export *export, Writing *writing, const Quote *quote)
{
    Sink *out = export->out;
    Text words = text_slice(writing->source->article->text, quote_inner(quote));

    if (text_ends_with(words, TEXT(","))) /* it leads to "she said" */
        words.size--;
    put_member(out, export->rows++ ? ",\n    {\"@type\": \"ClaimReview\", " : "\n    {\"@type\": \"ClaimReview\", ",
               "claimReviewed", arena_on_one_line(&writing->scratch, words));
    sink_string(out,
                ", \"url\": null, \"datePublished\": null, \"author\": null, \"itemReviewed\": {\"@type\": \"Claim\"");
    put_claimant(writing, quote);
    put_known(out, ", ", "datePublished", iso_date_or_none(field(writing, FIELD_DATE)));
    put_appearance(writing);
    sink_string(out, "}, \"reviewRating\": {\"@type\": \"Rating\", \"ratingValue\": null, \"alternateName\": null}}");
}

static void add_claims(Export *export, const ExportSource *source)
{
    Writing writing = {.out = export->out, .source = source};

    for (size_t i = 0; i < source->quote_count; i++)
        add_claim(export, &writing, &source->analysis->quotes.items[source->quotes[i]]);
    arena_release(&writing.scratch);
}

const ExportForm claim_form = {.begin = begin_claims, .add = add_claims, .end = end_list};
