// The live events of a signed-in person (HTML Living Standard §9.2), as a page hears them.
import type { Client } from "./client.ts";

export interface Heard {
    name: string;
    data: string;
}

export class Events {
    readonly heard: Heard[] = [];
    private waiting: (() => void) | undefined;
    private ended = false;
    private readonly controller: AbortController;

    constructor(body: ReadableStream<Uint8Array>, controller: AbortController) {
        this.controller = controller;
        void this.read(body);
    }

    // The first event, also of those already heard, that is the wanted one; fails when it has not come in time.
    async next(wanted: (event: Heard) => boolean, seconds = 10): Promise<Heard> {
        const end = Date.now() + seconds * 1000;
        for (;;) {
            const event = this.heard.find(wanted);
            if (event) return event;
            const left = end - Date.now();
            if (left <= 0 || this.ended) throw new Error(`it was not told of in ${seconds} s: ${JSON.stringify(this.heard)}`);
            await new Promise<void>((done) => {
                const timer = setTimeout(done, left);
                this.waiting = () => {
                    clearTimeout(timer);
                    done();
                };
            });
        }
    }

    isOpen(): boolean {
        return !this.ended;
    }

    // Waits until the server has ended them.
    async end(seconds = 10): Promise<void> {
        const end = Date.now() + seconds * 1000;
        while (!this.ended) {
            if (Date.now() > end) throw new Error(`they go on after ${seconds} s`);
            await new Promise<void>((done) => {
                const timer = setTimeout(done, end - Date.now());
                this.waiting = () => {
                    clearTimeout(timer);
                    done();
                };
            });
        }
    }

    close(): void {
        this.controller.abort();
    }

    private async read(body: ReadableStream<Uint8Array>): Promise<void> {
        let text = "";
        const decoder = new TextDecoder();
        try {
            for await (const bytes of body) {
                text += decoder.decode(bytes, { stream: true });
                for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
                    this.take(text.slice(0, end));
                    text = text.slice(end + 2);
                }
            }
        } catch {
            // closed by the test, or by the server
        }
        this.ended = true;
        this.waiting?.();
    }

    private take(block: string): void {
        const event: Heard = { name: "message", data: "" };
        for (const line of block.split("\n")) {
            if (line.startsWith("event:")) event.name = line.slice(6).trim();
            else if (line.startsWith("data:")) event.data += line.slice(5).trim();
        }
        if (event.data) this.heard.push(event);
        this.waiting?.();
    }
}

// Listens as this person; what happens from now on is heard.
export async function listen(client: Client): Promise<Events> {
    const controller = new AbortController();
    const answer = await client.raw("GET", "/api/events", { signal: controller.signal });
    if (answer.status !== 200 || !answer.body) throw new Error(`/api/events answered ${answer.status}`);
    return new Events(answer.body, controller);
}
