/*
 * A name is a row of words, from which titles are taken in front and degrees behind; of what is left, the family's name is the last word, or more:
 *
 *     Dr. Martin Luther King Jr.         given "Martin Luther", family "King", suffix "Jr."
 *     Ursula von der Leyen               given "Ursula", particle "von der", family "Leyen"
 *     Robert De Niro                     given "Robert", family "De Niro": a particle in capitals stays before the name
 *     José Ortega y Gasset               given "José", family "Ortega y Gasset"
 *     Orbán Viktor (Hungarian)           family "Orbán", given "Viktor"
 *     King, Martin Luther, Jr.           the order of libraries
 *     n-tv NACHRICHTEN                   an organisation's, since no person has such words
 */
#include "export/authors/author_name.h"

#include "analysis/words/lexicon.h"
#include "analysis/words/quotation_words.h"
#include "base/unicode/unicode.h"
#include "formats/text/forms/byline_pieces.h"
#include "formats/text/words/line_words.h"

enum { WORDS_MOST = 8 };

typedef struct Words {
    Text items[WORDS_MOST];
    size_t count;
} Words;

/* ---- what words are ---- */

static bool is_title(Text word)
{
    static WordList titles = WORD_LIST(
        "dr,dr.,prof,prof.,professor,mr,mr.,mrs,mrs.,ms,ms.,mx,mx.,miss,sir,dame,rev,rev.,reverend,fr.,hon.,sen.,"
        "senator,rep.,gov.,gen.,col.,maj.,capt.,cpt.,lt.,sgt.,cmdr.,adm.,judge,rabbi,imam,sheikh,lord,lady,"
        "baroness,the rev.,frau,herr,dipl.-ing.,dipl.-kfm.,ing.,mag.,med.,phil.,jur.,rer.,nat.,h.c.,m.,mme,mme.,"
        "mlle,maître,me,sr.,sra.,srta.,d.,dña.,don,doña,dott.,dott.ssa,avv.,on.,sig.,sig.ra,dhr.,mevr.,drs.,"
        "mr.dr.,ir.,ph.d.,pani,pan,г-н,г-жа,д-р,проф.,δρ,δρ.");

    return line_is_one_of(word, &titles);
}

static bool is_generation(Text word)
{
    static WordList generations =
        WORD_LIST("jr,jr.,jnr,jnr.,sr,sr.,snr,snr.,ii,iii,iv,jun.,sen.,fils,père,ml.,st.,hijo");

    return line_is_one_of(word, &generations) &&
           (ascii_is_upper(word.bytes[0]) || !ascii_is_alpha(word.bytes[word.size - 1]) ||
            text_equal(word, TEXT("fils")) || text_equal(word, TEXT("père")) || text_equal(word, TEXT("hijo")));
}

static bool is_degree(Text word)
{
    static const Text degrees[] = {
        LITERAL("PhD"),  LITERAL("Ph.D."), LITERAL("Ph.D"),  LITERAL("MD"),   LITERAL("M.D."),  LITERAL("MA"),
        LITERAL("M.A."), LITERAL("MSc"),   LITERAL("M.Sc."), LITERAL("BSc"),  LITERAL("B.Sc."), LITERAL("MBA"),
        LITERAL("LLM"),  LITERAL("LL.M."), LITERAL("Esq."),  LITERAL("Esq"),  LITERAL("MP"),    LITERAL("MEP"),
        LITERAL("MSP"),  LITERAL("OBE"),   LITERAL("CBE"),   LITERAL("MBE"),  LITERAL("KBE"),   LITERAL("QC"),
        LITERAL("KC"),   LITERAL("FRS"),   LITERAL("RN"),    LITERAL("DDS"),  LITERAL("DVM"),   LITERAL("JD"),
        LITERAL("J.D."), LITERAL("DPhil"), LITERAL("SJ"),    LITERAL("S.J."), LITERAL("OP"),    LITERAL("CPA"),
        LITERAL("DO"),   LITERAL("EdD"),   LITERAL("MPH")};

    return text_index_of(word, degrees, COUNT_OF(degrees)) < COUNT_OF(degrees);
}

