import { useSyncExternalStore } from "react";
import { IconAlertTriangle, IconCheck, IconX } from "@tabler/icons-react";
import { Problem } from "../api/client.ts";
import { sentenceOf, words } from "../words/words.ts";

// Short messages at the foot of the page, read aloud by themselves; they go after a while, or when they are closed.
interface Notice {
    id: number;
    message: string;
    bad: boolean;
}

let notices: readonly Notice[] = [];
let next = 0;
const listeners = new Set<() => void>();

function change(to: readonly Notice[]) {
    notices = to;
    for (const listener of listeners) listener();
}

const remove = (id: number) => change(notices.filter((notice) => notice.id !== id));

function show(message: string, bad: boolean) {
    const id = ++next;
    change([...notices, { id, message, bad }].slice(-3));
    setTimeout(() => remove(id), bad ? 12_000 : 5_000);
}

export const tell = (message: string) => show(message, false);
export const warn = (message: string) => show(message, true);
export function warnOf(error: unknown, about = "") {
    const sentence = error instanceof Problem ? sentenceOf(error) : String(error);
    warn(about ? `${about}: ${sentence}` : sentence);
}

export function Notices() {
    const list = useSyncExternalStore(
        (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        () => notices,
    );
    return (
        <div className="notices no-print" aria-live="polite" role="status">
            {list.map(({ id, message, bad }) => (
                <div key={id} className={`notice ${bad ? "overdue" : "done"}`}>
                    {bad ? <IconAlertTriangle size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}
                    <span>{message}</span>
                    <button type="button" aria-label={words.verbs.close} onClick={() => remove(id)}>
                        <IconX size={14} aria-hidden />
                    </button>
                </div>
            ))}
        </div>
    );
}
