import { useEffect, useState } from "react";
import { queries } from "../api/queries.ts";
import { words } from "../words/words.ts";

// Says that the line is down, and looks again by itself when it is back.
export function OfflineBar() {
    const [offline, setOffline] = useState(!navigator.onLine);
    useEffect(() => {
        const lost = () => setOffline(true);
        const back = () => {
            setOffline(false);
            void queries.invalidateQueries();
        };
        addEventListener("offline", lost);
        addEventListener("online", back);
        return () => {
            removeEventListener("offline", lost);
            removeEventListener("online", back);
        };
    }, []);
    return offline ? (
        <div className="notice today" role="status">
            {words.frame.offline}
        </div>
    ) : null;
}
