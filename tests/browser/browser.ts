// A headless Chromium for journeys: pages of a desk and of a phone, axe, pictures, and the count of what a hand does.
import { createRequire } from "node:module";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe } from "node:test";
import { chromium, type BrowserContext, type Locator, type Page } from "playwright-core";
import type { Client } from "../functional/client.ts";
import { startServer, type Server, type Wanted } from "../functional/server.ts";

const artefacts = process.env.CONGSO_ARTEFACTS ?? resolve(import.meta.dirname, "../../build/artefacts");
const axeSource = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

// The background services of the browser look for hosts that a closed network does not have.
const flags = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--font-render-hinting=none",
];

export type Screen = "desk" | "phone";
const screens = {
    desk: { viewport: { width: 1366, height: 768 } },
    phone: { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
};

export interface Look {
    screen?: Screen; // a desk unless said otherwise
    dark?: boolean;
    as?: Client; // signed in as this client already is
    at?: string; // opens this path; "/" unless said otherwise
}

class Browser {
    private readonly profile: string;
    private readonly chromium: Awaited<ReturnType<typeof chromium.launch>>;

    private constructor(profile: string, launched: Awaited<ReturnType<typeof chromium.launch>>) {
        this.profile = profile;
        this.chromium = launched;
    }

    static async launch(): Promise<Browser> {
        const home = await mkdtemp(join(tmpdir(), "congso-browser-"));
        const launched = await chromium.launch({
            executablePath: process.env.CONGSO_CHROMIUM ?? "/usr/bin/chromium",
            headless: true,
            args: flags,
            env: { ...(process.env as Record<string, string>), HOME: home },
        });
        return new Browser(home, launched);
    }

    // A window of its own, as if of another person on another machine. Errors of the page's scripts and of the console fail
    // the journey when it ends.
    async open(url: string, look: Look = {}): Promise<Desk> {
        const context = await this.chromium.newContext({
            ...screens[look.screen ?? "desk"],
            baseURL: url,
            locale: "vi-VN",
            timezoneId: "Asia/Ho_Chi_Minh",
            colorScheme: look.dark ? "dark" : "light",
            reducedMotion: "reduce",
            acceptDownloads: true,
        });
        context.setDefaultTimeout(20_000); // what never comes is told then; a busy machine may need ten
        if (look.as) await context.addCookies(look.as.cookieList());
        const page = await context.newPage();
        const desk = new Desk(context, page, look);
        await page.goto(look.at ?? "/");
        return desk;
    }

    async close(): Promise<void> {
        await this.chromium.close();
        await rm(this.profile, { recursive: true, force: true });
    }
}

// One window. The hand's acts go through it and are counted: a key pressed, a click, a tap; words typed to find something count one for
// each letter, as a hand feels it. The letters of a text that someone has to say anyway are counted apart. Waiting and looking cost nothing.
export class Desk {
    readonly page: Page;
    readonly effort = { keys: 0, clicks: 0, taps: 0, letters: 0 };
    private readonly context: BrowserContext;
    private look: Look;
    private readonly complaints: string[] = [];

    constructor(context: BrowserContext, page: Page, look: Look) {
        this.context = context;
        this.page = page;
        this.look = look;
        page.on("pageerror", (error) => this.complaints.push(error.message));
        page.on("console", (message) => {
            // A refusal that the page shows is no fault of the page; the browser logs it all the same.
            if (message.type() === "error" && !/Failed to load resource/.test(message.text())) this.complaints.push(message.text());
        });
    }

    // The same page when the system goes dark.
    async goDark(): Promise<void> {
        this.look = { ...this.look, dark: true };
        await this.page.emulateMedia({ colorScheme: "dark" });
        await this.page.locator(':root[data-mantine-color-scheme="dark"]').waitFor();
    }

    total(): number {
        return this.effort.keys + this.effort.clicks + this.effort.taps;
    }

    // A click on a desk, a tap on a phone.
    async press(what: Locator): Promise<void> {
        if (this.look.screen === "phone") {
            this.effort.taps++;
            await what.tap();
        } else {
            this.effort.clicks++;
            await what.click();
        }
    }

    // "Control+Enter" is two keys.
    async key(name: string): Promise<void> {
        this.effort.keys += name.split("+").length;
        await this.page.keyboard.press(name);
    }

    async type(text: string): Promise<void> {
        this.effort.keys += [...text.normalize("NFC")].length;
        await this.page.keyboard.insertText(text);
    }

    // Into the field in focus, in place of what stands there.
    async write(text: string): Promise<void> {
        this.effort.letters += [...text.normalize("NFC")].length;
        await this.page.keyboard.press("Control+A");
        await this.page.keyboard.insertText(text);
    }

    // Tab or Shift+Tab, as often as it takes to come to the field.
    async tabTo(field: Locator, key: "Tab" | "Shift+Tab" = "Tab", most = 40): Promise<void> {
        for (let tries = 0; !(await field.evaluate((element) => element === document.activeElement)); tries++) {
            if (tries >= most) throw new Error(`${field} is not reached by ${most} times ${key}`);
            await this.key(key);
        }
    }

    // The button that asks for a file, then two clicks in the system's own dialog, which no test sees.
    async choose(input: Locator, name: string, mimeType: string, buffer: Buffer): Promise<void> {
        this.effort.clicks += 3;
        await input.setInputFiles({ name, mimeType, buffer });
    }

    // Fails on a finding of axe, of all or of these rules, that is serious or critical (WCAG 2.2 A and AA), naming each and where it is.
    async checkAccess(rules?: string[]): Promise<void> {
        // Evaluated in the page by the debugger, which the page's content security policy does not bind.
        await this.page.evaluate(await axeText());
        const findings = await this.page.evaluate(async (only) => {
            const axe = (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Finding[] }> } }).axe;
            interface Finding {
                id: string;
                impact: string;
                help: string;
                nodes: { target: unknown[]; failureSummary: string }[];
            }
            const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
            const { violations } = await axe.run({ runOnly: only ? { type: "rule", values: only } : { type: "tag", values: tags }, resultTypes: ["violations"] });
            return violations
                .filter(({ impact }) => impact === "serious" || impact === "critical")
                .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.target.join(" ")}`).join("\n")}`);
        }, rules);
        if (findings.length) throw new Error(`axe finds on ${this.page.url()}:\n${findings.join("\n")}`);
    }

    // Nothing may be wider than the screen.
    async checkWidth(): Promise<void> {
        const [content, screen] = await this.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        if (content > screen) throw new Error(`${this.page.url()} scrolls sideways: ${content} px on ${screen}`);
    }

    // build/artefacts/NAME-desk.png, -phone.png, -desk-dark.png
    async picture(name: string): Promise<string> {
        const path = join(artefacts, `${name}-${this.look.screen ?? "desk"}${this.look.dark ? "-dark" : ""}.png`);
        await mkdir(artefacts, { recursive: true });
        await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
        await this.page.screenshot({ path });
        return path;
    }

    // Closes the window; fails if the page complained meanwhile.
    async close(): Promise<void> {
        await this.context.close();
        if (this.complaints.length) throw new Error(`the page complained:\n${this.complaints.join("\n")}`);
    }
}

let axe: Promise<string> | undefined;
function axeText(): Promise<string> {
    axe ??= readFile(axeSource, "utf8");
    return axe;
}

// The same server and the same browser for all tests of a title; whoever opens a window says only how it looks and who sits there.
export function inBrowser(title: string, tests: (server: () => Server, open: (look?: Look) => Promise<Desk>) => void, wanted: Wanted = {}): void {
    describe(title, () => {
        let server: Server | undefined;
        let browser: Browser | undefined;
        before(async () => {
            server = await startServer(wanted);
            browser = await Browser.launch();
        });
        after(async () => {
            await browser?.close();
            await server?.close();
        });
        const served = () => {
            if (!server) throw new Error("the server did not start");
            return server;
        };
        tests(served, (look) => {
            if (!browser) throw new Error("the browser did not start");
            return browser.open(served().url, look);
        });
    });
}
