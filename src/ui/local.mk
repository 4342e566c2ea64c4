# ui: the reader without a terminal: keys, mouse and time in, cells and effects out
libquoin_a_SOURCES += \
	%D%/continuations.c \
	%D%/frame.c \
	%D%/frame.h \
	%D%/header.c \
	%D%/hints.c \
	%D%/reader.c \
	%D%/status_line.c
