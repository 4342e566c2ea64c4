# --- memory/notes: what a reader writes about an article
libquoin_a_SOURCES += \
	%D%/article_notes.c \
	%D%/article_notes.h \
	%D%/conflict_copies.c \
	%D%/conflict_copies.h \
	%D%/corrections.c \
	%D%/corrections.h \
	%D%/note.c \
	%D%/note.h \
	%D%/note_place.c \
	%D%/note_place.h \
	%D%/notes_file.c \
	%D%/notes_file.h \
	%D%/notes_put.c \
	%D%/notes_store.c \
	%D%/notes_store.h \
	%D%/notes_union.c \
	%D%/notes_union.h \
	%D%/notes_within.c \
	%D%/notes_within.h \
	%D%/people_corrections.c \
	%D%/people_corrections.h