bool author_is_suffix(Text text)
{
    size_t words = 0;
    Text word;

    for (size_t at = 0; line_next_word(text, &at, &word); words++) {
        if (!is_generation(word) && !is_degree(word))
            return false;
    }
    return words > 0;
}

/* Of a name, small: "van", "d'Artagnan", "al-Sudais". */
static bool is_particle(Text word)
{
    static WordList particles = WORD_LIST(
        "von,vom,zu,zum,zur,der,den,dem,van,ter,ten,te,op,'t,’t,in,het,de,des,du,del,della,dello,degli,dei,di,da,"
        "das,do,dos,la,le,les,los,las,lo,e,y,i,af,av,bin,bint,ibn,ben,abu,al,el,ul,ur,ur-,and,d',d’,mac,ap,dal,dalla,"
        "et,und,san,santa,st.,saint");

    return word.size > 0 && ascii_is_lower(word.bytes[0]) && line_is_one_of(word, &particles);
}

/* "al-Sudais", "d'Artagnan", "dell’Acqua", "'t": it begins small, and is a name. */
static bool is_joined_particle(Text word)
{
    size_t join = 0;

    while (join < word.size && ascii_is_lower(word.bytes[join]))
        join++;
    if (join == 0 || join > 4 || join + 1 >= word.size)
        return false;
    if (word.bytes[join] == '-' && (text_starts_with(word, TEXT("al-")) || text_starts_with(word, TEXT("el-")) ||
                                    text_starts_with(word, TEXT("as-")) || text_starts_with(word, TEXT("ar-")) ||
                                    text_starts_with(word, TEXT("ad-")) || text_starts_with(word, TEXT("an-")) ||
                                    text_starts_with(word, TEXT("ash-")) || text_starts_with(word, TEXT("ez-"))))
        return true;
    return word.bytes[join] == '\'' || text_starts_with(text_slice(word, (Range){join, word.size}), TEXT("’"));
}

/* Within a name, in capitals: it stays with the name behind it. */
static bool is_bound(Text word)
{
    static WordList bound =
        WORD_LIST("van,von,vander,de,di,da,del,della,dos,das,du,des,la,le,los,las,el,al,ben,bin,abu,der,den,ter,"
                  "ten,san,santa,saint,st.,st,mac,lo,lo,dal,dalla,zu");

    return word.size > 0 && ascii_is_upper(word.bytes[0]) && line_is_one_of(word, &bound);
}

static bool is_small(Text word)
{
    size_t size;
    uint32_t first = utf8_decode(word, 0, &size);

    return unicode_is_lower(first);
}

/* Han, kana and hangul: names whose family stands first, and mostly nothing between. */
static bool is_east_asian(Text word)
{
    size_t size;
    uint32_t first = word.size ? utf8_decode(word, 0, &size) : 0;

    return (first >= 0x3040 && first <= 0x30FF) || (first >= 0x3400 && first <= 0x9FFF) ||
           (first >= 0xAC00 && first <= 0xD7AF);
}

/* ---- organisations ---- */

/* In whatever place it stands, no person is called so. */
static bool is_word_of_offices(Text word)
{
    static WordList english = WORD_LIST(
        "staff,desk,team,news,newsroom,agency,agencies,press,editor,editors,editorial,board,wire,service,services,"
        "reporter,reporters,writer,writers,correspondent,correspondents,contributor,contributors,the,of,for,our,"
        "office,department,ministry,university,institute,commission,committee,council,foundation,association,"
        "company,group,media,network,tv,radio,online,digital,magazine,journal,tribune,gazette,chronicle,herald,"
        "inc,inc.,ltd,ltd.,llc,gmbh,ag,corp,corp.,plc,s.a.,s.p.a.,com,project,collective,authority,bureau,"
        "international,broadcasting,channel,studio,studios,publishing,center,centre,society,union,newspapers");
    static WordList others =
        WORD_LIST("redaktion,nachrichten,onlineredaktion,rédaction,redazione,redacción,redacao,redação,redactie,"
                  "redaktionen,redaksjonen,toimitus,nyheter,nieuws,noticias,notícias,agencia,agência,agence,agenzia,"
                  "presseagentur,ministerium,universität,universidad,université,università,zeitung,zeitschrift,verlag,"
                  "stiftung,verein,verband,verlagsgruppe,rundfunk,fernsehen,redakcja,redakce,szerkesztőség,редакция,"
                  "агентство,новости,газета,пресс-служба");

    return line_is_one_of(word, &english) || line_is_one_of(word, &others);
}

