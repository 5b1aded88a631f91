// Every member may be missing, down to the single sentence; what is there has the shape of the first language.
export type Partly<T> = T extends (...input: never[]) => unknown ? T : T extends readonly unknown[] ? { [K in keyof T]: Partly<T[K]> } : T extends object ? { [K in keyof T]?: Partly<T[K]> } : T extends string ? string : T;

export function mergeWords<T extends object>(whole: T, part: Partly<T>): T {
    const merged: Record<string, unknown> = { ...(whole as Record<string, unknown>) };
    for (const [name, value] of Object.entries(part as Record<string, unknown>)) {
        const own = merged[name];
        const both = typeof own === "object" && own !== null && !Array.isArray(own) && typeof value === "object" && value !== null;
        if (value !== undefined) merged[name] = both ? mergeWords(own, value as Partly<typeof own>) : value;
    }
    return merged as T;
}
