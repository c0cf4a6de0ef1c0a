"""Claims as tables: one flat row a claim, for a spreadsheet or a data frame."""

from mihwar.exporting.tables import COLUMNS, claims_to_csv, claims_to_parquet

__all__ = ["COLUMNS", "claims_to_csv", "claims_to_parquet"]
