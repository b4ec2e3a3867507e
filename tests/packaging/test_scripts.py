"""The scripts run on a bare Python, and say how they are used without setting anything up."""

import ast
import sys
from pathlib import Path

import check
import lock
import preparation
import pytest
import run
from check import Outcome, Step

# texts.py is for those who change texts: it runs in the environment that check.py has made.
SCRIPTS = sorted(set(Path(run.__file__).parent.glob("*.py")) - {Path(run.__file__).with_name("texts.py")})


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_imports_the_standard_library_and_its_neighbours_alone(script):
    tree = ast.parse(script.read_text(encoding="utf-8"))
    names = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    allowed = sys.stdlib_module_names | {path.stem for path in SCRIPTS}
    assert {name.partition(".")[0] for name in names} <= allowed


def test_the_folder_is_no_package_as_one_of_the_same_name_is_installed():
    assert SCRIPTS
    assert "__init__.py" not in {script.name for script in SCRIPTS}


@pytest.mark.parametrize("script", [run, check, lock], ids=lambda module: module.__name__)
def test_help_needs_no_set_up(script, capsys):
    with pytest.raises(SystemExit) as ended:
        script.main(["--help"])
    assert ended.value.code == 0
    output, messages = capsys.readouterr()
    assert output.startswith("usage:")
    assert messages == ""


def test_run_keeps_the_screenshot_and_leaves_the_rest_to_the_app():
    options, others = run._parser().parse_known_args(["our.partnerdesk", "--screenshot", "a.png", "--new"])
    assert options.screenshot == Path("a.png")
    assert others == ["our.partnerdesk", "--new"]


def test_arguments_of_check_go_to_pytest():
    steps = check._with_arguments(check.STEPS, ["-k", "letters"])
    assert [step.arguments for step in steps[:-1]] == [step.arguments for step in check.STEPS[:-1]]
    assert steps[-1].arguments[-2:] == ("-k", "letters")


def test_the_summary_names_what_failed():
    outcomes = [Outcome(Step("mypy", ()), False, 1.25), Outcome(Step("pytest", ()), True, 30.0)]
    good, bad = sorted(check.summary(outcomes).splitlines()[-2:], reverse=True)
    assert good.split() == ["ok", "pytest", "30.0", "s"]
    assert bad.split() == ["FAILED", "mypy", "1.2", "s"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these out")
def test_the_app_finds_what_a_bare_environment_lacks(tmp_path):
    environment = preparation.child_environment({"LC_ALL": "C", "PYTHONHOME": "/none"}, tmp_path)
    assert environment["XDG_RUNTIME_DIR"] == str(tmp_path)
    assert environment["HOME"]
    assert environment["LC_ALL"] == "C.UTF-8"
    assert "PYTHONHOME" not in environment


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a runtime folder")
def test_a_runtime_folder_of_ones_own_is_kept(tmp_path):
    own = tmp_path / "own"
    own.mkdir(mode=0o700)
    environment = preparation.child_environment({"XDG_RUNTIME_DIR": str(own), "HOME": "/home/x"}, tmp_path)
    assert environment["XDG_RUNTIME_DIR"] == str(own)
