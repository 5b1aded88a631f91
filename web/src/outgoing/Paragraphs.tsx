import { ActionIcon, Button, NativeSelect, Textarea } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useRef } from "react";
import type { Paragraph, ParagraphStyle } from "../api/types.ts";
import { words } from "../words/words.ts";

const styles = Object.entries(words.paragraph).map(([value, label]) => ({ value, label }));

// The text of a draft, paragraph by paragraph. Enter begins the next one, Backspace in an empty one takes it away.
export function Paragraphs({ value, onChange }: { value: Paragraph[]; onChange: (paragraphs: Paragraph[]) => void }) {
    const box = useRef<HTMLDivElement>(null);
    const focus = (index: number) => setTimeout(() => box.current?.querySelectorAll<HTMLTextAreaElement>("textarea.paragraph-text")[index]?.focus());
    const change = (index: number, part: Partial<Paragraph>) => onChange(value.map((each, at) => (at === index ? { ...each, ...part } : each)));
    const insert = (index: number, added: Paragraph[]) => {
        onChange([...value.slice(0, index), ...added, ...value.slice(index)]);
        focus(index + added.length - 1);
    };
    const remove = (index: number) => {
        onChange(value.length > 1 ? value.filter((_, at) => at !== index) : [{ style: "paragraph", text: "" }]);
        focus(Math.max(0, index - 1));
    };
    return (
        <div ref={box} className="paragraphs">
            {value.map((paragraph, index) => (
                <div key={index} className={`paragraph paragraph-${paragraph.style}`}>
                    <NativeSelect
                        size="xs"
                        tabIndex={-1}
                        aria-label={words.outgoing.paragraph_style(index + 1)}
                        data={styles}
                        value={paragraph.style}
                        onChange={(event) => change(index, { style: event.currentTarget.value as ParagraphStyle })}
                    />
                    <Textarea
                        variant="unstyled"
                        autosize
                        minRows={1}
                        classNames={{ input: "paragraph-text" }}
                        aria-label={words.outgoing.paragraph_text(index + 1)}
                        placeholder={index === value.length - 1 ? words.outgoing.paragraph_placeholder : undefined}
                        value={paragraph.text}
                        onChange={(event) => change(index, { text: event.currentTarget.value })}
                        onPaste={(event) => {
                            const lines = event.clipboardData.getData("text/plain").split(/\r?\n+/).map((line) => line.trim()).filter(Boolean);
                            if (lines.length < 2) return;
                            event.preventDefault();
                            insert(index + 1, lines.map((text) => ({ style: paragraph.style, text })));
                        }}
                        onKeyDown={(event) => {
                            if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.nativeEvent.isComposing) {
                                event.preventDefault();
                                insert(index + 1, [{ style: paragraph.style === "heading" ? "paragraph" : paragraph.style, text: "" }]);
                            } else if (event.key === "Backspace" && paragraph.text === "" && value.length > 1) {
                                event.preventDefault();
                                remove(index);
                            }
                        }}
                    />
                    <ActionIcon variant="subtle" color="gray" tabIndex={-1} aria-label={words.outgoing.remove_paragraph(index + 1)} onClick={() => remove(index)}>
                        <IconX size={14} />
                    </ActionIcon>
                </div>
            ))}
            <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPlus size={14} />}
                onClick={() => insert(value.length, [{ style: "paragraph", text: "" }])}
            >
                {words.outgoing.add_paragraph}
            </Button>
        </div>
    );
}
