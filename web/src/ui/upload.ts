import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../api/client.ts";
import type { StoredFile } from "../api/types.ts";
import { warnOf } from "./notice.tsx";

export interface Upload {
    name: string;
    share: number; // 0 to 1
}

export interface Uploads {
    uploads: Upload[]; // on their way
    waiting: boolean; // for one of them, until whoever sent it has it
    failures: number; // how many never came, of all that were sent
    send: (files: File[]) => Promise<StoredFile[]>;
}

export const noFiles: Uploads = { uploads: [], waiting: false, failures: 0, send: () => Promise.resolve([]) };

// Sends files one after the other and tells how far each is.
export function useUploads(): Uploads {
    const [uploads, setUploads] = useState<Upload[]>([]);
    const [failures, setFailures] = useState(0);
    const [sending, setSending] = useState(0);
    const send = useCallback(async (files: File[]): Promise<StoredFile[]> => {
        const stored: StoredFile[] = [];
        setSending((count) => count + 1);
        for (const file of files) {
            setUploads((all) => [...all, { name: file.name, share: 0 }]);
            try {
                stored.push(
                    await api.upload(file, (share) =>
                        setUploads((all) => all.map((upload) => (upload.name === file.name ? { ...upload, share } : upload))),
                    ),
                );
            } catch (problem) {
                warnOf(problem, file.name);
                setFailures((count) => count + 1);
            } finally {
                setUploads((all) => all.filter(({ name }) => name !== file.name));
            }
        }
        setTimeout(() => setSending((count) => count - 1)); // after the one who waits for what is returned
        return stored;
    }, []);
    return { uploads, waiting: sending > 0, failures, send };
}

// An act on files that may still be on their way: it is done when they have come, and not at all when one never does. The second
// value says that it waits.
export function useWhenThere<Arguments extends unknown[]>({ waiting, failures }: Uploads, act: (...values: Arguments) => void): [(...values: Arguments) => void, boolean] {
    const [asked, setAsked] = useState<{ values: Arguments; failures: number }>();
    const latest = useRef(act);
    latest.current = act;
    useEffect(() => {
        if (!asked || waiting) return;
        setAsked(undefined);
        if (failures === asked.failures) latest.current(...asked.values);
    }, [asked, waiting, failures]);
    return [(...values) => setAsked({ values, failures }), asked !== undefined];
}

// Files dropped anywhere on the page. An element that takes its own drops stops them before they come here.
export function usePageDrop(onFiles: (files: File[]) => void): boolean {
    const [over, setOver] = useState(false);
    const latest = useRef(onFiles);
    latest.current = onFiles;
    useEffect(() => {
        let depth = 0;
        const has = (event: DragEvent) => Boolean(event.dataTransfer?.types.includes("Files"));
        const enter = (event: DragEvent) => {
            if (!has(event)) return;
            depth += 1;
            setOver(true);
        };
        const leave = (event: DragEvent) => {
            if (!has(event)) return;
            depth -= 1;
            if (depth <= 0) setOver(false);
        };
        const allow = (event: DragEvent) => has(event) && event.preventDefault();
        const drop = (event: DragEvent) => {
            depth = 0;
            setOver(false);
            if (!has(event) || event.defaultPrevented) return;
            event.preventDefault();
            latest.current(Array.from(event.dataTransfer?.files ?? []));
        };
        addEventListener("dragenter", enter);
        addEventListener("dragleave", leave);
        addEventListener("dragover", allow);
        document.addEventListener("drop", drop);
        return () => {
            removeEventListener("dragenter", enter);
            removeEventListener("dragleave", leave);
            removeEventListener("dragover", allow);
            document.removeEventListener("drop", drop);
        };
    }, []);
    return over;
}
