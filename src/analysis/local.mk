# --- analysis: what the text says
libquoin_a_SOURCES += \
	%D%/analysis.c \
	%D%/analysis.h \
	%D%/result.c \
	%D%/result.h
