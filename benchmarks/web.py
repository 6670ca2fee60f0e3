"""Measures the web application over a store: how long pages take, and how many answers a second it gives.

    python benchmarks/web.py --store DIR [--questions QUESTIONS.jsonl] [--clients 16] [--workers 2]

A server is started on a free port and ended again. Pages are those of the menu and one or two of each
kind that they link to, asked for one after the other, by a reader who has the server alone. Questions
are asked by several clients at once, each question once ("first time": nothing of it is remembered),
then all of them again ("again": what the engine remembers of words and vectors is there). The clients
run on the same processors as the server, so their work is in the figures.
"""

import argparse
import http.client
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from queue import Empty, SimpleQueue
from time import perf_counter, sleep
from urllib.parse import urlsplit

from api.site.menu import menu
from graph.ask.questions import read_questions
from graph.ask.scoring import percentiles

__all__ = ["answers", "main", "pages", "serving"]

_COMMAND = Path(sys.executable).parent / "goldenthread"
_LINK = re.compile(r'<a [^>]*href="(/[^"#]*)')
_FILES = ("/static/", "/api/", "/sparql", "/healthz", "/openapi.json")
_OF_A_KIND = 2
_PATIENCE = 300  # tenths of a second


@contextmanager
def serving(command: Path, store: Path, workers: int) -> Iterator[str]:
    """Run the server, and give its host and port."""
    arguments = [str(command), "serve", "--store", str(store), "--port", "0", "--workers", str(workers)]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as server:
        told = server.stderr.readline() if server.stderr else ""
        try:
            host = urlsplit(told.split(" is at ")[1].split()[0]).netloc
            _await(host)
            yield host
        finally:
            server.terminate()


def _await(host: str) -> None:
    """Wait until the server listens."""
    for _ in range(_PATIENCE):
        try:
            http.client.HTTPConnection(host, timeout=60).request("GET", "/healthz")
        except ConnectionRefusedError:
            sleep(0.1)
        else:
            return


def pages(host: str, times: int) -> dict[str, list[float]]:
    """Return how long each page took, each time it was asked for; the first time is not counted."""
    connection = http.client.HTTPConnection(host, timeout=60)
    found = {}
    for address in _addresses(connection):
        _page(connection, address)
        found[address] = [_timed(connection, address) for _ in range(times)]
    connection.close()
    return found


def _addresses(connection: http.client.HTTPConnection) -> list[str]:
    """The pages of the menu, and the first of each kind that they link to."""
    entries = [entry.href for section in menu() for entry in section.pages]
    found = dict.fromkeys(["/", *entries])
    kinds: dict[str, int] = {}
    for entry in list(found):
        for link in dict.fromkeys(unescape(h) for h in _LINK.findall(_page(connection, entry))):
            path = urlsplit(link).path
            kind = path.split("/")[1]
            below = link not in found and path not in entries and not link.startswith(_FILES)
            if below and kinds.get(kind, 0) < _OF_A_KIND:
                kinds[kind] = kinds.get(kind, 0) + 1
                found[link] = None
    return list(found)


def _page(connection: http.client.HTTPConnection, address: str) -> str:
    connection.request("GET", address, headers={"Accept": "text/html"})
    return connection.getresponse().read().decode()


def _timed(connection: http.client.HTTPConnection, address: str) -> float:
    begun = perf_counter()
    _page(connection, address)
    return perf_counter() - begun


def answers(host: str, questions: Sequence[str], clients: int) -> tuple[float, list[float]]:
    """Return how many answers a second came, and how long each took, where all clients ask at once."""
    waiting: SimpleQueue[str] = SimpleQueue()
    for question in questions:
        waiting.put(question)
    begun = perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        taken = [
            seconds
            for client in pool.map(_client, [host] * clients, [waiting] * clients)
            for seconds in client
        ]
    return len(taken) / (perf_counter() - begun), taken


def _client(host: str, waiting: "SimpleQueue[str]") -> list[float]:
    """Ask one question after the other over one connection, until there is none left."""
    connection = http.client.HTTPConnection(host, timeout=120)
    taken = []
    try:
        while True:
            body = json.dumps({"question": waiting.get_nowait()})
            begun = perf_counter()
            connection.request("POST", "/api/ask", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != http.HTTPStatus.OK:
                raise SystemExit(f"The server answered {answer.status} to {body}.")
            taken.append(perf_counter() - begun)
    except Empty:
        connection.close()
    return taken


def _told(seconds: list[float]) -> str:
    return ", ".join(f"{at} {1000 * value:.0f}" for at, value in percentiles(seconds).items()) + " ms"


def main() -> None:
    """Measure, and print a line for each figure."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--store", type=Path, default=Path(".goldenthread"))
    parser.add_argument("--questions", type=Path, help="a file of lines with a question each")
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--times", type=int, default=30, help="how often each page is asked for")
    parser.add_argument("--command", type=Path, default=_COMMAND)
    given = parser.parse_args()
    with serving(given.command, given.store, given.workers) as host:
        if given.times:
            _tell_pages(pages(host, given.times))
        if given.questions:
            _tell_answers(host, given.questions, given.clients, given.workers)


def _tell_pages(taken: dict[str, list[float]]) -> None:
    for address, seconds in sorted(taken.items(), key=lambda page: -max(page[1])):
        print(f"{address}: {_told(seconds)}")
    print(f"all {len(taken)} pages: {_told([s for seconds in taken.values() for s in seconds])}")


def _tell_answers(host: str, file: Path, clients: int, workers: int) -> None:
    questions = list(dict.fromkeys(q.question for q in read_questions(file)))
    answers(host, ["What is there?"] * 4 * workers, 4 * workers)  # each worker opens its engine
    for name in ("first time", "again"):
        rate, taken = answers(host, questions, clients)
        asked = f"{len(questions)} questions, {clients} clients, {name}"
        print(f"{asked}: {rate:.0f} answers a second, {_told(taken)}")


if __name__ == "__main__":
    main()
