import type { Partly } from "./merge.ts";
import type { Words } from "./words.ts";

// The sentences of vi.ts in English. Nothing is imported here but types: words.ts waits for this file before anything else runs.
export const en: Partly<Words> = {};
