import { Button } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { useGet } from "../api/queries.ts";
import type { CopyForm, ReceivedAs, SourceKind } from "../api/types.ts";
import { useMay, useToday } from "../frame/session.ts";
import { Side } from "../ui/DocumentFrame.tsx";
import { shortDate } from "../words/format.ts";
import { words } from "../words/words.ts";
import { CopyStateMark } from "./CopyStateMark.tsx";
import { MakeCopyBox } from "./MakeCopyBox.tsx";

// Decree 30/2020 art. 25: which copies the law has of what the agency has.
const formsOf = (had: ReceivedAs): CopyForm[] => (had === "original" ? ["full", "extract"] : had === "full_copy" ? ["recopied"] : []);

interface Props {
    kind: SourceKind;
    record: string;
    body?: string; // whose document it is
    copied: boolean; // it is a document of the books, in force
    had?: ReceivedAs; // what of it the agency has; of its own document the original
}

// The copies that were made of a document, and making another one.
export function CopiesSide({ kind, record, body, copied, had = "original" }: Props) {
    const may = useMay();
    const today = useToday();
    const [making, setMaking] = useState(false);
    const copies = useGet("/api/copies", { source: record, limit: 20 }).data?.items ?? [];
    const makes = copied && may("copy_documents");
    if (!makes && copies.length === 0) return null;
    return (
        <Side title={words.copies.title}>
            {copies.length > 0 && (
                <ul>
                    {copies.map((copy) => (
                        <li key={copy.id} className="row tight">
                            <Link to={`/copies/${copy.id}`}>{copy.symbol}</Link> <span className="soft numbers">{shortDate(copy.copied_on, today)}</span>
                            <CopyStateMark state={copy.state} />
                        </li>
                    ))}
                </ul>
            )}
            {makes && formsOf(had).length === 0 && <p className="soft">{words.faults["copy_of_copy"]}</p>}
            {makes && formsOf(had).length > 0 && (
                <Button size="compact-sm" variant="default" leftSection={<IconCopy size={14} aria-hidden />} onClick={() => setMaking(true)}>
                    {words.copies.make}
                </Button>
            )}
            {making && <MakeCopyBox kind={kind} record={record} forms={formsOf(had)} {...(body && { body })} onClose={() => setMaking(false)} />}
        </Side>
    );
}
