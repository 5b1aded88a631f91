import { IconChecklist, IconInbox, IconSearch, IconSignature, IconUser } from "@tabler/icons-react";
import { NavLink } from "react-router";
import { useGet } from "../api/queries.ts";
import { words } from "../words/words.ts";
import { useMay } from "./session.ts";

// Việc · Tìm · Ký · Tôi, under the thumb; who signs nothing has the incoming documents there.
export function PhoneBar({ onFind }: { onFind: () => void }) {
    const may = useMay();
    const { data } = useGet("/api/work", {});
    const toSign = data?.items.filter(({ action }) => action === "approve").length ?? 0;
    return (
        <nav className="phone-bar no-print" aria-label={words.frame.phone_menu}>
            <NavLink to="/" end>
                <IconChecklist size={22} stroke={1.6} aria-hidden />
                {words.frame.phone.work}
                {Boolean(data?.counts.total) && <span className="count">{data?.counts.total}</span>}
            </NavLink>
            <button type="button" onClick={onFind}>
                <IconSearch size={22} stroke={1.6} aria-hidden />
                {words.frame.phone.find}
            </button>
            {may("approve_outgoing") || toSign > 0 ? (
                <NavLink to="/sign">
                    <IconSignature size={22} stroke={1.6} aria-hidden />
                    {words.frame.phone.sign}
                    {toSign > 0 && <span className="count">{toSign}</span>}
                </NavLink>
            ) : (
                <NavLink to="/incoming">
                    <IconInbox size={22} stroke={1.6} aria-hidden />
                    {words.frame.phone.incoming}
                </NavLink>
            )}
            <NavLink to="/me">
                <IconUser size={22} stroke={1.6} aria-hidden />
                {words.frame.phone.me}
            </NavLink>
        </nav>
    );
}
