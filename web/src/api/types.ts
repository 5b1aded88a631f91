// Written from the described structs of the server; the compiler checks the page against it.
export type Permission = "signed_in" | "read_documents" | "see_all_documents" | "register_incoming" | "direct_documents" | "handle_documents" | "draft_outgoing" | "review_outgoing" | "approve_outgoing" | "number_outgoing" | "manage_books" | "manage_people" | "manage_calendar" | "read_audit";
export type Authority = "none" | "tm" | "kt" | "tl" | "tuq" | "q" | "own";
export type RecordKind = "incoming" | "outgoing";
export type Action = "receive" | "submit" | "instruct" | "lead" | "cooperate" | "read" | "check" | "approve" | "revise" | "number" | "issue" | "overdue";
export type Urgency = "normal" | "urgent" | "very_urgent" | "express" | "timed_express";
export type PreviewState = "none" | "pending" | "ready" | "failed";
export type Part = "lead" | "cooperate" | "inform";
export type TasksState = "waiting" | "accepted" | "done" | "passed_on";
export type NoteKind = "proposal" | "instruction" | "progress" | "forward" | "return_reason" | "result" | "comment";
export type Direction = "incoming" | "outgoing";
export type PeriodKind = "year" | "term";
export type Secrecy = "none" | "confidential" | "secret" | "top_secret";
export type IncomingState = "arrived" | "returned" | "registered" | "submitted" | "assigned" | "in_progress" | "done";
export type Way = "paper" | "file" | "exchange" | "inside";
export type Result = "none" | "replied" | "filed" | "noted";
export type OutgoingState = "draft" | "reviewing" | "returned" | "submitted" | "approved" | "numbered" | "issued" | "recalled" | "replaced" | "corrected";
export type RecipientKind = "agency" | "person" | "unit" | "outside";
export type ParagraphStyle = "paragraph" | "basis" | "heading" | "article" | "bullet";
export type CheckKind = "content" | "format";

export interface Agency {
    id: string;
    parent: string;
    name: string;
    short_name: string;
    code: string;
    code_2016: string;
    place: string;
    address: string;
    phone: string;
    email: string;
    hosted: boolean;
    valid_from: string | null;
    valid_to: string | null;
}

export interface Unit {
    agency: string;
    id: string;
    parent: string;
    name: string;
    abbreviation: string;
    position: number;
    valid_from: string | null;
    valid_to: string | null;
}

export interface Post {
    agency: string;
    id: string;
    unit: string;
    body: string;
    name: string;
    authority: Authority;
    signing_lines: string;
    heads_agency: boolean;
    heads_unit: boolean;
    position: number;
    valid_from: string | null;
    valid_to: string | null;
}

export interface Person {
    agency: string;
    id: string;
    full_name: string;
    sort_key: string;
    email: string;
    phone: string;
    born_on: string | null;
    active: boolean;
    version: number;
}

export interface Holding {
    agency: string;
    id: string;
    person: string;
    post: string;
    main: boolean;
    valid_from: string | null;
    valid_to: string | null;
}

export interface Body {
    agency: string;
    id: string;
    name: string;
    parent_line: string;
    heading_lines: string;
    symbol: string;
    party: boolean;
    position: number;
}

export interface PersonRow {
    id: string;
    full_name: string;
    post_name: string;
    unit_name: string;
    username: string;
    active: boolean;
}

export interface SigningPower {
    person: string;
    person_name: string;
    body: string;
    authority: Authority;
    signing_lines: string;
}

export interface PersonEntry {
    id?: string | null;
    version?: number | null;
    full_name: string;
    email?: string | null;
    phone?: string | null;
    born_on?: string | null;
    active?: boolean | null;
    main_post?: string | null;
}

export interface PersonView {
    person: Person;
    holdings: Holding[];
}

export interface Role {
    agency: string;
    id: string;
    code: string;
    name: string;
    permissions: Permission[];
}

