"""What is installed is pinned exactly, and what is known to be broken cannot be."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import mentorjournal

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = {
    canonicalize_name(line.partition("==")[0]): Version(line.partition("==")[2])
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if re.fullmatch(r"[\w.-]+==[\w.]+", line)
}


def required(extras: list[str]) -> list[Requirement]:
    lines = list(PROJECT["dependencies"])
    for extra in extras:
        lines += PROJECT["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


def test_the_package_and_the_program_name_the_same_version() -> None:
    assert PROJECT["version"] == mentorjournal.__version__


def test_every_line_of_the_constraints_is_an_exact_pin() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert len(PINS) == len([line for line in lines if line and not line.startswith("#")])


@pytest.mark.parametrize(
    "requirement", required(["fonts", "test", "dev"]), ids=lambda requirement: str(requirement)
)
def test_what_is_asked_for_is_pinned_to_a_version_that_fits(requirement: Requirement) -> None:
    name = canonicalize_name(requirement.name)
    if name != "mentorjournal":
        assert requirement.specifier.contains(PINS[name])


def test_what_the_program_needs_is_pinned_down_to_the_last_package() -> None:
    waiting = {canonicalize_name(requirement.name) for requirement in required(["test"])}
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        needed = map(Requirement, metadata.requires(name) or [])
        waiting |= {
            canonicalize_name(other.name)
            for other in needed
            if other.marker is None or other.marker.evaluate({"extra": ""})
        } - seen
    assert seen <= set(PINS)


@pytest.mark.parametrize(
    ("python", "version", "allowed"),
    [
        ("3.11", "6.11.3", True),
        ("3.11", "6.12.0", False),
        ("3.12", "6.12.0", True),
        ("3.12", "6.11.2", False),
    ],
)
def test_the_qt_that_loses_references_is_kept_out(
    python: str, version: str, allowed: bool
) -> None:
    asked = [
        requirement.specifier
        for requirement in required([])
        if requirement.name == "PySide6-Essentials"
        and (requirement.marker is None or requirement.marker.evaluate({"python_version": python}))
    ]
    assert all(specifier.contains(version) for specifier in asked) is allowed
    assert asked
