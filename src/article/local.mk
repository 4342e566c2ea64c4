# --- article: what an article is
libquoin_a_SOURCES += \
	%D%/address_identity.c \
	%D%/address_identity.h \
	%D%/article.c \
	%D%/article.h \
	%D%/article_build.c \
	%D%/article_build.h \
	%D%/link_address.c \
	%D%/link_address.h \
	%D%/link_spans.c \
	%D%/link_spans.h \
	%D%/offset_map.c \
	%D%/offset_map.h \
	%D%/page_address.c \
	%D%/page_address.h \
	%D%/plain_text.c \
	%D%/plain_text.h \
	%D%/text_fragment.c \
	%D%/text_fragment.h \
	%D%/web_address.c \
	%D%/web_address.h \
	%D%/web_address_parts.c \
	%D%/web_address_resolve.c
