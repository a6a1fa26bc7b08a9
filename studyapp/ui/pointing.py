"""Which of mouse, finger and pen a mouse event comes from: Qt makes such events of all three."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPointerEvent

# A finger or a pen that has rested so long asks for the menu.
RESTED_MS = 500


def is_finger(event: QPointerEvent) -> bool:
    """Say whether a finger did it."""
    from PySide6.QtGui import QInputDevice

    return event.deviceType() is QInputDevice.DeviceType.TouchScreen


def is_hand(event: QPointerEvent) -> bool:
    """Say whether a finger or a pen did it, which have no right button, or none at hand."""
    from PySide6.QtGui import QInputDevice

    return event.deviceType() in (
        QInputDevice.DeviceType.TouchScreen,
        QInputDevice.DeviceType.Stylus,
    )
