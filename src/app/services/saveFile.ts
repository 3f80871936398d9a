/** Hands `text` to the person as a download named `name`; `mediaType` is such as `text/csv`. */
export function saveFile(name: string, text: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser took hold of the file with the click.
  URL.revokeObjectURL(address);
}
