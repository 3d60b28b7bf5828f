"""Timing, apart from the tests: `make bench` prints ratios to a bare window and plain times."""
