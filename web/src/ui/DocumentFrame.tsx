import { Button, Popover, Tabs } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Children, useState, type ReactNode } from "react";
import type { Attached } from "../api/types.ts";
import { fileUrl } from "../api/client.ts";
import { Paper } from "../paper/Paper.tsx";
import { size } from "../words/format.ts";
import { words } from "../words/words.ts";
import "./document.css";

export interface PaperTab {
    value: string;
    label: string;
    content: ReactNode;
}

// A document: the paper on the left two thirds, what is known and to be done on the right; on a phone the paper first and the
// act under the thumb.
export function DocumentFrame({ tabs, over, acts, children }: { tabs: PaperTab[]; over?: ReactNode; acts?: ReactNode; children: ReactNode }) {
    const [tab, setTab] = useState<string | null>(null);
    const shown = tabs.find(({ value }) => value === tab) ?? tabs[0];
    return (
        <div className="document">
            <section className="document-paper">
                <Tabs value={shown?.value ?? null} onChange={setTab} keepMounted={false} className="document-tabs">
                    {tabs.length > 1 && (
                        <Tabs.List>
                            {tabs.map(({ value, label }) => (
                                <Tabs.Tab key={value} value={value}>
                                    {label}
                                </Tabs.Tab>
                            ))}
                        </Tabs.List>
                    )}
                    {tabs.map(({ value, content }) => (
                        <Tabs.Panel key={value} value={value}>
                            {content}
                        </Tabs.Panel>
                    ))}
                </Tabs>
                {over}
            </section>
            <aside className="document-side">{children}</aside>
            {acts && <ActBar>{acts}</ActBar>}
        </div>
    );
}

// Under the thumb: the main act, the next one, and «…» for the others, so that the paper keeps the screen.
function ActBar({ children }: { children: ReactNode }) {
    const [open, setOpen] = useState(false);
    const acts = Children.toArray(children);
    const shown = acts.length > 3 ? 2 : acts.length;
    return (
        <div className="document-bar no-print">
            {acts.slice(0, shown)}
            {shown < acts.length && (
                <Popover opened={open} onChange={setOpen} position="top-end" trapFocus returnFocus>
                    <Popover.Target>
                        <Button variant="default" className="document-more" aria-label={words.verbs.more_acts} aria-expanded={open} onClick={() => setOpen(!open)}>
                            <IconDots size={18} aria-hidden />
                        </Button>
                    </Popover.Target>
                    <Popover.Dropdown p="xs" aria-label={words.verbs.more_acts}>
                        <div className="stack" onClick={() => setOpen(false)}>
                            {acts.slice(shown)}
                        </div>
                    </Popover.Dropdown>
                </Popover>
            )}
        </div>
    );
}

export function Side({ title, children }: { title: string; children: ReactNode }) {
    return (
        <section className="side">
            <h2>{title}</h2>
            {children}
        </section>
    );
}

// Several files under one tab: names on top, the chosen one below.
export function FileTabs({ files }: { files: Attached[] }) {
    const [chosen, setChosen] = useState(files[0]?.id);
    const file = files.find(({ id }) => id === chosen) ?? files[0];
    if (!file) return <div className="paper-view"><p className="document-none soft">{words.files.none}</p></div>;
    return (
        <div className="file-tabs">
            {files.length > 1 && (
                <ul>
                    {files.map((each) => (
                        <li key={each.id}>
                            <button type="button" aria-pressed={each.id === file.id} onClick={() => setChosen(each.id)}>
                                {each.name} <span className="soft numbers">{size(each.size)}</span>
                            </button>
                            <a href={fileUrl(each.id, each.name, true)}>{words.verbs.download}</a>
                        </li>
                    ))}
                </ul>
            )}
            <Paper file={file} />
        </div>
    );
}
