"""Stories of documents that hurt whoever opens them: what was read is kept, the page to blame is named, others go on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from evidence_ai.adapters import worker_tasks
from evidence_ai.adapters.worker_pool import Conversation, PoolSize
from evidence_ai.adapters.workshop import Workshop
from evidence_ai.domain.document import Outcome
from evidence_ai.domain.dossier import Dossier
from evidence_ai.reading.limits import Limits
from evidence_ai.services.examining import Stage, Tools, Upload
from tests.fakes.engines.moody import MoodyEngine, height_of
from tests.unit.reading.papers import encoded, lines, pdf, picture

pytestmark = pytest.mark.slow

HEADING = ("PERATURAN BUPATI TANJUNG ARUM", "NOMOR 14 TAHUN 2022", "TENTANG", "KAWASAN TANPA ROKOK")
SIZE = PoolSize(workers=2, timeout_s=60, memory_mb=350, page_s=2.0)


def prepare(diary: str) -> None:
    worker_tasks.use(Tools(engine=MoodyEngine(HEADING, diary=Path(diary)), limits=Limits(page_s=30)))


@contextmanager
def shop(diary: Path, size: PoolSize = SIZE) -> Iterator[Workshop]:
    with Workshop(size, through=Stage.UNDERSTAND, version="1", prepare=prepare, prepare_with=(str(diary),)) as made:
        yield made


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "diary"


def page(mood: str) -> Callable[[Canvas], None]:
    height = height_of(mood)

    def draw(canvas: Canvas) -> None:
        canvas.setPageSize((595, height))
        canvas.drawImage(ImageReader(Image.new("L", (300, 400), 200)), 0, 0, 595, height)

    return draw


def scan(*moods: str) -> Upload:
    return Upload("+".join(moods) + ".pdf", content=pdf(*(page(mood) for mood in moods)))


def read(dossier: Dossier) -> list[int]:
    return [one.number for one in dossier.text.pages]


def failed(dossier: Dossier) -> dict[int, str]:
    return {one.page: one.reason.code for one in dossier.text.pages_failed}


@pytest.mark.parametrize(("mood", "code"), [("hang", "page_timeout"), ("die", "page_crash"), ("eat", "page_memory")])
def test_a_page_that_costs_its_reader_is_named_and_the_others_are_kept(diary: Path, mood: str, code: str) -> None:
    with shop(diary) as works:
        found = works.examine(scan("read", "read", mood, "read"))
    assert read(found) == [1, 2, 4]
    assert failed(found) == {3: code}
    assert found.text.outcome is Outcome.PARTIAL
    assert found.understanding.year is not None


def test_a_document_of_one_deadly_page_ends_with_its_name(diary: Path) -> None:
    with shop(diary) as works:
        found = works.examine(scan("die"))
    assert (found.text.outcome, failed(found)) == (Outcome.CRASH, {1: "page_crash"})


def test_a_document_that_costs_too_many_readers_is_given_up_by_name(diary: Path) -> None:
    with shop(diary) as works:
        found = works.examine(scan("read", *["die"] * 8))
    assert read(found) == [1]
    assert len(found.text.pages_failed) == 8
    assert set(failed(found).values()) == {"page_crash", "not_tried"}
    assert diary.read_text().count("die") <= 6


def test_bad_documents_take_nothing_from_their_neighbours(diary: Path) -> None:
    uploads = [scan("read"), scan("hang"), scan("read", "read"), scan("die"), scan("eat"), scan("read")]
    with shop(diary) as works:
        found = list(works.examine_all(uploads))
    assert [upload.name for upload, _ in found] == [upload.name for upload in uploads]
    assert [dossier.text.outcome for _, dossier in found] == [
        Outcome.OK, Outcome.TIMEOUT, Outcome.OK, Outcome.CRASH, Outcome.MEMORY, Outcome.OK,
    ]  # fmt: skip


def test_the_pages_of_one_document_are_read_by_several_workers(diary: Path) -> None:
    with shop(diary) as works:
        found = works.examine(scan(*["dawdle"] * 6))
    assert read(found) == [1, 2, 3, 4, 5, 6]
    assert len({line.split()[1] for line in diary.read_text().splitlines()}) == 2


def test_first_and_last_pages_are_looked_at_first_and_not_read_again(diary: Path, tmp_path: Path) -> None:
    upload = scan(*["read"] * 9)
    with shop(diary) as works:
        quick = works.quick(upload, folder=tmp_path / "pages")
        assert read(quick) == [1, 2, 3, 8, 9]
        assert quick.text.pages_waiting == 4
        full = works.examine(upload, folder=tmp_path / "pages")
    assert read(full) == list(range(1, 10))
    assert full.text.pages_waiting == 0
    assert diary.read_text().count("read") == 9


def test_first_words_come_before_the_rest(diary: Path) -> None:
    heard: list[Dossier] = []
    with shop(diary) as works:
        quick = works.quick(Upload("perbup.pdf", content=pdf(*[lines(*HEADING)] * 7)), on_first_words=heard.append)
    assert heard[0].understanding.number is not None
    assert heard[0].understanding.number.value == "14"
    assert (heard[0].text.pages_waiting, quick.text.pages_waiting) == (6, 2)


def test_some_pages_can_be_read_ahead_and_joined_later(diary: Path, tmp_path: Path) -> None:
    upload = scan(*["read"] * 4)
    with shop(diary) as works:
        part = works.read_some(upload, (2, 3), folder=tmp_path)
        assert (read(part), part.text.pages_waiting) == ([2, 3], 2)
        assert read(works.examine(upload, folder=tmp_path)) == [1, 2, 3, 4]
        works.forget(part.document.sha256, tmp_path)
    assert diary.read_text().count("read") == 4
    assert [path.name for path in tmp_path.iterdir()] == ["diary"]


def test_a_file_without_pages_goes_the_same_way(diary: Path) -> None:
    text = Upload("perbup.txt", content="\n".join(HEADING).encode())
    picture_ = Upload("foto.png", content=encoded(picture(*HEADING), "PNG"))
    with shop(diary) as works:
        found = [dossier for _, dossier in works.quick_all([text, Upload("tiada.pdf", path=diary.parent / "x.pdf")])]
        assert found[0].understanding.number is not None
        assert found[1].text.outcome is Outcome.UNREADABLE
        assert works.examine(picture_, through=Stage.READ).text.pages_total == 1


KILLED = """
import sys
from pathlib import Path
from typing import Any
from evidence_ai.services.examining import Upload
from tests.behaviour.test_workshop import shop
diary, folder, file = map(Path, sys.argv[1:])
with shop(diary) as works:
    works.examine(Upload("panjang.pdf", file), folder=folder, progress=lambda done, _: print(done, flush=True))
