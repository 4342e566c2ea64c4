/*
 * App: all state there is while somebody reads. Keys, mouse and time go in, a canvas and effects come out; no terminal, no clock, no
 * environment. One key does this:
 *
 *     app_key -> keymap_feed -> an action -> App changed, Effects -> the loop draws, quits, suspends
 *
 * What drives it is in ui/reader.h; what panes, popups and actions do to it, in the headers of this folder.
 */
#ifndef QUOIN_UI_STATE_APP_H
#define QUOIN_UI_STATE_APP_H

#include "config/config.h"
#include "library/library.h"
#include "memory/keeper.h"
#include "memory/notes/article_notes.h"
#include "memory/notes/corrections.h"
#include "memory/notes/notes_store.h"
#include "memory/recent.h"
#include "reading/document.h"
#include "reading/document_memory.h"
#include "reading/place_words.h"
#include "config/setting.h"
#include "ui/cells/arrangement.h"
#include "ui/cells/history.h"
#include "ui/cells/list_view.h"
#include "ui/cells/prompt.h"
#include "ui/state/theme_choice.h"

typedef enum Effect {
    EFFECT_NONE = 0,
    EFFECT_QUIT = 1 << 0,
    EFFECT_SUSPEND = 1 << 1,
    EFFECT_REDRAW = 1 << 2,        /* send the whole screen anew */
    EFFECT_KEEP_SETTING = 1 << 3,  /* write the setting app->kept to the configuration, as it is now */
    EFFECT_BROWSE = 1 << 4,        /* start the program that opens app->address */
    EFFECT_EDIT = 1 << 5,          /* let the editor have the file of the entry, at app->edit_line; then app_reload */
    EFFECT_COPY = 1 << 6,          /* put app->out on the clipboard, */
    EFFECT_PIPE = 1 << 7,          /* … give it to a program, */
    EFFECT_SAVE = 1 << 8,          /* … write it to a file */
    EFFECT_WRITE_QUOTES = 1 << 13, /* put the listed quotations into the article's file; then app_reload */
    EFFECT_EDIT_NOTE = 1 << 12     /* let the editor have the words of app->noting.line; then note_line_written */
} Effect;
typedef unsigned Effects;

typedef enum PopupId {
    POPUP_NONE,
    POPUP_HELP,
    POPUP_THEMES,
    POPUP_MAP,
    POPUP_MENTIONS,
    POPUP_NAMES,
    POPUP_LINKS,
    POPUP_INFO,
    POPUP_SETTINGS,
    POPUP_OUTPUT,
    POPUP_MESSAGES,
    POPUP_WHY,
    POPUP_COUNT
} PopupId;

/* Whether the file of what is open is another one by now: see opening.h. */
typedef struct ChangeWatch {
    int64_t looked_ms;
    FileStamp told; /* the change that was told; zeroes: none */
} ChangeWatch;

/* Where the reader left an entry, in this session and before. */
typedef struct KeptPlace {
    PlaceWords *place; /* NULL: it was not open yet in this session */
    bool is_looked_up; /* what is remembered of it is known: */
    ReadingState state;
    unsigned percent;       /* … of one that is being read */
    size_t quotation_count; /* … when it was left in this session; 0: it is not known */
} KeptPlace;

typedef struct AppOptions {
    const Config *config;
    Library *library;
    InputForm form; /* what the files are said to be */
    FileWait *wait; /* for commands that print, which read streams to their end: as of file_finish_stream. NULL: they come as one reads */
    ThemeSource themes;
    const Text *theme_ids; /* what there is to choose from, in order */
    size_t theme_count;
    Charset charset;
    TextOrder order;            /* of what goes from right to left: what the terminal leaves to be set in order */
    Variant variant;            /* what the terminal's background suggests, when the configuration does not say */
    ModelSource models;         /* why there is no model is told once, as a message */
    Text theme;                 /* from the command line; empty: the configuration's */
    Text home;                  /* what "~" means; empty: nothing */
    Keeper keeper;              /* who keeps what lasts */
    int (*minute_of_day)(void); /* by the clock on the wall; NULL: it is not known */
    bool tells_apart;           /* the terminal tells Tab from ^I, and Enter from ^M */
    bool continues;             /* the first entry is what was read last: it is offered in the list */
} AppOptions;

/* Of an article that comes as a stream: see streaming.h. */
typedef struct Streaming {
    int64_t came_ms, shown_ms; /* when something came last, and was shown last */
    size_t follow; /* where the screen was put at the end of the text, to stay there; NO_OFFSET: it was not */
} Streaming;

