// Starts the program for a test: on a data directory of its own, on SQLite or PostgreSQL, empty or with a copy of the demo.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { constants, existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import type { Welcome } from "../../web/src/api/types.ts";
import { Client } from "./client.ts";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");
export const program = process.env.CONGSO_PROGRAM ?? join(root, "build/release/congso");
const postgresUrl = process.env.CONGSO_TEST_POSTGRES;

export type Engine = "sqlite" | "postgres";
// The engines that tests run on: both under ./test, SQLite alone where no PostgreSQL is offered.
export const engines: Engine[] = postgresUrl ? ["sqlite", "postgres"] : ["sqlite"];

export interface Wanted {
    engine?: Engine; // SQLite unless said otherwise
    content?: "demo" | "empty"; // the demo unless said otherwise
    directory?: string; // what is there already, instead; SQLite
    environment?: Record<string, string>; // CONGSO_… settings besides
}

// Hashing passwords at full strength would take most of a test's time.
const quick = { CONGSO_PASSWORD_STRENGTH: "test" };

export class Server {
    readonly directory: string;
    readonly engine: Engine;
    url = "";
    output = ""; // everything it has said
    private port = 0; // the first start takes a free one, the next ones the same: its clients go on
    private child?: ChildProcess;
    private ended?: Promise<number | null>;
    private told = false; // to end
    private readonly database: string | undefined;
    private readonly environment: Record<string, string>;
    private people = new Map<string, Promise<Client>>();

    constructor(directory: string, engine: Engine, database: string | undefined, environment: Record<string, string>) {
        this.directory = directory;
        this.engine = engine;
        this.database = database;
        this.environment = environment;
    }

    // Starts it and waits until it says where it listens.
    async start(): Promise<void> {
        const child = spawn(program, ["serve", "--data", this.directory, "--listen", `127.0.0.1:${this.port}`, ...databaseFlags(this.database)], {
            env: { ...process.env, ...quick, ...this.environment },
            stdio: ["ignore", "pipe", "pipe"],
        });
        this.child = child;
        this.told = false;
        running.add(child);
        this.ended = new Promise((done) =>
            child.once("exit", (code, signal) => {
                running.delete(child);
                if (!this.told) console.error(`congso ended by itself (${signal ?? code}):\n${this.output.slice(-4000)}`);
                done(code);
            }),
        );
        child.stderr.on("data", (bytes: Buffer) => (this.output += bytes));
        this.url = await new Promise<string>((found, failed) => {
            createInterface(child.stdout).on("line", (line) => {
                this.output += `${line}\n`;
                const [, address] = line.match(/listening on (http:\/\/[\w.:]+)/) ?? [];
                if (address) found(address);
            });
            void this.ended?.then((code) => failed(new Error(`congso ended with ${code} before it listened:\n${this.output}`)));
            child.once("error", failed);
        });
        this.port = Number(new URL(this.url).port);
    }

    // Of the serving process, for those who measure it.
    get pid(): number {
        if (!this.child?.pid) throw new Error("the server does not run");
        return this.child.pid;
    }

    // Asks it to end, as an administrator does; fails unless it ends cleanly.
    async stop(): Promise<void> {
        if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
        this.told = true;
        const watchdog = setTimeout(() => this.child?.kill("SIGKILL"), 15_000);
        this.child.kill("SIGTERM");
        const code = await this.ended;
        clearTimeout(watchdog);
        if (code !== 0) throw new Error(`congso ended with ${code}:\n${this.output}`);
    }

    // As when the power fails, as far as a process can feel it.
    async kill(): Promise<void> {
        this.told = true;
        this.child?.kill("SIGKILL");
        await this.ended;
    }

    // Ends it, and removes its directory and its database.
    async close(): Promise<void> {
        try {
            await this.stop();
        } finally {
            await rm(this.directory, { recursive: true, force: true });
            if (this.database) await psql(`DROP DATABASE IF EXISTS ${nameOf(this.database)} WITH (FORCE)`);
        }
    }

    client(): Client {
        return new Client(this.url);
    }

    // A demo account, signed in once for all tests of this server.
    as(username: string): Promise<Client> {
        let known = this.people.get(username);
        if (!known) {
            known = this.signIn(username);
            this.people.set(username, known);
        }
        return known;
    }

    // The same for the first demo account of a role in an agency, both named as the sign-in page names them.
    async asRole(role: string, agency?: string): Promise<Client> {
        const welcome = await this.welcome();
        const account = welcome.accounts.find((one) => one.role_name === role && (!agency || one.agency_name === agency));
        if (!account) throw new Error(`no demo account with the role ${role}: ${welcome.accounts.map((one) => one.role_name).join(", ")}`);
        return this.as(account.username);
    }

    welcome(): Promise<Welcome> {
        return this.client().get("/api/welcome", {}) as Promise<Welcome>;
    }

    // Runs another command of the program on the same data; its standard output.
    async command(...words: string[]): Promise<string> {
        return congso([...words, ...this.flags()], this.environment);
    }

    // Where its data is.
    flags(): string[] {
        return ["--data", this.directory, ...databaseFlags(this.database)];
    }

    private async signIn(username: string): Promise<Client> {
        const client = this.client();
        await client.signIn(username, (await this.welcome()).password);
        return client;
    }
}

// Runs the program with these words and this input; its standard output. The error of a command that fails carries its
// `stderr` and `code`.
export async function congso(words: string[], environment: Record<string, string> = {}, input = ""): Promise<string> {
    const running = run(program, words, { env: { ...process.env, ...quick, ...environment }, maxBuffer: 64 << 20, timeout: 300_000 });
    running.child.stdin?.end(input);
    return (await running).stdout;
}

