"""A log-in over real https, and behind a proxy that speaks it: the cookie, the forms, and who may send."""

import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from api.access.password_file import Account, PasswordFile
from api.access.roles import Role
from api.access.secrets import hash_of_password
from graph.settings import Settings
from tests.api.server import running

PASSWORD = "three plain words"  # noqa: S105
COOKIE = "__Host-goldenthread_session"
PROXIED = {"x-forwarded-proto": "https", "x-forwarded-for": "192.0.2.7"}
Opened = Callable[..., httpx.Client]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the files of a certificate that signs itself, and of its key."""
    folder, key = tmp_path_factory.mktemp("certificate"), ec.generate_private_key(ec.SECP256R1())
    name, now = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "plans")]), datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    return folder / "cert.pem", folder / "key.pem"


@pytest.fixture(scope="module")
def settings(district_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    file = PasswordFile(tmp_path_factory.mktemp("users") / "users.json")
    file.put(Account("ann", Role.ADMIN, hash_of_password(PASSWORD), ""))
    return Settings(store=district_path, passwords=file.path)


@pytest.fixture(scope="module", params=["https", "a proxy that speaks https"])
def opened(
    request: pytest.FixtureRequest, settings: Settings, certificate: tuple[Path, Path]
) -> Iterator[Opened]:
    """Return what opens a browser at a server over https."""
    if request.param == "https":
        trusted, (cert, key) = ssl.create_default_context(cafile=certificate[0]), certificate
        with running(settings, ssl_certfile=str(cert), ssl_keyfile=str(key)) as address:
            yield lambda **more: httpx.Client(base_url=address, verify=trusted, **more)
    else:
        with running(settings) as address:
            yield lambda **more: httpx.Client(base_url=address, headers=PROXIED, **more)


def log_in(browser: httpx.Client, **sent: str) -> httpx.Response:
    return browser.post("/login", data={"name": "ann", "password": PASSWORD}, headers=sent)


def csrf(browser: httpx.Client, cookie: str) -> str:
    page = browser.get("/plans", headers={"accept": "text/html", "cookie": cookie}).text
    return page.split('name="csrf" value="')[1].split('"')[0]


def test_the_cookie_is_for_https_and_this_server_alone(opened: Opened) -> None:
    with opened() as browser:
        said = log_in(browser).headers["set-cookie"]
    name, *rest = (part.strip().lower() for part in said.split(";"))

    assert name.startswith(COOKIE.lower() + "=")
    assert {"secure", "httponly", "samesite=lax", "path=/"} <= set(rest)
    assert not any(part.startswith("domain") for part in rest)


def test_whoever_logged_in_is_known_and_then_forgotten(opened: Opened) -> None:
    with opened() as browser:
        cookie = log_in(browser).headers["set-cookie"].split(";")[0]
        inside = browser.get("/api/me", headers={"cookie": cookie}).status_code
        without = browser.post("/logout", headers={"cookie": cookie}).status_code
        word = csrf(browser, cookie)
        out = browser.post("/logout", data={"csrf": word}, headers={"cookie": cookie})
        after = browser.get("/api/me", headers={"cookie": cookie}).status_code

    assert (inside, without, out.status_code, after) == (200, 403, 303, 401)
    assert COOKIE in out.headers["set-cookie"]


def test_the_cookie_of_plain_http_is_not_taken(opened: Opened) -> None:
    with opened() as browser:
        cookie = log_in(browser).headers["set-cookie"].split(";")[0].removeprefix("__Host-")

        assert browser.get("/api/me", headers={"cookie": cookie}).status_code == 401


@pytest.mark.parametrize("origin", ["https://evil.example", "https://127.0.0.1:1", "null"])
def test_a_page_elsewhere_sends_nothing(opened: Opened, origin: str) -> None:
    with opened() as browser:
        assert log_in(browser, origin=origin).status_code == 403


def test_our_own_page_may_send(opened: Opened) -> None:
    with opened() as browser:
        assert log_in(browser, origin=str(browser.base_url)).status_code == 303


def test_browsers_are_told_to_stay_with_https(opened: Opened) -> None:
    with opened() as browser:
        assert "max-age=31536000" in browser.get("/healthz").headers["strict-transport-security"]


def test_plain_http_tells_nothing_of_https(settings: Settings) -> None:
    with running(settings) as address, httpx.Client(base_url=address) as browser:
        said = log_in(browser).headers["set-cookie"]

        assert "strict-transport-security" not in browser.get("/healthz").headers
        assert said.startswith("goldenthread_session=")
        assert "Secure" not in said
