"""One country's profile, and one provider beside its country. No place is ever ranked."""
