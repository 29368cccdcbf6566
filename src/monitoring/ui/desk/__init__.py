"""The upload desk: choose, check, preview, receipt. Shows where a mistake is and how to mend it, never a cell."""