export interface SignIn {
    username: string;
    password: string;
}

export interface Me {
    person: string;
    full_name: string;
    username: string;
    post_name: string;
    agency: string;
    agency_name: string;
    agency_short_name: string;
    permissions: Permission[];
    units: string[];
    demo: boolean;
    now: number;
}

export interface SessionRow {
    id: string;
    created_at: number;
    seen_at: number;
    address: string;
    browser: string;
    current: boolean;
}

export interface DemoAccount {
    username: string;
    full_name: string;
    role_name: string;
    agency_name: string;
}

export interface Welcome {
    demo: boolean;
    empty: boolean;
    agency_name: string;
    password: string;
    accounts: DemoAccount[];
    now: number;
}

export interface ChangePassword {
    old_password: string;
    new_password: string;
}

export interface AccountEntry {
    person: string;
    username: string;
    password?: string | null;
    disabled?: boolean | null;
}

export interface PersonRoles {
    id: string;
    roles: string[];
}

export interface Item {
    kind: RecordKind;
    record: string;
    action: Action;
    urgency: Urgency;
    title: string;
    from_whom: string;
    symbol: string;
    since: number;
    due_on: string | null;
    days_left?: number | null;
}

export interface Counts {
    total: number;
    overdue: number;
    today: number;
    incoming: number;
    outgoing: number;
}

export interface MyWork {
    counts: Counts;
    items: Item[];
}

export interface StoredFile {
    id: string;
    name: string;
    size: number;
    media_type: string;
}

export interface Attached {
    id: string;
    name: string;
    size: number;
    media_type: string;
    main: boolean;
    position: number;
    preview: PreviewState;
    preview_id: string;
    pages: number;
}

export interface Assignment {
    agency: string;
    id: string;
    record: string;
    person: string;
    person_name: string;
    part: Part;
    state: TasksState;
    due_on: string | null;
    assigned_by: string;
    assigned_at: number;
    read_at: number;
    done_at: number;
}

export interface Note {
    agency: string;
    id: string;
    record: string;
    kind: NoteKind;
    person: string;
    person_name: string;
    at: number;
    text: string;
}

export interface Share {
    person: string;
    part: Part;
    due_on?: string | null;
}

export interface Event {
    at: number;
    person: string;
    person_name: string;
    action: string;
    detail: string;
}

export interface Book {
    agency: string;
    id: string;
    body: string;
    direction: Direction;
    name: string;
    kinds: string;
    period_kind: PeriodKind;
    position: number;
    closed: boolean;
}

export interface Incoming {
    agency: string;
    id: string;
    book: string;
    year: number;
    arrival_number: number;
    arrived_on: string | null;
    issuer: string;
    issuer_agency: string;
    origin_number: string;
    issued_on: string | null;
    kind: string;
    subject: string;
    urgency: Urgency;
    secrecy: Secrecy;
    due_on: string | null;
    state: IncomingState;
    way: Way;
    signer_name: string;
    signer_position: string;
    document_code: string;
    page_count: number;
    copy_count: number;
    note: string;
    lead: string;
    result: Result;
    reply: string;
    registered_at: number;
    done_at: number;
    version: number;
}

export interface Instruction {
    text: string;
    shares: Share[];
    due_on?: string | null;
}

export interface IncomingEntry {
    arrival?: string | null;
    book?: string | null;
    arrived_on?: string | null;
    issuer: string;
    origin_number: string;
    issuer_agency?: string | null;
    issued_on?: string | null;
    kind: string;
    subject: string;
    urgency?: Urgency | null;
    secrecy?: Secrecy | null;
    due_on?: string | null;
    signer_name?: string | null;
    signer_position?: string | null;
    document_code?: string | null;
    note?: string | null;
    page_count?: number | null;
    copy_count?: number | null;
    files: string[];
    duplicate_of?: string | null;
    submit?: Instruction | null;
    submit_to?: string | null;
}

