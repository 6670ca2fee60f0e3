"""What the plans set out to do, counted and put in order: by plan, by time, and by who leads it."""
