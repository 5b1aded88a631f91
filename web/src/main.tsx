import "@fontsource/be-vietnam-pro/latin-400.css";
import "@fontsource/be-vietnam-pro/latin-500.css";
import "@fontsource/be-vietnam-pro/latin-600.css";
import "@fontsource/be-vietnam-pro/vietnamese-400.css";
import "@fontsource/be-vietnam-pro/vietnamese-500.css";
import "@fontsource/be-vietnam-pro/vietnamese-600.css";
import "./theme/mantine.css";
import "./theme/base.css";
import "./theme/print.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { queries } from "./api/queries.ts";
import { recall } from "./frame/memory.ts";
import { router } from "./routes.tsx";
import { theme } from "./theme/theme.ts";
import { Notices } from "./ui/notice.tsx";

// The value that the content security policy of this very answer allows for styles made in the page.
const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
// Libraries below Mantine that make styles (an open dialog stops the page from scrolling) ask for it under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });

document.documentElement.dataset["density"] = recall("density") ?? "normal";

createRoot(document.getElementById("root")!).render(
    <StrictMode>
        <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
            <QueryClientProvider client={queries}>
                <RouterProvider router={router} />
                <Notices />
            </QueryClientProvider>
        </MantineProvider>
    </StrictMode>,
);
