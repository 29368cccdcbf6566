"""A country around its survivors: the services there are, and what people around see. Never a shelter's place."""
