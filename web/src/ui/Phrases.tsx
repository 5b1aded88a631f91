import { UnstyledButton } from "@mantine/core";
import { usePhraseLists } from "../api/queries.ts";
import type { Place } from "../api/types.ts";
import { words } from "../words/words.ts";

// Quick phrases of one place: one press adds the words. The agency's own, or the page's where it has set none.
export function Phrases({ place, value, onChange }: { place: Place; value: string; onChange: (text: string) => void }) {
    const phrases = usePhraseLists()?.find((list) => list.place === place)?.phrases ?? words.phrases.own[place];
    if (phrases.length === 0) return null;
    return (
        <div className="phrases">
            {phrases.map((phrase) => (
                <UnstyledButton
                    key={phrase}
                    className="phrase"
                    onClick={() => onChange(value.includes(phrase) ? value : [value.trim(), phrase].filter(Boolean).join(" "))}
                >
                    {phrase}
                </UnstyledButton>
            ))}
        </div>
    );
}
