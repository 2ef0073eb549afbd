"""The command line: one subcommand per verb; JSON to stdout, words and progress bars to stderr.

Exit codes: 0 every file has its object; 1 `check`/`precheck --strict` found an error or `verify` is not valid; 2 usage;
3 no usable input at all; 4 dependency missing; 5 configuration; 70 internal.
Libraries load inside the verb that needs them, so that `--version` and `editions` answer at once.
"""

from __future__ import annotations

import sys

import click

from evidence_ai import __version__
from evidence_ai.cli.catalogue import editions, rules
from evidence_ai.cli.documents import check, classify, read, understand
from evidence_ai.cli.failures import explain_internal, explain_usage
from evidence_ai.cli.learning import learn, train
from evidence_ai.cli.measuring import evaluate
from evidence_ai.cli.packages import precheck
from evidence_ai.cli.scores import score, verify
from evidence_ai.cli.serving import api, doctor, serve, worker
from evidence_ai.errors import EvidenceError, Kind

_EXIT_CODES = {
    Kind.INPUT: 3,
    Kind.NOT_FOUND: 3,
    Kind.CONFLICT: 3,
    Kind.DENIED: 3,
    Kind.DEPENDENCY: 4,
    Kind.CONFIGURATION: 5,
}
_INTERNAL = 70


def main() -> None:
    """Run the command and translate failures into exit codes; the only broad catch of this entrance."""
    try:
        sys.exit(cli(standalone_mode=False) or 0)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as wrong:
        explain_usage(wrong)
        sys.exit(wrong.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    except EvidenceError as error:
        click.echo(str(error), err=True)
        sys.exit(_EXIT_CODES.get(error.kind, _INTERNAL))
    except Exception as error:  # noqa: BLE001 - translated once, here, with its place in the log
        explain_internal(error)
        sys.exit(_INTERNAL)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="evidence-ai")
def cli() -> None:
    """Pre-check evidence for Kabupaten/Kota Peduli HAM and compute the score with a verifiable receipt."""


for verb in (
    read,
    understand,
    classify,
    check,
    precheck,
    score,
    verify,
    evaluate,
    train,
    learn,
    editions,
    rules,
    serve,
    api,
    worker,
    doctor,
):
    cli.add_command(verb)
