import { Button } from "@mantine/core";
import { useEffect } from "react";
import { queries } from "../api/queries.ts";
import { signOut } from "../frame/sign-out.ts";
import { useMe } from "../frame/session.ts";
import { words } from "../words/words.ts";
import { Password } from "./MyAccount.tsx";
import { SecondFactor } from "./SecondFactor.tsx";
import "./account.css";
import "./sign-in.css";

// What must be done before anything else: an own password, or the second factor that a role asks for.
export default function Owes() {
    const { owes } = useMe();
    const said = words.owes[owes];
    const done = () => void queries.invalidateQueries({ queryKey: ["/api/me"] });
    useEffect(() => {
        document.title = `${said?.title ?? ""} · ${words.product}`;
    }, [said]);
    return (
        <main className="sign-in">
            <div className="sign-in-box stack wide">
                <h1 className="page-title">{said?.title}</h1>
                <p>{said?.text}</p>
                {owes === "password.must_change" ? <Password onDone={done} /> : <SecondFactor onDone={done} />}
                <Button variant="subtle" color="gray" onClick={() => void signOut()}>
                    {words.frame.sign_out}
                </Button>
            </div>
        </main>
    );
}
