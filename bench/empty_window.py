"""The floor: an empty PySide6 window. Prints when it was painted first and how big it is."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


def resident_kib() -> int:
    """Return what of this process lies in memory, from the kernel's own count."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])


class EmptyWindow(QMainWindow):
    painted = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = time.monotonic()
            QTimer.singleShot(0, lambda: QApplication.sendEvent(self, key()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answered = time.monotonic()
        QTimer.singleShot(2000, lambda: self.tell(answered))

    def tell(self, answered: float) -> None:
        told = {"painted": self.painted, "answered": answered, "kib": resident_kib()}
        print(json.dumps(told))
        QApplication.quit()


def key() -> QKeyEvent:
    from PySide6.QtCore import QEvent, Qt

    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = EmptyWindow()
    window.resize(1366, 768)
    window.show()
    sys.exit(application.exec())
