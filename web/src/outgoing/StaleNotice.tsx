import { Button } from "@mantine/core";
import type { Paragraph, Recipient } from "../api/types.ts";
import { date } from "../words/format.ts";
import { words } from "../words/words.ts";
import type { Drafting } from "./drafting.ts";

interface Props {
    mine: Drafting;
    theirs: Drafting;
    onTake: (part: Partial<Drafting>) => void;
    onKeep: () => void;
}

const shown: { name: keyof Drafting; label: string; text: (value: Drafting) => string }[] = [
    { name: "subject", label: words.fields.subject, text: ({ subject }) => subject },
    { name: "kind", label: words.fields.kind, text: ({ kind }) => kind },
    { name: "due_on", label: words.outgoing.due_on, text: ({ due_on }) => date(due_on) },
    { name: "recipients", label: words.outgoing.recipients, text: ({ recipients }) => recipients.map(({ name, mark }: Recipient) => [name, mark].filter(Boolean).join(" ")).join("\n") },
    { name: "details", label: words.outgoing.details, text: ({ details }) => Object.values(details).filter(Boolean).join("\n") },
    { name: "text", label: words.outgoing.text, text: ({ text }) => text.map((paragraph: Paragraph) => paragraph.text).join("\n") },
    { name: "files", label: words.fields.files, text: ({ files }) => files.map(({ name }) => name).join("\n") },
];

// Two people wrote at once: both texts stand side by side, and the hand chooses. Nothing is lost until it is saved.
export function StaleNotice({ mine, theirs, onTake, onKeep }: Props) {
    const different = shown.filter(({ text }) => text(mine) !== text(theirs));
    return (
        <div className="notice today stale" role="alert">
            <strong>{words.outgoing.stale_title}</strong>
            <p>{words.outgoing.stale_text}</p>
            <table>
                <thead>
                    <tr>
                        <th />
                        <th scope="col">{words.outgoing.mine}</th>
                        <th scope="col">{words.outgoing.theirs}</th>
                    </tr>
                </thead>
                <tbody>
                    {different.map(({ name, label, text }) => (
                        <tr key={name}>
                            <th scope="row">{label}</th>
                            <td>{text(mine)}</td>
                            <td>
                                {text(theirs)}
                                <div>
                                    <Button size="compact-xs" variant="default" onClick={() => onTake({ [name]: theirs[name], ...(name === "files" && { mode: theirs.mode }) })}>
                                        {words.outgoing.take_theirs}
                                    </Button>
                                </div>
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
            <Button size="compact-sm" onClick={onKeep}>
                {words.outgoing.keep_mine}
            </Button>
        </div>
    );
}
