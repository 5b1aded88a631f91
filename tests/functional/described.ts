// The API as GET /api describes it, and the values that its schemas ask for: how a test finds every route, also those that come later.
import { randomUUID } from "node:crypto";
import { today } from "./samples.ts";

export interface Schema {
    $ref?: string;
    type?: string | string[];
    format?: string;
    enum?: unknown[];
    const?: unknown;
    items?: Schema;
    properties?: Record<string, Schema>;
    required?: string[];
    anyOf?: Schema[];
    oneOf?: Schema[];
}
export interface Parameter {
    name: string;
    in: string;
    required: boolean;
    schema: Schema;
}
export interface Operation {
    "x-permission"?: string;
    security: object[];
    parameters?: Parameter[];
    requestBody?: { content: Record<string, { schema?: Schema }> };
}
export interface Route {
    name: string; // "POST /api/incoming"
    method: string;
    path: string;
    operation: Operation;
}

export class Api {
    readonly routes: Route[];
    private readonly schemas: Record<string, Schema>;

    private constructor(routes: Route[], schemas: Record<string, Schema>) {
        this.routes = routes;
        this.schemas = schemas;
    }

    static async read(url: string): Promise<Api> {
        const described = (await (await fetch(`${url}/api`)).json()) as {
            paths: Record<string, Record<string, Operation>>;
            components: { schemas: Record<string, Schema> };
        };
        const routes = Object.entries(described.paths).flatMap(([path, methods]) =>
            Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, operation })),
        );
        return new Api(routes, described.components.schemas);
    }

    // The address of a route with these ids, by the path up to them, and else such as belong to nothing; required parameters filled.
    address(route: Route, ids: Record<string, string> = {}): string {
        const path = route.path.replace(/^(.*)\{(\w+)\}/, (_, prefix: string) => prefix + encodeURIComponent(ids[prefix] ?? unknownOf(prefix)));
        const query = new URLSearchParams(
            this.query(route)
                .filter((one) => one.required)
                .map((one) => [one.name, String(this.valueOf(one.schema, one.name))] as [string, string]),
        );
        return `${path}${query.size ? `?${query}` : ""}`;
    }

    query(route: Route): Parameter[] {
        return (route.operation.parameters ?? []).filter((one) => one.in === "query");
    }

    // What is sent along: JSON of what must be there, lists, and the version, which some routes ask for when they change something; or a
    // file's bytes; or nothing.
    body(route: Route): string | undefined {
        const content = route.operation.requestBody?.content ?? {};
        if (content["application/octet-stream"]) return "text";
        return content["application/json"] ? JSON.stringify(this.form(route)) : undefined;
    }

    form(route: Route): Record<string, unknown> {
        const schema = this.formSchema(route);
        if (!schema) return {};
        const value = this.valueOf(schema, "") as Record<string, unknown>;
        return schema.properties?.["version"] ? { ...value, version: 1 } : value;
    }

    formSchema(route: Route): Schema | undefined {
        const schema = route.operation.requestBody?.content["application/json"]?.schema;
        return schema && this.resolved(schema);
    }

    valueOf(schema: Schema, name: string): unknown {
        const known = this.resolved(schema);
        if (known.const !== undefined) return known.const;
        if (known.enum) return known.enum.at(-1);
        const type = Array.isArray(known.type) ? known.type[0] : known.type;
        if (known.format === "uuid") return randomUUID();
        if (known.format === "date") return today;
        if (type === "object") {
            const members = Object.entries(known.properties ?? {}).filter(([one, inner]) => known.required?.includes(one) || inner.type === "array");
            return Object.fromEntries(members.map(([one, inner]) => [one, this.valueOf(inner, one)]));
        }
        if (type === "array") return [this.valueOf(known.items ?? {}, name)];
        if (type === "integer" || type === "number") return name === "year" || name === "period" ? 2022 : 1;
        if (type === "boolean") return false;
        return "x";
    }

    resolved(schema: Schema): Schema {
        const plain = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema;
        const name = plain.$ref?.match(/([^/]+)$/)?.[1];
        return name ? (this.schemas[name] ?? {}) : plain;
    }
}

function unknownOf(prefix: string): string {
    return prefix === "/api/files/" ? "0".repeat(64) : randomUUID();
}
