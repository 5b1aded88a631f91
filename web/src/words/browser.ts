// «Chrome trên Windows», from what a browser says of itself; null when it says nothing that is known.
const browsers: [RegExp, string][] = [
    [/Edg(?:e|A|iOS)?\//, "Edge"],
    [/coc_coc_browser\//i, "Cốc Cốc"],
    [/OPR\//, "Opera"],
    [/Firefox\/|FxiOS\//, "Firefox"],
    [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
    [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
    [/iPhone|iPad/, "iPhone, iPad"],
    [/Android/, "Android"],
    [/Windows/, "Windows"],
    [/Mac OS X/, "macOS"],
    [/Linux|X11/, "Linux"],
];

export function browserOf(agent: string): { browser: string; system: string } | null {
    const find = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(agent))?.[1] ?? "";
    const browser = find(browsers);
    return browser ? { browser, system: find(systems) } : null;
}
