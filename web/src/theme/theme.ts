import { createTheme, type MantineColorsTuple } from "@mantine/core";
import { words } from "../words/words.ts";

const teal: MantineColorsTuple = [
    "#eefaf8",
    "#d7f1ed",
    "#aee2db",
    "#80d1c7",
    "#57bfb3",
    "#2fa597",
    "#178a7e",
    "#0f766e",
    "#0b5f59",
    "#084944",
];
const red: MantineColorsTuple = ["#fef3f2", "#fee4e2", "#fecdca", "#fda29b", "#f97066", "#e5483b", "#cf3225", "#b42318", "#912018", "#7a271a"];

export const theme = createTheme({
    primaryColor: "teal",
    primaryShade: { light: 7, dark: 7 },
    colors: { teal, red },
    fontFamily: '"Be Vietnam Pro", system-ui, "Segoe UI", sans-serif',
    fontFamilyMonospace: "ui-monospace, Consolas, monospace",
    fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
    lineHeights: { xs: "1.5", sm: "1.5", md: "1.5", lg: "1.5", xl: "1.4" },
    defaultRadius: "6px",
    radius: { xs: "3px", sm: "6px", md: "6px", lg: "6px", xl: "6px" },
    headings: { fontWeight: "600", sizes: { h1: { fontSize: "20px", lineHeight: "1.4" }, h2: { fontSize: "16px", lineHeight: "1.5" }, h3: { fontSize: "14px", lineHeight: "1.5" } } },
    respectReducedMotion: true,
    cursorType: "pointer",
    components: {
        Button: { defaultProps: { size: "sm" }, styles: { root: { fontWeight: 500 } } },
        TextInput: { defaultProps: { size: "sm" } },
        Textarea: { defaultProps: { size: "sm" } },
        Select: { defaultProps: { size: "sm", openOnFocus: false, comboboxProps: { transitionProps: { duration: 0 } } } },
        MultiSelect: { defaultProps: { size: "sm", openOnFocus: false, comboboxProps: { transitionProps: { duration: 0 } } } },
        Modal: { defaultProps: { transitionProps: { duration: 100 }, closeButtonProps: { "aria-label": words.verbs.close } } },
        Menu: { defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 80 }, shadow: "md" } },
        Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: "md" } },
        Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 80 } } },
    },
});
