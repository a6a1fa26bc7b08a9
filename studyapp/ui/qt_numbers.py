"""Numbers that Qt itself uses, for what is needed before the first paint.

`Qt` is one class with all its enumerations in it: whoever names one of them has PySide make 93
types with 1,195 names, a tenth of the whole start. Roles come as numbers anyway, and a property
takes one. Elsewhere `QtCore.Qt` names them, in what is called later. A test holds each to its name.
"""

# Roles of items.
DISPLAY, DECORATION, TOOL_TIP, ACCESSIBLE_DESCRIPTION, SIZE_HINT = 0, 1, 3, 12, 13
# How a label or a view takes its text, and what can be done with it.
PLAIN_TEXT = 0
TEXT_SELECTABLE_BY_MOUSE, TEXT_SELECTABLE_BY_KEYBOARD = 1, 2
TEXT_BROWSER_INTERACTION = 13
SCROLL_BAR_ALWAYS_OFF = 1
# A flag for the layout of texts.
TEXT_WORD_WRAP = 0x1000
