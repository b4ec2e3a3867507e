"""Where the content that ships with the program lies."""

import sys
from pathlib import Path


def resources_folder() -> Path:
    """The folder ``resources``: beside the package in a checkout, inside it once installed or bundled.

    Raises ``FileNotFoundError`` where neither is there, which means a broken installation.
    """
    package = Path(__file__).resolve().parent.parent
    bundle = Path(getattr(sys, "_MEIPASS", package))
    for candidate in (bundle / "resources", package / "resources", package.parent / "resources"):
        if (candidate / "partnership_types").is_dir():
            return candidate
    raise FileNotFoundError(f"no resources beside {package}")
