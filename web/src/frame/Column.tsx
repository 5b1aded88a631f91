import {
    IconBook2,
    IconCalendarCog,
    IconChartLine,
    IconChecklist,
    IconCopy,
    IconFolders,
    IconHistory,
    IconInbox,
    IconKeyboard,
    IconListSearch,
    IconLayoutSidebarLeftCollapse,
    IconLayoutSidebarLeftExpand,
    IconSend,
    IconSettingsAutomation,
    IconSitemap,
    IconUsers,
    type Icon,
} from "@tabler/icons-react";
import { NavLink } from "react-router";
import { useGet } from "../api/queries.ts";
import type { Permission } from "../api/types.ts";
import { words } from "../words/words.ts";
import { useMay } from "./session.ts";

interface Line {
    to: string;
    words: string;
    icon: Icon;
    any: Permission[]; // only what this person may use is in the column
    count?: number;
    exact?: boolean;
}

export function useLines(): Line[] {
    const may = useMay();
    const counts = useGet("/api/work", {}).data?.counts;
    const lines: Line[] = [
        { to: "/", words: words.frame.my_work, icon: IconChecklist, any: ["signed_in"], count: counts?.total, exact: true },
        { to: "/incoming", words: words.frame.incoming, icon: IconInbox, any: ["read_documents", "register_incoming"], count: counts?.incoming },
        { to: "/outgoing", words: words.frame.outgoing, icon: IconSend, any: ["read_documents", "draft_outgoing"], count: counts?.outgoing },
        { to: "/copies", words: words.copies.title, icon: IconCopy, any: ["copy_documents"] },
        { to: "/work-dossiers", words: words.frame.work_dossiers, icon: IconFolders, any: ["read_documents"], count: counts?.work_dossiers },
        { to: "/books", words: words.frame.books, icon: IconBook2, any: ["see_all_documents"] },
        { to: "/figures", words: words.frame.figures, icon: IconChartLine, any: ["see_all_documents"] },
        { to: "/admin/people", words: words.frame.people, icon: IconUsers, any: ["manage_people"] },
        { to: "/admin/jobs", words: words.frame.jobs, icon: IconSettingsAutomation, any: ["manage_people"] },
        { to: "/admin/office", words: words.frame.office, icon: IconSitemap, any: ["manage_people"] },
        { to: "/admin/audit", words: words.frame.audit, icon: IconHistory, any: ["read_audit"] },
        { to: "/admin/calendar", words: words.frame.calendar, icon: IconCalendarCog, any: ["manage_calendar"] },
        { to: "/admin/access", words: words.frame.access, icon: IconListSearch, any: ["read_audit"] },
    ];
    return lines.filter(({ any }) => any.includes("signed_in") || any.some(may));
}

export function Column({ folded, onFold, onHelp }: { folded: boolean; onFold?: () => void; onHelp: () => void }) {
    const lines = useLines();
    const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
    const foldWords = folded ? words.frame.unfold : words.frame.fold;
    return (
        <nav className="column no-print" aria-label={words.frame.menu}>
            {lines.map((line) => (
                <NavLink key={line.to} to={line.to} end={line.exact ?? false} title={folded ? line.words : undefined}>
                    <line.icon size={18} stroke={1.6} aria-hidden />
                    <span className="column-words">{line.words}</span>
                    {Boolean(line.count) && (
                        <span className="column-count">
                            {line.count}
                            <span className="hidden"> {words.frame.waiting(line.count ?? 0)}</span>
                        </span>
                    )}
                </NavLink>
            ))}
            <span className="spread" />
            {onFold && (
                <button type="button" onClick={onFold} aria-label={foldWords} title={foldWords}>
                    <Fold size={18} stroke={1.6} aria-hidden />
                    <span className="column-words">{words.frame.fold}</span>
                </button>
            )}
            <button type="button" onClick={onHelp} aria-label={words.frame.keys} title={words.frame.keys}>
                <IconKeyboard size={18} stroke={1.6} aria-hidden />
                <span className="column-words">
                    {words.frame.keys} <kbd>?</kbd>
                </span>
            </button>
        </nav>
    );
}
