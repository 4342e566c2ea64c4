# --- tests/fuzz: what must survive any input; each replays tests/corpus/NAME here, and is a libFuzzer program with --enable-fuzzing
fuzz_programs = \
	%D%/fuzz_analysis \
	%D%/fuzz_anchors \
	%D%/fuzz_article \
	%D%/fuzz_article_writer \
	%D%/fuzz_bulk \
	%D%/fuzz_captions \
	%D%/fuzz_config \
	%D%/fuzz_config_edit \
	%D%/fuzz_control_forms \
	%D%/fuzz_decoder \
	%D%/fuzz_head \
	%D%/fuzz_json \
	%D%/fuzz_keys \
	%D%/fuzz_layout \
	%D%/fuzz_markdown \
	%D%/fuzz_message \
	%D%/fuzz_model \
	%D%/fuzz_printable \
	%D%/fuzz_query \
	%D%/fuzz_reader \
	%D%/fuzz_search \
	%D%/fuzz_theme \
	%D%/fuzz_yaml
if LIBXML2
fuzz_programs += %D%/fuzz_html
endif
EXTRA_PROGRAMS += $(fuzz_programs)
if FUZZING
fuzz_main =
else
fuzz_main = %D%/replay.c
check_PROGRAMS += $(fuzz_programs)
endif
fuzz_shared = %D%/fuzz.c %D%/fuzz.h $(fuzz_main)
played_reader = %D%/played_reader.c %D%/played_reader.h
tests_test_pages_SOURCES = tests/canvas_text.c tests/canvas_text.h tests/process.c tests/process.h tests/test_pages.c tests/web_server.c tests/web_server.h $(played_reader) %D%/fuzz.c %D%/fuzz.h
tests_test_random_keys_SOURCES = tests/test_random_keys.c $(played_reader) %D%/fuzz.c %D%/fuzz.h
tests_test_streaming_SOURCES = tests/canvas_text.c tests/canvas_text.h tests/test_streaming.c $(played_reader) %D%/fuzz.c %D%/fuzz.h
%C%_fuzz_analysis_SOURCES = %D%/fuzz_analysis.c $(fuzz_shared)
%C%_fuzz_analysis_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_anchors_SOURCES = %D%/fuzz_anchors.c $(fuzz_shared)
%C%_fuzz_anchors_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_article_SOURCES = %D%/fuzz_article.c $(fuzz_shared)
%C%_fuzz_article_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_article_writer_SOURCES = %D%/fuzz_article_writer.c tests/written_article.c tests/written_article.h $(fuzz_shared)
%C%_fuzz_article_writer_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_bulk_SOURCES = %D%/fuzz_bulk.c src/cli/commands/bulk.c src/cli/commands/bulk.h src/cli/lines.c src/cli/lines.h $(fuzz_shared)
%C%_fuzz_bulk_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_captions_SOURCES = %D%/fuzz_captions.c $(fuzz_shared)
%C%_fuzz_captions_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_config_SOURCES = %D%/fuzz_config.c $(fuzz_shared)
%C%_fuzz_config_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_config_edit_SOURCES = %D%/fuzz_config_edit.c $(fuzz_shared)
%C%_fuzz_config_edit_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_control_forms_SOURCES = %D%/fuzz_control_forms.c $(fuzz_shared)
%C%_fuzz_control_forms_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_decoder_SOURCES = %D%/fuzz_decoder.c $(fuzz_shared)
%C%_fuzz_decoder_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_head_SOURCES = %D%/fuzz_head.c $(fuzz_shared)
%C%_fuzz_head_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_html_SOURCES = %D%/fuzz_html.c $(fuzz_shared)
%C%_fuzz_html_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_html_LDADD = $(HTML_LDADD) $(MD4C_LIBS)
%C%_fuzz_json_SOURCES = %D%/fuzz_json.c $(fuzz_shared)
%C%_fuzz_json_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_keys_SOURCES = %D%/fuzz_keys.c $(played_reader) $(fuzz_shared)
%C%_fuzz_keys_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_layout_SOURCES = %D%/fuzz_layout.c $(fuzz_shared)
%C%_fuzz_layout_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_markdown_SOURCES = %D%/fuzz_markdown.c $(fuzz_shared)
%C%_fuzz_markdown_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_message_SOURCES = %D%/fuzz_message.c $(fuzz_shared)
%C%_fuzz_message_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_model_SOURCES = %D%/fuzz_model.c $(fuzz_shared)
%C%_fuzz_model_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_printable_SOURCES = %D%/fuzz_printable.c $(fuzz_shared)
%C%_fuzz_printable_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_query_SOURCES = %D%/fuzz_query.c src/term/clock.c src/term/query.c src/term/query.h src/term/send.c src/term/send.h src/term/reports/sequence.c src/term/reports/sequence.h $(fuzz_shared)
%C%_fuzz_query_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_reader_SOURCES = %D%/fuzz_reader.c $(played_reader) $(fuzz_shared)
%C%_fuzz_reader_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_search_SOURCES = %D%/fuzz_search.c $(played_reader) $(fuzz_shared)
%C%_fuzz_search_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_theme_SOURCES = %D%/fuzz_theme.c $(fuzz_shared)
%C%_fuzz_theme_LDFLAGS = $(FUZZ_LDFLAGS)
%C%_fuzz_yaml_SOURCES = %D%/fuzz_yaml.c $(fuzz_shared)
%C%_fuzz_yaml_LDFLAGS = $(FUZZ_LDFLAGS)
EXTRA_PROGRAMS += %D%/make_dictionaries
%C%_make_dictionaries_SOURCES = %D%/make_dictionaries.c %D%/fuzz.c %D%/fuzz.h
EXTRA_DIST += tests/corpus

FUZZ_SECONDS = 60
FUZZ_TARGETS = $(fuzz_programs)
check-fuzz:
	$(AM_V_at)$(MAKE) --no-print-directory check-variant VARIANT=fuzz \
	VARIANT_CONFIGURE="--enable-fuzzing CC=clang CFLAGS='-g -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined'" \
	VARIANT_MAKE=run-fuzz

fuzz-programs: $(fuzz_programs) %D%/make_dictionaries$(EXEEXT)
run-fuzz: fuzz-programs
	$(AM_V_at)SRCDIR='$(abs_top_srcdir)'; export SRCDIR; %D%/make_dictionaries$(EXEEXT) tests/fuzz && \
	for target in $(FUZZ_TARGETS); do \
	  name=$${target##*/fuzz_}; $(MKDIR_P) fuzz-found/$$name; dictionary=; \
	  test ! -f %D%/$$name.dict || dictionary=-dict=%D%/$$name.dict; \
	  ./$$target -max_total_time=$(FUZZ_SECONDS) -max_len=65536 $$dictionary -artifact_prefix=fuzz-found/$$name- \
	    fuzz-found/$$name $(srcdir)/tests/corpus/$$name $(srcdir)/tests/vectors || exit 1; done
.PHONY: check-fuzz fuzz-programs run-fuzz
