"""The office's own workbook back, each problem marked in its cell. Parts of the zip are patched; no cell is read."""
