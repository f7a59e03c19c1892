using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoubleRandom.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Decisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The names were all that corrections kept; who had which account is not known any more.
            migrationBuilder.RenameColumn(name: "asked_by", table: "result_corrections", newName: "asked_by_name");
            migrationBuilder.RenameColumn(name: "decided_by", table: "result_corrections", newName: "decided_by_name");
            migrationBuilder.AddColumn<Guid>(name: "asked_by", table: "result_corrections", type: "uuid", nullable: true);
            migrationBuilder.AddColumn<Guid>(name: "decided_by", table: "result_corrections", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "decide_by",
                table: "substitution_requests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "decided_by",
                table: "substitution_requests",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "decide_by",
                table: "result_corrections",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "void_decided_at",
                table: "draws",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "draw_requests",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    draw = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    department = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    part = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: true),
                    stratum = table.Column<string>(type: "text", nullable: true),
                    count = table.Column<int>(type: "integer", nullable: true),
                    subject_code = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: true),
                    slot = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    evidence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_by_name = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decide_by = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draw_requests", x => new { x.jurisdiction, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_draw_requests_jurisdiction_draw_attempt",
                table: "draw_requests",
                columns: new[] { "jurisdiction", "draw", "attempt" });

            migrationBuilder.CreateIndex(
                name: "ix_draw_requests_jurisdiction_state",
                table: "draw_requests",
                columns: new[] { "jurisdiction", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "asked_by", table: "result_corrections");
            migrationBuilder.RenameColumn(name: "asked_by_name", table: "result_corrections", newName: "asked_by");
            migrationBuilder.DropColumn(name: "decided_by", table: "result_corrections");
            migrationBuilder.RenameColumn(name: "decided_by_name", table: "result_corrections", newName: "decided_by");

            migrationBuilder.DropTable(
                name: "draw_requests");

            migrationBuilder.DropColumn(
                name: "decide_by",
                table: "substitution_requests");

            migrationBuilder.DropColumn(
                name: "decided_by",
                table: "substitution_requests");

            migrationBuilder.DropColumn(
                name: "decide_by",
                table: "result_corrections");

            migrationBuilder.DropColumn(
                name: "void_decided_at",
                table: "draws");

        }
    }
}
