"""Mouse, finger and pen: presses, and dragging from panel to panel."""
