# `make site` builds Vitrine and shows it; `make test` checks everything. Both install what is
# missing when run as root, and otherwise name the `apt-get` line that does.

SWIFT_SOURCES := Package.swift Sources Tests

.PHONY: site test format bench fuzz clean

site:
	@.ci/install.sh build
	@.ci/build-release.sh
	@rm -rf .build/demo
	@.build/release/vitrine demo .build/demo

test:
	@Tests/Tools/test.sh $(SWIFT_SOURCES)

format:
	@swift format format --in-place --parallel --recursive $(SWIFT_SOURCES)

bench:
	@.ci/install.sh build
	@Tests/Tools/bench.sh
	@Tests/Tools/bench_rebuild.sh

# Hostile input for the readers of formats; each of them takes FUZZ_SECONDS.
FUZZ_SECONDS := 60

fuzz:
	@.ci/install.sh build
	@Tests/Tools/fuzz.sh $(FUZZ_SECONDS)

# The Python parts in .venv stay: they follow Tests/Tools/requirements.txt by themselves.
clean:
	@rm -rf .build
