"""What figures say, as one sentence a chart, written by rule. Never why, and never which place is best."""
