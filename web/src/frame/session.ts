import { createContext, useContext, useEffect, useState } from "react";
import type { Me, Permission } from "../api/types.ts";
import { dayOf } from "../words/format.ts";

export type Session = Me & { fetched_at: number };

export const SessionContext = createContext<Session | null>(null);

// Who sits here. Only below the frame, which shows nothing else before it knows.
export function useMe(): Session {
    const me = useContext(SessionContext);
    if (!me) throw new Error("useMe outside of the frame");
    return me;
}

export function useMay(): (permission: Permission) => boolean {
    const { permissions } = useMe();
    return (permission) => permissions.includes(permission);
}

// The office's clock, counted on from the server's answer; never this machine's idea of the time.
const officeNow = (me: Session) => me.now + (Date.now() - me.fetched_at);

export function useOfficeNow(): number {
    const me = useMe();
    const [now, setNow] = useState(() => officeNow(me));
    useEffect(() => {
        setNow(officeNow(me));
        const timer = setInterval(() => setNow(officeNow(me)), 15_000);
        return () => clearInterval(timer);
    }, [me]);
    return now;
}

export function useToday(): string {
    const me = useMe();
    return dayOf(officeNow(me));
}
