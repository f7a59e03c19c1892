using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoubleRandom.Storage.Sqlite.Migrations
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
            migrationBuilder.AddColumn<Guid>(name: "asked_by", table: "result_corrections", type: "TEXT", nullable: true);
            migrationBuilder.AddColumn<Guid>(name: "decided_by", table: "result_corrections", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "decide_by",
                table: "substitution_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "decided_by",
                table: "substitution_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "decide_by",
                table: "result_corrections",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "void_decided_at",
                table: "draws",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "draw_requests",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    draw = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    part = table.Column<string>(type: "TEXT", maxLength: 48, nullable: true),
                    stratum = table.Column<string>(type: "TEXT", nullable: true),
                    count = table.Column<int>(type: "INTEGER", nullable: true),
                    subject_code = table.Column<string>(type: "TEXT", maxLength: 48, nullable: true),
                    slot = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    asked_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    decide_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decision_note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
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
