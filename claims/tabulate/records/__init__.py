"""Prose against tables of records: what a sentence tells of a row, of two, of the highest, of how many."""
