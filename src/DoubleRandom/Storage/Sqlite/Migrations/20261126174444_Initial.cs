using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoubleRandom.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    home = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    inspector_number = table.Column<string>(type: "TEXT", nullable: true),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_posts",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    account = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_posts", x => new { x.jurisdiction, x.account, x.role, x.department });
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    account = table.Column<Guid>(type: "TEXT", nullable: true),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "cosignatures",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    witness = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    encoded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cosignatures", x => new { x.jurisdiction, x.size, x.witness });
                });

            migrationBuilder.CreateTable(
                name: "draw_changes",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    draw = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    approval = table.Column<string>(type: "TEXT", nullable: false),
                    skipped = table.Column<string>(type: "TEXT", nullable: false),
                    names = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draw_changes", x => new { x.jurisdiction, x.draw, x.attempt, x.index });
                });

            migrationBuilder.CreateTable(
                name: "draw_files",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    draw = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draw_files", x => new { x.jurisdiction, x.draw, x.attempt, x.name });
                });

            migrationBuilder.CreateTable(
                name: "drawn_subjects",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    draw = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_code = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    batch = table.Column<int>(type: "INTEGER", nullable: false),
                    bundle = table.Column<string>(type: "TEXT", nullable: true),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    tasks = table.Column<string>(type: "TEXT", nullable: false),
                    is_replaced = table.Column<bool>(type: "INTEGER", nullable: false),
                    replaced_at = table.Column<int>(type: "INTEGER", nullable: true),
                    matched_by = table.Column<string>(type: "TEXT", maxLength: 48, nullable: true),
                    notice_proof = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drawn_subjects", x => new { x.jurisdiction, x.draw, x.attempt, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "draws",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    plan_number = table.Column<string>(type: "TEXT", maxLength: 14, nullable: false),
                    tasks = table.Column<string>(type: "TEXT", nullable: false),
                    stage_of = table.Column<string>(type: "TEXT", maxLength: 48, nullable: true),
                    @operator = table.Column<Guid>(name: "operator", type: "TEXT", nullable: true),
                    operator_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    committed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    commit_index = table.Column<int>(type: "INTEGER", nullable: false),
                    sealed_secret = table.Column<byte[]>(type: "BLOB", nullable: false),
                    open_by = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    drawn = table.Column<int>(type: "INTEGER", nullable: true),
                    teams = table.Column<int>(type: "INTEGER", nullable: true),
                    beacon_source = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    beacon_round = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    beacon_index = table.Column<int>(type: "INTEGER", nullable: true),
                    contributions_closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sealed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sealed_index = table.Column<int>(type: "INTEGER", nullable: true),
                    void_index = table.Column<int>(type: "INTEGER", nullable: true),
                    void_reason = table.Column<string>(type: "TEXT", nullable: true),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: true),
                    opened_index = table.Column<int>(type: "INTEGER", nullable: true),
                    notice_served_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draws", x => new { x.jurisdiction, x.number, x.attempt });
                });

            migrationBuilder.CreateTable(
                name: "holiday_year",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    table = table.Column<string>(type: "TEXT", nullable: false),
                    imported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    imported_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holiday_year", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "import_batches",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    who = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    updated = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_batches", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "inspection_results",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    visit = table.Column<Guid>(type: "TEXT", nullable: false),
                    sheet = table.Column<string>(type: "TEXT", nullable: false),
                    representative = table.Column<string>(type: "TEXT", nullable: false),
                    hands = table.Column<string>(type: "TEXT", nullable: false),
                    saved_by = table.Column<string>(type: "TEXT", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false),
                    submitted_by = table.Column<string>(type: "TEXT", nullable: true),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    return_reason = table.Column<string>(type: "TEXT", nullable: true),
                    reviewed_by = table.Column<string>(type: "TEXT", nullable: true),
                    reviewed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_results", x => new { x.jurisdiction, x.visit });
                });

            migrationBuilder.CreateTable(
                name: "inspectors",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    certificate = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    certificate_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    qualifications = table.Column<string>(type: "TEXT", nullable: false),
                    specialties = table.Column<string>(type: "TEXT", nullable: false),
                    item_scope = table.Column<string>(type: "TEXT", nullable: false),
                    towns = table.Column<string>(type: "TEXT", nullable: false),
                    may_lead = table.Column<bool>(type: "INTEGER", nullable: false),
                    duty = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspectors", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "items",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    importance = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    cap = table.Column<int>(type: "INTEGER", nullable: true),
                    subject_kinds = table.Column<string>(type: "TEXT", nullable: false),
                    subject_tags = table.Column<string>(type: "TEXT", nullable: false),
                    methods = table.Column<string>(type: "TEXT", nullable: false),
                    bases = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    qualifications = table.Column<string>(type: "TEXT", nullable: false),
                    most_per_year = table.Column<int>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_items", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "leaves",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    inspector = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leaves", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "left_out",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    task = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_left_out", x => new { x.jurisdiction, x.task, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "log_check_runs",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    fits = table.Column<bool>(type: "INTEGER", nullable: false),
                    chinese = table.Column<string>(type: "TEXT", nullable: false),
                    english = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_check_runs", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "log_checkpoints",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_checkpoints", x => new { x.jurisdiction, x.size });
                });

            migrationBuilder.CreateTable(
                name: "log_leaves",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    leaf_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_leaves", x => new { x.jurisdiction, x.index });
                });

            migrationBuilder.CreateTable(
                name: "logs",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    suite_name = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    public_key = table.Column<string>(type: "TEXT", maxLength: 130, nullable: false),
                    sealed_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    quorum = table.Column<int>(type: "INTEGER", nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    peaks = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_logs", x => x.jurisdiction);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 14, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    replacements = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "published_results",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    visit = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_number = table.Column<string>(type: "TEXT", maxLength: 14, nullable: false),
                    plan_name = table.Column<string>(type: "TEXT", nullable: false),
                    task_number = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    task_name = table.Column<string>(type: "TEXT", nullable: false),
                    task_type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_code = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    subject_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    item_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    completed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    codes = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    superseded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_results", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "recusals",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    inspector = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    declared_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recusals", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "result_corrections",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    visit = table.Column<Guid>(type: "TEXT", nullable: false),
                    corrects = table.Column<int>(type: "INTEGER", nullable: false),
                    sheet = table.Column<string>(type: "TEXT", nullable: false),
                    representative = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    hand = table.Column<string>(type: "TEXT", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decision_note = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_result_corrections", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "result_editions",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    visit = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    sheet = table.Column<string>(type: "TEXT", nullable: false),
                    representative = table.Column<string>(type: "TEXT", nullable: false),
                    written_by = table.Column<string>(type: "TEXT", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", nullable: false),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    log_index = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_result_editions", x => new { x.jurisdiction, x.visit, x.edition });
                });

            migrationBuilder.CreateTable(
                name: "running_numbers",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    series = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_running_numbers", x => new { x.jurisdiction, x.series });
                });

            migrationBuilder.CreateTable(
                name: "standing_witnesses",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    key_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    public_key = table.Column<string>(type: "TEXT", maxLength: 130, nullable: false),
                    sealed_key = table.Column<byte[]>(type: "BLOB", nullable: true),
                    last_size = table.Column<int>(type: "INTEGER", nullable: false),
                    last_root = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standing_witnesses", x => new { x.jurisdiction, x.name });
                });

            migrationBuilder.CreateTable(
                name: "subjects",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_order = table.Column<byte[]>(type: "BLOB", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    representative = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    town = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    industry = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    established_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    risk = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subjects", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "substitution_requests",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    draw = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    slot = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    visit = table.Column<Guid>(type: "TEXT", nullable: false),
                    absent = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    asked_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    decided_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decision_note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    substitute = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_substitution_requests", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    filter = table.Column<string>(type: "TEXT", nullable: false),
                    quota = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    lead = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    participants = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    is_frozen = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_adjustment = table.Column<bool>(type: "INTEGER", nullable: false),
                    withdrawn_because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "team_places",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    draw = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    slot = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    bundle = table.Column<string>(type: "TEXT", nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    is_leader = table.Column<bool>(type: "INTEGER", nullable: false),
                    matched = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_places", x => new { x.jurisdiction, x.draw, x.attempt, x.slot });
                });

            migrationBuilder.CreateTable(
                name: "visit_members",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    visit = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    is_leader = table.Column<bool>(type: "INTEGER", nullable: false),
                    inspector = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_members", x => new { x.jurisdiction, x.visit, x.slot });
                });

            migrationBuilder.CreateTable(
                name: "visits",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 56, nullable: false),
                    draw = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    bundle = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    batch = table.Column<int>(type: "INTEGER", nullable: false),
                    tasks = table.Column<string>(type: "TEXT", nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    lead = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    departments = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    released_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    completed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdrawn_because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    replacements = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visits", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateTable(
                name: "witness_invitations",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    public_key = table.Column<string>(type: "TEXT", maxLength: 130, nullable: true),
                    link_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    link_until = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_witness_invitations", x => new { x.jurisdiction, x.name });
                });

            migrationBuilder.CreateTable(
                name: "witness_shares",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    draw = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    witness = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    is_standing = table.Column<bool>(type: "INTEGER", nullable: false),
                    sealed_value = table.Column<byte[]>(type: "BLOB", nullable: true),
                    link_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    link_until = table.Column<long>(type: "INTEGER", nullable: true),
                    commitment = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    commit_index = table.Column<int>(type: "INTEGER", nullable: true),
                    reveal_index = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_witness_shares", x => new { x.jurisdiction, x.draw, x.attempt, x.witness });
                });

            migrationBuilder.CreateTable(
                name: "account_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claim_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_login_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_token_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_account_home_inspector_number",
                table: "account",
                columns: new[] { "home", "inspector_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_claim_user_id",
                table: "account_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_login_user_id",
                table: "account_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_jurisdiction_kind_key",
                table: "audit_entries",
                columns: new[] { "jurisdiction", "kind", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_drawn_subjects_jurisdiction_subject",
                table: "drawn_subjects",
                columns: new[] { "jurisdiction", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_import_batches_jurisdiction_at",
                table: "import_batches",
                columns: new[] { "jurisdiction", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_inspectors_jurisdiction_certificate",
                table: "inspectors",
                columns: new[] { "jurisdiction", "certificate" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inspectors_jurisdiction_number",
                table: "inspectors",
                columns: new[] { "jurisdiction", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_items_jurisdiction_code",
                table: "items",
                columns: new[] { "jurisdiction", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_leaves_jurisdiction_inspector",
                table: "leaves",
                columns: new[] { "jurisdiction", "inspector" });

            migrationBuilder.CreateIndex(
                name: "ix_plans_jurisdiction_number",
                table: "plans",
                columns: new[] { "jurisdiction", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plans_jurisdiction_year",
                table: "plans",
                columns: new[] { "jurisdiction", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_published_results_jurisdiction_published_at",
                table: "published_results",
                columns: new[] { "jurisdiction", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_published_results_jurisdiction_subject",
                table: "published_results",
                columns: new[] { "jurisdiction", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_published_results_jurisdiction_visit_edition_item",
                table: "published_results",
                columns: new[] { "jurisdiction", "visit", "edition", "item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recusals_jurisdiction_inspector_subject",
                table: "recusals",
                columns: new[] { "jurisdiction", "inspector", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_result_corrections_jurisdiction_state",
                table: "result_corrections",
                columns: new[] { "jurisdiction", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_result_corrections_jurisdiction_visit",
                table: "result_corrections",
                columns: new[] { "jurisdiction", "visit" });

            migrationBuilder.CreateIndex(
                name: "ix_subjects_jurisdiction_code",
                table: "subjects",
                columns: new[] { "jurisdiction", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subjects_jurisdiction_name_order",
                table: "subjects",
                columns: new[] { "jurisdiction", "name_order" });

            migrationBuilder.CreateIndex(
                name: "ix_subjects_jurisdiction_town",
                table: "subjects",
                columns: new[] { "jurisdiction", "town" });

            migrationBuilder.CreateIndex(
                name: "ix_substitution_requests_jurisdiction_draw_attempt_slot",
                table: "substitution_requests",
                columns: new[] { "jurisdiction", "draw", "attempt", "slot" });

            migrationBuilder.CreateIndex(
                name: "ix_substitution_requests_jurisdiction_state",
                table: "substitution_requests",
                columns: new[] { "jurisdiction", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_jurisdiction_number",
                table: "tasks",
                columns: new[] { "jurisdiction", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_jurisdiction_plan",
                table: "tasks",
                columns: new[] { "jurisdiction", "plan" });

            migrationBuilder.CreateIndex(
                name: "ix_team_places_jurisdiction_holder",
                table: "team_places",
                columns: new[] { "jurisdiction", "holder" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_members_jurisdiction_inspector",
                table: "visit_members",
                columns: new[] { "jurisdiction", "inspector" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_jurisdiction_draw_attempt_subject",
                table: "visits",
                columns: new[] { "jurisdiction", "draw", "attempt", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_jurisdiction_number",
                table: "visits",
                columns: new[] { "jurisdiction", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_jurisdiction_state_to",
                table: "visits",
                columns: new[] { "jurisdiction", "state", "to" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_jurisdiction_subject",
                table: "visits",
                columns: new[] { "jurisdiction", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_witness_invitations_link_hash",
                table: "witness_invitations",
                column: "link_hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_claim");

            migrationBuilder.DropTable(
                name: "account_login");

            migrationBuilder.DropTable(
                name: "account_posts");

            migrationBuilder.DropTable(
                name: "account_token");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "cosignatures");

            migrationBuilder.DropTable(
                name: "draw_changes");

            migrationBuilder.DropTable(
                name: "draw_files");

            migrationBuilder.DropTable(
                name: "drawn_subjects");

            migrationBuilder.DropTable(
                name: "draws");

            migrationBuilder.DropTable(
                name: "holiday_year");

            migrationBuilder.DropTable(
                name: "import_batches");

            migrationBuilder.DropTable(
                name: "inspection_results");

            migrationBuilder.DropTable(
                name: "inspectors");

            migrationBuilder.DropTable(
                name: "items");

            migrationBuilder.DropTable(
                name: "leaves");

            migrationBuilder.DropTable(
                name: "left_out");

            migrationBuilder.DropTable(
                name: "log_check_runs");

            migrationBuilder.DropTable(
                name: "log_checkpoints");

            migrationBuilder.DropTable(
                name: "log_leaves");

            migrationBuilder.DropTable(
                name: "logs");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "published_results");

            migrationBuilder.DropTable(
                name: "recusals");

            migrationBuilder.DropTable(
                name: "result_corrections");

            migrationBuilder.DropTable(
                name: "result_editions");

            migrationBuilder.DropTable(
                name: "running_numbers");

            migrationBuilder.DropTable(
                name: "standing_witnesses");

            migrationBuilder.DropTable(
                name: "subjects");

            migrationBuilder.DropTable(
                name: "substitution_requests");

            migrationBuilder.DropTable(
                name: "tasks");

            migrationBuilder.DropTable(
                name: "team_places");

            migrationBuilder.DropTable(
                name: "visit_members");

            migrationBuilder.DropTable(
                name: "visits");

            migrationBuilder.DropTable(
                name: "witness_invitations");

            migrationBuilder.DropTable(
                name: "witness_shares");

            migrationBuilder.DropTable(
                name: "account");
        }
    }
}
