import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { words } from "../words/words.ts";

// The next page comes by itself when the end of the list comes near; the button is for keys and for who wants to see it.
export function MoreRows({ has, busy, load }: { has: boolean; busy: boolean; load: () => void }) {
    const box = useRef<HTMLDivElement>(null);
    const latest = useRef(load);
    latest.current = load;
    useEffect(() => {
        if (!has || busy || !box.current) return;
        const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && latest.current(), {
            rootMargin: "400px",
        });
        observer.observe(box.current);
        return () => observer.disconnect();
    }, [has, busy]);
    return has ? (
        <div ref={box} style={{ padding: 12, textAlign: "center" }}>
            <Button variant="default" loading={busy} onClick={load}>
                {words.verbs.more}
            </Button>
        </div>
    ) : null;
}
