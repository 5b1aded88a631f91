import { Modal } from "@mantine/core";
import { useAgencies, useBodies, useGet, usePeople, useUnits } from "../api/queries.ts";
import type { Authority, Event, MandateKind, Permission } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { Failed, Loading } from "../ui/page.tsx";
import { date, moment } from "../words/format.ts";
import { words } from "../words/words.ts";

// What happened to a unit, a post, a person …: who, when, and each value as it was and as it became.
export function History({ id }: { id: string }) {
    const { data, error } = useGet("/api/admin/history/{id}", { id }, { staleTime: 0 });
    const today = useToday();
    const named = useNames();
    if (error) return error.status === 404 ? <p className="soft">{words.office.history_empty}</p> : <Failed problem={error} />;
    if (!data) return <Loading />;
    return (
        <ol className="story">
            {data.items.map((event, index) => (
                <li key={index}>
                    <span className="soft numbers story-when">{moment(event.at, today)}</span>
                    <span>
                        <strong>{event.person_name || words.audit.program}</strong> {words.actions[event.action] ?? event.action}
                        {changesOf(event).map(([field, old, now]) => (
                            <div key={field} className="soft">
                                {words.office.fields[field] ?? field}: {old !== "" && old !== null && `${said(old, field, named)} → `}
                                <span style={{ color: "var(--ink)" }}>{said(now, field, named)}</span>
                            </div>
                        ))}
                    </span>
                </li>
            ))}
        </ol>
    );
}

export function HistoryBox({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
    return (
        <Modal opened onClose={onClose} title={`${words.office.history}: ${title}`} size={560}>
            <History id={id} />
        </Modal>
    );
}

type Change = [field: string, old: unknown, now: unknown];

function changesOf(event: Event): Change[] {
    try {
        return Object.entries(JSON.parse(event.detail) as Record<string, string>).flatMap(([field, text]): Change[] => {
            if (!text.startsWith("[")) return [];
            const [old, now] = JSON.parse(text) as [unknown, unknown];
            return [[field, old, now]];
        });
    } catch {
        return []; // erased when its time was over
    }
}

function useNames(): Map<string, string> {
    const posts = useGet("/api/posts", {}).data?.items ?? [];
    const lists = [usePeople().map(({ id, full_name }) => [id, full_name] as const), ...[useUnits(), useBodies(), posts].map((list) => list.map(({ id, name }) => [id, name] as const))];
    const agencies = useAgencies().map(({ id, short_name }) => [id, short_name] as const);
    return new Map([...lists.flat(), ...agencies]);
}

function said(value: unknown, field: string, named: Map<string, string>): string {
    if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return words.office.nothing;
    if (typeof value === "boolean") return value ? words.office.yes : words.office.no;
    if (Array.isArray(value)) return value.map((one) => said(one, field, named)).join(", ");
    const text = String(value);
    if (field === "authority") return words.authority[text as Authority] ?? text;
    if (field === "kind") return words.office.mandates.kinds[text as MandateKind] ?? text;
    if (field === "permissions") return words.permission[text as Permission] ?? text;
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return date(text);
    return named.get(text) ?? text.replace(/\n/g, " / ");
}
