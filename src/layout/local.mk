# --- layout: lines of a given width
libquoin_a_SOURCES += \
	%D%/layout.c \
	%D%/layout.h \
	%D%/line_break.c \
	%D%/line_glyphs.c \
	%D%/line_glyphs.h
