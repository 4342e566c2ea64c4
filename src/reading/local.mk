# reading: one article being read, without a screen
libquoin_a_SOURCES += \
	%D%/document.c \
	%D%/document.h \
	%D%/gutter.c \
	%D%/gutter.h \
	%D%/jumps.c \
	%D%/search.c \
	%D%/speakers.c
