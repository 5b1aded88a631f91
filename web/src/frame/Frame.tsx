import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { whenExpired } from "../api/client.ts";
import { followEvents } from "../api/events.ts";
import { queries, useMeQuery } from "../api/queries.ts";
import { Failed, Loading } from "../ui/page.tsx";
import { clock, date, dayOf } from "../words/format.ts";
import { words } from "../words/words.ts";
import { ActingBar } from "./ActingBar.tsx";
import { Column } from "./Column.tsx";
import { Head } from "./Head.tsx";
import { KeysProvider, useKeys } from "./keys.tsx";
import { OfflineBar } from "./OfflineBar.tsx";
import { PhoneBar } from "./PhoneBar.tsx";
import { SessionContext, useMe, useOfficeNow } from "./session.ts";
import { useNews } from "./news.ts";
import { useFold, useOwnLook } from "./preferences.ts";
import "./frame.css";

const SignIn = lazy(() => import("../accounts/SignIn.tsx"));
const Owes = lazy(() => import("../accounts/Owes.tsx"));
const SignInAgain = lazy(() => import("../accounts/SignInAgain.tsx"));
const GoTo = lazy(() => import("./GoTo.tsx"));
const KeysHelp = lazy(() => import("./KeysHelp.tsx"));
const GuideBox = lazy(() => import("../guide/GuideBox.tsx"));

// Around every page: who sits here, where one can go, and what changes behind one's back.
export function Frame() {
    const me = useMeQuery();
    const [expired, setExpired] = useState(false);
    const known = useRef(false);
    known.current = Boolean(me.data);
    useEffect(() => whenExpired(() => known.current && setExpired(true)), []);

    if (!me.data) {
        if (me.error && me.error.status !== 401)
            return (
                <main>
                    <Failed problem={me.error} retry={() => void me.refetch()} />
                </main>
            );
        if (me.error)
            return (
                <Suspense fallback={null}>
                    <SignIn />
                </Suspense>
            );
        return <Loading />;
    }
    if (me.data.owes)
        return (
            <SessionContext value={me.data}>
                <Suspense fallback={null}>
                    <Owes />
                </Suspense>
            </SessionContext>
        );
    return (
        <SessionContext value={me.data}>
            <KeysProvider>
                <Desk />
                {expired && (
                    <Suspense fallback={null}>
                        <SignInAgain onDone={() => setExpired(false)} />
                    </Suspense>
                )}
            </KeysProvider>
        </SessionContext>
    );
}

// Only on paper: which office, who printed it and when (Decree 30/2020 Appendix VI part I).
function PrintFoot() {
    const me = useMe();
    const now = useOfficeNow();
    return <p className="print-foot numbers">{words.frame.printed(me.agency_name, me.full_name, `${clock(now)} ${date(dayOf(now))}`)}</p>;
}

function Desk() {
    const [finding, setFinding] = useState(false);
    const [helping, setHelping] = useState(false);
    const [guiding, setGuiding] = useState(false);
    const [folded, setFolded] = useFold();
    const { pathname } = useLocation();
    const moving = useNavigation().state !== "idle";
    const main = useRef<HTMLElement>(null);

    useKeys([
        { key: "mod+k", words: words.keys.go_to, run: () => setFinding(true) },
        { key: "/", words: words.keys.go_to, run: () => setFinding(true) },
        { key: "?", words: words.keys.help, run: () => setHelping(true) },
        { key: "f1", words: words.guide.title, run: () => setGuiding(true) },
    ]);
    useEffect(() => followEvents(queries), []);
    useNews();
    useOwnLook();

    // A file dropped beside its place must not take the page away from under what was typed.
    useEffect(() => {
        const hold = (event: DragEvent) => event.dataTransfer?.types.includes("Files") && event.preventDefault();
        addEventListener("dragover", hold);
        addEventListener("drop", hold);
        return () => {
            removeEventListener("dragover", hold);
            removeEventListener("drop", hold);
        };
    }, []);

    // Whoever listens hears the new page's name; lists then take the focus to their row.
    const first = useRef(true);
    useEffect(() => {
        if (first.current) {
            first.current = false;
            return;
        }
        const stays = document.activeElement && document.activeElement !== document.body && main.current?.contains(document.activeElement);
        if (!stays) main.current?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    }, [pathname]);

    const narrow = pathname.startsWith("/incoming/register");
    return (
        <div className={`frame ${folded || narrow ? "folded" : ""}`} data-moving={moving || undefined}>
            <a className="skip" href="#main">
                {words.frame.skip}
            </a>
            <Head onFind={() => setFinding(true)} onKeys={() => setHelping(true)} onGuide={() => setGuiding(true)} />
            <Column folded={folded || narrow} onFold={narrow ? undefined : () => setFolded(!folded)} onHelp={() => setHelping(true)} />
            <main id="main" ref={main} tabIndex={-1}>
                <OfflineBar />
                <ActingBar />
                <Outlet />
                <PrintFoot />
            </main>
            <PhoneBar onFind={() => setFinding(true)} />
            <Suspense fallback={null}>
                {finding && <GoTo onClose={() => setFinding(false)} />}
                {helping && <KeysHelp onClose={() => setHelping(false)} />}
                {guiding && <GuideBox onClose={() => setGuiding(false)} />}
            </Suspense>
            <ScrollRestoration />
        </div>
    );
}
