import { UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useGet } from "../api/queries.ts";
import { useKeys } from "../frame/keys.tsx";
import { words } from "../words/words.ts";

interface Props {
    issuer: string;
    subject: string;
    kind: string;
    taken: readonly string[]; // has another part already
    value: string;
    onChange: (person: string) => void;
}

// Who led documents like this one: a press takes him, Alt+L the first, and again the next.
export function Leads({ issuer, subject, kind, taken, value, onChange }: Props) {
    const [asked] = useDebouncedValue({ issuer: issuer.trim(), subject: subject.trim(), kind }, 300);
    const found = useGet("/api/incoming/leads", asked, { enabled: asked.subject.length > 3, keep: true, staleTime: 60_000 }).data?.items ?? [];
    const leads = found.filter(({ person }) => !taken.includes(person));
    useKeys([
        {
            key: "alt+l",
            words: words.incoming.leads_key,
            off: leads.length === 0,
            run: () => {
                const next = leads[(leads.findIndex(({ person }) => person === value) + 1) % leads.length];
                if (next) onChange(next.person);
            },
        },
    ]);
    if (leads.length === 0) return null;
    return (
        <div className="phrases">
            {leads.map(({ person, full_name, alike, subject: example }) => (
                <UnstyledButton key={person} className="phrase" aria-pressed={person === value} title={words.incoming.leads_why(alike, example)} onClick={() => onChange(person)}>
                    {full_name}
                    <span className="soft"> · {words.incoming.leads_alike(alike)}</span>
                </UnstyledButton>
            ))}
        </div>
    );
}
