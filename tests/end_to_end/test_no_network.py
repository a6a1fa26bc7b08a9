"""The program works without a network, and never asks for one."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TRACED = ("strace", "-f", "-e", "trace=socket,connect,sendto", "-o")


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not there to look with")
def test_no_network_socket_is_ever_opened(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    looked = subprocess.run(
        [*TRACED, str(trace), sys.executable, "-m", "studyapp", "self-check"],
        check=False,
        env={**os.environ, "STUDYAPP_HOME": str(tmp_path / "home")},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
    )
    if not trace.exists() or "exited" not in trace.read_text():
        pytest.skip(f"strace may not look here: {looked.stderr.strip()}")
    assert looked.returncode == 0, looked.stderr
    assert not re.findall(r".*AF_INET6?\b.*", trace.read_text())