/* Pages of the web that are coming: see pages.h. */
typedef struct PageState {
    File *asked;       /* what was asked for while something else is open; NULL: nothing */
    Text address;      /* … its address */
    bool coming;       /* some of the library are, perhaps */
    int64_t looked_ms; /* when they were looked at last */
} PageState;

/* What is remembered: see ui/opening/remembering.h. */
typedef struct MemoryState {
    DocumentMemory document;   /* of what is open */
    int64_t since_ms, last_ms; /* when something changed first, and last, that is not written yet; 0: nothing did */
    bool by_lines;             /* nothing is laid out: how much is read is told here (--linear) */
    unsigned lines_percent;    /* … of the text */
    bool is_told;              /* that something cannot be read or written */
    RecentList recent;         /* to look articles up by the names of their files */
    bool has_recent;
} MemoryState;

/* The popup that lies over the panes. */
typedef struct PopupState {
    PopupId id;
    ListView list;         /* of its rows */
    Prompt filter;         /* typed into help and pickers */
    Text theme;            /* id of the selected row of the theme picker; empty: there is none */
    VariantChoice variant; /* light or dark when it was opened */
    size_t place;          /* of the map: which of the places in the selected row */
    size_t offset;         /* … and where in the text one looks for the nearest in another row */
} PopupState;

/* What is typed in the status line. */
typedef struct PromptState {
    Prompt line;
    size_t top;                 /* where the text stood when a search began: Escape returns there */
    Prompt last_search;         /* for n after Escape, and for / Enter */
    bool show_candidates;       /* Tab was the last key of the command line */
    History commands, searches; /* what was typed before */
} PromptState;

/* What is taken out of the article by an effect; in the arena. */
typedef struct OutState {
    Arena arena;
    Text text;
    Text what;                /* for messages: "quotation 3, 14 words" */
    Text name;                /* of the file, for EFFECT_SAVE */
    bool replaces;            /* … which may be there already */
    const char *const *words; /* of the program, for EFFECT_PIPE */
} OutState;

/* What a program wrote that was given something, line by line. */
typedef struct ProgramOutput {
    Arena arena;
    Text title;
    ARRAY(Text) lines;
} ProgramOutput;

/* Why a quotation is somebody's, in words: see popups/why_popup.c. */
typedef struct WhyItem {
    Text words; /* of one line or more */
    Role role;
    int indent; /* columns */
} WhyItem;

typedef struct WhyState {
    Arena arena;
    ARRAY(WhyItem) items;
} WhyState;

/* The button of the mouse is held since it was pressed in the text. */
typedef struct DragState {
    bool held, moved;
    Mouse at;            /* where the mouse is */
    size_t anchor;       /* where it was pressed, in what is shown; NO_OFFSET: not in the text */
    int64_t scrolled_ms; /* when the text was scrolled last, since it is beyond an edge */
} DragState;

/* Letters over the links on the screen; what was typed of them. */
enum { HINT_LETTERS_MOST = 4 };
typedef struct HintState {
    bool shown;
    char typed[HINT_LETTERS_MOST];
    size_t count;
} HintState;

/* Notes that are in no file: see ui/notes/unkept.h. */
typedef struct UnkeptNote {
    Text name; /* of the file where it should be */
    Note note;
} UnkeptNote;

typedef struct UnkeptNotes {
    Arena arena;
    UnkeptNote *items;
    size_t count, capacity;
} UnkeptNotes;

/* A note as it was before a step, of which there may be several. */
typedef struct NoteBefore {
    Note note;
    size_t step;
} NoteBefore;

/* What the reader wrote about the article: see ui/notes/noting.h. */
typedef struct NoteState {
    size_t readings; /* how often they were read */
    bool is_read;    /* the rest is of the article that is open */
    Arena arena;     /* of the file's notes */
    NotesStore store;
    NotesUnion all;      /* deleted ones among them */
    UnkeptNotes unkept;  /* of all articles */
    Arena sources_arena; /* of corrections, as the analysis has them */
    Arena places_arena;
    PlacedNotes remarks; /* notes and highlights */
    PlacedNotes corrections;
    PlacedNotes people; /* who is who, as the reader says */
    PlacedNotes placed; /* all three, as the list shows them */
    size_t selected;    /* of them; NO_INDEX: none */
    Text typed;         /* of a speaker, before Tab */
    size_t candidate;   /* how often Tab came since; 0: not */
    Arena line_arena;
    Note line; /* what is being written */
    Arena undo_arena;
    ARRAY(NoteBefore) undo; /* what was deleted or changed, as it was, the last at the end */
    size_t undo_step;       /* the last one; 0: nothing was done since the article was opened */
    bool undo_goes_on;      /* what comes belongs to that step */
    size_t doomed;          /* the note that the same key again deletes, from 1; 0: none */
    size_t taken_off;       /* where the name is mentioned that was made none of those that are listed, or NO_OFFSET */
} NoteState;

