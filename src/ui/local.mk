# --- ui: the reader without a terminal: keys, mouse and time in, cells and effects out
libquoin_a_SOURCES += \
	%D%/command_line.c \
	%D%/command_line.h \
	%D%/draw.c \
	%D%/draw.h \
	%D%/mouse.c \
	%D%/mouse.h \
	%D%/reader.c \
	%D%/reader.h
