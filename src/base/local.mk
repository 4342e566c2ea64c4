# --- base: memory, text, files, YAML
libquoin_a_SOURCES += \
	%D%/arena.c \
	%D%/arena.h \
	%D%/columns.c \
	%D%/columns.def \
	%D%/columns.h \
	%D%/confine.c \
	%D%/confine.h \
	%D%/count_of.h \
	%D%/file.c \
	%D%/file.h \
	%D%/fold.c \
	%D%/fold.h \
	%D%/iso_date.h \
	%D%/json.c \
	%D%/json.h \
	%D%/json_write.c \
	%D%/limits.c \
	%D%/limits.def \
	%D%/limits.h \
	%D%/nearest.c \
	%D%/nearest.h \
	%D%/printable.c \
	%D%/printable.h \
	%D%/range.h \
	%D%/report.c \
	%D%/report.h \
	%D%/sink.c \
	%D%/sink.h \
	%D%/text.c \
	%D%/text.h \
	%D%/unicode.c \
	%D%/unicode.h \
	%D%/yaml.c \
	%D%/yaml.h \
	%D%/yaml_source.c \
	%D%/yaml_source.h
