/* Roles, papers and agencies, told by lists of the words that they end or begin with. */
#include "formats/text/forms/byline_pieces.h"

#include "formats/text/words/line_words.h"

/* The last word of a role, in the singular; and words that begin one. */
static WordList role_nouns = WORD_LIST(
    "writer,reporter,correspondent,editor,columnist,contributor,journalist,producer,intern,"
    "chief,critic,staff,bureau,commentator,desk,analyst,redakteur,redakteurin,korrespondent,"
    "korrespondentin,photographer,blogger,fellow,professor,lecturer,team,stringer,secretary,"
    "officer,founder,co-founder,ceo,cfo,cto,director,manager,president,author,consultant,strategist,specialist,"
    "marketer,vp,autor,autorin,reporterin,chefredakteur,chefredakteurin,ressortleiter,redaktionsleiter,volontär,"
    "corresponsal,correspondant,correspondante,journaliste,redactor,redactora,engineer,scientist,researcher,"
    "developer,designer,architect,lawyer,economist,historian,biologist,curator,coordinator,adviser,advisor,"
    "head,chair,chairman,chairwoman,minister,member,teacher,meteorologist,commissioner,host,novelist,presenter,"
    "broadcaster,anchor");

static WordList role_openings =
    WORD_LIST("staff,senior,chief,special,political,environment,health,science,economics,business,"
              "sports,sport,education,transport,home,foreign,world,social,legal,crime,court,courts,"
              "city,north,south,east,west,european,europe,africa,asia,arts,culture,media,technology,"
              "energy,maritime,deputy,associate,assistant,contributing,guest,news,opinion,features,"
              "local,regional,national,international,diplomatic,defence,community,consumer,money,data,"
              "investigations,freelance,managing,executive,climate,affairs,associated,bbc,editor,"
              "reporter,correspondent,columnist,multimedia,digital,principal,lead,general,visiting");

static WordList agencies =
    WORD_LIST("reuters,ap,the associated press,associated press,afp,upi,agence france-presse,agence france presse,"
              "united press international,dpa,pa,pa media,press association,xinhua,ansa,efe,tass,bloomberg,ap news,"
              "bbc,bbc news,cnn,npr,wikinews,voa,apa,nasa,sid,kna,epd,aap,ani,pti,canadian press,"
              "the canadian press,kyodo,ips,ap wire,business wire,pr newswire");

static WordList broadcasters =
    WORD_LIST("bbc,cnn,sky,fox,abc,cbs,nbc,itv,npr,ndr,wdr,mdr,cbc,rte,pbs"); /* "BBC Sport" */

/* With which names of papers end; those of the second list are surnames too, and count after "The" or a word that is no first name. */
static WordList paper_nouns =
    WORD_LIST("news,times,courier,ledger,clarion,gleaner,messenger,banner,enterprise,herald,gazette,tribune,chronicle,"
              "journal,guardian,observer,telegraph,"
              "examiner,sentinel,dispatch,independent,advertiser,argus,magazine,radio,zeitung,anzeiger,"
              "tageblatt,tagblatt,nachrichten,bote,monitor,newsroom,newswire,agency,spectator,reporter,"
              "intelligencer,enquirer,inquirer,bulletin,mercury,weekly,daily,tv,press,post");
static WordList other_paper_nouns =
    WORD_LIST("star,sun,mail,globe,mirror,echo,register,standard,record,review,leader,pilot,beacon,"
              "express,citizen,voice,world,week,today,kurier,line");

static Text last_word_of(Text line)
{
    size_t start = line.size;

    while (start && !ascii_is_blank(line.bytes[start - 1]) && line.bytes[start - 1] != '-')
        start--;
    return text_slice(line, (Range){start, line.size});
}

static Text singular(Text word)
{
    return word.size > 4 && (word.bytes[word.size - 1] == 's' || word.bytes[word.size - 1] == 'S')
               ? text_slice(word, (Range){0, word.size - 1})
               : word;
}

