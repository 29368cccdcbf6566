"""Who may come in: people and their roles now; the gate, sessions and the log later."""
