"""Briefs: one page for people who do not open a dashboard. They draw what they are given and count nothing."""