static bool has_digit(Text word)
{
    for (size_t i = 0; i < word.size; i++) {
        if (ascii_is_digit(word.bytes[i]))
            return true;
    }
    return false;
}

/* "AFP", "NACHRICHTEN", "n-tv", "e.V.", "orf.at", "R&D": beside words of another form. */
static bool is_sign_of_offices(Text word, bool in_capitals)
{
    size_t dot = text_find_byte(word, '.', 0);

    if (has_digit(word) || text_find_byte(word, '&', 0) != TEXT_NOT_FOUND ||
        text_find_byte(word, '@', 0) != TEXT_NOT_FOUND)
        return true;
    if (dot != TEXT_NOT_FOUND && dot > 2 && dot + 1 < word.size)
        return true; /* "spiegel.de"; not "J.R.R." */
    if (is_small(word) && !is_particle(word) && !is_joined_particle(word))
        return true;
    return !in_capitals && word.size >= 3 && line_is_capitals(word) && dot == TEXT_NOT_FOUND && !is_generation(word) &&
           !is_degree(word) && !is_east_asian(word) && text_find_byte(word, '\'', 0) == TEXT_NOT_FOUND;
}

static bool begins_with_given_name(Text name)
{
    size_t at = 0;
    Text word;

    return line_next_word(name, &at, &word) && word_classes(word) & CLASS_GIVEN;
}

/* "Washington Post", "River Authority": by the last word, or a list; not "Emily Post". */
static bool is_named_as_paper(Text name)
{
    FoldedName folded = {.size = 0};
    const LexiconEntry *entry;

    if (byline_is_agency(name))
        return true;
    folded_name_append(&folded, name);
    entry = lexicon_find(&folded);
    if (text_count_words(name) > 1 && entry && entry->flags & LEXICON_ORGANIZATION && !(entry->flags & LEXICON_DOUBTFUL))
        return true;
    return !begins_with_given_name(name) &&
           (head_is_source(name) || byline_is_institution(name) || byline_is_publisher(name));
}

/* "Help Net Security", "Your Native Teacher": three words that end in one that is known, and nothing that persons have. */
static bool ends_in_common_word(Text name)
{
    uint32_t common = LEXICON_COMMON | LEXICON_ROLE | LEXICON_ORGANIZATION_HEAD | LEXICON_ORGANIZATION_WEAK;
    Text word, last = {0};
    size_t words = 0;

    if (begins_with_given_name(name))
        return false;
    for (size_t at = 0; line_next_word(name, &at, &word); words++, last = word) {
        if (is_particle(word) || is_bound(word) || is_title(word) || word.size == 1 || text_ends_with(word, TEXT(".")))
            return false;
    }
    return words >= 3 && (lexicon_flags(last) & common);
}

/* "Bill MCCARTHY": as agencies print a family's name. */
static bool is_family_in_capitals(Text name, Text word, size_t end)
{
    return end == name.size && word.size >= 3 && begins_with_given_name(name) && word.bytes > name.bytes &&
           !is_word_of_offices(word);
}

bool author_is_organization(Text name)
{
    bool in_capitals = line_is_capitals(name);
    Text word;

    for (size_t at = 0; line_next_word(name, &at, &word);) {
        if (is_title(word) || is_generation(word) || is_degree(word) ||
            (line_is_capitals(word) && is_family_in_capitals(name, word, at)))
            continue;
        if (is_word_of_offices(word) || is_sign_of_offices(word, in_capitals))
            return true;
    }
    return is_named_as_paper(name) || ends_in_common_word(name);
}

/* ---- the words of a name ---- */

