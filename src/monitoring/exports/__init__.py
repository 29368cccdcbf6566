"""Packs for analysts and files for funders: rows and figures become files, with what is needed to read them."""
