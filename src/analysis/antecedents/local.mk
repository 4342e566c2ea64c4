# --- analysis/antecedents: whom a pronoun or a description means
libquoin_a_SOURCES += \
	%D%/antecedents.c \
	%D%/antecedents.h \
	%D%/descriptions.c \
	%D%/descriptions.h \
	%D%/makers.c \
	%D%/makers.h \
	%D%/same_roles.def \
	%D%/search.c \
	%D%/search.h \
	%D%/traits.c \
	%D%/traits.h