/* False: there are too many, or none. */
static bool read_words(Text name, Words *words)
{
    Text word;

    words->count = 0;
    for (size_t at = 0; line_next_word(name, &at, &word);) {
        if (words->count == WORDS_MOST)
            return false;
        words->items[words->count++] = word;
    }
    return words->count > 0;
}

static void drop_first(Words *words)
{
    for (size_t i = 1; i < words->count; i++)
        words->items[i - 1] = words->items[i];
    words->count--;
}

static Text join_words(Arena *arena, const Words *words, size_t start, size_t end)
{
    TextBuffer text = {0};

    for (size_t i = start; i < end; i++) {
        text_buffer_add(arena, &text, i == start ? (Text){0} : TEXT(" "));
        text_buffer_add(arena, &text, words->items[i]);
    }
    return text_buffer_text(&text);
}

/* "Pope Francis", "King Charles III", "Sister Marie", "Lord Sumption": one name with what somebody is. */
static bool is_styled(const Words *words)
{
    static WordList styles = WORD_LIST(
        "pope,king,queen,prince,princess,emperor,empress,sultan,sister,brother,father,mother,saint,st.,papst,könig,"
        "königin,pape,roi,reine,papa,rey,reina,re,regina,lord,lady,sheikh,imam,duke,duchess,mr,mr.,mrs,mrs.,ms,"
        "ms.,dr,dr.,prof.,rabbi,judge,baroness,sir,dame");
    size_t names = words->count - 1;

    while (names > 1 && is_generation(words->items[names]))
        names--;
    return names == 1 && line_is_one_of(words->items[0], &styles);
}

/* Titles in front go; at least two words stay. */
static void drop_titles(Words *words)
{
    while (words->count > 2 && is_title(words->items[0]))
        drop_first(words);
}

/* "박준석 기자": a reporter. */
static bool is_reporter(Text word)
{
    static const Text words[] = {LITERAL("기자"), LITERAL("특파원"), LITERAL("記者"),
                                 LITERAL("记者"), LITERAL("報道"),   LITERAL("报道")};

    return text_index_of(word, words, COUNT_OF(words)) < COUNT_OF(words);
}

/* "Jane A. Doe CPP": what somebody may call himself, which no list has. */
static bool is_credential(Text word)
{
    return word.size >= 2 && word.size <= 4 && ascii_is_upper(word.bytes[0]) && line_is_capitals(word) &&
           text_find_byte(word, '.', 0) == TEXT_NOT_FOUND;
}

static void take_suffixes(Arena *arena, Words *words, AuthorName *read)
{
    size_t end = words->count;

    while ((end > 2 && (is_generation(words->items[end - 1]) || is_degree(words->items[end - 1]))) ||
           (end > 3 && is_credential(words->items[end - 1])) || (end > 1 && is_reporter(words->items[end - 1])))
        end--;
    for (size_t i = end; i < words->count; i++) {
        if (is_generation(words->items[i]) && read->suffix.size == 0)
            read->suffix = arena_copy(arena, words->items[i]);
    }
    words->count = end;
    if (end && text_ends_with(words->items[end - 1], TEXT(",")))
        words->items[end - 1].size--;
}

/* ---- where the family begins ---- */

static bool is_language(Text language, const char *code)
{
    return line_begins_with(language, text_from(code));
}

static bool is_joint(Text word)
{
    return text_equal(word, TEXT("y")) || text_equal(word, TEXT("i")) || text_equal(word, TEXT("e"));
}

/* "Silva Filho", "Souza Neto": the last word alone is no family's. */
static bool is_kinship(Text word)
{
    static WordList kinships = WORD_LIST("filho,neto,júnior,sobrinho,filha,neta");

    return line_is_one_of(word, &kinships);
}

/* Two family names, where the language has two: "Gabriel García Márquez", not "Juan Pablo Rulfo". */
static bool has_two_families(const Words *words, Text language)
{
    if (!is_language(language, "es") && !is_language(language, "ca") && !is_language(language, "gl"))
        return false;
    return words->count >= 4 || (words->count == 3 && !(word_classes(words->items[1]) & CLASS_GIVEN));
}

