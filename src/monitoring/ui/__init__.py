"""Screens' parts: with `pages/`, the only folder that knows Streamlit. Decides nothing about who may see what."""
