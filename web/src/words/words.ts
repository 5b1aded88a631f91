import type { Problem } from "../api/client.ts";
import type { Language } from "../api/types.ts";
import { recall } from "../frame/memory.ts";
import { mergeWords } from "./merge.ts";
import { vi } from "./vi.ts";

// The words of the chosen language. A second language is a file of the same shape (en.ts), loaded only when it is chosen;
// tools/check-languages.mjs finds what it does not say.
export type Words = typeof vi;
export const languages: { value: Language; label: string }[] = [
    { value: "vi", label: "Tiếng Việt" },
    { value: "en", label: "English" },
];
export const language: Language = recall("language") === "en" ? "en" : "vi";
document.documentElement.lang = language;
export const words: Words = language === "en" ? mergeWords<Words>(vi, (await import("./en.ts")).en) : vi;

// A refusal as a sentence: what is wrong and what to do.
export function sentenceOf(problem: Problem): string {
    const sentences: Record<string, unknown> = words.errors;
    const known = sentences[problem.code];
    if (typeof known === "string") return known;
    if (typeof known === "function" && problem.code !== "unknown") return String((known as (facts: Record<string, string>) => string)(problem.facts));
    if (problem.faults.length > 0) return words.errors.invalid;
    const last = problem.code.split(".").pop() ?? "";
    const general = sentences[last];
    if (typeof general === "string") return general;
    if (problem.status === 401) return words.errors.unauthenticated;
    if (problem.status === 403) return words.errors.forbidden;
    if (problem.status === 404) return words.errors.not_found;
    if (problem.status === 413) return words.errors.too_large;
    if (problem.status === 503) return words.errors.unavailable;
    return words.errors.unknown(problem.code);
}

// The fault of one field as a sentence, or undefined when the field is right.
export function faultOf(problem: Problem | null | undefined, field: string): string | undefined {
    const code = problem?.fault(field);
    if (!code) return undefined;
    const known = (words.faults as Record<string, unknown>)[code.split(".").pop() ?? code];
    return typeof known === "string" ? known : words.faults.other(code);
}
