import { Modal } from "@mantine/core";
import { useEffect, useMemo, useState, type KeyboardEvent } from "react";
import { useNavigate } from "react-router";
import { useGet } from "../api/queries.ts";
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
    mark?: React.ReactNode;
}

// Ctrl K: pages and documents by what is typed, with or without marks.
export default function GoTo({ onClose }: { onClose: () => void }) {
    const [typed, setTyped] = useState("");
    const [asked, setAsked] = useState("");
    const [at, setAt] = useState(0);
    const navigate = useNavigate();
    const lines = useLines();
    const registers = useMay()("register_incoming");
    useEffect(() => {
        const timer = setTimeout(() => setAsked(typed.trim()), 150);
        return () => clearTimeout(timer);
    }, [typed]);
    const enabled = asked.length > 0;
    const incoming = useGet("/api/incoming", { query: asked, limit: 6 }, { enabled, keep: true });
    const outgoing = useGet("/api/outgoing", { query: asked, limit: 6 }, { enabled, keep: true });

    const found = useMemo(() => {
        const wanted = fold(typed.trim());
        const list: Found[] = lines
            .filter((line) => fold(line.words).includes(wanted))
            .map((line) => ({ key: line.to, to: line.to, name: line.words, rest: "", group: words.find.pages }));
        if (!asked) return list;
        for (const row of incoming.data?.items ?? [])
            list.push({
                key: row.id,
                to: registers && row.state === "arrived" ? `/incoming/register/${row.id}` : `/incoming/${row.id}`,
                name: row.origin_number,
                rest: `${row.subject} · ${row.issuer} · ${date(row.issued_on)}`,
                group: words.frame.incoming,
                mark: <UrgencyMark urgency={row.urgency} />,
            });
        for (const row of outgoing.data?.items ?? [])
            list.push({
                key: row.id,
                to: `/outgoing/${row.id}`,
                name: row.number ? row.symbol : words.outgoing_state[row.state],
                rest: `${row.subject} · ${date(row.issued_on)}`,
                group: words.frame.outgoing,
            });
        return list;
    }, [typed, asked, lines, registers, incoming.data, outgoing.data]);
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
    const busy = incoming.isFetching || outgoing.isFetching;
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
                {found.length === 0 && !busy && <p className="find-nothing">{words.find.nothing(typed.trim())}</p>}
                <p className="find-hint">{words.find.hint}</p>
            </Modal.Content>
        </Modal.Root>
    );
}