static bool ends_as_site(Text word)
{
    static const Text endings[] = {LITERAL(".com"),     LITERAL(".org"),   LITERAL(".net"),
                                   LITERAL(".example"), LITERAL(".co.uk"), LITERAL(".de")};

    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        if (word.size > endings[i].size && text_ends_with(word, endings[i]) &&
            text_find_byte(word, '@', 0) == TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

/* By its last word. "Story for the Daily News" is none. */
static bool is_paper(Text line)
{
    LetterCase letters;
    Text last = last_word_of(line);
    size_t words = text_count_words(line), at = 0;
    Text first;

    (void)line_next_word(line, &at, &first);
    if (line_is_one_of(line, &agencies) ||
        (words >= 2 && words <= 4 && line_is_one_of(first, &broadcasters) && line_case(line) != LETTERS_SENTENCE))
        return true;
    if (words <= 1)
        return ends_as_site(line);
    if (words > 6 || line_ends_with_stop(line))
        return false;
    letters = line_case(line);
    if ((letters != LETTERS_HEADLINE && letters != LETTERS_CAPITAL) ||
        line_find_words(line, TEXT("for")) != TEXT_NOT_FOUND || line_find_words(line, TEXT("in")) != TEXT_NOT_FOUND)
        return false;
    return line_is_one_of(last, &paper_nouns) ||
           (line_begins_with(line, TEXT("The")) && line_is_one_of(last, &other_paper_nouns) && words <= 4);
}

/* "Office of Representative Ann Roe", "Department of Justice", "Ministry of Finance and Trade": who sends it out. */
static bool is_government_office(Text line)
{
    static WordList offices = WORD_LIST("office,department,ministry");
    size_t at = 0, words = text_count_words(line);
    Text first, of, third;
    bool office;

    if (!line_next_word(line, &at, &first) || !line_is_one_of(first, &offices) || !line_next_word(line, &at, &of) ||
        !text_equal_ignoring_case(of, TEXT("of")) || !line_next_word(line, &at, &third) || line_ends_sentence(line))
        return false;
    office = text_equal_ignoring_case(first, TEXT("office"));
    if (line_case(line) == LETTERS_SENTENCE || !word_begins_with_capital(first))
        return false;
    return words == 3 || (office && words <= 8) || (words <= 6 && line_find_words(line, TEXT("and")) != TEXT_NOT_FOUND);
}

bool head_is_source(Text line)
{
    size_t comma;

    line = line_without_marks(line);
    if (line.size > 1 && line.bytes[0] == '(' && line.bytes[line.size - 1] == ')')
        line = text_slice(line, (Range){1, line.size - 1});
    if (text_ends_with(line, TEXT(".")) && line_is_capitals(line))
        line.size--; /* "THE CALDER GAZETTE." */
    comma = text_find_byte(line, ',', 0);
    if (line_begins_with(line, TEXT("By")))
        return false;
    if (is_government_office(line))
        return true;
    if (comma == TEXT_NOT_FOUND)
        return is_paper(line);
    return is_paper(text_slice(line, (Range){0, comma})) && /* "BBC News, Port Hallam" */
           text_count_words(text_slice(line, (Range){comma + 1, line.size})) <= 4 && !line_ends_with_stop(line);
}

/* "Staff Writer", "editor of the Courier", "Redakteurin für Finanzen" */
bool byline_is_role(Text piece)
{
    static const Text boards[] = {LITERAL("Editorial Board"), LITERAL("editorial board"), LITERAL("Editorial board")};

    static WordList joints = WORD_LIST("of,for,at,in,to,für,en,à,de,and,und,der");
    Text last = singular(last_word_of(piece));
    Text word, next;

    for (size_t i = 0; i < COUNT_OF(boards); i++) {
        if (text_ends_with(piece, boards[i]) && text_count_words(piece) <= 7)
            return true;
    }
    if (text_count_words(piece) > 5)
        return false;
    if (line_is_one_of(last, &role_nouns))
        return true;
    if (line_begins_with(piece, TEXT("Reporting from")) || line_begins_with(piece, TEXT("Special to")) ||
        line_begins_with(piece, TEXT("Professor of")))
        return true;
    for (size_t at = 0; line_next_word(piece, &at, &word);) {
        size_t behind = at;

        if (line_is_one_of(singular(word), &role_nouns) && line_next_word(piece, &behind, &next) &&
            line_is_one_of(next, &joints))
            return true;
    }
    return false;
}

bool byline_word_is_of_role(Text word)
{
    return line_is_one_of(word, &role_openings) || line_is_one_of(singular(word), &role_nouns);
}

bool byline_word_is_of_paper(Text word)
{
    return line_is_one_of(word, &paper_nouns);
}

bool byline_is_agency(Text text)
{
    return line_is_one_of(text, &agencies);
}

static bool is_institution_word(Text word)
{
    static WordList words =
        WORD_LIST("court,parliament,senate,assembly,council,union,club,church,trust,league,federation,university,"
                  "institute,college,center,centre,school,museum,society,foundation,"
                  "laboratory,office,ministry,"
                  "department,agency,commission,authority,association,academy,hospital,observatory,library,faculty");

    return line_is_one_of(word, &words);
}

/* "University of Arden": where somebody works. */
bool byline_is_institution(Text text)
{
    Text word;

    if (!word_begins_with_capital(text) || text_count_words(text) > 7)
        return false;
    for (size_t at = 0; line_next_word(text, &at, &word);) {
        if (is_institution_word(word))
            return true;
    }
    return false;
}

/* "City of Kestrel Falls" */
static bool is_of_place(Text text)
{
    static WordList words =
        WORD_LIST("city,town,county,borough,village,state,republic,house,government,kingdom,parish");
    size_t at = 0;
    Text first, second;

    return line_next_word(text, &at, &first) && line_next_word(text, &at, &second) && at < text.size &&
           line_is_one_of(first, &words) && text_equal_ignoring_case(second, TEXT("of"));
}

bool byline_is_publisher(Text text)
{
    Text word, last = {0};

    if (is_of_place(text))
        return text_count_words(text) <= 6 && line_case(text) <= LETTERS_HEADLINE;
    if (!byline_is_institution(text))
        return false;
    for (size_t at = 0; line_next_word(text, &at, &word); last = word) {
        if (is_institution_word(last) &&
            (text_equal_ignoring_case(word, TEXT("of")) || text_equal_ignoring_case(word, TEXT("for"))))
            return true;
    }
    return is_institution_word(last);
}
