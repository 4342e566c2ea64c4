# --- ui/cells: the grid that is drawn into, and where things are on it
libquoin_a_SOURCES += \
	%D%/arrangement.c \
	%D%/arrangement.h \
	%D%/canvas.c \
	%D%/canvas.h \
	%D%/entity_signs.c \
	%D%/entity_signs.h \
	%D%/history.c \
	%D%/history.h \
	%D%/list_view.c \
	%D%/list_view.h \
	%D%/prompt.c \
	%D%/prompt.h \
	%D%/quote_role.c \
	%D%/quote_role.h \
	%D%/speaker_signs.c \
	%D%/speaker_signs.h
