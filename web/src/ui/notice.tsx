import { useSyncExternalStore } from "react";
import { IconAlertTriangle, IconBell, IconCheck, IconX } from "@tabler/icons-react";
import { Problem } from "../api/client.ts";
import { sentenceOf, words } from "../words/words.ts";

type Kind = "good" | "bad" | "news";

// What one can still do about a message: take back what was just done, open what just came.
export interface NoticeAct {
    words: string;
    run: () => void;
}

// Short messages at the foot of the page, read aloud by themselves; they go after a while, or when they are closed.
interface Notice {
    id: number;
    message: string;
    kind: Kind;
    act?: NoticeAct | undefined;
}

const lasts: Record<Kind, number> = { good: 5_000, bad: 12_000, news: 8_000 };
export const undoLasts = 8_000;

let notices: readonly Notice[] = [];
let next = 0;
const listeners = new Set<() => void>();

function change(to: readonly Notice[]) {
    notices = to;
    for (const listener of listeners) listener();
}

const remove = (id: number) => change(notices.filter((notice) => notice.id !== id));

function show(message: string, kind: Kind, act?: NoticeAct) {
    const id = ++next;
    change([...notices, { id, message, kind, act }].slice(-3));
    setTimeout(() => remove(id), act ? Math.max(lasts[kind], undoLasts) : lasts[kind]);
}

export const tell = (message: string, act?: NoticeAct) => show(message, "good", act);
export const tellNews = (message: string, act?: NoticeAct) => show(message, "news", act);
export const warn = (message: string) => show(message, "bad");
export function warnOf(error: unknown, about = "") {
    const sentence = error instanceof Problem ? sentenceOf(error) : String(error);
    warn(about ? `${about}: ${sentence}` : sentence);
}

const shown = { good: ["done", IconCheck], bad: ["overdue", IconAlertTriangle], news: ["news", IconBell] } as const;

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
            {list.map(({ id, message, kind, act }) => {
                const [look, Icon] = shown[kind];
                return (
                    <div key={id} className={`notice ${look}`}>
                        <Icon size={16} aria-hidden />
                        <span>{message}</span>
                        {act && (
                            <button
                                type="button"
                                className="notice-act"
                                onClick={() => {
                                    remove(id);
                                    act.run();
                                }}
                            >
                                {act.words}
                            </button>
                        )}
                        <button type="button" aria-label={words.verbs.close} onClick={() => remove(id)}>
                            <IconX size={14} aria-hidden />
                        </button>
                    </div>
                );
            })}
        </div>
    );
}
