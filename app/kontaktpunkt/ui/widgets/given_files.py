"""Files that somebody drops, pastes or chooses: their paths, and what is in them."""

from PySide6.QtCore import QFile, QFileInfo, QIODevice, QMimeData


def paths_in(source: QMimeData) -> list[str]:
    """Give the paths of the files that are pasted or dropped."""
    return [url.toLocalFile() for url in source.urls() if url.isLocalFile()]


def bytes_of(path: str, cap: int, too_large: str) -> bytes | str:
    """Read a file, or say why not (the clerk's lane).

    `too_large` is what is said after the name of a folder, or of a file of more than `cap` bytes.
    """
    name = QFileInfo(path).fileName()
    file = QFile(path)
    if QFileInfo(path).isDir() or file.size() > cap:
        return f"{name} {too_large}"
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return f"{name} går inte att öppna. Inget är ändrat."
    data = bytes(file.readAll().data())
    file.close()
    return data
