using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoubleRandom.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PartsOfRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "whole",
                table: "audit_entries",
                type: "TEXT",
                maxLength: 192,
                nullable: true);

            // Lines written before this column: a post's key begins with its account; the others name their whole where they were born.
            // The trail refuses changes; its guard is set again when the migrations are done.
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS audit_entries_no_UPDATE");
            migrationBuilder.Sql("UPDATE audit_entries SET whole = 'Account/' || substr(key, 1, instr(key, '/') - 1) WHERE kind = 'AccountPost'");
            foreach (var (part, whole, member) in ((string, string, string)[])
            [
                ("PlanTask", "AnnualPlan", "Plan"),
                ("Leave", "Inspector", "Inspector"),
                ("Recusal", "Inspector", "Inspector"),
                ("SubstitutionRequest", "Visit", "Visit"),
                ("ResultCorrection", "Visit", "Visit"),
            ])
            {
                migrationBuilder.Sql($$"""
                    UPDATE audit_entries SET whole = (
                      SELECT '{{whole}}/' || MAX(json_extract(born.after, '$.{{member}}')) FROM audit_entries AS born
                      WHERE born.jurisdiction = audit_entries.jurisdiction AND born.kind = audit_entries.kind AND born.key = audit_entries.key AND born.before IS NULL)
                    WHERE kind = '{{part}}'
                    """);
            }

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_jurisdiction_whole",
                table: "audit_entries",
                columns: new[] { "jurisdiction", "whole" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_audit_entries_jurisdiction_whole",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "whole",
                table: "audit_entries");
        }
    }
}
