# --- analysis/entities: people and names as one list of entities
libquoin_a_SOURCES += \
	%D%/alias_index.c \
	%D%/alias_index.h \
	%D%/best_form.c \
	%D%/best_form.h \
	%D%/birth_names.c \
	%D%/birth_names.h \
	%D%/entities.c \
	%D%/entities.h \
	%D%/entity_work.h \
	%D%/finer_kinds.c \
	%D%/finer_kinds.def \
	%D%/finer_kinds.h \
	%D%/found.c \
	%D%/found.h \
	%D%/given_names.c \
	%D%/given_names.h \
	%D%/nationalities.c \
	%D%/nationalities.def \
	%D%/nationalities.h \
	%D%/related_places.c \
	%D%/related_places.h
