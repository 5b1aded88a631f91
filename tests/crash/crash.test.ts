// The serving process is killed again and again while eight people work. What was acknowledged is there, once; every series
// is whole; and each start needs nothing by hand. CONGSO_KILLS says how often, CONGSO_SEED repeats the moments of a run.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { Problem, type Client } from "../functional/client.ts";
import { draftEntry, incomingEntry, pdf, today } from "../functional/samples.ts";
import { engines, startServer, type Engine, type Server } from "../functional/server.ts";

const kills = Number(process.env.CONGSO_KILLS || 20);
const seed = Number(process.env.CONGSO_SEED || Date.now() % 1_000_000);

// Numbers from 0 to 1 that a seed repeats (mulberry32).
function chance(from: number): () => number {
    let state = from;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

interface Registered {
    clerk: string;
    id: string;
    number: number;
    file: string;
}
interface Numbered {
    id: string;
    book: string;
    number: number;
}

class Office {
    readonly registered = new Map<string, Registered>(); // by subject, as it was acknowledged
    readonly numbered = new Map<string, Numbered>();
    readonly reserved = new Set<string>(); // «book number»
    acknowledged = 0;
    retried = 0;
    private working = true;
    private readonly server: Server;

    constructor(server: Server) {
        this.server = server;
    }

    // Works until it is told to stop; what is begun by then is finished.
    async work(): Promise<void> {
        const desks = [this.register("vanthu"), this.register("vptk"), this.register("vanthu"), this.register("thixa.vanthu"), this.register("danguy")];
        await Promise.all([...desks, this.draft("tuphap"), this.draft("vanphong"), this.reserve("vanthu")]);
    }
    stop(): void {
        this.working = false;
    }

    private async register(clerk: string): Promise<void> {
        const client = await this.server.as(clerk);
        while (this.working) {
            const bytes = pdf(randomUUID());
            const file = await this.insist(() => client.upload("den.pdf", bytes));
            const entry = incomingEntry({ files: [file.id], submit: { text: "", shares: [] } });
            const document = await this.insist((key) => client.post("/api/incoming", entry, { key }));
            assert.ok(!this.registered.has(document.subject));
            this.registered.set(document.subject, { clerk, id: document.id, number: document.arrival_number, file: file.id });
        }
    }

    private async draft(drafter: string): Promise<void> {
        const [author, signer, clerk] = await Promise.all([this.server.as(drafter), this.server.as("chutich"), this.server.as("vanthu")]);
        const entry = await this.insist(() => draftEntry(author));
        while (this.working) {
            const subject = `Báo cáo ${randomUUID()}`;
            const { id } = await this.insist((key) => author.post("/api/outgoing", { ...entry, subject }, { key }));
            await this.insist((key) => author.post("/api/outgoing/{id}/submit", { id, commenters: [] }, { key }));
            await this.insist((key) => signer.post("/api/outgoing/{id}/approve", { id, authority: "tm" }, { key }));
            const { book, number } = await this.insist((key) => clerk.post("/api/outgoing/{id}/number", { id }, { key }));
            this.numbered.set(subject, { id, book, number });
        }
    }

    private async reserve(clerk: string): Promise<void> {
        const client = await this.server.as(clerk);
        const books = (await this.insist(() => client.get("/api/books", {}))).items;
        const book = books.find((one) => one.direction === "outgoing")?.id ?? "";
        while (this.working) {
            const line = await this.insist((key) => client.post("/api/books/{book}/reserve", { book, reason: "giữ chỗ" }, { key }));
            assert.ok(!this.reserved.has(`${book} ${line.number}`));
            this.reserved.add(`${book} ${line.number}`);
            await pause(20);
        }
    }

    // Asks until it is answered, with one key for all attempts. An answer that refuses is a failure: nothing here may be refused.
    private async insist<T>(ask: (key: string) => Promise<T>): Promise<T> {
        const key = randomUUID();
        for (;;) {
            try {
                const answer = await ask(key);
                this.acknowledged += 1;
                return answer;
            } catch (error) {
                if (error instanceof Problem && error.status !== 503) throw error;
                this.retried += 1;
                await pause(10);
            }
        }
    }
}

async function killAgainAndAgain(server: Server, random: () => number): Promise<void> {
    for (let kill = 0; kill < kills; ++kill) {
        await pause(50 + random() * 700);
        await server.kill();
        if (random() < 0.2) {
            // and once more before it listens
            const starting = server.start().catch(() => undefined);
            await pause(random() * 150);
            await server.kill();
            await starting;
        }
        await server.start();
    }
    await pause(300);
}

interface Report {
    clean: boolean;
    faults: string[];
    agencies: { name: string; faults: string[] }[];
}
async function check(server: Server): Promise<string[]> {
    const report = JSON.parse(await server.command("check", "--json").catch((error: { stdout: string }) => error.stdout)) as Report;
    return [...report.faults, ...report.agencies.flatMap((agency) => agency.faults.map((fault) => `${agency.name}: ${fault}`))];
}

// All incoming documents of the day that one clerk sees, by subject.
async function listIncoming(client: Client): Promise<Map<string, { id: string; number: number }[]>> {
    const found = new Map<string, { id: string; number: number }[]>();
    for (let after = ""; ; ) {
        const page = await client.get("/api/incoming", { from: today, limit: 200, after });
        for (const row of page.items) found.set(row.subject, [...(found.get(row.subject) ?? []), { id: row.id, number: row.arrival_number }]);
        if (!page.after) return found;
        after = page.after;
    }
}

// Every line of every series of an agency, and the faults that a reader of the book would find.
async function readBooks(client: Client): Promise<{ lines: Map<string, string>; faults: string[] }> {
    const lines = new Map<string, string>(); // «book number» → the record
    const faults: string[] = [];
    for (const book of (await client.get("/api/books", {})).items)
        for (const period of [2019, 2020, 2021, 2022])
            for (let last = 0; ; ) {
                const page = (await client.get("/api/books/{book}/lines", { book: book.id, period, after: last, limit: 200 })).items;
                for (const line of page) {
                    if (line.number !== last + 1) faults.push(`${book.name} ${period}: ${line.number} follows ${last}`);
                    last = line.number;
                    if (period === 2022) lines.set(`${book.id} ${line.number}`, line.state === "issued" ? line.record : line.state);
                }
                if (page.length === 0) break;
            }
    return { lines, faults };
}

function killed(engine: Engine): void {
    describe(`killed ${kills} times on ${engine}`, () => {
        let server: Server;
        let office: Office;
        const clerks = ["vanthu", "thixa.vanthu", "danguy"];

        before(async () => {
            server = await startServer({ engine });
        });
        after(() => server.close());

        test("eight people work on through every kill, and nobody is refused", async (context) => {
            context.diagnostic(`CONGSO_SEED=${seed}`);
            for (const name of [...clerks, "vptk", "tuphap", "vanphong", "chutich"]) await server.as(name);
            office = new Office(server);
            const work = office.work();
            await Promise.race([work, killAgainAndAgain(server, chance(seed))]).finally(() => office.stop());
            await work;
            context.diagnostic(`${office.acknowledged} acknowledged, ${office.retried} asked again`);
            assert.ok(office.retried > kills, "the kills were felt");
            assert.ok(office.registered.size > kills && office.numbered.size > 0 && office.reserved.size > 0, "and there was work between them");
        });

        test("what was acknowledged is there once, with its number and its file", async () => {
            const listed = new Map<string, { id: string; number: number }[]>();
            for (const clerk of clerks) for (const [subject, rows] of await listIncoming(await server.as(clerk))) listed.set(subject, rows);
            for (const [subject, { clerk, id, number, file }] of office.registered) {
                assert.deepEqual(listed.get(subject), [{ id, number }], subject);
                assert.equal((await (await server.as(clerk)).raw("HEAD", `/api/files/${file}`, {})).status, 200, file);
            }
            const mine = [...listed.keys()].filter((subject) => subject.startsWith("Kế hoạch kiểm tra "));
            assert.deepEqual(mine.filter((subject) => !office.registered.has(subject)), [], "nothing that nobody was told of");
            const desk = await server.as("vanthu");
            for (const [subject, { id, number }] of office.numbered) {
                const rows = (await desk.get("/api/outgoing", { query: subject })).items;
                assert.deepEqual(rows.map((row) => [row.id, row.number]), [[id, number]], subject);
            }
        });

        test("every number of every series is issued, reserved or void, with no gap, and belongs to its document", async () => {
            const books = new Map<string, string>();
            for (const clerk of clerks) {
                const { lines, faults } = await readBooks(await server.as(clerk));
                assert.deepEqual(faults, []);
                for (const [place, record] of lines) books.set(place, record);
            }
            for (const { id, book, number } of office.numbered.values()) assert.equal(books.get(`${book} ${number}`), id);
            for (const place of office.reserved) assert.equal(books.get(place), "reserved", place);
            assert.equal([...books.values()].filter((state) => state === "reserved").length, office.reserved.size);
            const records = [...books.values()].filter((record) => /^[0-9a-f]{8}-/.test(record));
            assert.equal(new Set(records).size, records.length, "no document has two numbers");
        });

        test("the check is clean while it is served, and when it is not", async () => {
            assert.deepEqual(await check(server), []);
            await server.stop();
            assert.deepEqual(await check(server), []);
        });
    });
}

for (const engine of engines) killed(engine);
