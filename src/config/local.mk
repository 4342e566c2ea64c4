# --- config: the configuration, read, and written with another theme in it
libquoin_a_SOURCES += \
	%D%/config.c \
	%D%/config.h \
	%D%/config_edit.c \
	%D%/config_edit.h \
	%D%/program.c \
	%D%/program.h
