"""The window's style sheet, generated from the colours of one scheme.

It is kept short: Qt matches every rule against every widget, and that is paid at start-up.
"""

from collections.abc import Mapping
from string import Template

_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; }
QMenuBar { background: $window; border-bottom: 1px solid $line; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $selection; color: $text; }
QMenu { background: $raised; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $strong_line; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QDockWidget { color: $muted; }
QPushButton, QToolButton { background: $raised; color: $text; border: 1px solid $line;
  border-radius: 6px; padding: 6px 12px; min-height: 18px; outline: none; }
QToolButton { padding: 5px 8px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked {
  background: $selection; }
QPushButton:disabled, QToolButton:disabled { color: $strong_line; background: $window; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:disabled { background: $hover; color: $strong_line;
  border-color: $line; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 5px 11px; }
QToolButton:focus { padding: 4px 7px; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QToolButton[flat="true"] { background: transparent; border-color: transparent; }
QToolButton[flat="true"]:hover { background: $hover; }
QToolButton[flat="true"]:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0; min-height: 0; }
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit { background: $page; color: $text;
  border: 1px solid $strong_line; border-radius: 6px; padding: 5px 8px;
  selection-background-color: $selection; selection-color: $text; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus {
  border: 2px solid $accent; padding: 4px 7px; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { width: 0; height: 0; border-top: 5px solid $muted;
  border-left: 4px solid $page; border-right: 4px solid $page; }
QComboBox:disabled { color: $strong_line; border-color: $line; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; outline: none;
  selection-background-color: $selection; selection-color: $text; }
QTreeView, QListView, QTableView, QTextBrowser, QScrollArea, QGraphicsView { background: $page;
  color: $text; border: none; outline: none; }
QTreeView, QListView, QTableView { selection-background-color: $selection; selection-color: $text; }
QTreeView::item, QListView::item { min-height: 30px; padding: 0 4px; }
QTableView::item { padding: 0 4px; }
QDialog QListView::item { padding: 6px 8px; }
QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTreeView::item:selected, QListView::item:selected { background: $selection; color: $text; }
QTreeView:focus, QListView:focus, QTableView:focus, QTextBrowser:focus, QGraphicsView:focus {
  border: 2px solid $accent; }
QTreeView, QListView, QTableView, QTextBrowser, QGraphicsView { border: 2px solid transparent; }
QHeaderView::section { background: $window; color: $muted; border: none;
  border-bottom: 1px solid $line; padding: 4px 8px; }
QTabBar { background: $window; }
QTabBar::tab { background: transparent; color: $muted; padding: 8px 16px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:focus { background: $selection; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; } QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; } QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $strong_line; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="wrong"] { color: $wrong; }
QLabel[role="title"] { font-weight: bold; }
QFrame[role="card"] { background: $raised; border: 1px solid $line; border-radius: 6px; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; }
""")


def style_sheet(colours: Mapping[str, str]) -> str:
    """Return the style sheet for the colours (#RRGGBB) of one scheme, by role."""
    names = {role.replace(" ", "_"): value for role, value in colours.items()}
    return _SHEET.substitute(names)
