import { createBrowserRouter } from "react-router";
import { Frame } from "./frame/Frame.tsx";
import { Broken, NotFound } from "./frame/Lost.tsx";
import { MyWork } from "./work/MyWork.tsx";

// Every page but the first is loaded when it is opened.
export const router = createBrowserRouter([
    {
        path: "/",
        Component: Frame,
        ErrorBoundary: Broken,
        HydrateFallback: () => null,
        children: [
            {
                ErrorBoundary: Broken,
                children: [
                    { index: true, Component: MyWork },
                    { path: "sign", lazy: async () => ({ Component: (await import("./work/ToSign.tsx")).ToSign }) },
                    { path: "incoming", lazy: async () => ({ Component: (await import("./incoming/IncomingList.tsx")).IncomingList }) },
                    {
                        path: "incoming/register/:waiting?",
                        lazy: async () => ({ Component: (await import("./incoming/RegisterIncoming.tsx")).RegisterIncoming }),
                    },
                    { path: "incoming/envelopes", lazy: async () => ({ Component: (await import("./envelopes/Envelopes.tsx")).Envelopes }) },
                    { path: "incoming/:id", lazy: async () => ({ Component: (await import("./incoming/IncomingDocument.tsx")).IncomingDocument }) },
                    { path: "outgoing", lazy: async () => ({ Component: (await import("./outgoing/OutgoingList.tsx")).OutgoingList }) },
                    { path: "outgoing/new", lazy: async () => ({ Component: (await import("./outgoing/DraftEditor.tsx")).NewDraft }) },
                    { path: "outgoing/:id", lazy: async () => ({ Component: (await import("./outgoing/OutgoingDocument.tsx")).OutgoingDocument }) },
                    { path: "outgoing/:id/compare", lazy: async () => ({ Component: (await import("./outgoing/CompareVersions.tsx")).CompareVersions }) },
                    { path: "outgoing/:id/edit", lazy: async () => ({ Component: (await import("./outgoing/DraftEditor.tsx")).ChangeDraft }) },
                    { path: "guide/:role?", lazy: async () => ({ Component: (await import("./guide/GuidePage.tsx")).GuidePage }) },
                    { path: "work-dossiers", lazy: async () => ({ Component: (await import("./work_dossiers/DossierList.tsx")).DossierList }) },
                    { path: "work-dossiers/catalogue", lazy: async () => ({ Component: (await import("./work_dossiers/CataloguePage.tsx")).CataloguePage }) },
                    { path: "work-dossiers/:id", lazy: async () => ({ Component: (await import("./work_dossiers/Dossier.tsx")).Dossier }) },
                    { path: "copies", lazy: async () => ({ Component: (await import("./copies/Copies.tsx")).Copies }) },
                    { path: "copies/:id", lazy: async () => ({ Component: (await import("./copies/CopyDocument.tsx")).CopyDocument }) },
                    { path: "books", lazy: async () => ({ Component: (await import("./books/Books.tsx")).Books }) },
                    { path: "books/kept-copies", lazy: async () => ({ Component: (await import("./kept_copies/KeptCopies.tsx")).KeptCopies }) },
                    { path: "admin/access", lazy: async () => ({ Component: (await import("./admin/Access.tsx")).Access }) },
                    { path: "figures", lazy: async () => ({ Component: (await import("./figures/Figures.tsx")).Figures }) },
                    { path: "me", lazy: async () => ({ Component: (await import("./accounts/MyAccount.tsx")).MyAccount }) },
                    { path: "admin/people", lazy: async () => ({ Component: (await import("./admin/People.tsx")).People }) },
                    { path: "admin/jobs", lazy: async () => ({ Component: (await import("./admin/Jobs.tsx")).Jobs }) },
                    { path: "admin/people/import", lazy: async () => ({ Component: (await import("./admin/ImportPeople.tsx")).ImportPeople }) },
                    { path: "admin/people/:id", lazy: async () => ({ Component: (await import("./admin/Person.tsx")).Person }) },
                    { path: "admin/people/:id/handover", lazy: async () => ({ Component: (await import("./admin/Handover.tsx")).Handover }) },
                    { path: "admin/office/:part?", lazy: async () => ({ Component: (await import("./admin/Office.tsx")).Office }) },
                    { path: "admin/audit", lazy: async () => ({ Component: (await import("./admin/Audit.tsx")).Audit }) },
                    { path: "admin/calendar", lazy: async () => ({ Component: (await import("./admin/Calendar.tsx")).Calendar }) },
                    { path: "*", Component: NotFound },
                ],
            },
        ],
    },
]);
