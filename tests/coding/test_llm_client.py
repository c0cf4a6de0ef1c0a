"""Asking an endpoint: retries and their limits, refusals, the key, what is sent."""

import json
import time
from email.utils import formatdate

import pytest
from scripted_server import completion, serving

from mihwar.coding.llm.client import ChatClient
from mihwar.coding.llm.endpoint import Endpoint
from mihwar.coding.llm.usage import Prices, Usage
from mihwar.errors import LanguageModelError, UsageError

MESSAGES = [{"role": "user", "content": "?"}]
SCHEMA = {"type": "object"}
GOOD = completion('{"acts": []}')


class Asked:
    """A client of a scripted server, its waits noted and not waited."""

    def __init__(self, url, key=None, timeout=5.0):
        self.usage, self.waits = Usage(), []
        self.client = ChatClient(Endpoint.of(url, "m", key, timeout), self.usage, self.waits.append)

    def __call__(self):
        return self.client.ask(MESSAGES, SCHEMA, most_tokens=10)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504, 529])
def test_what_passes_is_asked_again_with_growing_waits(status):
    with serving(status, status, status, GOOD) as script:
        asked = Asked(script.url)
        assert asked() == '{"acts": []}'
        assert len(script.requests) == 4
    assert [
        round(wait - 0.5) <= base * 1.25 and wait >= base for wait, base in zip(asked.waits, (1, 2, 4), strict=True)
    ]
    assert asked.waits[0] < asked.waits[1] < asked.waits[2]
    assert (asked.usage.requests, asked.usage.retries, asked.usage.prompt_tokens, asked.usage.completion_tokens) == (
        1,
        3,
        100,
        20,
    )


@pytest.mark.parametrize(
    ("header", "low", "high"),
    [
        ("7", 7, 7),
        ("999999", 60, 60),
        ("-5", 0, 1.3),
        ("nan", 1, 1.3),
        ("x" * 9999, 1, 1.3),
    ],
)
def test_the_server_says_how_long_to_wait_within_a_minute(header, low, high):
    with serving((429, {"Retry-After": header}, ""), GOOD) as script:
        asked = Asked(script.url)
        asked()
    assert low <= asked.waits[0] <= high


def test_the_server_may_say_it_as_a_date():
    with serving(lambda _: (429, {"Retry-After": formatdate(time.time() + 20, usegmt=True)}, "")) as script:
        asked = Asked(script.url)
        with pytest.raises(LanguageModelError):
            asked()
    assert all(10 <= wait <= 21 for wait in asked.waits)
    assert len(asked.waits) == 3


def test_after_four_tries_it_fails_and_after_two_such_questions_at_once():
    with serving(503) as script:
        asked = Asked(script.url)
        for count in (4, 8, 8, 8):
            with pytest.raises(LanguageModelError, match=r"503") as failed:
                asked()
            assert len(script.requests) == count
        assert script.url in str(failed.value)


def test_an_answer_between_failures_starts_the_count_anew():
    with serving(503, 503, 503, 503, GOOD, 503, 503, 503, 503, GOOD) as script:
        asked = Asked(script.url)
        for fails in (True, False, True, False):
            if fails:
                with pytest.raises(LanguageModelError):
                    asked()
            else:
                assert asked()


def test_no_answer_in_time_is_tried_twice():
    with serving("hang") as script:
        asked = Asked(script.url, timeout=0.2)
        with pytest.raises(LanguageModelError, match="in time"):
            asked()
        assert len(script.requests) == 2


def test_a_dripping_answer_ends_with_the_time():
    import socket
    import threading

    with socket.create_server(("127.0.0.1", 0)) as listener:
        over = threading.Event()

        def drip():
            while not over.is_set():
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                connection.recv(65536)
                try:
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
                    while not over.wait(0.05):
                        connection.sendall(b"x")
                except OSError:
                    pass

        threading.Thread(target=drip, daemon=True).start()
        asked = Asked(f"http://127.0.0.1:{listener.getsockname()[1]}/v1", timeout=0.3)
        began = time.monotonic()
        with pytest.raises(LanguageModelError, match="in time"):
            asked()
        over.set()
    assert time.monotonic() - began < 5


def test_a_broken_connection_is_tried_again_and_none_at_all_fails():
    with serving("hang up", GOOD) as script:
        asked = Asked(script.url)
        assert asked()
        assert asked.usage.retries == 1
    with pytest.raises(LanguageModelError, match="Is the server running"):
        asked()


@pytest.mark.parametrize("status", [401, 402, 403, 404, 405])
def test_what_no_question_can_better_is_asked_once_and_for_all(status):
    with serving((status, {}, '{"error": "no"}')) as script:
        asked = Asked(script.url)
        for _ in range(3):
            with pytest.raises(LanguageModelError, match=f"{status}.*no"):
                asked()
        assert len(script.requests) == 1
    assert asked.waits == []


