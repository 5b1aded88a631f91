import { UnstyledButton } from "@mantine/core";

// Quick phrases: one press adds the words.
export function Phrases({ phrases, value, onChange }: { phrases: readonly string[]; value: string; onChange: (text: string) => void }) {
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