/* A list in which words can be found: how many rows, what one says (in `scratch`), and what is done to select one. */
struct App;
typedef struct ListFindTarget {
    ListView *list; /* NULL: none */
    size_t (*count)(const struct App *app);
    Text (*row_text)(const struct App *app, size_t row, Arena *scratch);
    void (*select)(struct App *app, size_t row);
    Text *(*row_texts)(const struct App *app, Arena *scratch); /* of all rows, where one costs as much; NULL: row_text */
} ListFindTarget;

/* See list_find.h. */
typedef struct ListFind {
    ListFindTarget target;
    const ListView *missed; /* the list that did not have what was looked for last; NULL: none */
    size_t origin;          /* the row that was selected when it began */
    Prompt pattern, last;   /* what is looked for; what was, before */
    Arena arena;
    ARRAY(size_t) rows;  /* that have it, */
    size_t count;        /* … of so many */
    size_t looked, told; /* of articles: so many are known by their titles, and were when the rows were noted */
} ListFind;

/* That there is no further doubt in an article, and what the key does next, was told: see actions_doubt.h. */
typedef struct DoubtTold {
    int direction; /* 0: it was not */
    size_t entry;  /* of what was open, */
    size_t quote;  /* … and which quotation was selected; NO_INDEX: none */
} DoubtTold;

typedef struct App {
    Arena arena; /* the life of the program */
    AppOptions options;
    const Config *config; /* that of the options, or `settings` */
    Config *settings;     /* changed by ":set"; NULL: none was yet */
    SettingId kept;       /* for EFFECT_KEEP_SETTING */
    Library *library;

    Document document;
    Streaming streaming;
    PageState pages;
    MemoryState memory;
    size_t entry;            /* of the library: what is open, or was tried */
    ARRAY(KeptPlace) places; /* for entries, as far as there are any */
    Report failure;          /* why the entry could not be opened; no problems: it is open */
    Arena failure_arena;
    ThemeChoice themes;

    int rows, columns;
    int measure_columns;
    int body_rows;     /* of the body when it was last on the screen */
    PaneChoice choice; /* what is shown and what has the focus */
    Arrangement arrangement;
    ListView lists[PANE_COUNT];     /* of the panes that are lists */
    NamesChoice names;              /* which are marked in the text, */
    bool marked[ENTITY_TYPE_COUNT]; /* … of these kinds */
    bool number_links;              /* behind their words in the text */
    size_t left_at; /* where the text stood when the focus left it for a list; NO_OFFSET: it has the focus */

    PopupState popup;
    PromptState prompt;
    ListFind find;
    HintState hints;
    OutState out;
    ProgramOutput output;
    WhyState why;
    DoubtTold doubt_told;
    DragState drag;
    NoteState noting;
    Arena address_arena;
    Text address; /* for EFFECT_BROWSE */
    KeyState keys;
    bool show_continuations; /* a prefix has waited long enough */
    bool model_told;         /* why there is no model of names */
    size_t edit_line;        /* for EFFECT_EDIT; 0: no line */
    int64_t place_until_ms;  /* until when zen shows the place; 0: it does not */
    ChangeWatch change;
    Message message;
    MessageLog message_log;
    int64_t now_ms;
    Rect tabs[PANE_COUNT]; /* where clicks go, as last drawn: the line of tabs, */
    Rect progress;         /* … the cells of the progress bar */
} App;

bool app_is_selecting(const App *app); /* in the text, which has the focus */
KeyContext app_key_context(
    const App *app); /* where keys are looked up now: the popup's, a selection's or the focused pane's */
bool app_shows(const App *app, PaneId pane);

bool app_marks(const App *app, EntityType type); /* are all names of that kind marked in the text? */

/* Is what was opened a web page that has no article in it, and is not shown as one? Its source may be. */
bool app_page_fails(const App *app);

/* A message for the status line. */
void app_say(App *app, Role role, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;

#endif
