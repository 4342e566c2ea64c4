# --- analysis: what the text says
libquoin_a_SOURCES += \
	%D%/analysis.c \
	%D%/analysis.h \
	%D%/antecedents.c \
	%D%/antecedents.h \
	%D%/descriptions.c \
	%D%/result.c \
	%D%/result.h \
	%D%/same_roles.def \
	%D%/traits.c \
	%D%/traits.h