/* The word with which the family begins, particles and all. */
static size_t family_start(const Words *words, Text language)
{
    size_t start = words->count - 1;

    if (start > 1 && is_kinship(words->items[start]))
        start--;
    if (start > 2 && is_joint(words->items[start - 1]))
        start -= 2;
    else if (start > 1 && !is_particle(words->items[start - 1]) && !is_bound(words->items[start - 1]) &&
             has_two_families(words, language))
        start--;
    while (start > 1 && (is_particle(words->items[start - 1]) || is_bound(words->items[start - 1])))
        start--;
    return start;
}

/* "大渡 美咲", "김 철수": of "박준석" nobody knows where the family ends. */
static bool is_east_asian_family(Text word)
{
    return is_east_asian(word) && line_columns(word) <= 2;
}

static void take_apart(Arena *arena, const Words *words, Text language, AuthorName *read)
{
    size_t start = family_start(words, language), name = start;

    if ((words->count == 2 && is_particle(words->items[0])) ||
        (is_east_asian(words->items[0]) && !is_east_asian_family(words->items[0])))
        return; /* "de Niro" */
    if (is_language(language, "hu") || is_language(language, "vi") || is_east_asian_family(words->items[0])) {
        read->family = join_words(arena, words, 0, 1);
        read->given = join_words(arena, words, 1, words->count);
        return;
    }
    while (name + 1 < words->count && is_particle(words->items[name]))
        name++;
    read->given = join_words(arena, words, 0, start);
    read->particle = join_words(arena, words, start, name);
    read->family = join_words(arena, words, name, words->count);
}

/* ---- the order of libraries ---- */

/* "King, Martin Luther, Jr.", "von Braun, Wernher": two texts, and what stands behind names. False: the name is none such. */
static bool take_reversed(Arena *arena, Text name, AuthorName *read)
{
    size_t comma = text_find_byte(name, ',', 0), second;
    Text family = text_trim(text_slice(name, (Range){0, comma})), rest;
    Words words;

    if (comma == TEXT_NOT_FOUND)
        return false;
    rest = text_trim(text_slice(name, (Range){comma + 1, name.size}));
    second = text_find_byte(rest, ',', 0);
    if (second != TEXT_NOT_FOUND) {
        if (!author_is_suffix(text_slice(rest, (Range){second + 1, rest.size})))
            return false;
        read->suffix = text_trim(text_slice(rest, (Range){second + 1, rest.size}));
        rest = text_trim(text_slice(rest, (Range){0, second}));
    }
    if (author_is_suffix(rest) || author_is_organization(rest) || !read_words(family, &words) || words.count > 4)
        return false;
    for (second = 0; second + 1 < words.count && is_particle(words.items[second]);)
        second++;
    read->particle = join_words(arena, &words, 0, second);
    read->family = join_words(arena, &words, second, words.count);
    read->given = rest;
    return rest.size > 0;
}

/* ---- the whole ---- */

/* Of "Jane Doe, PhD" and "Martin King, Jr." the commas. */
static Text without_commas(Arena *arena, Text name)
{
    TextBuffer text = {0};
    Text part;

    for (size_t at = 0; text_next_part(name, ',', &at, &part);) {
        text_buffer_add(arena, &text, text.count ? TEXT(" ") : (Text){0});
        text_buffer_add(arena, &text, text_trim(part));
    }
    return text_buffer_text(&text);
}

AuthorName author_name_read(Arena *arena, Text name, Text language)
{
    Text printed = text_trim(arena_on_one_line(arena, name));
    AuthorName read = {.whole = printed}, reversed = read;
    Words words;

    if (author_is_organization(printed))
        return read;
    if (take_reversed(arena, printed, &reversed))
        return reversed;
    printed = byline_name_recased(arena, without_commas(arena, printed));
    if (!read_words(printed, &words) || (words.count > 1 && is_styled(&words)))
        return read;
    drop_titles(&words);
    take_suffixes(arena, &words, &read);
    if (words.count > 1)
        take_apart(arena, &words, language, &read);
    return read;
}
