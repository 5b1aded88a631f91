import { Modal } from "@mantine/core";
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { useGet } from "../api/queries.ts";
import type { Direction, FoundGroup, FoundItem, FoundKind, IncomingState, OutgoingState, WorkDossiersState } from "../api/types.ts";
import { UrgencyMark } from "../ui/marks.tsx";
import { date, fold } from "../words/format.ts";
import { words } from "../words/words.ts";
import { useLines } from "./Column.tsx";
import { useMay } from "./session.ts";

interface Found {
    key: string;
    to: string;
    name: string;
    rest: string;
    group: string;
    mark?: ReactNode;
}

// Ctrl K: pages, documents, dossiers, people, books and agencies by what is typed, with or without marks.
export default function GoTo({ onClose }: { onClose: () => void }) {
    const [typed, setTyped] = useState("");
    const [asked, setAsked] = useState("");
    const [at, setAt] = useState(0);
    const navigate = useNavigate();
    const lines = useLines();
    const may = useMay();
    useEffect(() => {
        const timer = setTimeout(() => setAsked(typed.trim()), 150);
        return () => clearTimeout(timer);
    }, [typed]);
    const { data, isFetching } = useGet("/api/search", { query: asked }, { enabled: asked.length > 0, keep: true });

    const found = useMemo(() => {
        const wanted = fold(typed.trim());
        const list: Found[] = lines
            .filter((line) => fold(line.words).includes(wanted))
            .map((line) => ({ key: line.to, to: line.to, name: line.words, rest: "", group: words.find.pages }));
        if (asked) for (const group of data?.groups ?? []) list.push(...linesOf(group, asked, may("register_incoming")));
        return list;
    }, [typed, asked, lines, may, data]);
    const chosen = Math.min(at, found.length - 1);

    const open = (to: string) => {
        onClose();
        void navigate(to);
    };
    const onKeyDown = (event: KeyboardEvent) => {
        const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
        if (step !== 0 && found.length > 0) setAt((chosen + step + found.length) % found.length);
        else if (event.key === "Enter" && found[chosen]) open(found[chosen].to);
        else return;
        event.preventDefault();
    };
    useEffect(() => {
        document.getElementById(`find-${chosen}`)?.scrollIntoView({ block: "nearest" });
    }, [chosen]);
    return (
        <Modal.Root opened onClose={onClose} size={640} yOffset="10vh">
            <Modal.Overlay />
            <Modal.Content aria-label={words.find.title}>
                <input
                    className="find-input"
                    data-autofocus
                    role="combobox"
                    aria-expanded
                    aria-controls="find-list"
                    aria-activedescendant={found[chosen] && `find-${chosen}`}
                    aria-label={words.find.title}
                    placeholder={words.find.placeholder}
                    value={typed}
                    onChange={(event) => {
                        setTyped(event.currentTarget.value);
                        setAt(0);
                    }}
                    onKeyDown={onKeyDown}
                />
                <ul id="find-list" role="listbox" aria-label={words.find.title} className="find-list">
                    {found.map((line, index) => (
                        <li
                            key={line.group + line.key}
                            id={`find-${index}`}
                            role="option"
                            aria-selected={index === chosen}
                            onMouseDown={(event) => event.preventDefault()}
                            onMouseMove={() => setAt(index)}
                            onClick={() => open(line.to)}
                        >
                            <span className="find-group">{found[index - 1]?.group !== line.group && line.group}</span>
                            <span className="find-words">
                                <strong>{line.name}</strong> {line.mark} <span className="soft">{line.rest}</span>
                            </span>
                        </li>
                    ))}
                </ul>
                {found.length === 0 && !isFetching && <p className="find-nothing">{words.find.nothing(typed.trim())}</p>}
                <p className="find-hint">{words.find.hint}</p>
            </Modal.Content>
        </Modal.Root>
    );
}

const lists: Partial<Record<FoundKind, string>> = { incoming: "/incoming", outgoing: "/outgoing", copy: "/copies", work_dossier: "/work-dossiers" };

// The lines of one kind, and one that opens its list where there are more.
function linesOf(group: FoundGroup, asked: string, registers: boolean): Found[] {
    const name = words.find.kinds[group.kind];
    const all: Found[] = group.items.map((item) => ({ key: item.record, group: name, mark: <UrgencyMark urgency={item.urgency} />, ...placed(group.kind, item, registers) }));
    const list = lists[group.kind];
    if (group.more && list) all.push({ key: "more", group: name, mark: null, to: `${list}?query=${encodeURIComponent(asked)}`, name: words.find.more, rest: "" });
    return all;
}

function placed(kind: FoundKind, item: FoundItem, registers: boolean): { to: string; name: string; rest: string } {
    const rest = [item.detail, date(item.day)].filter(Boolean).join(" · ");
    switch (kind) {
        case "incoming":
            return { to: registers && item.state === "arrived" ? `/incoming/register/${item.record}` : `/incoming/${item.record}`, name: item.name || words.incoming_state[item.state as IncomingState], rest };
        case "outgoing":
            return { to: `/outgoing/${item.record}`, name: item.name || words.outgoing_state[item.state as OutgoingState], rest };
        case "copy":
            return { to: `/copies/${item.record}`, name: item.name, rest };
        case "work_dossier":
            return { to: `/work-dossiers/${item.record}`, name: item.name, rest: [item.detail, words.dossiers.state[item.state as WorkDossiersState]].join(" · ") };
        case "person":
            return { to: `/incoming?person=${item.record}`, name: item.name, rest: item.detail };
        case "book":
            return { to: `/${item.state}`, name: item.name, rest: words.find.books[item.state as Direction] };
        case "agency":
            return { to: `/incoming?issuer=${encodeURIComponent(item.name)}`, name: item.name, rest: item.detail === item.name ? "" : item.detail };
    }
}
