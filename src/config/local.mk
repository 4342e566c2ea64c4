# --- config: the configuration, read, its settings one by one, and written with another value in it
libquoin_a_SOURCES += \
	%D%/config.c \
	%D%/config.h \
	%D%/config_edit.c \
	%D%/config_edit.h \
	%D%/program.c \
	%D%/program.h \
	%D%/setting.c \
	%D%/setting.h \
	%D%/setting_write.c \
	%D%/setting_write.h \
	%D%/settings.def