// The error that a command ends with.
export async function failure(command: Promise<string>): Promise<{ code: number; stderr: string }> {
    try {
        await command;
    } catch (error) {
        return error as { code: number; stderr: string };
    }
    throw new Error("the command did not fail");
}

const running = new Set<ChildProcess>();
const leftovers = new Set<string>();
process.once("exit", () => {
    for (const child of running) child.kill("SIGKILL");
    for (const path of leftovers) rmSync(path, { recursive: true, force: true });
});

export async function startServer(wanted: Wanted = {}): Promise<Server> {
    const engine = wanted.engine ?? "sqlite";
    if (wanted.directory) return started(new Server(wanted.directory, "sqlite", undefined, wanted.environment ?? {}));
    const directory = await mkdtemp(join(tmpdir(), "congso-test-"));
    leftovers.add(directory);
    const database = engine === "postgres" ? urlOf(`congso_${randomUUID().replaceAll("-", "")}`) : undefined;
    if (wanted.content === "empty") {
        if (database) await createDatabase(database);
    } else {
        const demo = await demoOf(engine);
        await cp(demo.directory, directory, { recursive: true, mode: constants.COPYFILE_FICLONE });
        if (database && demo.database) await createDatabase(database, demo.database);
    }
    return started(new Server(directory, engine, database, wanted.environment ?? {}));
}

// One that is not started: its directory is empty, and so is its database.
export async function emptyServer(engine: Engine): Promise<Server> {
    const directory = await mkdtemp(join(tmpdir(), "congso-test-"));
    leftovers.add(directory);
    const database = engine === "postgres" ? urlOf(`congso_${randomUUID().replaceAll("-", "")}`) : undefined;
    if (database) await createDatabase(database);
    return new Server(directory, engine, database, {});
}

async function started(server: Server): Promise<Server> {
    await server.start();
    return server;
}

// The demo is made once for a program and a PostgreSQL server, and copied for each test. Several test files may want it at
// the same time: the first makes it, the others wait. While working, CONGSO_TEST_DEMO=NAME keeps one demo over many builds: what is
// missing in its schema is migrated at each start, and `rm -r build/demo/NAME*` makes it anew.
export async function demoOf(engine: Engine): Promise<{ directory: string; database?: string }> {
    const { mtimeMs, size } = statSync(program);
    const made = createHash("sha256").update(JSON.stringify([mtimeMs, size, engine, engine === "postgres" && postgresUrl])).digest("hex").slice(0, 16);
    const key = process.env.CONGSO_TEST_DEMO ? `${process.env.CONGSO_TEST_DEMO}_${engine}` : made;
    const demos = join(root, "build/demo");
    const directory = join(demos, key);
    const database = engine === "postgres" ? urlOf(`congso_demo_${key}`) : undefined;
    const lock = `${directory}.lock`;
    await mkdir(demos, { recursive: true });
    while (!existsSync(directory)) {
        try {
            await writeFile(lock, String(process.pid), { flag: "wx" });
        } catch {
            await until(() => !existsSync(lock) || !isAlive(lock), `the demo that another test makes (${lock})`, 300);
            if (!existsSync(directory)) await rm(lock, { force: true }); // its maker has died
            continue;
        }
        try {
            if (!existsSync(directory)) await makeDemo(demos, directory, database);
        } finally {
            await rm(lock, { force: true });
        }
    }
    return database ? { directory, database } : { directory };
}

async function makeDemo(demos: string, directory: string, database: string | undefined): Promise<void> {
    const tooOld = Date.now() - 3 * 3600 * 1000;
    for (const name of await readdir(demos)) // of programs that were built before
        if ((await stat(join(demos, name))).mtimeMs < tooOld) await rm(join(demos, name), { recursive: true, force: true });
    const making = `${directory}.${process.pid}`;
    try {
        await mkdir(making);
        if (database) {
            await psql(`DROP DATABASE IF EXISTS ${nameOf(database)} WITH (FORCE)`);
            await createDatabase(database);
        }
        await congso(["demo", "--data", making, ...databaseFlags(database)]);
        await rename(making, directory); // last: who sees the directory may rely on the database
    } finally {
        await rm(making, { recursive: true, force: true });
    }
}

function isAlive(lock: string): boolean {
    try {
        process.kill(Number(readFileSync(lock, "utf8")), 0);
        return true;
    } catch {
        return false;
    }
}

// Looks again until it is so; fails after the time that a slow machine may need.
export async function until(holds: () => boolean | Promise<boolean>, what: string, seconds = 30): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (!(await holds())) {
        if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
        await new Promise((done) => setTimeout(done, 20));
    }
}

const databaseFlags = (database: string | undefined) => (database ? ["--database", database] : []);

function urlOf(name: string): string {
    if (!postgresUrl) throw new Error("CONGSO_TEST_POSTGRES names no server");
    return postgresUrl.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/, `$1/${name}`);
}
const nameOf = (url: string) => url.replace(/^postgres(?:ql)?:\/\/[^/]*\//, "").replace(/\?.*/, "");

async function createDatabase(url: string, template?: string): Promise<void> {
    const from = template ? nameOf(template) : "template0 ENCODING 'UTF8' LOCALE 'C'";
    await psql(`CREATE DATABASE ${nameOf(url)} TEMPLATE ${from}`);
}

async function psql(statement: string): Promise<void> {
    await run("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", urlOf("postgres"), "-c", statement]);
}
