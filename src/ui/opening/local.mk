# --- ui/opening: the article that is open, from its opening to its end
libquoin_a_SOURCES += \
	%D%/opening.c \
	%D%/opening.h \
	%D%/pages.c \
	%D%/pages.h \
	%D%/remembering.c \
	%D%/remembering.h \
	%D%/streaming.c \
	%D%/streaming.h
