"""The parts of the pages that share something: exports, the summary for funders, briefs."""
