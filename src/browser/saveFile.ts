/** Offers a text, or bytes, as a file to save. */
export function saveFile(name: string, content: BlobPart, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([content], {type}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after this function ends.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