"""


def test_reading_goes_on_after_the_last_finished_page_when_everything_was_killed(diary: Path, tmp_path: Path) -> None:
    folder, file = tmp_path / "pages", tmp_path / "panjang.pdf"
    file.write_bytes(scan(*["dawdle"] * 12).content or b"")
    command = [sys.executable, "-c", KILLED, str(diary), str(folder), str(file)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout is not None
    while int(process.stdout.readline()) < 4:
        pass
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    time.sleep(0.5)
    begun = len(diary.read_text().splitlines())
    torn = next(folder.glob("*/*.pages"))
    torn.write_bytes(torn.read_bytes()[:-7])
    with shop(diary) as works:
        found = works.examine(Upload("panjang.pdf", file), folder=folder)
    assert read(found) == list(range(1, 13))
    # Four pages were told as done; one of them was torn.
    assert len(diary.read_text().splitlines()) - begun <= 12 - 4 + 1


def test_a_closed_workshop_takes_nothing_on(diary: Path) -> None:
    with shop(diary) as works:
        pass
    with pytest.raises(RuntimeError, match="closed"):
        works.examine(scan("read"))


def test_a_worker_that_talks_nonsense_costs_its_document_only(diary: Path) -> None:
    with Workshop(
        SIZE, through=Stage.UNDERSTAND, version="1", prepare=prepare_mad, prepare_with=(str(diary),)
    ) as works:
        found = [one.text.outcome for _, one in works.examine_all([scan("read"), Upload("x.txt", content=b"perda")])]
    assert found == [Outcome.CRASH, Outcome.OK]


def prepare_mad(diary: str) -> None:
    """As if a file had taken its worker over: it says what no worker says."""
    prepare(diary)
    sane = Conversation.ask

    def ask(conversation: Conversation, value: object) -> Any:
        return sane(conversation, ("opened", 5) if isinstance(value, tuple) and value[0] == "opened" else value)

    Conversation.ask = ask  # type: ignore[method-assign,assignment]
