/** Folder, from the top of the project, that holds the JSON Schemas. Committed, so that editors find them in a fresh checkout. */
export const SCHEMA_FOLDER = 'src/content/schemas';
