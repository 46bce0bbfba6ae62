# `make demo` and `make test` need nothing but a Swift toolchain and Debian: they install what is missing.

PREFIX ?= /usr/local
DESTDIR ?=
# What tests start: the kernel's network namespaces, the program that draws, servers of DNS and TLS on loopback, routers.
TEST_TOOLS = python3 iproute2 nftables graphviz frr nsd unbound ldnsutils openssl
FORMATTED = Sources Tests Package.swift
RELEASE = swift build -c release --product azimuth --static-swift-stdlib
EXAMPLE = Examples/guide-walk/snapshot.json

# Recorded answers of Azure and the reference tables are not part of this repository; tests that need them read them
# where they lie, and are skipped where they don't.
SHARED = $(wildcard ../shared)
ifneq ($(SHARED),)
export AZIMUTH_CASES ?= $(abspath $(SHARED)/cases)
export AZIMUTH_REFERENCE ?= $(abspath $(SHARED)/reference)
export AZIMUTH_PEERS ?= $(abspath $(SHARED)/tools/peers)
endif

.PHONY: help demo build test check format bench install setup clean

help:
	@echo "make demo       build, and diagnose a connection of the shipped example"
	@echo "make build      build the release program"
	@echo "make test       run all tests"
	@echo "make check      check the formatting and the sizes of files"
	@echo "make format     format the sources"
	@echo "make bench      measure (see Benchmarks/README.md)"
	@echo "make install    install the program, its manual page and completions below PREFIX ($(PREFIX))"

setup:
	@Scripts/setup

build: setup
	$(RELEASE)

demo: build
	@program=$$(swift build -c release --show-bin-path)/azimuth; \
	echo; echo "$$ azimuth diagnose vm-1 vm-2:1433 --snapshot $(EXAMPLE)"; echo; \
	"$$program" diagnose vm-1 vm-2:1433 --snapshot $(EXAMPLE); code=$$?; \
	echo; echo "(exit code $$code: 1 means blocked)"; test $$code -eq 1

test:
	@Scripts/setup $(TEST_TOOLS)
	swift test --disable-xctest

check:
	swift format lint --strict -r $(FORMATTED)
	Scripts/check-sizes

format:
	swift format format -i -r $(FORMATTED)

bench: setup
	Benchmarks/run.sh

install: build
	@program=$$(swift build -c release --show-bin-path)/azimuth; \
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"; \
	install -m 755 "$$program" "$(DESTDIR)$(PREFIX)/bin/azimuth"; \
	"$$program" __man > "$(DESTDIR)$(PREFIX)/share/man/man1/azimuth.1"; \
	"$$program" completion bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/azimuth"; \
	"$$program" completion zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_azimuth"; \
	"$$program" completion fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/azimuth.fish"

clean:
	rm -rf .build Benchmarks/.build
