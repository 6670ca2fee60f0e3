"""An interruption while the commands are still being loaded is a sentence, too."""

import sys
from importlib.abc import MetaPathFinder
from types import ModuleType

import pytest

from api.cli.start import start


class _Interrupting(MetaPathFinder):
    """Stands for someone who presses Ctrl+C while a module is being loaded."""

    def find_spec(self, fullname: str, path: object, target: ModuleType | None = None) -> None:
        if fullname == "api.cli.main":
            raise KeyboardInterrupt


def test_ctrl_c_while_loading_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "api.cli.main", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_Interrupting(), *sys.meta_path])

    with pytest.raises(SystemExit) as ended:
        start()
    assert ended.value.code == 130
    assert capsys.readouterr().err.startswith("Stopped;")
