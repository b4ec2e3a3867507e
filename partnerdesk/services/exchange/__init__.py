"""Partners from and to files of other programs: CSV, XLSX and vCard."""
