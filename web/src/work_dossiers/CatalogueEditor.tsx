import { ActionIcon, Button, SegmentedControl, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from "@tabler/icons-react";
import { useAct } from "../api/queries.ts";
import type { CatalogueNumbering, CatalogueRow, CatalogueRowKind, CatalogueView } from "../api/types.ts";
import { useDraft } from "../frame/draft.ts";
import { tell } from "../ui/notice.tsx";
import { FormProblem } from "../ui/page.tsx";
import { PersonPicker } from "../ui/pickers.tsx";
import { faultOf, words } from "../words/words.ts";
import { numbered } from "./catalogue.ts";
import { RetentionPicker } from "./RetentionPicker.tsx";

const kinds: CatalogueRowKind[] = ["major", "minor", "line"];
const blank = (kind: CatalogueRowKind): CatalogueRow => ({ id: null, kind, title: "", abbreviation: "", number: 0, symbol: "", retention: 10, creator: null, creator_name: "", note: "", dossier: null });

// The whole list as one form; what is typed is kept in this browser until it is stored.
export function CatalogueEditor({ list, onDone }: { list: CatalogueView; onDone: () => void }) {
    const w = words.dossiers.list;
    const draft = useDraft(`catalogue:${list.year}:${list.version}`, () => ({ numbering: list.numbering, rows: list.rows.length > 0 ? list.rows : [blank("major"), blank("line")] }));
    const { numbering, rows } = draft.values;
    const save = useAct("/api/dossier-catalogue", () => {
        tell(w.saved);
        draft.clear();
        onDone();
    });
    const setRows = (next: CatalogueRow[]) => draft.set({ rows: next });
    const change = (index: number, part: Partial<CatalogueRow>) => setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
    const move = (index: number, step: number) => {
        const next = [...rows];
        const [row] = next.splice(index, 1);
        next.splice(index + step, 0, row!);
        setRows(next);
    };
    const add = (kind: CatalogueRowKind, after: number) => setRows([...rows.slice(0, after + 1), blank(kind), ...rows.slice(after + 1)]);
    const fault = (index: number, field: string) => faultOf(save.error, `rows/${index}/${field}`);
    return (
        <form
            className="catalogue-editor"
            onSubmit={(event) => {
                event.preventDefault();
                save.mutate({ year: list.year, version: list.version, numbering, rows });
            }}
            onKeyDown={(event) => {
                if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                event.currentTarget.requestSubmit();
            }}
        >
            <FormProblem problem={save.error} />
            <div className="row">
                <span className="soft">{w.numbering}</span>
                <SegmentedControl
                    size="xs"
                    aria-label={w.numbering}
                    data={(Object.keys(w.numbering_of) as CatalogueNumbering[]).map((value) => ({ value, label: w.numbering_of[value] }))}
                    value={numbering}
                    onChange={(value) => draft.set({ numbering: value as CatalogueNumbering })}
                />
            </div>
            <ol>
                {numbered(rows).map(({ row, number }, index) => {
                    const name = row.title || w.row(index + 1);
                    return (
                        <li key={index} className={`catalogue-edit catalogue-edit-${row.kind}`}>
                            <span className="catalogue-number numbers soft">{row.kind === "line" ? row.symbol || w.automatic : `${number}.`}</span>
                            <TextInput
                                size="xs"
                                className="catalogue-name"
                                aria-label={`${w.kind[row.kind]}, ${w.row(index + 1)}`}
                                placeholder={w.kind[row.kind]}
                                value={row.title}
                                onChange={(event) => change(index, { title: event.currentTarget.value })}
                                error={fault(index, "title") ?? fault(index, "kind")}
                            />
                            {row.kind === "line" ? (
                                <>
                                    <RetentionPicker size="xs" w={110} aria-label={`${w.columns.retention}, ${name}`} value={row.retention} onChange={(retention) => change(index, { retention })} error={fault(index, "retention")} />
                                    <PersonPicker size="xs" w={210} aria-label={`${w.columns.creator}, ${name}`} placeholder={w.nobody} clearable value={row.creator} onChange={(creator) => change(index, { creator })} error={fault(index, "creator")} />
                                </>
                            ) : (
                                <TextInput
                                    size="xs"
                                    w={110}
                                    aria-label={`${w.abbreviation}, ${name}`}
                                    placeholder={w.abbreviation}
                                    value={row.abbreviation}
                                    onChange={(event) => change(index, { abbreviation: event.currentTarget.value })}
                                    error={fault(index, "abbreviation")}
                                />
                            )}
                            <span className="catalogue-acts">
                                <ActionIcon variant="subtle" color="gray" disabled={index === 0} aria-label={w.up(name)} onClick={() => move(index, -1)}>
                                    <IconArrowUp size={16} />
                                </ActionIcon>
                                <ActionIcon variant="subtle" color="gray" disabled={index === rows.length - 1} aria-label={w.down(name)} onClick={() => move(index, 1)}>
                                    <IconArrowDown size={16} />
                                </ActionIcon>
                                <ActionIcon variant="subtle" color="gray" aria-label={`${w.add.line}: ${name}`} title={w.add.line} onClick={() => add("line", index)}>
                                    <IconPlus size={16} />
                                </ActionIcon>
                                <ActionIcon variant="subtle" color="gray" disabled={Boolean(row.dossier)} aria-label={w.remove(name)} onClick={() => setRows(rows.filter((_, at) => at !== index))}>
                                    <IconX size={16} />
                                </ActionIcon>
                            </span>
                        </li>
                    );
                })}
            </ol>
            <div className="row">
                {kinds.map((kind) => (
                    <Button key={kind} variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add(kind, rows.length - 1)}>
                        {w.add[kind]}
                    </Button>
                ))}
            </div>
            <div className="row">
                <Button type="submit" loading={save.isPending}>
                    {w.save}
                </Button>
                <Button variant="subtle" color="gray" onClick={onDone}>
                    {words.verbs.cancel}
                </Button>
            </div>
        </form>
    );
}
