"""`python -m api HOST PORT` runs one API process until told to stop."""

from __future__ import annotations

import sys

import uvicorn

from api.app import application
from evidence_ai.logs import set_up
from evidence_ai.service_wiring import build
from evidence_ai.settings import load_settings


def main() -> None:
    """Serve on the address given."""
    settings = load_settings()
    set_up(settings.log_level)
    host, port = sys.argv[1], int(sys.argv[2])
    uvicorn.run(
        application(build(settings)),
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=10,
    )


if __name__ == "__main__":
    main()
