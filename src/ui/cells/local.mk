# ui/cells: the grid that is drawn into, and where things are on it
libquoin_a_SOURCES += \
	%D%/arrangement.c \
	%D%/arrangement.h \
	%D%/canvas.c \
	%D%/canvas.h \
	%D%/list_view.c \
	%D%/list_view.h \
	%D%/speaker_signs.c
