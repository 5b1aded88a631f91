import { IconAlertTriangle, IconArchive, IconCheck, IconCircleDot } from "@tabler/icons-react";
import type { WorkDossiersState } from "../api/types.ts";
import { date } from "../words/format.ts";
import { words } from "../words/words.ts";

interface Props {
    dossier: { state: WorkDossiersState; archive_due_on: string | null; reviewed_at: number };
    today: string;
}

// Where it stands, and until when it goes to the archive.
export function DossierMark({ dossier, today }: Props) {
    if (dossier.reviewed_at)
        return (
            <span className="sign meaning-done">
                <IconArchive size={14} aria-hidden />
                {words.dossiers.archiving.reviewed}
            </span>
        );
    if (dossier.state === "open")
        return (
            <span className="sign meaning-information">
                <IconCircleDot size={14} aria-hidden />
                {words.dossiers.state.open}
            </span>
        );
    const late = dossier.archive_due_on !== null && dossier.archive_due_on < today;
    return (
        <span className={`sign ${late ? "meaning-overdue" : "meaning-done"}`} title={dossier.archive_due_on ? words.dossiers.archive_due(date(dossier.archive_due_on)) : undefined}>
            {late ? <IconAlertTriangle size={14} aria-hidden /> : <IconCheck size={14} aria-hidden />}
            {late ? words.dossiers.archiving.due : words.dossiers.state.closed}
        </span>
    );
}
