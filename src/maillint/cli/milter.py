"""``maillint milter``: options into settings, and the service started."""

# ruff: noqa: FBT002, PLR0913, PLR0917 - an option is a parameter with a default: typer's form
# Typer reads the annotations at run time.

import os
import sys
from importlib.util import find_spec
from typing import Annotated, Any, TypeAlias

import typer

from maillint.cli import request as requests
from maillint.cli.options import ConfigFile
from maillint.cli.request import UsageError

milter_app = typer.Typer(rich_markup_mode=None)

EXAMPLES = """\b
Examples:
  maillint milter --listen inet:127.0.0.1:9900
  maillint milter --listen unix:/run/maillint/milter.sock --metrics 127.0.0.1:9901
  maillint milter --print-unit service > /etc/systemd/system/maillint-milter.service

SIGHUP makes it read its configuration anew, SIGTERM lets open connections end first.

\b
Exit status:
  0   stopped as it was told to
  2   the command line or the configuration cannot be used
  70  a bug in maillint"""

Listen: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--listen",
        metavar="ADDRESS",
        help="unix:/path/of/socket or inet:host:port; repeat it for several. "
        "Not needed where systemd passes sockets on.",
    ),
]
Mode: TypeAlias = Annotated[str, typer.Option("--mode", metavar="MODE", help="Permissions of a unix socket, in octal.")]
Workers: TypeAlias = Annotated[
    int, typer.Option("--workers", metavar="N", min=0, max=256, help="Processes that judge; 0 is one a core.")
]
BodyLimit: TypeAlias = Annotated[
    int, typer.Option("--body-limit", metavar="OCTETS", min=1000, help="How much of a message's body is looked at.")
]
OnlyAuthenticated: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--only-authenticated",
        help="Judge only what was sent after a login (SASL) or with the sendmail command; for servers whose milter "
        "also sees incoming mail.",
    ),
]
Fix: TypeAlias = Annotated[
    bool,
    typer.Option("--fix", help="Put safe rewrites into messages that go on; signed ones are never touched."),
]
MetricsAt: TypeAlias = Annotated[
    str | None,
    typer.Option("--metrics", metavar="HOST:PORT", help="Serve /healthz and /metrics there, on this machine only."),
]
Log: TypeAlias = Annotated[
    str | None, typer.Option("--log", metavar="FILE", help="Log of decisions, instead of the configured gate.log.")
]
Grace: TypeAlias = Annotated[
    float, typer.Option("--grace", metavar="SECONDS", min=0, help="What open connections get when it stops.")
]
PrintUnit: TypeAlias = Annotated[
    str | None,
    typer.Option("--print-unit", metavar="KIND", help="Print a systemd unit, service or socket, and do nothing else."),
]


@milter_app.command(short_help="Judge what Postfix or Sendmail is about to send.", epilog=EXAMPLES)
def milter(
    listen: Listen = None,
    mode: Mode = "660",
    workers: Workers = 0,
    config: ConfigFile = None,
    log: Log = None,
    body_limit: BodyLimit = 10_000_000,
    only_authenticated: OnlyAuthenticated = False,
    fix: Fix = False,
    metrics: MetricsAt = None,
    grace: Grace = 5.0,
    print_unit: PrintUnit = None,
) -> int:
    """Judge what Postfix or Sendmail is about to send, while the client still waits: a milter.

    What becomes of a message stands under [gate] in the configuration: by default it is tagged with what was found, and
    goes on also where it cannot be judged.
    """
    values = dict(locals())
    if values.pop("print_unit"):
        return _print_unit(str(print_unit))
    return _serve(**values)


def _serve(*, listen: list[str] | None, mode: str, workers: int, metrics: str | None, **others: Any) -> int:
    from maillint.gate.milter import addresses
    from maillint.gate.milter.handle import WorkerError
    from maillint.gate.milter.service import Settings, serve

    for name in ("config", "log"):
        others[name] = os.path.abspath(others[name]) if others[name] else None
    try:
        settings = Settings(
            listen=tuple(map(addresses.parse, listen or ())),
            mode=_octal(mode),
            workers=workers or len(os.sched_getaffinity(0)),
            metrics=_metrics(metrics) if metrics else None,
            **others,
        )
        serve(settings)
    except (addresses.AddressError, WorkerError) as error:
        raise UsageError(str(error)) from error
    return requests.PASSED


def _metrics(text: str) -> Any:
    from maillint.gate.milter import addresses

    if find_spec("prometheus_client") is None:
        raise UsageError("--metrics needs prometheus-client: pip install 'maillint[milter]'")
    return addresses.loopback(text)


def _octal(text: str) -> int:
    if not text or set(text) - set("01234567") or int(text, 8) > 0o777:
        raise UsageError(f"--mode {text}: write permissions in octal, such as 660")
    return int(text, 8)


def _print_unit(kind: str) -> int:
    from maillint.gate.milter import units

    if kind not in units.KINDS:
        raise UsageError(f"--print-unit {kind}: it may be {' or '.join(units.KINDS)}")
    sys.stdout.write(units.unit(kind))
    return requests.PASSED
