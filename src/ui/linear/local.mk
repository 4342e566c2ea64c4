# --- ui/linear: reading by lines that follow one another
libquoin_a_SOURCES += \
	%D%/keys_spoken.c \
	%D%/keys_spoken.h \
	%D%/linear.c \
	%D%/linear.def \
	%D%/linear.h \
	%D%/lists.c \
	%D%/notes.c \
	%D%/notes.h \
	%D%/quotations.c \
	%D%/reading.c \
	%D%/reading.h \
	%D%/voice.c \
	%D%/voice.h
