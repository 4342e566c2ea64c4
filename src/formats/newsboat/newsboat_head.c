/*
 * Source: newsboat 2.21 and 2.44, src/itemrenderer.cpp, prepare_header; the labels are those of its po/ files (18 languages). A label that is not
 * known is told by its place and by what it says: the first line is the feed, then come title and perhaps author, a date with its time, an address.
 *
 *     Feed: The Harbour Post
 *     Title: A very long title of an item that does not fit in eighty columns: what␠
 *     newsboat does with it                                                             goes on: no label begins it
 *     Date: Mon, 23 Nov 2026 07:30:00 +0000
 *     Link: https://example.com/a
 *     ␠                                                                                 (2.21; nothing in newer ones)
 *     <p>The item …
 */
#include "formats/newsboat/newsboat_head.h"

enum { LABEL_LONGEST = 60, LINES_MOST = 40 };

static const Text labels[NEWSBOAT_LABEL_COUNT] = {
    [NEWSBOAT_FEED] =
        LITERAL("Feed|Besleme|Fil|Font|Fonte|Forrás|Fuente|Kanał|Kanál|Strøm|Webbflöde|Лента|Тема|フィード|來源|种子"),
    [NEWSBOAT_TITLE] = LITERAL(
        "Title|Başlık|Cím|Titel|Titolo|Titre|Tittel|Titulok|Tytuł|Título|Títol|Заголовок|Назва|标题|標題|見出し"),
    [NEWSBOAT_AUTHOR] = LITERAL("Author|Auteur|Autor|Autore|Forfatter|Författare|Szerző|Szerzõ|Yazar|Автор|作者"),
    [NEWSBOAT_DATE] = LITERAL("Date|Data|Dato|Datum|Dátum|Fecha|Tarih|Дата|日付|日期"),
    [NEWSBOAT_LINK] =
        LITERAL("Link|Bağlantı|Collegamento|Enlace|Enllaç|Koppeling|Lenke|Lien|Länk|Odkaz|Odsyłacz|Посилання|Ссылка|"
                "リンク|鏈結|链接"),
    [NEWSBOAT_FLAGS] = LITERAL("Flags|Bayraklar|Flag|Flagg|Flaggor|Flagi|Indicadors|Jelzők|Jelzõk|Marcas|Príznaky "
                               "(flags)|Signaux|Sinalizações|Vlaggen|Флаги|标记|標記"),
    [NEWSBOAT_PODCAST] = LITERAL(
        "Podcast Download URL|Adres podcastu|Download-URL podcast|Hämtnings-URL för poddsändning|Lien de "
        "téléchargement du podcast|Pocast下載網址|Pod yayını indirme adresi|Podcast letöltés "
        "URL|Podcast-Download-URL|Podkastnedlastings-URL|URL de descarga del pódcast|URL de descàrrega del podcast|URL "
        "para baixar Podcast|URL scaricamento podcast|Посилання на завантаження Podcast|Ссылка загрузки "
        "подкаста|コンテンツ|播客下载地址"),
};

static bool is_one_of(Text name, Text names)
{
    Text one;

    for (size_t at = 0; text_next_part(names, '|', &at, &one);) {
        if (text_equal(one, name))
            return true;
    }
    return false;
}

static NewsboatLabel label_of(Text name)
{
    int label = 0;

    while (label < NEWSBOAT_LABEL_COUNT && !is_one_of(name, labels[label]))
        label++;
    return (NewsboatLabel)label;
}

/* "Titre : …", "标题：…": the bytes before the value, and the label itself; 0: the line begins with none. */
static size_t label_size(Text line, Text *name)
{
    static const Text wide = LITERAL("：");
    size_t colon = text_find_byte(line, ':', 0), full = text_find(line, wide, 0);
    size_t at = colon < full ? colon : full;
    size_t size = colon < full ? 1 : wide.size;

    if (at == TEXT_NOT_FOUND || at == 0 || at > LABEL_LONGEST)
        return 0;
    *name = text_trim(text_slice(line, (Range){0, at}));
    at += size;
    if (colon < full && (at >= line.size || line.bytes[at] != ' '))
        return 0;
    while (at < line.size && line.bytes[at] == ' ')
        at++;
    return at;
}

static bool is_address(Text value)
{
    return text_find(value, TEXT("://"), 0) != TEXT_NOT_FOUND &&
           text_find_byte(text_trim(value), ' ', 0) == TEXT_NOT_FOUND;
}

