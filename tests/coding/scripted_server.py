"""An HTTP server in a thread that answers as a script says, and keeps what it was asked."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def completion(content, *, finish="stop", prompt=100, answer=20):
    """A chat completion whose message is ``content`` (text, or anything that becomes JSON)."""
    text = content if isinstance(content, str) or content is None else json.dumps(content, ensure_ascii=False)
    return {
        "choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": finish}],
        "usage": {"prompt_tokens": prompt, "completion_tokens": answer},
    }


class Script:
    """``steps``: what to answer in turn, the last one for ever. A step is a completion (dict), a status, a triple
    (status, headers, body), ``"hang"`` or ``"hang up"``, or a function of the request that gives one of these."""

    def __init__(self, steps):
        self.steps, self.requests, self.headers, self.url = list(steps), [], [], ""
        self.over = threading.Event()

    def next_step(self, request):
        step = self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]
        return step(request) if callable(step) else step


@contextmanager
def serving(*steps):
    script = Script(steps)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            script.requests.append(json.loads(body))
            script.headers.append({name.lower(): value for name, value in self.headers.items()})
            step = script.next_step(script.requests[-1])
            if step == "hang":
                script.over.wait(10)
                return
            if step == "hang up":
                self.connection.close()
                return
            status, headers, text = (
                step if isinstance(step, tuple) else (step, {}, "") if isinstance(step, int) else (200, {}, step)
            )
            payload = (
                text if isinstance(text, bytes) else (text if isinstance(text, str) else json.dumps(text)).encode()
            )
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    script.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield script
    finally:
        script.over.set()
        server.shutdown()
        server.server_close()
