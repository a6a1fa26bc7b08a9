"""The student's boards and webs, the teacher's tasks, and what of them goes on paper."""
