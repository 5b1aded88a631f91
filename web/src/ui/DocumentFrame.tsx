import { Tabs } from "@mantine/core";
import { useState, type ReactNode } from "react";
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
            {acts && <div className="document-bar no-print">{acts}</div>}
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
