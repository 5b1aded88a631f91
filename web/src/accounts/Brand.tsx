import { words } from "../words/words.ts";

export function Brand() {
    return (
        <div className="sign-in-brand">
            <img src="/icon.svg" alt="" width={28} height={28} />
            {words.product}
        </div>
    );
}
