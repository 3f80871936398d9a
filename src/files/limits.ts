/** Limits of a list. Beyond the first three nothing is read; beyond the others a line has a fault. */
export const limits = {
  /** Of a file, and characters of a pasted text: 20 MB. */
  bytes: 20 * 1024 * 1024,
  /** Of all that is read of a workbook, unpacked: 200 MB. */
  unpackedBytes: 200 * 1024 * 1024,
  lines: 200_000,
  /** Of a table. `Get-MgUser -All | Export-Csv` writes 130. */
  columns: 512,
  /** Of a cell (Excel: specifications and limits). */
  cellCharacters: 32_767,
  /** Line breaks within a quoted cell (Excel: specifications and limits). */
  cellBreaks: 253,
} as const;
