"""The codebook in its shapes: page, workbook, archive file, text. All of it is declared; nothing in it is an answer."""
