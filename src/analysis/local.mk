# --- analysis: what the text says; here the order of the work
libquoin_a_SOURCES += \
	%D%/analysis.c \
	%D%/analysis.h \
	%D%/explained_step.c \
	%D%/explained_step.h \
	%D%/explanation.c \
	%D%/explanation.h \
	%D%/reasons.c \
	%D%/reasons.def \
	%D%/reasons.h
