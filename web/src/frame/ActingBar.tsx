import { Button } from "@mantine/core";
import { IconUserShare } from "@tabler/icons-react";
import { useEffect } from "react";
import { useNavigate } from "react-router";
import { queries } from "../api/queries.ts";
import { words } from "../words/words.ts";
import { actFor, useActing } from "./acting.ts";

// Said above every page as long as one does somebody else's work.
export function ActingBar() {
    const absent = useActing();
    const navigate = useNavigate();
    useEffect(() => void queries.invalidateQueries(), [absent?.id]);
    if (!absent) return null;
    const stop = () => {
        actFor(null);
        void navigate("/");
    };
    return (
        <div className="notice today row" role="status" style={{ marginBottom: 12 }}>
            <IconUserShare size={16} aria-hidden />
            <span className="spread">{words.stand_in.acting(absent.name)}</span>
            <Button size="compact-sm" variant="default" onClick={stop}>
                {words.stand_in.stop}
            </Button>
        </div>
    );
}