def test_a_redirect_is_not_followed_and_the_key_stays_here():
    with serving(GOOD) as other, serving((307, {"Location": other.url}, "")) as script:
        asked = Asked(script.url, key="secret")
        with pytest.raises(LanguageModelError, match="another address") as failed:
            asked()
        assert other.requests == []
        assert other.url in str(failed.value)


def test_the_key_is_sent_and_never_shown():
    with serving((400, {}, "your key sk-abc\x1b[2J is strange")) as script:
        asked = Asked(script.url, key=" sk-abc\n")
        with pytest.raises(LanguageModelError) as failed:
            asked()
        assert script.headers[0]["authorization"] == "Bearer sk-abc"
    assert "sk-abc" not in str(failed.value)
    assert "sk-abc" not in repr(Endpoint.of("http://h/v1", "m", "sk-abc"))
    with pytest.raises(UsageError) as refused:
        Endpoint.of("http://h/v1", "m", "sk-abc\r\nX: y")
    assert "sk-abc" not in str(refused.value)


def test_without_a_key_none_is_sent():
    with serving(GOOD) as script:
        Asked(script.url)()
        assert "authorization" not in script.headers[0]
        assert script.requests[0]["response_format"]["json_schema"]["strict"] is True
        assert script.requests[0]["temperature"] == 0


def test_parameters_that_a_model_refuses_are_left_out_for_good():
    def picky(request):
        if "max_tokens" in request:
            return 400, {}, "Use 'max_completion_tokens' instead of max_tokens"
        return (400, {}, "'temperature' does not support 0.0") if "temperature" in request else GOOD

    with serving(picky) as script:
        asked = Asked(script.url)
        assert asked()
        assert asked()
        assert len(script.requests) == 4
    with serving((400, {}, "temperature and max_completion_tokens, always")) as script:
        with pytest.raises(LanguageModelError, match="400"):
            Asked(script.url)()
        assert len(script.requests) == 3


@pytest.mark.parametrize(
    "body",
    [
        "", "nonsense", "[]", "null", '"x"', "{}", '{"choices": []}', '{"choices": [1]}', '{"choices": {"0": 1}}',
        json.dumps(completion(None)), json.dumps(completion("x", finish="length")), "[" * 100_000, b"\xff\xfe\x00",
        '{"usage": {"prompt_tokens": "many"}, "choices": [{"message": {"content": ["a"]}}]}',
    ],
)  # fmt: skip
def test_an_answer_without_text_is_none(body):
    with serving((200, {}, body)) as script:
        asked = Asked(script.url)
        assert asked() is None
    assert asked.usage.requests == 1


def test_an_endless_answer_is_given_up():
    huge = (200, {}, b" " * (9 * 1024 * 1024))
    with serving(huge) as script, pytest.raises(LanguageModelError, match="larger than"):
        Asked(script.url)()


@pytest.mark.parametrize(
    ("url", "full"),
    [
        ("http://localhost:8080", "http://localhost:8080/v1/chat/completions"),
        ("http://localhost:8080/", "http://localhost:8080/v1/chat/completions"),
        ("https://h.example/v1/", "https://h.example/v1/chat/completions"),
        (
            "https://h.example/openai/deployments/x/chat/completions?api-version=1",
            "https://h.example/openai/deployments/x/chat/completions?api-version=1",
        ),
        ("HTTP://[::1]:80/api", "http://[::1]:80/api/chat/completions"),
    ],
)
def test_base_and_full_addresses_are_taken(url, full):
    assert Endpoint.of(url, "m").url == full


@pytest.mark.parametrize(
    "url",
    ["", "localhost:8080", "file:///etc/passwd", "ftp://h/v1", "data:text/plain,x", "http://", "http://u:p@h/v1",
     "http://h:99999/v1", "http://[::1/v1", "http://h/v1\r\nHost: x", "http://h/نموذج", "javascript:alert(1)"],
)  # fmt: skip
def test_other_addresses_are_wrong_use(url):
    with pytest.raises(UsageError):
        Endpoint.of(url, "m")


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf"), 1e9])
def test_a_time_limit_is_finite(timeout):
    with pytest.raises(UsageError):
        Endpoint.of("http://h", "m", None, timeout)


def test_the_price_is_of_both_kinds_of_tokens():
    usage = Usage(prompt_tokens=2_000_000, completion_tokens=500_000)
    assert usage.price(Prices(0.5, 2.0)) == 2.0
    assert usage.price(Prices(0.5)) == 1.0
    assert usage.price(Prices()) is None
    assert "price" not in usage.lines("llm:m", Prices())[0]
