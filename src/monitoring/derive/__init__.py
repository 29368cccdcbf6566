"""One function per artefact that follows from the declarations: template, schema, tables, SQL, codebook."""