export interface IncomingRow {
    id: string;
    year: number;
    arrival_number: number;
    arrived_on: string | null;
    issuer: string;
    origin_number: string;
    issued_on: string | null;
    kind: string;
    subject: string;
    urgency: Urgency;
    state: IncomingState;
    due_on: string | null;
    lead_name: string;
    overdue: boolean;
    days_left?: number | null;
}

export interface IncomingQuery {
    query?: string | null;
    state?: IncomingState | null;
    kind?: string | null;
    issuer?: string | null;
    from?: string | null;
    to?: string | null;
    person?: string | null;
    overdue?: boolean | null;
    after?: string | null;
    limit?: number | null;
}

export interface IncomingPage {
    items: IncomingRow[];
    after: string;
    total: number;
    more_than_total: boolean;
}

export interface IncomingView {
    document: Incoming;
    lead_name: string;
    book_name: string;
    files: Attached[];
    assignments: Assignment[];
    proposal?: Instruction | null;
    submitted_to_name: string;
    notes: Note[];
    story: Event[];
    reply_symbol: string;
    acts: string[];
    days_left?: number | null;
    overdue: boolean;
}

export interface Submit {
    id: string;
    version?: number | null;
    to?: string | null;
    proposal: Instruction;
}

export interface Assign {
    id: string;
    version?: number | null;
    accept_proposal: boolean;
    instruction?: Instruction | null;
}

export interface Progress {
    id: string;
    text: string;
    done: boolean;
}

export interface Forward {
    id: string;
    text: string;
    shares: Share[];
}

export interface SendBack {
    id: string;
    reason: string;
}

export interface Finish {
    id: string;
    version?: number | null;
    result: Result;
    reply?: string | null;
    text?: string | null;
}

export interface ReadField {
    name: string;
    value: string;
    sure: boolean;
    page: number;
    left: number;
    top: number;
    right: number;
    bottom: number;
}

export interface FieldsQuery {
    id: string;
}

export interface ReadFields {
    fields: ReadField[];
}

export interface Twin {
    id: string;
    year: number;
    arrival_number: number;
    issuer: string;
    origin_number: string;
    subject: string;
}

export interface TwinQuery {
    issuer: string;
    origin_number: string;
    issued_on?: string | null;
    document_code?: string | null;
}

export interface Recipient {
    kind: RecipientKind;
    target: string;
    name: string;
    mark: string;
    addressee: boolean;
    delivered_at: number;
    read_at: number;
}

export interface Paragraph {
    style: ParagraphStyle;
    text: string;
}

export interface Outgoing {
    agency: string;
    id: string;
    body: string;
    kind: string;
    subject: string;
    urgency: Urgency;
    unit: string;
    drafter: string;
    signer: string;
    signing_lines: string;
    signer_name: string;
    book: string;
    year: number;
    number: number;
    symbol: string;
    issued_on: string | null;
    state: OutgoingState;
    reply_to: string;
    due_on: string | null;
    page_count: number;
    copy_count: number;
    note: string;
    created_at: number;
    approved_at: number;
    dispatched_at: number;
    version: number;
}

export interface Draft {
    id?: string | null;
    version?: number | null;
    body: string;
    kind: string;
    subject: string;
    urgency?: Urgency | null;
    secrecy?: Secrecy | null;
    unit?: string | null;
    signer?: string | null;
    recipients: Recipient[];
    reply_to?: string | null;
    due_on?: string | null;
    text: Paragraph[];
    files: string[];
    note?: string | null;
}

export interface Version {
    number: number;
    person: string;
    person_name: string;
    at: number;
    reason: string;
    made_from: number;
    generated: boolean;
    file: Attached;
}

export interface NewVersion {
    id: string;
    file: string;
    made_from: number;
    reason: string;
    insist: boolean;
}

