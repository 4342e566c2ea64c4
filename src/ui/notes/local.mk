# --- ui/notes: what a reader writes about the article
libquoin_a_SOURCES += \
	%D%/correcting.c \
	%D%/correcting.h \
	%D%/name_line.c \
	%D%/name_line.h \
	%D%/note_line.c \
	%D%/note_line.h \
	%D%/note_words.c \
	%D%/note_words.h \
	%D%/noting.c \
	%D%/noting.h \
	%D%/unkept.c \
	%D%/unkept.h \
	%D%/who_is_who.c \
	%D%/who_is_who.h
