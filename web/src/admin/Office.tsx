import { NavLink, Navigate, useParams } from "react-router";
import { ExportLink } from "../ui/ExportLink.tsx";
import { PageHead } from "../ui/page.tsx";
import { words } from "../words/words.ts";
import { Agencies } from "./Agencies.tsx";
import { Bodies } from "./Bodies.tsx";
import { Groups } from "./Groups.tsx";
import { Kinds } from "./Kinds.tsx";
import { Mandates } from "./Mandates.tsx";
import { PhraseLists } from "./PhraseLists.tsx";
import { Posts } from "./Posts.tsx";
import { Roles } from "./Roles.tsx";
import { Templates } from "./Templates.tsx";
import { Units } from "./Units.tsx";
import "./admin.css";

const parts = { units: Units, bodies: Bodies, posts: Posts, groups: Groups, templates: Templates, kinds: Kinds, phrases: PhraseLists, mandates: Mandates, roles: Roles, agencies: Agencies };
type Part = keyof typeof parts;
const exports: Partial<Record<Part, string>> = { units: "units", bodies: "bodies", posts: "posts", groups: "recipient-groups", mandates: "mandates", roles: "roles", agencies: "agencies" };

// How the agency is built and who may do what.
export function Office() {
    const { part = "units" } = useParams();
    if (!(part in parts)) return <Navigate to="/admin/office" replace />;
    const Shown = parts[part as Part];
    const list = exports[part as Part];
    return (
        <>
            <PageHead title={words.office.title}>{list && <ExportLink path={`/api/exports/${list}`} />}</PageHead>
            <nav className="parts no-print" aria-label={words.office.title}>
                {(Object.keys(parts) as Part[]).map((name) => (
                    <NavLink key={name} to={`/admin/office/${name}`} className={name === part ? "active" : ""}>
                        {words.office.parts[name]}
                    </NavLink>
                ))}
            </nav>
            <Shown />
        </>
    );
}
