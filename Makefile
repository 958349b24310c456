# Installs suitor, or makes a Debian package of it; README.md says how. Programs are built by SwiftPM, which needs none of this.

PREFIX = /usr/local
# A folder that stands for the root, for who makes packages.
DESTDIR =
# The program: another one is installed as it is, and not built.
BINARY = .build/release/suitor
# Where zsh looks, which differs between what one installs oneself and what a Debian package holds.
ZSH_COMPLETIONS = share/zsh/site-functions

to = $(DESTDIR)$(PREFIX)
doc = $(to)/share/doc/suitor
put = install -D -m 644

.PHONY: all install uninstall deb profile

all: $(BINARY)

.build/release/suitor:
	swift build -c release --product suitor

install: $(BINARY)
	install -D -m 755 $(BINARY) $(to)/bin/suitor
	for language in . fr; do for page in suitor.1 suitor-config.5; do \
	  file=$(to)/share/man/$$language/man$${page##*.}/$$page; \
	  $(put) docs/man/$$language/$$page $$file && gzip -9nf $$file || exit 1; done; done
	$(put) docs/completions/suitor.bash $(to)/share/bash-completion/completions/suitor
	$(put) docs/completions/_suitor $(to)/$(ZSH_COMPLETIONS)/_suitor
	$(put) docs/completions/suitor.fish $(to)/share/fish/vendor_completions.d/suitor.fish
	install -d $(to)/share/suitor/stories && install -m 644 Data/stories/*.txt $(to)/share/suitor/stories
	for file in README.md docs/*.md $$(find Data/lexicon -type f) Data/stories/README.md; do \
	  $(put) $$file $(doc)/$$file || exit 1; done

uninstall:
	rm -f $(to)/bin/suitor $(to)/share/man/man[15]/suitor*.gz $(to)/share/man/fr/man[15]/suitor*.gz \
	  $(to)/share/bash-completion/completions/suitor $(to)/$(ZSH_COMPLETIONS)/_suitor \
	  $(to)/share/fish/vendor_completions.d/suitor.fish
	rm -rf $(to)/share/suitor $(doc)

deb: $(BINARY)
	.packaging/deb $(BINARY)

# Counts anew what the program does most, which it is compiled by.
profile:
	.packaging/profile
