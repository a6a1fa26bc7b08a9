"""When a card is asked: memory by FSRS, the plan, exams, and the order of asking."""