/* "… 2026 07:30:00 +0000": a time with seconds, and a year. */
static bool is_date(Text value)
{
    size_t colon = text_find_byte(value, ':', 0), digits = 0;

    for (size_t i = 0; i < value.size; i++)
        digits += ascii_is_digit(value.bytes[i]);
    return colon != TEXT_NOT_FOUND && colon + 3 < value.size && value.bytes[colon + 3] == ':' && digits >= 9;
}

/* What a label that is not known must be; `goes_on`: the line before may. */
static NewsboatLabel label_by_place(const NewsboatHead *head, Text value, size_t line, size_t words, bool goes_on)
{
    if (line == 0)
        return words <= 2 ? NEWSBOAT_FEED : NEWSBOAT_LABEL_COUNT;
    if (range_is_empty(head->values[NEWSBOAT_LINK]) && is_address(value))
        return NEWSBOAT_LINK;
    if (range_is_empty(head->values[NEWSBOAT_DATE]) && is_date(value))
        return NEWSBOAT_DATE;
    if (line == 1 && words <= 2)
        return NEWSBOAT_TITLE;
    if (line == 2 && words <= 2 && !goes_on)
        return NEWSBOAT_AUTHOR;
    return NEWSBOAT_LABEL_COUNT;
}

/* Three lines that newsboat writes, the feed among them, and a date or an address: of a language that is not known both, and no label that is. */
static bool is_whole(const NewsboatHead *head)
{
    bool has_date = !range_is_empty(head->values[NEWSBOAT_DATE]),
         has_link = !range_is_empty(head->values[NEWSBOAT_LINK]);
    size_t count = 0;

    for (int label = 0; label < NEWSBOAT_LABEL_COUNT; label++)
        count += !range_is_empty(head->values[label]);
    return count >= 3 && (head->known ? has_date || has_link : has_date && has_link);
}

/* Newsboat breaks lines behind a blank, of which older ones leave it there. */
static bool may_go_on(Text source, size_t next)
{
    enum { SHORT = 60 };

    return next > 1 && (source.bytes[next - 2] == ' ' ||
                        (next > SHORT && text_find_byte(text_slice(source, (Range){next - SHORT, next - 1}), '\n', 0) ==
                                             TEXT_NOT_FOUND));
}

/* One more line: it begins a value, or goes on with the last. */
static void take_line(NewsboatHead *head, Text source, Range line, size_t number, NewsboatLabel *last)
{
    Text words = text_slice(source, line), name = {0};
    size_t size = label_size(words, &name);
    NewsboatLabel label = size ? label_of(name) : NEWSBOAT_LABEL_COUNT;

    head->known += label < NEWSBOAT_LABEL_COUNT;
    if (size && label == NEWSBOAT_LABEL_COUNT)
        label = label_by_place(head, text_slice(words, (Range){size, words.size}), number, text_count_words(name),
                               may_go_on(source, line.start));
    if (label < NEWSBOAT_LABEL_COUNT && range_is_empty(head->values[label])) {
        head->values[label] = (Range){line.start + size, line.end};
        *last = label;
    } else if (*last < NEWSBOAT_LABEL_COUNT) {
        head->values[*last].end = line.end;
    }
}

bool newsboat_head(Text source, NewsboatHead *head)
{
    NewsboatLabel last = NEWSBOAT_LABEL_COUNT;
    bool feed_is_known = false;
    size_t at = utf8_mark_size(source);

    *head = (NewsboatHead){.end = 0};
    for (size_t number = 0; at < source.size && number < LINES_MOST; number++) {
        size_t end = text_find_byte(source, '\n', at);
        Range line = {at, end == TEXT_NOT_FOUND ? source.size : end};

        at = end == TEXT_NOT_FOUND ? source.size : end + 1;
        if (text_trim(text_slice(source, line)).size == 0) {
            head->end = at;
            return is_whole(head) && feed_is_known == (head->known > 0);
        }
        take_line(head, source, line, number, &last);
        if (last == NEWSBOAT_LABEL_COUNT || (number == 0 && last != NEWSBOAT_FEED))
            return false;
        if (number == 0)
            feed_is_known = head->known > 0;
    }
    head->end = at;
    return is_whole(head) && feed_is_known == (head->known > 0);
}