export interface NewComment {
    id: string;
    text: string;
    request_revision: boolean;
}

export interface Check {
    kind: CheckKind;
    person: string;
    person_name: string;
    done_at: number;
}

export interface SubmitDraft {
    id: string;
    version?: number | null;
    signer?: string | null;
    commenters: string[];
    content_checker?: string | null;
    format_checker?: string | null;
}

export interface Approve {
    id: string;
    version?: number | null;
    authority?: Authority | null;
    text?: string | null;
}

export interface TakeNumber {
    id: string;
    version?: number | null;
    issued_on?: string | null;
    book?: string | null;
}

export interface Issue {
    id: string;
    version?: number | null;
    scan?: string | null;
    copy_count?: number | null;
}

export interface Recall {
    id: string;
    reason: string;
}

export interface Supersede {
    id: string;
    by: string;
    reason: string;
}

export interface OutgoingRow {
    id: string;
    year: number;
    number: number;
    symbol: string;
    issued_on: string | null;
    kind: string;
    subject: string;
    urgency: Urgency;
    state: OutgoingState;
    signer_name: string;
    drafter_name: string;
    due_on: string | null;
    created_at: number;
}

export interface OutgoingQuery {
    query?: string | null;
    state?: OutgoingState | null;
    kind?: string | null;
    from?: string | null;
    to?: string | null;
    person?: string | null;
    body?: string | null;
    after?: string | null;
    limit?: number | null;
}

export interface OutgoingPage {
    items: OutgoingRow[];
    after: string;
    total: number;
    more_than_total: boolean;
}

export interface OutgoingView {
    document: Outgoing;
    kind_name: string;
    body_name: string;
    drafter_name: string;
    unit_name: string;
    recipients: Recipient[];
    text: Paragraph[];
    versions: Version[];
    appendices: Attached[];
    issued_file?: Attached | null;
    checks: Check[];
    comments: Note[];
    story: Event[];
    reply_to_symbol: string;
    reply_to_subject: string;
    superseded_by_symbol: string;
    acts: string[];
}

export interface Kind {
    code: string;
    name: string;
    abbreviation: string;
    outgoing: boolean;
    position: number;
}

export interface SymbolParts {
    kind_abbreviation: string;
    body_symbol: string;
    unit_abbreviation: string;
}

export interface Nothing {}
export interface ById {
    id: string;
}
export interface SessionList {
    items: SessionRow[];
}
export interface PeopleList {
    items: PersonRow[];
}
export interface UnitList {
    items: Unit[];
}
export interface BodyList {
    items: Body[];
}
export interface AgencyList {
    items: Agency[];
}
export interface KindList {
    items: Kind[];
}
export interface BookList {
    items: Book[];
}
export interface SigningPowerList {
    items: SigningPower[];
}
export interface TwinList {
    items: Twin[];
}
export interface PostList {
    items: Post[];
}
export type DayKind = "holiday" | "compensatory_off" | "swapped_off" | "swapped_work";
export type Reason = "start" | "working" | "weekly_rest" | "holiday" | "compensatory_off" | "swapped_off" | "swapped_work";
export interface CalendarDay {
    day: string | null;
    kind: DayKind;
    name: string;
}
export interface DayChange {
    day: string | null;
    kind?: DayKind | null;
    name: string;
}
export interface CalendarQuery {
    year: number;
}
export interface CalendarYear {
    year: number;
    days: CalendarDay[];
    working_days: number;
    hours: string;
}
export interface DeadlineQuery {
    from?: string | null;
    working_days: number;
}
export interface DeadlineStep {
    day: string | null;
    counted: boolean;
    number: number;
    reason: Reason;
    name: string;
}
export interface Deadline {
    due_on: string | null;
    steps: DeadlineStep[];
}
export interface RoleList {
    items: Role[];
}

