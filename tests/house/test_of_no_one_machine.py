"""Nothing in the repo depends on, or tells of, the machine it was written on."""

import re
from pathlib import Path

# Put together from pieces, so that this file does not hold what it looks for.
_PATHS = ["/" + "work/", "/" + "root/", r"\.\./" + "shared", "/" + "home/[a-z]+/"]
_OPTIONS = ["index" + "-url", "find" + "-links", "trusted" + "-host"]
_HOSTS = ["py" + r"pi\.org", "python" + "hosted", "npm" + "js", "jf" + "rog", "artifact" + "ory"]
_FORBIDDEN = re.compile("|".join(_PATHS + _OPTIONS + _HOSTS), re.IGNORECASE)


def test_no_file_names_a_path_or_a_registry_of_one_machine(root: Path, tracked: list[Path]) -> None:
    """The program can be set up and run by anybody, anywhere, from what stands in the repo."""
    # CI alone may know where its outside samples lie.
    looked_at = [path for path in tracked if path.relative_to(root).parts[0] != ".ci"]
    found = [
        f"{path.relative_to(root)}:{number}: {hit[0]}"
        for path in looked_at
        for number, line in enumerate(_lines(path), start=1)
        if (hit := _FORBIDDEN.search(line))
    ]

    assert len(looked_at) > 20
    assert found == []


def test_the_top_level_is_as_decided(root: Path, tracked: list[Path]) -> None:
    """Things are where the one who has seen the house's plan looks for them."""
    top = {path.relative_to(root).parts[0] for path in tracked}

    named = {name for name in top if not name.startswith(".")}
    assert named == {
        "pyproject.toml", "README.md", "app", "resources", "forms", "tests", "installer",
    }  # fmt: skip


def _lines(path: Path) -> list[str]:
    """Give the lines of a text file, or none of a file that is no text."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []
