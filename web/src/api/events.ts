import type { QueryClient } from "@tanstack/react-query";

// Live notices: one stream per browser, whatever the number of tabs. The tab that holds the lock listens and tells the others;
// when it closes, the next one takes over. Without locks (plain http on the network) each tab listens on its own.
const names = ["work", "incoming", "outgoing", "copy"] as const;
type Name = (typeof names)[number];
interface Notice {
    name: Name;
    id: string;
}

export function followEvents(client: QueryClient): () => void {
    const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("congso-events");
    const stop = new AbortController();
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let lost = false;

    const take = (notice: Notice) => {
        const below = `/api/${notice.name === "copy" ? "copies" : notice.name}`;
        void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(below) });
        if (notice.name !== "work") void client.invalidateQueries({ queryKey: ["/api/work"] });
    };
    const listen = () => {
        source = new EventSource("/api/events");
        // The browser comes back by itself after a broken line, not after a refusal (a session that ended, a server that starts).
        source.onerror = () => {
            lost = true;
            if (source?.readyState === EventSource.CLOSED && !stop.signal.aborted) again = setTimeout(listen, 5_000);
        };
        source.onopen = () => {
            if (lost) void client.invalidateQueries(); // whatever was told meanwhile was not heard
            lost = false;
        };
        for (const name of names)
            source.addEventListener(name, (event) => {
                let id = "";
                try {
                    id = String((JSON.parse((event as MessageEvent<string>).data) as { id?: unknown }).id ?? "");
                } catch {
                    // a notice without a record still says that something of this kind changed
                }
                const notice = { name, id };
                take(notice);
                channel?.postMessage(notice);
            });
    };
    if (channel) channel.onmessage = (event: MessageEvent<Notice>) => take(event.data);

    if (channel && navigator.locks)
        navigator.locks
            .request("congso-events", { signal: stop.signal }, () => {
                listen();
                return new Promise<void>((release) => stop.signal.addEventListener("abort", () => release()));
            })
            .catch(() => {}); // stopped before it was our turn
    else listen();

    return () => {
        stop.abort();
        clearTimeout(again);
        source?.close();
        channel?.close();
    };
}