export interface Routes {
    "GET /api/welcome": { input: Nothing; output: Welcome };
    "POST /api/session": { input: SignIn; output: Me };
    "DELETE /api/session": { input: Nothing; output: Nothing };
    "GET /api/me": { input: Nothing; output: Me };
    "GET /api/sessions": { input: Nothing; output: SessionList };
    "DELETE /api/sessions/{id}": { input: ById; output: Nothing };
    "POST /api/password": { input: ChangePassword; output: Nothing };
    "GET /api/work": { input: Nothing; output: MyWork };
    "GET /api/people": { input: Nothing; output: PeopleList };
    "GET /api/units": { input: Nothing; output: UnitList };
    "GET /api/bodies": { input: Nothing; output: BodyList };
    "GET /api/agencies": { input: Nothing; output: AgencyList };
    "GET /api/kinds": { input: Nothing; output: KindList };
    "GET /api/books": { input: Nothing; output: BookList };
    "GET /api/signing-powers": { input: Nothing; output: SigningPowerList };
    "GET /api/files/{id}/fields": { input: ById; output: ReadFields };
    "POST /api/incoming": { input: IncomingEntry; output: Incoming };
    "GET /api/incoming": { input: IncomingQuery; output: IncomingPage };
    "GET /api/incoming/twins": { input: TwinQuery; output: TwinList };
    "GET /api/incoming/{id}": { input: ById; output: IncomingView };
    "POST /api/incoming/{id}/submit": { input: Submit; output: IncomingView };
    "POST /api/incoming/{id}/assign": { input: Assign; output: IncomingView };
    "POST /api/incoming/{id}/progress": { input: Progress; output: IncomingView };
    "POST /api/incoming/{id}/forward": { input: Forward; output: IncomingView };
    "POST /api/incoming/{id}/return": { input: SendBack; output: IncomingView };
    "POST /api/incoming/{id}/finish": { input: Finish; output: IncomingView };
    "POST /api/outgoing": { input: Draft; output: OutgoingView };
    "GET /api/outgoing": { input: OutgoingQuery; output: OutgoingPage };
    "GET /api/outgoing/{id}": { input: ById; output: OutgoingView };
    "POST /api/outgoing/{id}": { input: Draft; output: OutgoingView };
    "POST /api/outgoing/{id}/versions": { input: NewVersion; output: OutgoingView };
    "POST /api/outgoing/{id}/comments": { input: NewComment; output: OutgoingView };
    "POST /api/outgoing/{id}/submit": { input: SubmitDraft; output: OutgoingView };
    "POST /api/outgoing/{id}/approve": { input: Approve; output: OutgoingView };
    "POST /api/outgoing/{id}/number": { input: TakeNumber; output: OutgoingView };
    "POST /api/outgoing/{id}/issue": { input: Issue; output: OutgoingView };
    "POST /api/outgoing/{id}/recall": { input: Recall; output: OutgoingView };
    "POST /api/outgoing/{id}/replace": { input: Supersede; output: OutgoingView };
    "POST /api/outgoing/{id}/correct": { input: Supersede; output: OutgoingView };
    "GET /api/calendar": { input: CalendarQuery; output: CalendarYear };
    "POST /api/calendar/days": { input: DayChange; output: CalendarYear };
    "GET /api/deadline": { input: DeadlineQuery; output: Deadline };
    "GET /api/posts": { input: Nothing; output: PostList };
    "GET /api/admin/people/{id}": { input: ById; output: PersonView };
    "POST /api/admin/people": { input: PersonEntry; output: PersonView };
    "POST /api/admin/people/{id}": { input: PersonEntry; output: PersonView };
    "GET /api/admin/people/{id}/roles": { input: ById; output: PersonRoles };
    "GET /api/admin/roles": { input: Nothing; output: RoleList };
    "POST /api/admin/people/{id}/roles": { input: PersonRoles; output: PersonRoles };
    "POST /api/admin/accounts": { input: AccountEntry; output: Nothing };
}
