# --- theme: roles, colours, signs, theme files
libquoin_a_SOURCES += \
	%D%/ciede2000.c \
	%D%/ciede2000.h \
	%D%/color.c \
	%D%/color.h \
	%D%/palette_256.def \
	%D%/role.c \
	%D%/role.h \
	%D%/roles.def \
	%D%/signs.c \
	%D%/signs.def \
	%D%/signs.h \
	%D%/theme.c \
	%D%/theme.h \
	%D%/theme_base16.c \
	%D%/theme_glyphs.c \
	%D%/theme_outline.c \
	%D%/theme_read.c \
	%D%/theme_read.h \
	%D%/theme_style.c
