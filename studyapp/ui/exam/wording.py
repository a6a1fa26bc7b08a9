"""What is said of an exam's plan, in sentences."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from studyapp.services.study.exam_planning import MORE_MINUTES, Outlook

_HUNDRED = 100


def hundredths(recall: float) -> int:
    """Return a recall as so many cards of a hundred, never more than is expected."""
    return int(_HUNDRED * recall + 0.5) if recall < 0.995 else int(_HUNDRED * recall)


def day_in_words(day: date) -> str:
    """Return a day as the person's country writes it, with its weekday."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy")


class Wording(QObject):
    """The sentences of the dialog."""

    def outlook(self, outlook: Outlook) -> str:
        """Return what so many minutes come to, and what a few more would."""
        if not outlook.cards:
            return self.tr("This course has no cards yet: there is nothing to plan but the day.")
        recalled = self.tr("With {minutes} minutes a day you will probably recall {count} of 100")
        recalled = recalled.format(minutes=outlook.minutes, count=hundredths(outlook.recall))
        more = self.tr("{first} on the day; with {extra} minutes more: {count}.").format(
            first=recalled, extra=MORE_MINUTES, count=hundredths(outlook.with_more[-1])
        )
        without = self.tr("If you stopped today: {count}.")
        return f"{more} " + without.format(count=hundredths(outlook.recalls[0]))

    def past(self, exam: date | None, today: date) -> str:
        """Return that an exam is today or was before, or nothing if none was set."""
        if exam is None:
            return ""
        if exam == today:
            return self.tr("The exam is today. Here you can plan to another one.")
        words = self.tr("The exam was on {day}. Here you can plan to another one.")
        return words.format(day=day_in_words(exam))

    @property
    def only_days_off(self) -> str:
        """Say that no minutes a day help, since no day is studied."""
        return self.tr("All days until then are days off in your plan.")

    @property
    def shared(self) -> str:
        """Say that other exams take their part of the minutes."""
        return self.tr("Other exams ahead take their share of the minutes.")

    def left_out(self, outlook: Outlook) -> str:
        """Return what there is no time for, or nothing."""
        said = []
        if outlook.unbegun:
            words = self.tr("For {count} of {all} cards there is no time: they are not begun.")
            said.append(words.format(count=outlook.unbegun, all=outlook.cards))
            said.append(
                self.tr(
                    "A new card helps more by the minute than one that you forgot: what you rate "
                    "Again may not come back before the exam."
                )
            )
        if outlook.left_alone:
            words = self.tr("{count} cards that you have met are left alone: others gain more.")
            said.append(words.format(count=outlook.left_alone))
        return " ".join(said)
