import { useEffect, useMemo, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { justActed, useGet } from "../api/queries.ts";
import type { Item } from "../api/types.ts";
import { tellNews } from "../ui/notice.tsx";
import { keyOf, placeOf } from "../work/place.ts";
import { words } from "../words/words.ts";
import { changePreferences, usePreferences } from "./preferences.ts";

const nameOf = (item: Item) => item.symbol || item.title;

// «Văn bản mới: 817/KH-UBND», for what comes in; other work by what is asked.
export const newsOf = (item: Item): string =>
    item.kind === "incoming" ? words.frame.new_document(nameOf(item)) : words.frame.new_work(words.work.what[item.action], nameOf(item));

// Tells what comes to this person while the page is open, save what he brought about himself or looks at already.
export function useNews() {
    const { data } = useGet("/api/work", {});
    const navigate = useNavigate();
    const { pathname } = useLocation();
    const known = useRef<Set<string>>(undefined);
    const at = useRef(pathname);
    at.current = pathname;
    useEffect(() => {
        if (!data) return;
        const before = known.current;
        known.current = new Set(data.items.map(keyOf));
        if (!before || justActed() || document.visibilityState !== "visible") return;
        const fresh = data.items.filter((item) => !before.has(keyOf(item)) && !at.current.includes(item.record));
        const first = fresh[0];
        if (!first) return;
        const to = fresh.length === 1 ? placeOf(first) : "/";
        tellNews(fresh.length === 1 ? newsOf(first) : words.frame.new_many(fresh.length), { words: words.verbs.open, run: () => void navigate(to) });
    }, [data, navigate]);
}

// What came since one last looked at the bell, newest first.
export function useUnread(): { unread: Item[]; look: () => void } {
    const { data } = useGet("/api/work", {});
    const seen = usePreferences()?.notices_seen_at;
    const begun = useRef(false);
    useEffect(() => {
        if (seen !== 0 || begun.current) return; // the first day: what already waits is on the page, only what comes is news
        begun.current = true;
        void changePreferences({ notices_seen: true }).catch(() => {});
    }, [seen]);
    const unread = useMemo(
        () => (seen ? (data?.items ?? []).filter(({ since }) => since > seen).sort((left, right) => right.since - left.since) : []),
        [data, seen],
    );
    return { unread, look: () => void changePreferences({ notices_seen: true }).catch(() => {}) };
}
