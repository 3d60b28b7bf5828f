"""Copy the icons the program shows from py-phosphor-icons: `python packaging/icons.py [FOLDER]`.

The small SVGs are kept with the sources, so this runs only when a name is added to the list.
"""

from __future__ import annotations

import sys
from importlib import metadata, resources
from pathlib import Path

TARGET = Path(__file__).parents[1] / "mentorjournal" / "resources" / "icons"
PACKAGE = "py-phosphor-icons"

# Shown filled when the item that wears them is selected.
SELECTABLE = (
    "sun share-network clipboard-text chat-centered-text clock-counter-clockwise target "
    "envelope-simple lightbulb book-open heart flag magnifying-glass gear-six lock-simple "
    "calendar-blank user users users-three notebook address-book graduation-cap star push-pin "
    "check-circle warning warning-circle info hand-heart trend-up medal archive "
)
REGULAR = (
    # things one does
    "plus minus hand-waving pencil-simple dots-three dots-three-vertical dots-six-vertical "
    "caret-down caret-up caret-left caret-right arrow-up arrow-down arrow-left arrow-right "
    "arrow-elbow-down-right arrow-square-out arrows-merge arrows-clockwise "
    "arrow-counter-clockwise arrow-clockwise arrow-u-up-left arrow-u-up-right "
    "x x-circle check copy trash funnel funnel-simple sort-ascending printer export "
    "download-simple upload-simple floppy-disk-back paper-plane-tilt link paperclip "
    "calendar-plus calendar-check user-plus user-minus eye eye-slash sidebar-simple "
    "corners-out corners-in magnifying-glass-plus magnifying-glass-minus sign-out "
    # what things are
    "file-pdf file-text files image folder-open folder-simple key lock-simple-open shield-check "
    "cloud-slash database hard-drives buildings phone chat-circle chats video-camera "
    "map-pin list-bullets list-numbers quotes note-pencil text-aa "
    # how things are
    "clock timer pause play stop check-square square circle circle-dashed hourglass-medium leaf "
    "scales question moon moon-stars monitor keyboard heart-break handshake hand hand-palm "
    "sparkle path tree-structure table chart-bar "
)
BOLD = ("check", "minus", "plus")

PHOSPHOR_NOTICE = """\
Icons: Phosphor Icons, https://phosphoricons.com
Copyright (c) 2022 Phosphor Icons. Packaged for Python by py-phosphor-icons.
app.svg and the folder "controls" belong to Mentor Journal.

"""


def wanted() -> dict[str, str]:
    """File name below the target -> file name below the package's folder of flat icons."""
    found = {f"{name}.svg": f"regular/{name}.svg" for name in f"{SELECTABLE}{REGULAR}".split()}
    found |= {f"{name}-fill.svg": f"fill/{name}-fill.svg" for name in SELECTABLE.split()}
    found |= {f"{name}-bold.svg": f"bold/{name}-bold.svg" for name in BOLD}
    return found


def copy(target: Path) -> int:
    """Write every wanted icon and the licence below `target`; the number of icons written."""
    flat = resources.files("py_phosphor_icons") / "svgs" / "flat"
    target.mkdir(parents=True, exist_ok=True)
    for name, source in wanted().items():
        (target / name).write_text((flat / source).read_text("utf-8"), "utf-8")
    licence = metadata.distribution(PACKAGE).read_text("licenses/LICENSE")
    if licence is None:
        raise FileNotFoundError(f"{PACKAGE} came without its licence")
    (target / "LICENSE.txt").write_text(PHOSPHOR_NOTICE + licence, "utf-8")
    return len(wanted())


def main() -> int:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    try:
        count = copy(target)
    except (ModuleNotFoundError, metadata.PackageNotFoundError):
        print(f"The icons are missing: install the Python package {PACKAGE}.", file=sys.stderr)
        return 1
    print(f"{count} icons in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
