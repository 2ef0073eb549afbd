"""Every refusal of the service: a stable code for programs, words for people, and the kind of failure it is.

Entrances give the code; words may be improved at any time, codes never change their meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.errors import EvidenceError, Kind


@dataclass(frozen=True, slots=True)
class Refusal:
    """One way to be refused."""

    code: str
    kind: Kind
    what: Bilingual
    advice: Bilingual


class RefusedError(EvidenceError):
    """The service refuses; `refusal` says how, `detail` names the place where that helps."""

    def __init__(self, refusal: Refusal, detail: Bilingual | None = None) -> None:
        super().__init__((detail or refusal.what).id, advice=refusal.advice.id)
        self.refusal = refusal
        self.detail = detail or refusal.what
        self.kind = refusal.kind


def _refusal(code: str, kind: Kind, what: tuple[str, str], advice: tuple[str, str]) -> Refusal:
    return Refusal(code, kind, Bilingual(*what), Bilingual(*advice))


NOT_FOUND = _refusal(
    "not_found", Kind.NOT_FOUND,
    ("Yang diminta tidak ada, atau bukan milik wilayah Anda.", "There is no such thing, or it is not your region's."),
    ("Periksa kembali alamatnya.", "Check the address."),
)  # fmt: skip
SIGN_IN_FIRST = _refusal(
    "sign_in_first", Kind.DENIED,
    ("Belum masuk, atau kuncinya tidak berlaku.", "Not signed in, or the key is not valid."),
    ("Masuk dahulu, atau kirim kunci API yang berlaku.", "Sign in, or send a valid API key."),
)  # fmt: skip
WRONG_PASSWORD = _refusal(
    "wrong_password", Kind.DENIED,
    ("Nama pengguna atau kata sandi tidak cocok.", "The user name or the password does not fit."),
    ("Periksa keduanya; sesudah lima kali salah akun dikunci sebentar.", "Check both; after five errors the account rests for a while."),
)  # fmt: skip
LOCKED_OUT = _refusal(
    "locked_out", Kind.DENIED,
    ("Terlalu banyak percobaan masuk yang salah, jadi akun ini dikunci sebentar.", "Too many wrong attempts, so this account rests for a while."),
    ("Tunggu seperempat jam, atau minta admin menyetel ulang kata sandi.", "Wait a quarter of an hour, or ask an administrator to reset the password."),
)  # fmt: skip
CHANGE_PASSWORD_FIRST = _refusal(
    "change_password_first", Kind.DENIED,
    ("Kata sandi ini hanya untuk sekali masuk.", "This password is good for signing in once."),
    ("Ganti kata sandi Anda, lalu lanjutkan.", "Change your password, then go on."),
)  # fmt: skip
WEAK_PASSWORD = _refusal(
    "weak_password", Kind.INPUT,
    ("Kata sandi harus 12 sampai 200 huruf dan tidak sama dengan nama pengguna.", "A password needs 12 to 200 characters and must differ from the user name."),
    ("Pakai beberapa kata yang mudah Anda ingat.", "Use several words you remember."),
)  # fmt: skip
CSRF = _refusal(
    "csrf", Kind.DENIED,
    ("Permintaan ini tidak membawa tanda X-CSRF-Token dari sesi Anda.", "The request lacks the X-CSRF-Token of your session."),
    ("Muat ulang halaman, lalu ulangi.", "Reload the page and try again."),
)  # fmt: skip
NOT_ALLOWED = _refusal(
    "not_allowed", Kind.DENIED,
    ("Peran atau kunci Anda tidak boleh melakukan ini.", "Your role or key may not do this."),
    ("Minta orang yang berwenang melakukannya.", "Ask somebody who may."),
)  # fmt: skip
PERSON_EXISTS = _refusal(
    "person_exists", Kind.CONFLICT,
    ("Nama pengguna itu sudah dipakai.", "That user name is taken."),
    ("Pilih nama lain.", "Choose another."),
)  # fmt: skip
PERSON_WRONG = _refusal(
    "person_wrong", Kind.INPUT,
    ("Peran ini memerlukan kode wilayah yang sesuai: kabupaten/kota untuk daerah, provinsi untuk Kanwil, kosong untuk pusat.",
     "This role needs a fitting region: kabupaten/kota for regions, a province for a Kanwil, none for central roles."),
    ("Perbaiki kode wilayahnya.", "Correct the region."),
)  # fmt: skip
SCOPE_UNKNOWN = _refusal(
    "scope_unknown", Kind.INPUT,
    ("Ada cakupan kunci yang tidak dikenal.", "A scope of the key is not known."),
    ("Pakai cakupan dari daftar.", "Use scopes from the list."),
)  # fmt: skip
REGION_UNKNOWN = _refusal(
    "region_unknown", Kind.INPUT,
    ("Kode wilayah itu tidak ada.", "There is no region of that code."),
    ("Pakai kode Kemendagri NN.NN.", "Use the Kemendagri code NN.NN."),
)  # fmt: skip
EDITION_UNKNOWN = _refusal(
    "edition_unknown", Kind.INPUT,
    ("Edisi penilaian itu tidak ada.", "There is no such edition."),
    ("Lihat /v1/editions.", "See /v1/editions."),
)  # fmt: skip
INDICATOR_UNKNOWN = _refusal(
    "indicator_unknown", Kind.INPUT,
    ("Edisi paket ini tidak mempunyai indikator itu.", "The package's edition has no such indicator."),
    ("Periksa kodenya pada edisi.", "Check its code in the edition."),
)  # fmt: skip
PACKAGE_EXISTS = _refusal(
    "package_exists", Kind.CONFLICT,
    ("Wilayah ini sudah mempunyai paket untuk tahun data dan edisi itu.", "The region already has a package of that data year and edition."),
    ("Pakai paket yang sudah ada.", "Use the one that exists."),
)  # fmt: skip
STALE = _refusal(
    "stale", Kind.CONFLICT,
    ("Yang Anda lihat sudah berubah sejak dibuka.", "What you saw has changed since."),
    ("Muat ulang, periksa perubahannya, lalu ulangi.", "Reload, look at the change, then try again."),
)  # fmt: skip
IF_MATCH_NEEDED = _refusal(
    "if_match_needed", Kind.CONFLICT,
    ("Perubahan ini harus menyebut versi yang dilihat (If-Match).", "This change must name the version seen (If-Match)."),
    ("Kirim ETag yang Anda terima sebagai If-Match.", "Send the ETag you got as If-Match."),
)  # fmt: skip
WRONG_STATE = _refusal(
    "wrong_state", Kind.CONFLICT,
    ("Paket ini belum, atau tidak lagi, pada tahap untuk itu.", "The package is not, or no longer, at that stage."),
    ("Lihat tahap paketnya.", "See the state of the package."),
)  # fmt: skip
STILL_WORKING = _refusal(
    "still_working", Kind.CONFLICT,
    ("Masih ada dokumen yang sedang dibaca.", "Some documents are still being read."),
    ("Tunggu sampai semua selesai, lalu ulangi.", "Wait until all are done, then try again."),
)  # fmt: skip
NOTHING_TO_SUBMIT = _refusal(
    "nothing_to_submit", Kind.CONFLICT,
    ("Paket ini belum berisi jawaban dan dokumen.", "The package holds no answers and documents yet."),
    ("Isi dahulu, lalu ajukan.", "Fill it in, then submit."),
)  # fmt: skip
UNDECIDED = _refusal(
    "undecided", Kind.CONFLICT,
    ("Masih ada jawaban yang belum diputuskan pada tingkat ini.", "Some answers are not decided at this level yet."),
    ("Putuskan semuanya dahulu.", "Decide all of them first."),
)  # fmt: skip
DECISION_WRONG = _refusal(
    "decision_wrong", Kind.INPUT,
    ("Keputusan ini tidak dapat dipakai.", "The decision cannot be used."),
    ("Perbaiki bagian yang disebut.", "Correct the part named."),
)  # fmt: skip
KEY_REUSED = _refusal(
    "idempotency_key_reused", Kind.CONFLICT,
    ("Idempotency-Key ini sudah dipakai untuk permintaan lain.", "This Idempotency-Key was used for another request."),
    ("Pakai kunci baru untuk permintaan baru.", "Use a new key for a new request."),
)  # fmt: skip
TOO_BIG = _refusal(
    "too_big", Kind.INPUT,
    ("Unggahan ini lebih besar dari batas.", "The upload is larger than allowed."),
    ("Bagi menjadi beberapa berkas atau paket.", "Split it into several files or packages."),
)  # fmt: skip
UPLOAD_UNREADABLE = _refusal(
    "upload_unreadable", Kind.INPUT,
    ("Unggahan ini tidak dapat dibuka.", "The upload cannot be opened."),
    ("Kemas ulang, lalu unggah lagi.", "Pack it again and upload anew."),
)  # fmt: skip
NO_PICTURE = _refusal(
    "no_picture", Kind.NOT_FOUND,
    ("Halaman ini tidak dapat digambar.", "This page cannot be drawn."),
    ("Lihat teksnya, atau unduh berkas aslinya.", "See its text, or download the original."),
)  # fmt: skip
BUSY = _refusal(
    "busy", Kind.DEPENDENCY,
    ("Layanan sedang penuh.", "The service is full now."),
    ("Coba lagi sesudah waktu pada Retry-After.", "Try again after the time in Retry-After."),
)  # fmt: skip
CURSOR_WRONG = _refusal(
    "cursor_wrong", Kind.INPUT,
    ("Penanda halaman daftar ini tidak dikenal.", "The cursor is not one of ours."),
    ("Mulai lagi tanpa cursor.", "Start again without a cursor."),
)  # fmt: skip
JOB_NOT_PARKED = _refusal(
    "job_not_parked", Kind.CONFLICT,
    ("Hanya pekerjaan yang diparkir dapat diulang.", "Only a parked job can be run again."),
    ("Lihat keadaan pekerjaannya.", "See the state of the job."),
)  # fmt: skip
