"""Files kept with partners, inside the workspace."""

import re
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from partnerdesk.domain.attachment import Attachment, StoredFile
from partnerdesk.language.formats import file_size
from partnerdesk.language.interface import _, ngettext, screen_language
from partnerdesk.services.file_names import safe_part, size_of_file, write_new_file, write_whole
from partnerdesk.services.problems import Problem, changed_elsewhere, disk_problem
from partnerdesk.storage.errors import NotFound
from partnerdesk.storage.workspace import Workspace

Report = Callable[[int, int], None]

#: The most bytes that one file may have.
LARGEST = 10 * 1024 * 1024

#: Endings of files that a desktop runs, or hands to something that does what they say.
_PROGRAM_ENDINGS = """
    action apk app appimage application appref-ms ade adp bas bash bat bin cgi chm class cmd com command
    cpl crt csh deb desktop dll dmg elf exe fish gadget hlp hta inf ins iso isp jar jnlp js jse jsp ksh
    library-ms lnk mad maf mam maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz msc msh msh1 msh2 msi msix
    msp mst osx out php pif pl pkg ps1 ps1xml ps2 psc1 psm1 py pyc pyw pyz rb reg rpm run scf scr sct
    search-ms settingcontent-ms sh shb shs snap so sys theme tmp url vb vbe vbp vbs ws wsc wsf wsh xbap xll
    zsh
"""
_PROGRAMS = frozenset(_PROGRAM_ENDINGS.split())
_ENDING = re.compile(r"\.[A-Za-z0-9_-]{1,16}")


class Attachments:
    """Takes files in, hands them out again, and removes them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of_partner(self, partner_id: int, limit: int | None = None) -> list[Attachment]:
        """The files of a partner, latest first."""
        return self._workspace.attachments.find("partner_id = ?", [partner_id], "id DESC", limit)

    def add(self, partner_id: int, path: Path) -> Attachment:
        """Keep a copy of a file with a partner.

        Raises ``Problem``, with nothing stored, for what is no file, cannot be read or is longer than
        ``LARGEST``, and where the partner was removed in the meantime.
        """
        return self.add_all(partner_id, [path])[0]

    def add_all(
        self,
        partner_id: int,
        paths: Sequence[Path],
        report: Report = lambda _done, _total: None,
    ) -> list[Attachment]:
        """Keep copies of files with a partner as one change: all, or none where :meth:`add` would raise.

        ``report`` is told how many are done and may raise to stop.
        """
        count = len(paths)
        label = _("Add file {name}").format(name=_name(paths[0]))
        if count > 1:
            label = ngettext("Add {count} file", "Add {count} files", count).format(count=count)
        added = []
        try:
            with self._workspace.change(label):
                self._workspace.partners.get(partner_id)
                for done, path in enumerate(paths):
                    report(done, count)
                    added.append(self._keep(partner_id, path))
                report(count, count)
        except NotFound as error:
            raise changed_elsewhere() from error
        return added

    def _keep(self, partner_id: int, path: Path) -> Attachment:
        content = read_limited(path)
        file = self._workspace.stored_files.insert(StoredFile(content=content))
        return self._workspace.attachments.insert(
            Attachment(partner_id=partner_id, stored_file_id=file.key, name=_name(path), size=len(content))
        )

    def content(self, attachment: Attachment) -> bytes:
        """The bytes of a file. Raises ``Problem`` when it was removed in the meantime."""
        try:
            return self._workspace.stored_files.get(attachment.stored_file_id).content
        except NotFound as error:
            raise changed_elsewhere() from error

    def _watched_content(self, attachment: Attachment, report: Report) -> bytes:
        """The bytes of a file, with a way to stop before they are read and before they are used."""
        report(0, 2)
        content = self.content(attachment)
        report(1, 2)
        return content

    def write_copy(
        self, attachment: Attachment, folder: Path, report: Report = lambda _done, _total: None
    ) -> Path:
        """Write a file under a safe name into ``folder``, for another program to open; only to be read.

        Whatever is changed in such a copy would be lost, so that other programs are told not to. Raises
        ``Problem`` for a program file and where it cannot be written. ``report(done, total)`` may raise to
        stop, with nothing written.
        """
        name = file_name(attachment)
        if is_program(name):
            raise Problem(
                _(
                    "“{name}” is a program or can start one, so it is not opened from here. "
                    "Save it with “Save as” if you trust where it came from."
                ).format(name=attachment.name)
            )
        try:
            path = write_new_file(folder, name, self._watched_content(attachment, report))
            path.chmod(stat.S_IREAD)
        except OSError as error:
            raise disk_problem(error, folder) from error
        return path

    def save_as(
        self, attachment: Attachment, path: Path, report: Report = lambda _done, _total: None
    ) -> Path:
        """Write a file to ``path``, over what stands there. Raises ``Problem``, with that left whole.

        ``report(done, total)`` may raise to stop, with what stands there as it was.
        """
        content = self._watched_content(attachment, report)
        try:
            write_whole(path, lambda file: file.write(content))
        except OSError as error:
            raise disk_problem(error, path) from error
        return path

    def remove(self, key: int) -> Attachment:
        """Remove a file from its partner and from the workspace; undo brings it back."""
        try:
            attachment = self._workspace.attachments.get(key)
            with self._workspace.change(_("Remove file {name}").format(name=attachment.name)):
                self._workspace.attachments.remove(attachment)
                self._workspace.stored_files.remove(
                    self._workspace.stored_files.get(attachment.stored_file_id)
                )
        except NotFound as error:
            raise changed_elsewhere() from error
        return attachment


def read_limited(path: Path) -> bytes:
    """The bytes of a file of at most ``LARGEST``. Raises ``Problem`` for any other thing."""
    name = _name(path)
    try:
        size = size_of_file(path)
        if size is None and path.is_dir():
            raise Problem(_("“{name}” is a folder. Choose the files in it.").format(name=name))
        if size is None:
            raise Problem(_("“{name}” is not a file that can be kept.").format(name=name))
        if size > LARGEST:
            raise _too_large(name, size)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise Problem(
            _("The file “{name}” is not there any more. Look where it went and add it again.").format(
                name=name
            )
        ) from error
    except OSError as error:
        raise Problem(
            _("The file “{name}” cannot be read: {reason}.").format(
                name=name, reason=error.strerror or str(error)
            )
        ) from error
    if len(content) > LARGEST:
        raise _too_large(name, len(content))
    return content


def _too_large(name: str, size: int) -> Problem:
    language = screen_language()
    return Problem(
        _(
            "“{name}” has {size}; at most {limit} can be kept in the data file. "
            "Make it smaller, or leave it where it is and note its place."
        ).format(name=name, size=file_size(size, language), limit=file_size(LARGEST, language))
    )


def file_name(attachment: Attachment) -> str:
    """The name of a file made safe for every system, with its ending."""
    # Windows drops dots and spaces at the end of a name, and with them would find another ending.
    bare = "".join(mark for mark in attachment.name if mark.isprintable()).rstrip(" .")
    path = Path(bare)
    ending = path.suffix if _ENDING.fullmatch(path.suffix) else ""
    return safe_part(bare.removesuffix(ending)) + ending


def is_program(name: str) -> bool:
    """Whether a desktop might run a file of this name instead of showing it."""
    return Path(name.rstrip(" .")).suffix.lower().removeprefix(".") in _PROGRAMS


def _name(path: Path) -> str:
    """A file's own name; bytes in it that are no text, as old disks have them, become question marks."""
    return path.name.encode("utf-8", "replace").decode("utf-8") or str(path)
