// Eight people work for ten minutes without a pause: the program's memory stays where it was, its answers stay as quick, and the check is
// clean. CONGSO_SOAK_MINUTES says how long.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { draftEntry, incomingEntry, pdf } from "../functional/samples.ts";
import { engines, startServer, type Server } from "../functional/server.ts";

const minutes = Number(process.env.CONGSO_SOAK_MINUTES || 10);

interface Measured {
    at: number; // seconds since the start
    memory: number; // MB held by the process
}

// Resident memory of the serving process, in MB.
async function memoryOf(server: Server): Promise<number> {
    const status = await readFile(`/proc/${server.pid}/status`, "utf8");
    return Number(status.match(/^VmRSS:\s+(\d+) kB/m)?.[1]) / 1024;
}

class Office {
    acknowledged = 0;
    readonly seconds: { at: number; took: number }[] = []; // of each look at a list
    private readonly server: Server;
    private readonly begun = performance.now();

    constructor(server: Server) {
        this.server = server;
    }

    elapsed(): number {
        return (performance.now() - this.begun) / 1000;
    }
    private goesOn(): boolean {
        return this.elapsed() < minutes * 60;
    }

    async register(clerk: string): Promise<void> {
        const client = await this.server.as(clerk);
        while (this.goesOn()) {
            const file = await client.upload("den.pdf", pdf(randomUUID()));
            const document = await client.post("/api/incoming", incomingEntry({ files: [file.id], submit: { text: "", shares: [] } }));
            await client.get("/api/incoming/{id}", { id: document.id });
            this.acknowledged += 3;
        }
    }

    async draft(drafter: string): Promise<void> {
        const [author, signer, clerk] = await Promise.all([this.server.as(drafter), this.server.as("chutich"), this.server.as("vanthu")]);
        const entry = await draftEntry(author);
        while (this.goesOn()) {
            const { id } = await author.post("/api/outgoing", { ...entry, subject: `Báo cáo ${randomUUID()}` });
            await author.post("/api/outgoing/{id}/submit", { id, commenters: [] });
            await signer.post("/api/outgoing/{id}/approve", { id, authority: "tm" });
            await clerk.post("/api/outgoing/{id}/number", { id });
            this.acknowledged += 4;
        }
    }

    async read(name: string): Promise<void> {
        const client = await this.server.as(name);
        while (this.goesOn()) {
            const begun = performance.now();
            await client.get("/api/incoming", {});
            this.seconds.push({ at: this.elapsed(), took: (performance.now() - begun) / 1000 });
            await client.get("/api/incoming", { query: "kế hoạch" });
            await client.get("/api/outgoing", { state: "draft" });
            await client.get("/api/work", {});
            const left = new AbortController(); // a page that is opened and closed
            await client.raw("GET", "/api/events", { signal: left.signal });
            left.abort();
            this.acknowledged += 5;
        }
    }
}

for (const engine of engines)
    describe(`${minutes} minutes of work on ${engine}`, () => {
        test("memory is flat, lists stay quick, nothing is refused and the check is clean", async (context) => {
            const server = await startServer({ engine });
            try {
                for (const name of ["vanthu", "vptk", "thixa.vanthu", "danguy", "tuphap", "vanphong", "chutich", "phochutich"]) await server.as(name);
                const office = new Office(server);
                const measured: Measured[] = [];
                const measure = async () => measured.push({ at: office.elapsed(), memory: await memoryOf(server) });
                const timer = setInterval(() => void measure(), 5000);
                await Promise.all([
                    ...["vanthu", "vptk", "thixa.vanthu", "danguy"].map((name) => office.register(name)),
                    ...["tuphap", "vanphong"].map((name) => office.draft(name)),
                    ...["chutich", "phochutich"].map((name) => office.read(name)),
                ]).finally(() => clearInterval(timer));
                await measure();

                const highest = (from: number, to: number) => Math.max(...measured.filter(({ at }) => at >= from * minutes * 60 && at <= to * minutes * 60 + 60).map(({ memory }) => memory));
                const early = highest(0.2, 0.4), late = highest(0.8, 1); // caches are full by a fifth of the time
                const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
                const part = (from: number, to: number) => median(office.seconds.filter(({ at }) => at >= from * minutes * 60 && at < to * minutes * 60).map(({ took }) => took));
                context.diagnostic(`${office.acknowledged} answers; memory ${early.toFixed(0)} MB, then ${late.toFixed(0)} MB; a list ${(part(0.1, 0.3) * 1000).toFixed(0)} ms, then ${(part(0.8, 1) * 1000).toFixed(0)} ms`);
                assert.ok(office.acknowledged > minutes * 60, "there was work");
                assert.ok(late < early * 1.15 + 16, `memory grew from ${early} to ${late} MB`);
                assert.ok(part(0.8, 1) < part(0.1, 0.3) * 3 + 0.05, "a list became slow");
                const report = JSON.parse(await server.command("check", "--json")) as { clean: boolean; faults: string[]; agencies: { faults: string[] }[] };
                assert.deepEqual([report.clean, report.faults, report.agencies.flatMap(({ faults }) => faults)], [true, [], []]);
            } finally {
                await server.close();
            }
        });
    });
