import { useCallback, useEffect, useRef, type KeyboardEvent } from "react";

// A list moves with ↑ ↓ (Home, End), Enter opens: each row holds one link of class "cover", and focus goes from link to link.
// The row one opened is found again when one comes back.
export function useRows(list: string) {
    const box = useRef<HTMLTableSectionElement>(null);
    const links = () => Array.from(box.current?.querySelectorAll<HTMLAnchorElement>("a.cover") ?? []);
    const place = `congso:row:${list}`;

    const move = useCallback((step: number | "first" | "last") => {
        const all = Array.from(box.current?.querySelectorAll<HTMLAnchorElement>("a.cover") ?? []);
        const at = all.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
        const next =
            step === "first" ? 0 : step === "last" ? all.length - 1 : at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
        const link = all[Math.max(0, Math.min(all.length - 1, next))];
        link?.focus({ preventScroll: true });
        link?.closest("tr")?.scrollIntoView({ block: "nearest" });
    }, []);

    // ↑ ↓ work on the whole page as long as nothing that needs them has the focus.
    useEffect(() => {
        const listen = (event: globalThis.KeyboardEvent) => {
            if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
            if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
            const target = event.target as HTMLElement;
            const query = event.key === "ArrowDown" && target.closest(".filter-query"); // from the words one looks for down to what was found
            if (document.querySelector('[role="dialog"]') || (!query && target.closest("input, textarea, select, [role=listbox], [role=menu], [role=tablist], .scrolls"))) return;
            event.preventDefault();
            move(event.key === "ArrowDown" ? 1 : -1);
        };
        document.addEventListener("keydown", listen);
        return () => document.removeEventListener("keydown", listen);
    }, [move]);

    const onKeyDown = (event: KeyboardEvent) => {
        if (event.key === "Home") move("first");
        else if (event.key === "End") move("last");
        else return;
        event.preventDefault();
    };
    const onFocus = () => {
        const at = links().findIndex((link) => link === document.activeElement);
        const row = at >= 0 ? links()[at]?.dataset["row"] : undefined;
        if (row) sessionStorage.setItem(place, row);
    };
    // Once, when the rows are there: the row one left, else the first.
    const settled = useRef(false);
    const settle = useCallback(
        (takeFirst: boolean) => {
            if (settled.current) return;
            const all = Array.from(box.current?.querySelectorAll<HTMLAnchorElement>("a.cover") ?? []);
            if (all.length === 0) return;
            settled.current = true;
            if (document.activeElement && document.activeElement !== document.body && document.activeElement.tagName !== "H1") return;
            if (!matchMedia("(hover: hover)").matches) return; // a finger needs no marked row
            const kept = sessionStorage.getItem(place);
            const link = all.find(({ dataset }) => dataset["row"] === kept) ?? (takeFirst ? all[0] : undefined);
            link?.focus({ preventScroll: link.dataset["row"] !== kept });
        },
        [place],
    );
    return { box, onKeyDown, onFocus, settle };
}
